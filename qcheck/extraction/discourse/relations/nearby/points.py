"""A change in percent that is just the difference of the two shares beside it: it is one in percentage points."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.changes import Levels, tie
from qcheck.extraction.discourse.relations.nearby.fits import two_times
from qcheck.extraction.discourse.relations.nearby.told import is_time, meets, quotient, window
from qcheck.extraction.discourse.relations.sequence import Row, Told, operands_at
from qcheck.extraction.discourse.relations.terms import PERCENT, bare, ends
from qcheck.extraction.discourse.relations.words import directions, phrases
from qcheck.model.claim import Claim

_BACK = 2  # sentences from a change to the later one of its shares, and from that one to the other
_ALL = 100
_REASON = "the difference of the two shares beside it"


def nearby_points(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `percent_change_of_shares` of changes in percent that no template found shares for."""
    for row in rows:
        for change in row.claims:
            if change.unit != PERCENT or change.value_low != change.value_high or change.claim in used:
                continue
            trend = _trend(row, change)
            if not trend:
                continue
            before = window(rows, row, before=_BACK, after=0)
            pairs = list(_pairs(article, before, change))
            found = {(x.value_low, y.value_low): (x, y) for x, y in pairs if math.isclose(abs(x.value_low - y.value_low), change.value_low)}
            if len(found) != 1 or any(_gives(change, *pair) for pair in pairs if pair not in found.values()):
                continue
            small, big = sorted(next(iter(found.values())), key=lambda c: c.value_low)
            levels = Levels(small, big) if trend == "up" else Levels(big, small)
            terms = tuple(c for c in (small, big) if c.relation)
            yield from tie(article, change, Levels(levels.before, levels.after, terms), trend, reason=_REASON)


def _trend(row: Row, change: Claim) -> str:
    """The direction that the words right around a change tell ("the drop of 6 percent", "the 6 percent drop"); "" for a level."""
    tokens = row.tokens
    place = next((at for at, operand in operands_at(row, tokens) if operand is change), None)
    if place is None or change.trend:
        return change.trend
    pack = row.article.pack
    if place and tokens[place - 1] in phrases(pack, "reaching"):
        return ""
    around = {*tokens[max(0, place - 2) : place], *tokens[place + 1 : place + 2], *change.quote.lower().split()}
    rise, fall = directions(pack)
    return "" if bool(around & rise) == bool(around & fall) else "up" if around & rise else "down"


def _pairs(article: Article, rows: Sequence[Row], change: Claim) -> Iterator[tuple[Claim, Claim]]:
    """The shares of two times that stand side by side before a change."""
    told = [Told(row, c) for row in rows for c in row.claims if c.start < change.start and not is_time(c)]
    for one in told:
        both = ends(article, one.claim) if one.claim.unit == PERCENT and one.claim.modifier == "range" else None
        if both is not None:
            yield both
    for one, other in pairwise(told):
        like = _share(article, other.claim, one.claim)
        if like is not None and _is_share(one.claim) and other.sentence - one.sentence <= 1 and two_times(article, one, other):
            yield one.claim, like


def _is_share(claim: Claim) -> bool:
    return claim.unit == PERCENT and claim.value_low == claim.value_high and claim.kind != "change"


def _share(article: Article, claim: Claim, before: Claim) -> Claim | None:
    """A number as a share: also one that leaves out its unit right after a share ("a year ago it was 52")."""
    if _is_share(claim):
        return claim
    elided = before.unit == PERCENT and claim.unit == "count" and not claim.of and 1 < claim.value_low <= _ALL
    return bare(article, claim, like=before) if elided else None


def _gives(change: Claim, one: Claim, other: Claim) -> bool:
    """Whether a change is that between two shares, in percent of one of them."""
    factors = [(1 + sign * change.low / _ALL, 1 + sign * change.high / _ALL) for sign in (1, -1)]
    return any(meets(quotient(x, y), min(f), max(f)) for f in factors for x, y in ((one, other), (other, one)))
