"""A share with the part and the whole around it, where words say that the one number is part of the other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import PERSON
from qcheck.extraction.discourse.relations.moments import openings, points_back
from qcheck.extraction.discourse.relations.nearby.told import PART, akin, counts, family, meets, only, pairs, quotient, window
from qcheck.extraction.discourse.relations.sequence import Row, Told, operands_at
from qcheck.extraction.discourse.relations.terms import PERCENT, Factor, fraction_term, multiple, share_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.relations.words import phrases
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

_BACK = 2  # sentences from a share to its part, and from a part to its whole
_AHEAD, _FAR_AHEAD = 4, 8  # sentences from the ratio that opens a text ("one in five") to its numbers
_AROUND = 4
_OPENING = 5  # words of a sentence that begins with "that corresponds to"
_SLIP = (0.4, 2.5)  # what a share by a slip is of the right one
_REASON = "the only part and whole beside it"
_PLAIN = ("exact", "about", "almost", "just_over")  # "older than 60" counts nobody
_VOTE = "vote"
_VOTERS = (PERSON, "member")
_HANDFUL = 25  # a whole of which few shares are whole percents
_FEWEST, _MOST = 5, 199  # of a whole that has a number of its own for each share with a decimal place


def nearby_shares(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `share` (share, part, whole) that no template found, and `share_of` (share, whole) of a vote."""
    for row in rows:
        around = counts(window(rows, row, before=_AROUND, after=_AROUND, paragraphs=2))
        for share, size, fraction in shares_left(article, row, used) if len(around) > 1 else ():
            told = [t for t in around if t.claim.start != share.start and (t.claim.of or t.claim.modifier in _PLAIN)]
            apposed = linked(article, row, share) and row.operands[0].start < share.start
            if any(
                gives(size, *sorted((x.claim, y.claim), key=lambda c: c.value_low)) or _gives_of_both(size, x, y)
                for x, y in pairs(told)
                if not apposed or x.row is row or y.row is row
            ):
                continue
            fitting = list(_fitting(article, rows, row, share, fraction=fraction))
            near = [pair for pair in fitting if pair[1].sentence - row.sentence.number <= _AHEAD]
            found = only(near or fitting) or only([pair for pair in fitting if pair[1].claim.part == PART])
            if found is None:
                continue
            whole, part = found
            if _SLIP[0] <= multiple(size.value_low * whole.claim.value_low, 100 * part.claim.value_low) <= _SLIP[1]:
                yield from ([size] if size.relation else [])
                yield relation(article, "share", (size, part.claim, whole.claim), reason=_REASON)
        yield from _of_a_vote(article, row, used)


def shares_left(article: Article, row: Row, used: set[str]) -> Iterator[tuple[Claim, Claim, bool]]:
    """The shares of a sentence that are tied to nothing: as they stand, in a hundred, and whether they are told in words."""
    if row.sentence.paragraph.zone == "headline":
        return
    for operand in row.operands:
        if isinstance(operand, Factor):
            home = next(iter(row.claims), None)
            if operand.share and home is not None:
                term = share_term(article, home, operand)
                yield term, term, True
        elif operand.claim in used or operand.trend:
            continue
        elif operand.unit == PERCENT:
            yield operand, operand, False
        elif operand.unit == "count" and 0 < operand.value_low < 1 and operand.low < 1:
            yield operand, fraction_term(operand), True


