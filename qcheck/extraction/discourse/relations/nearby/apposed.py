"""A share that stands beside its part ("5,100 homes. That is 60 percent"), of a whole that is told elsewhere and is found by its name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.nearby.shares import gives, linked, of_other_votes, right_before, shares_left
from qcheck.extraction.discourse.relations.nearby.told import PART, akin, family, levels
from qcheck.extraction.discourse.relations.sequence import Row, Told, operands_at
from qcheck.extraction.discourse.relations.terms import PERCENT, multiple
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.relations.words import phrases
from qcheck.model.claim import Claim

_BACK = 3  # sentences from "of them" to those it means
_BETWEEN = 4  # words between a share and the part behind it
_SLIP = (0.45, 2.2)  # what a share by a slip is of the right one
_SMALL = 4  # a smaller part is told of many things
_PLAIN = ("exact", "about")  # "over 70" may be an age
_REASON = "the number beside it, and the only larger one of that name"


def apposed_shares(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `share` (share, part, whole)."""
    told = [t for t in levels(rows) if t.claim.unit != PERCENT]
    for row in rows if len(told) > 1 else ():
        for share, size, _ in shares_left(article, row, used):
            part = _part(article, rows, row, share)
            if part is None or part.claim.value_low <= _SMALL or of_other_votes(share, part):
                continue
            alike = [t for t in told if t.claim.unit == part.claim.unit and t.claim.start != share.start]
            if any(gives(size, part.claim, t.claim) for t in alike if t.claim.value_low > part.claim.value_low):
                continue
            whole = _whole(article, row, share, part, alike)
            if whole is not None and _SLIP[0] <= multiple(size.value_low * whole.value_low, 100 * part.claim.value_low) <= _SLIP[1]:
                yield from ([size] if size.relation else [])
                yield relation(article, "share", (size, part.claim, whole), reason=_REASON)


def _part(article: Article, rows: Sequence[Row], row: Row, share: Claim) -> Told | None:
    """The number right before a share that says the same in other words, or right behind it in apposition."""
    if linked(article, row, share):
        near = [r for r in rows if 0 <= row.sentence.number - r.sentence.number <= 1 and r.sentence.paragraph.zone != "headline"]
        before = [t for t in levels(near) if t.claim.end <= share.start and t.claim.unit != PERCENT and t.claim.modifier in _PLAIN]
        return before[-1] if before and right_before(row, share, before[-1]) else None
    tokens = row.tokens
    places = list(operands_at(row, tokens))
    for (at, one), (then, other) in pairwise(places):
        if one.start != share.start or not isinstance(other, Claim):
            continue
        between = tokens[at + 1 : then]
        apposed = len(between) <= _BETWEEN and bool(between) and between[-1] in (",", "(", ":", "–", "—", *phrases(article.pack, "or"))
        behind = [t for t in levels([row]) if t.claim is other and t.claim.unit != PERCENT]
        return behind[0] if apposed and behind else None
    return None


def _whole(article: Article, row: Row, share: Claim, part: Told, told: Sequence[Told]) -> Claim | None:
    """What a share is of: those that "of them" means, else the only larger number of what the share or its part is of."""
    larger = [t for t in told if t.claim.value_low > part.claim.value_high and t.claim.part != PART and t.claim is not part.claim]
    if "of_these" in row.says:
        before = [t for t in larger if t.claim.start < min(share.start, part.claim.start) and row.sentence.number - t.sentence <= _BACK]
        near = [t.claim for t in before if akin(t.claim, part.claim) or not part.claim.of or part.claim.unit != "count"]
        return near[-1] if near and len({c.value_low for c in near if c.sentence == near[-1].sentence}) == 1 else None
    things = {family(share), family(part.claim)} - {""}
    if len(things) > 1 and row.says.isdisjoint(("amounts_to", "link", "or")):
        return None  # "80 seats. It won 52 percent of the vote"
    named = [t.claim for t in larger if family(t.claim) in things]
    return named[0] if len({c.value_low for c in named}) == 1 else None
