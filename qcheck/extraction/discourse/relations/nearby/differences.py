"""So many more or fewer than at another time or of another thing: the two numbers stand around it, or elsewhere in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import PERSON
from qcheck.extraction.discourse.relations.changes import POINTS
from qcheck.extraction.discourse.relations.moments import days_of
from qcheck.extraction.discourse.relations.nearby.told import PART, akin, family, levels, window
from qcheck.extraction.discourse.relations.sequence import Row, Told
from qcheck.extraction.discourse.relations.terms import PERCENT, bare, multiple
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.relations.words import directions, phrases
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

_FAR = 10  # sentences from a difference to its levels
_LARGER = 2  # how many times the difference a level is at least
_SLIP = (0.3, 3.4)  # what a difference by a slip is of the right one
_REASON = "the only two numbers whose difference it can be"
_BEHIND = 12  # characters behind a comparative in which its base begins


def nearby_differences(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `difference` (difference, after, before) that no template found."""
    for row in rows:
        for change, trend, base in _compared(row):
            if change.claim in used or change.value_low != change.value_high or change.modifier not in ("exact", "about"):
                continue
            near = [t for t in levels(window(rows, row, before=_FAR, after=_FAR, paragraphs=_FAR)) if _may_be_level(t.claim, change)]
            headline = [t for r in rows if r.sentence.paragraph.zone == "headline" for t in levels([r]) if _may_be_level(t.claim, change)]
            pair = _pair(article, change, trend, base, [*headline, *near])
            if pair is not None:
                after, before = pair
                terms = [c for c in (after, before) if c.relation]
                yield from terms
                yield relation(article, "difference", (change, after, before), trend=trend, reason=_REASON)


def _compared(row: Row) -> Iterator[tuple[Claim, str, Claim | None]]:
    """The numbers with a comparative and "than" behind them, with its direction and the number that it starts from, if it is told."""
    rise, _ = directions(row.article.pack)
    pattern = _words(row.article.pack)
    for change in row.claims:
        if change.unit in (PERCENT, POINTS):
            continue
        # the words of the text, since "more than a year ago" may be read as a time
        behind = pattern.match(row.lowered, change.end, row.sentence.end)
        if behind is not None:
            base = next((c for c in row.claims if 0 <= c.start - behind.end() <= _BEHIND), None)
            yield change, "up" if behind["compares"] in rise else "down", base


@cache
def _words(pack: Pack) -> re.Pattern[str]:
    rise, fall = directions(pack)
    compares = [word for word in phrases(pack, "comparatives") if word in rise | fall]
    return re.compile(rf"(?: [^\W\d_]+)? (?P<compares>{trie(compares)}) (?:{trie(phrases(pack, 'than'))})(?!\w)")


def _may_be_level(claim: Claim, change: Claim) -> bool:
    plain = claim.part != PART and claim.modality in ("asserted", change.modality) and claim.kind != "change"
    return claim is not change and plain and claim.unit == change.unit and claim.value_low >= _LARGER * change.value_low


def _pair(article: Article, change: Claim, trend: str, base: Claim | None, found: Sequence[Told]) -> tuple[Claim, Claim] | None:
    """The level after and the one before; None where some numbers give the difference, or several may be meant."""
    values = [t.claim for t in found] + ([base] if base is not None else [])
    if any(_gives(change, one, other) for one in values for other in values):
        return None
    if base is not None:
        base = bare(article, base, like=change) or base if base.unit != change.unit else base
        after = [c for c in values if c is not base and _akin(change, c) and _slipped(change, c, base, trend)]
        after = [c for c in after if c.of == change.of] or after
        return (after[0], base) if len({c.value_low for c in after}) == 1 else None
    if not change.of:
        return None
    before = [c for c in values if c.of == change.of and days_of(c) and c.time_quote]
    pairs = [
        (after, one)
        for one in before
        for after in values
        if after is not one and _akin(change, after) and _slipped(change, after, one, trend) and _later(article, after, one)
    ]
    return pairs[0] if len({(x.value_low, y.value_low) for x, y in pairs}) == 1 else None


def _akin(change: Claim, level: Claim) -> bool:
    return akin(change, level) or (level.of == "" and level.unit == change.unit) or family(change) == PERSON


def _gives(change: Claim, one: Claim, other: Claim) -> bool:
    return one is not other and one.low - other.high <= change.high and change.low <= one.high - other.low


def _slipped(change: Claim, after: Claim, before: Claim, trend: str) -> bool:
    grown = (after.value_low - before.value_low) * (1 if trend == "up" else -1)
    return _SLIP[0] <= multiple(grown, change.value_low) <= _SLIP[1]


def _later(article: Article, after: Claim, before: Claim) -> bool:
    """Whether the one level is of days after those of the other, or of the article's own."""
    days, others = days_of(after), days_of(before)
    if others is None or article.published is None:
        return False
    return days[0] > others[1] if days is not None else others[1].year < article.published.year