def gives(share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether a part is such a share of a whole, as a reader takes the numbers."""
    low, high = quotient(part, whole)
    return meets((100 * low, 100 * high), share.low, share.high)


def _gives_of_both(share: Claim, one: Told, other: Told) -> bool:
    """Whether a share is that of one of two numbers of votes in both ("4,400 votes against 3,600")."""
    if abs(one.sentence - other.sentence) > 1 or _VOTE not in (one.claim.of, other.claim.of):
        return False
    sides = ((one.claim, other.claim), (other.claim, one.claim))
    return any(
        meets(
            (100 * a.typical_low / (a.typical_low + b.typical_high), 100 * a.typical_high / (a.typical_high + b.typical_low)),
            share.low,
            share.high,
        )
        for a, b in sides
        if b.typical_high != math.inf != a.typical_high
    )


def _fitting(article: Article, rows: Sequence[Row], row: Row, share: Claim, *, fraction: bool) -> Iterator[tuple[Told, Told]]:
    """The wholes and parts that a share may be of."""
    said = linked(article, row, share)
    ratio = fraction and bool(share.of)
    pointing = share.definite or (not fraction and points_back(article.pack, row))
    near = window(rows, row, before=_BACK + 1, after=_FAR_AHEAD if ratio else 0, paragraphs=4 if ratio else 1)
    for pair in pairs(counts(near)):
        part, whole = sorted(pair, key=lambda told: told.claim.value_low)
        if of_other_votes(share, part, whole):
            continue
        named = _of_whole(article.pack, part, whole)
        after = part.claim.start > whole.claim.start and part.sentence - whole.sentence <= _BACK
        if part.claim.definite or not (named or after) or not _of_one_thing(whole.claim, part.claim, linked=said):
            continue
        away = row.sentence.number - part.sentence
        told = named or part.claim.part == PART or "of_these" in part.row.says
        elided = ratio and part.row is whole.row and not part.claim.of and part.claim.end > whole.claim.end
        apposed = said and right_before(row, share, part)
        opening = (told or elided) and ratio and away <= 0 and (akin(share, whole.claim) or row.sentence.paragraph.zone == "lede")
        pointed = told and pointing and not ratio and 0 <= away <= _BACK and part.claim.end <= share.start
        if apposed or opening or pointed:
            yield whole, part


def of_other_votes(share: Claim, *told: Told) -> bool:
    """Whether a share is one of the vote, and the numbers count no votes: 80 of 140 seats, won with 52 percent of the vote."""
    return share.of == _VOTE and all(t.claim.of != _VOTE for t in told)


def linked(article: Article, row: Row, share: Claim) -> bool:
    """Whether words right before a share say that it is the number before in another form ("that corresponds to", "– a third")."""
    tokens = row.tokens
    place = next((at for at, o in operands_at(row, tokens) if o.start == share.start), None)
    if not place:
        return False
    before = f" {' '.join(tokens[:place])}"
    if before[-1] in "–—-:(":
        return True
    if before[-1] == "," and place == len(tokens) - 2:
        return True
    before = before.removesuffix(" ,")
    said = before.endswith(_linking(article.pack))
    return said or (share.unit == PERCENT and _opens(article.pack, tokens[:place]))


@cache
def _linking(pack: Pack) -> tuple[str, ...]:
    return tuple(f" {phrase}" for name in ("or", "link") for phrase in phrases(pack, name))


def _opens(pack: Pack, tokens: Sequence[str]) -> bool:
    """Whether a sentence has said nothing yet but that it points back at what stood before."""
    return len(tokens) <= _OPENING and f"{' '.join(tokens)} ".startswith(openings(pack, "demonstrative"))


def right_before(row: Row, share: Claim, part: Told) -> bool:
    """Whether a part is the last number before a share, in its sentence or the one before."""
    ahead = [o for o in row.operands if o.start < share.start]
    if part.sentence == row.sentence.number:
        return bool(ahead) and ahead[-1] is part.claim
    return not ahead and part.sentence == row.sentence.number - 1


def _of_one_thing(whole: Claim, part: Claim, *, linked: bool) -> bool:
    """Whether a part may count some of a whole; a share that says so in other words may call the part otherwise."""
    return linked or akin(whole, part) or part.of in ("", family(whole)) or part.part == PART


def _of_whole(pack: Pack, part: Told, whole: Told) -> bool:
    """Whether "of" leads a whole in the sentence of its part ("18 of the 120", "of the 840 who answered, 210")."""
    if part.row is not whole.row:
        return False
    tokens = part.row.tokens
    led = phrases(pack, "of_whole")
    return any(
        operand is whole.claim and not set(tokens[max(0, at - 2) : at]).isdisjoint(led) for at, operand in operands_at(part.row, tokens)
    )


def _of_a_vote(article: Article, row: Row, used: set[str]) -> Iterator[Claim]:
    """The only share of a sentence that counts a few people ("38 members voted and 73.3 percent of them agreed")."""
    shares = [c for c in row.claims if c.unit == PERCENT and not c.trend and c.modifier == "exact"]
    if len(shares) != 1 or shares[0].claim in used:
        return
    wholes = [t for t in counts([row]) if t.claim.of]
    if len(wholes) != 1:
        return
    share, whole = shares[0], wholes[0].claim
    few = _FEWEST <= whole.value_low <= _MOST and whole.end <= share.start and (family(whole) in _VOTERS or "of_these" in row.says)
    if few and (share.value_low != int(share.value_low) or whole.value_low <= _HANDFUL):
        yield relation(article, "share_of", (share, whole), reason=_REASON)
