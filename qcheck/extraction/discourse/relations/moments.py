"""Of which times two levels are, and the words of a sentence that point at an earlier one or back at what was told."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.changes import Levels, Open
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.terms import PERCENT, multiple
from qcheck.extraction.discourse.relations.words import phrases
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.timespan import span_from_text

_YEAR = 365.25
SAME_YEARS = 0.3  # years by which two lengths may differ
_LIKELY = (0.4, 2.5)  # what levels that lie apart may be of what the change makes of them: else they are likely others


def days_of(claim: Claim) -> tuple[date, date] | None:
    """The first and the last day of a number that names some."""
    within = span_from_text(claim.within).within if claim.within and claim.time_quote else None
    return None if within is None or within.low is None or within.high is None else (within.low, within.high)


def years_between(levels: Levels) -> float:
    """Years from the one level to the other; 0 where nothing tells."""
    before, after = days_of(levels.before), days_of(levels.after)
    return (after[0].toordinal() - before[0].toordinal()) / _YEAR if before and after and before != after else 0.0


def follows(article: Article, before: Claim, after: Claim) -> bool:
    """Whether a level is of days as many as those of the other and right after them, or of days that begin a year later."""
    one, two = days_of(before), days_of(after)
    if one is not None and two is None and article.published is not None and not after.time_quote:
        # what an article tells first is of its own time
        return after.zone in ("headline", "lede") and one[1].year + 1 == article.published.year and before.modality == after.modality
    if before.modality != after.modality or one is None or two is None or two[0] <= one[1]:
        return False
    if (one[0].month, one[0].day, one[0].year + 1) == (two[0].month, two[0].day, two[0].year):
        return True
    lengths = [(high - low).days + 1 for low, high in (one, two)]
    return min(lengths) >= 0.9 * max(lengths) and (two[0] - one[1]).days <= 2 + 2 * max(lengths)


def of_two_times(article: Article, one: Claim, other: Claim) -> bool:
    """Whether two numbers are of different days, or one of days past and the other of none that is told."""
    first, second = days_of(one), days_of(other)
    if first and second:
        return first != second
    told = first or second
    return told is not None and article.published is not None and told[1].year < article.published.year


def earlier(pack: Pack, *rows: Row) -> bool:
    """Whether words of one of these sentences tell of an earlier time."""
    return any("earlier" in row.says for row in rows)


def is_multiple(change: Claim) -> bool:
    """Whether a change is told as a multiple."""
    return bool(change.relation) and change.unit != PERCENT


def lasted(change: Open, levels: Levels) -> bool:
    """Whether the days of two levels lie as many years apart as the sentence says that the change took, where both are told."""
    length, gap = years_told(change.row), years_between(levels)
    return not length or not gap or abs(gap - length) <= SAME_YEARS


def years_told(row: Row) -> float:
    """The years over which a sentence says that something changed; 0 where it does not."""
    if _one_year(row.article.pack).search(row.lowered, row.sentence.start, row.sentence.end):
        return 1.0
    years = {c.value_low for c in row.claims if c.unit == "year" and c.value_low == c.value_high}
    decades = {c.value_low * 10 for c in row.claims if c.unit == "decade"}
    return (years | decades).pop() if len(years | decades) == 1 else 0.0


@cache
def _one_year(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(pack.relations.words['one_year'])})(?!\w)")


def points_back(pack: Pack, row: Row) -> bool:
    """Whether a sentence begins with a word that points at what was told before."""
    return begins(pack, row, "demonstrative")


def begins(pack: Pack, row: Row, name: str) -> bool:
    """Whether a sentence begins with a phrase of a list."""
    return row.text.startswith(openings(pack, name))


def likely(change: Open, levels: Levels) -> bool:
    """Whether the levels can be meant at all; between shares a change in percent may be one in points."""
    size, claim = change.change.value_low, change.change
    if not levels.before.value_low or levels.after.unit == PERCENT:
        return levels.after.unit == PERCENT
    sign = -1 if change.trend == "down" else 1
    whole = 100 if claim.unit == PERCENT else 1 if 0 < size < 1 else levels.before.value_low
    factor = size if is_multiple(claim) else 1 + sign * size / whole
    return factor > 0 and _LIKELY[0] <= multiple(levels.after.value_low, levels.before.value_low * factor) <= _LIKELY[1]


@cache
def openings(pack: Pack, name: str) -> tuple[str, ...]:
    """The phrases of a list, each with the space behind it."""
    return tuple(f"{phrase} " for phrase in phrases(pack, name))
