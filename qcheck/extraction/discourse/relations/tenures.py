"""How many years somebody has done something, told far from the year in which it began: "after 27 years ... he had come in 1994"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.beginnings import NEAR
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.extraction.nouns.shapes import YEAR
from qcheck.extraction.nouns.unit_words import any_of
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.timespan import days_from_text

_FEWEST = 3  # years
_LED = 24  # characters before a length that hold the words that lead it
_SLIP, _MOST = 0.6, 1.7  # what a length by a slip is of the right one
_FAR = 5  # sentences between a length and the year in which it began
_WRITTEN = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d(?!\d)")
_EXPLAINED = 1  # years between a length and what a year gives


def tenures(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `years_since` (the length, the year that it began in), each only likely; none where some year of the article explains it."""
    if article.published is None:
        return []
    spans = [r for r in rows if r.role == "claim" and r.unit == "year" and r.modifier == "exact" and r.value_low == r.value_high >= _FEWEST]
    spans = [span for span in spans if _led(article, span)]
    if not spans:
        return []
    years = [(row, year) for row in rows if (year := _year(row)) and article.published.year - year >= _FEWEST]
    begun = [(row, year) for row, year in years if _begins(article, row)]
    told = {int(year) for year in _WRITTEN.findall(article.text)}
    found = []
    for span in spans:
        near = [(row, year) for row, year in begun if abs(_sentence(article, row) - span.sentence) <= _FAR]
        since = [(row, article.published.year - year) for row, year in near]
        if any(abs(last - first - span.value_low) <= _EXPLAINED for first in told for last in (*told, article.published.year)):
            continue
        fitting = [(row, length) for row, length in since if _SLIP <= span.value_low / length <= _MOST]
        if len({length for _, length in fitting}) == 1 and len({length for _, length in since}) == 1:
            tie = relation(article, "years_since", [span, fitting[0][0]], reason=NEAR, trend="up")
            found.append(replace(tie, value_low=span.value_low, value_high=span.value_low))
    return found


def _sentence(article: Article, row: Claim) -> int:
    home = sentence_at(article.sentences, row.start)
    return home.number if home is not None else 0


def _led(article: Article, span: Claim) -> bool:
    """Whether the words before a length say that it reaches from a beginning to now ("after 27 years", "in her 14 years in office")."""
    before = article.lowered[max(span.sentence_start, span.start - _LED) : span.start]
    after = article.lowered[span.start : span.end + _LED]
    calendar = article.pack.calendar
    opened = not article.text[span.sentence_start : span.start].strip() or _words(tuple(calendar.served)).search(before) is not None
    apart = any(f" {word} " in f" {after} " for word in calendar.no_length)
    return opened and (not apart or any(f" {word}" in after for word in calendar.since_then))


@cache
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words)})(?: [\w'’]+)?\s*$")


def _year(row: Claim) -> int:
    """The year that a time row writes; 0 for others."""
    if row.role == "number" and row.reason == YEAR and row.quote.isdecimal():
        return int(row.quote)
    if row.role != "time" or row.time_year != "as written" or row.time_bound not in ("", "since"):
        return 0
    days = days_from_text(row.within)[0] if row.within else None
    return days.low.year if days and days.low and (row.time_bound or (days.high and days.high.year == days.low.year)) else 0


def _begins(article: Article, row: Claim) -> bool:
    """Whether the sentence of a year tells of somebody's beginning ("came in 1994", "has led it since 2007")."""
    sentence = sentence_at(article.sentences, row.start)
    if sentence is None:
        return False
    if _born(article.pack).search(article.lowered, sentence.start, sentence.end):
        return False
    return row.time_bound == "since" or _begin(article.pack).search(article.lowered, sentence.start, sentence.end) is not None


@cache
def _born(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(word.lower() for word in pack.calendar.born)})(?!\w)")


@cache
def _begin(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(pack.calendar.took_up)})(?!\w)")
