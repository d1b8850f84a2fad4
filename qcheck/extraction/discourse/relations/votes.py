"""Votes for and against, abstentions and absences, beside the members that a body has and the majority that a vote needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.phrase_cues import Wanted, needed, wanted
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.terms import PERCENT, Factor, ranged
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed
from qcheck.model.interval import Interval

MAJORITY = "majority"
_ROLES = ("in_favour", "against", "abstained", "absent")
_BESIDE = 36  # characters between a number and what its voters did
_MOST = 3000  # members of a body
_NEAR = 3  # sentences from a vote to what it reached
_FEWEST = 5  # members
_HALF, _ALL = 50.0, 100.0  # percent: the shares that a majority is asked for between
_TINY = 1e-6


def votes(article: Article, rows: Sequence[Row]) -> Iterator[Claim]:
    """Rows `sum` (members, then all who voted and who did not), `parts` where nothing tells who did not, and `majority` (the share that is
    needed, votes for, votes against); each only likely.
    """
    if not article.may_say(_needed(article.pack)):
        return
    by_role = [(row, found) for row in rows if len(found := _roles(article, row)) > 1 and {"in_favour", "against"} <= found.keys()]
    if len(by_role) != 1:
        return  # of several votes each has members of its own
    row, found = by_role[0]
    near = [r for r in rows if 0 < abs(r.sentence.number - row.sentence.number) <= 1]
    for other in near:
        found = _roles(article, other, only=("abstained", "absent")) | found
    cast = list(found.values())
    members = [m for m in _members(article, rows) if m not in cast and article.quotation(m.start) is None]
    total = sum(c.value_low for c in cast)
    if len({m.value_low for m in members}) == 1:
        body = members[0].value_low
        name = "sum" if "absent" in found else "parts" if total > body else ""
        if name and total != body and body / 2 < total < body * 2:
            yield changed(relation(article, name, (members[0], *cast)), modality="possible")
    yield from _majority(article, rows, row, found)


def _roles(article: Article, row: Row, *, only: Sequence[str] = _ROLES) -> dict[str, Claim]:
    """The numbers of a sentence that tell how many voted how, by what they did."""
    found: dict[str, Claim] = {}
    claims = [c for c in row.claims if c.unit == "count" and c.value_low == c.value_high == int(c.value_low) and c.value_low < _MOST]
    patterns = _words(article.pack)
    text = article.lowered
    for at, claim in enumerate(claims):
        end = claims[at + 1].start if at + 1 < len(claims) else row.sentence.end
        behind = f"{claim.quote.lower()} {text[claim.end : min(end, claim.end + _BESIDE)]}"
        if at + 1 < len(claims) and "in_favour" in only and patterns["to"].fullmatch(text[claim.end : end]):
            if patterns["votes"].search(text, row.sentence.start, row.sentence.end):
                found |= {"in_favour": claim, "against": claims[at + 1]}
            continue
        if claim in found.values():
            continue
        told = [(m.start(), role) for role in only if (m := patterns[role].search(behind)) is not None]
        if told:
            found.setdefault(min(told)[1], claim)
    return found


def _members(article: Article, rows: Sequence[Row]) -> list[Claim]:
    """How many members a body has, by a number of members that counts no part of them."""
    counted = [c for r in rows for c in r.claims if c.unit == "count" and c.part != "part" and _FEWEST <= c.value_low < _MOST]
    pattern = _words(article.pack)["members"]
    return [c for c in counted if pattern.search(c.quote.lower()) and c.modifier == "exact" and c.value_low == c.value_high]


def _majority(article: Article, rows: Sequence[Row], row: Row, found: dict[str, Claim]) -> Iterator[Claim]:
    """A share of the votes that is needed and that a vote is said to have reached."""
    patterns, text = _words(article.pack), article.lowered
    near = [r for r in rows if abs(r.sentence.number - row.sentence.number) <= _NEAR]
    if not any(patterns["reached"].search(text, r.sentence.start, r.sentence.end) for r in near):
        return
    for other in rows:
        if not patterns["required"].search(text, other.sentence.start, other.sentence.end) or other is row:
            continue
        shares = [(o, size) for o in other.operands if _HALF < (size := _share(o)) < _ALL]
        if len(shares) == 1:
            share, size = shares[0]
            votes_for, votes_against = found["in_favour"], found["against"]
            if 100 * votes_for.value_low < size * (votes_for.value_low + votes_against.value_low) - _TINY:
                needed_share = ranged(article, votes_for, share.start, share.end, size, Interval(size, size))
                yield needed_share
                yield changed(relation(article, MAJORITY, (needed_share, votes_for, votes_against)), modality="possible")
            return


def _share(operand: Claim | Factor) -> float:
    """The percent that a share or a fraction stands for; 0 for others."""
    if isinstance(operand, Factor):
        return float(operand.value) if operand.share else 0.0
    fraction = operand.unit == "count" and 0 < operand.value_low < 1
    return operand.value_low * 100 if fraction else operand.value_low if operand.unit == PERCENT else 0.0


@cache
def _needed(pack: Pack) -> Wanted:
    return wanted(map(needed, (*pack.votes.against, *pack.votes.votes)))


@cache
def _words(pack: Pack) -> dict[str, re.Pattern[str]]:
    words = pack.votes
    found = {
        name: re.compile(rf"(?<!\w)(?:{trie(getattr(words, name))})(?!\w)") for name in (*_ROLES, "votes", "members", "required", "reached")
    }
    return found | {"to": re.compile(rf"(?: (?:{trie(words.votes)}))? (?:{trie(words.to)}) ")}
