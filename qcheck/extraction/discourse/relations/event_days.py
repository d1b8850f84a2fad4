"""How many days an event has, beside its first and last day elsewhere: "the four-day fair ... daily from June 12 to June 16"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.dated import first_day, last_day
from qcheck.extraction.discourse.relations.lengths import adjective, ranges
from qcheck.extraction.discourse.relations.terms import ranged
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed
from qcheck.model.interval import Interval
from qcheck.model.timespan import days_from_text

EVENT_DAYS = "event_days"
_LONGEST = 31  # days
_SLIP = 2.0  # how many times too long or too short a length is by a slip
_CLOSE = 2  # days by which a short one is wrong


def event_days(article: Article, rows: Sequence[Claim]) -> Iterator[Claim]:
    """Rows `event_days` (the length, the days from the first to the last), each only likely, where the article has one range of days.

    The last day counts; where nothing says that there is something on each day, the length without it is right as well.
    """
    spans = [r for r in rows if r.role == "claim" and r.unit == "day" and r.value_low == r.value_high and adjective(article.pack, r.quote)]
    told = list(_first_and_last(article, rows))
    if len({(first, last) for first, last, *_ in told}) != 1 or len({r.value_low for r in spans}) != 1:
        return
    first, last, start, end = told[0]
    if spans[0].sentence_start <= start < spans[0].sentence_end:
        return
    length = (last - first).days + 1
    least = length if _daily(article.pack).search(article.lowered) else length - 1
    said = spans[0].value_low
    close = abs(said - length) <= _CLOSE or max(said, length) <= _SLIP * min(said, length)
    if 1 < length <= _LONGEST and close and not least <= said <= length:
        term = ranged(article, spans[0], start, end, float(length), Interval(float(least), float(length)))
        yield changed(term, unit="day", base_factor=spans[0].base_factor)
        yield changed(relation(article, EVENT_DAYS, (spans[0], term)), modality="possible")


def _first_and_last(article: Article, rows: Sequence[Claim]) -> Iterator[tuple[date, date, int, int]]:
    """The first and the last day of each range of days, and its characters; also of one that is told as two dates."""
    times = [r for r in rows if r.role == "time" and r.within and r.reason in ("period", "date", "weekday", "bound")]
    for row in times:
        days = days_from_text(row.within)[0]
        if ranges(article.pack, row) and days.low is not None and days.high is not None:
            yield days.low, days.high, row.start, row.end
    for one, other in pairwise(times):
        between = article.lowered[one.end : other.start].strip(" ,")
        opened = any(f" {word} " in f" {one.quote.lower()}" for word in article.pack.calendar.from_words)
        first, last = first_day(one), last_day(other)
        if opened and between in article.pack.calendar.until_words and first is not None and last is not None and first < last:
            yield first, last, one.start, other.end


@cache
def _daily(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(pack.relations.words['daily'])})(?!\w)")
