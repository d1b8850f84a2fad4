"""How long something lasted, told in another sentence than its first and last day or hour, or than the year that it began in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations import bonds
from qcheck.extraction.discourse.relations.lengths import NEAR, TIME, adjective, ranges
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import Sentence, sentence_at
from qcheck.extraction.nouns.shapes import YEAR
from qcheck.model.claim import Claim, changed
from qcheck.model.timespan import days_from_text

_BACK = 2  # sentences from a length to its ends
_FAR = 4  # and from the hours of something that is told to its clock times
_BESIDE = 24  # characters before or behind a length that words such as "those" stand within
_HOUR = 60  # minutes: less is the slack of one clock time
_YEAR = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d(?!\d)")
_NUMBER = re.compile(r"\d+")
_CLOCKS = ("hour", "minute")
_DAYS = ("day", "week", "month", "year", "decade")
_FEWEST_YEARS, _MANY = 3, 10
_ENDS = 2  # years of a range
_SLIP = 2.0  # how many times too long or too short a length may be by a slip


def lengths_apart(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `length` and `hours` (the length, then its ends) and `years_since` (the length, the year that it began in)."""
    spans = [r for r in rows if r.role == "claim" and r.dimension == TIME and r.modifier == "exact" and r.value_low == r.value_high]
    spans = [
        span for span in spans if not _is_day(span) and bonds.word_after(article.text, span.end) not in article.pack.calendar.no_length
    ]
    if not spans:
        return []
    times: dict[int, list[Claim]] = {}
    for row in rows:
        home = sentence_at(article.sentences, row.start)
        told = (row.role == "time" and row.reason != "duration") or (row.role == "number" and row.reason == YEAR)
        if home is not None and told:
            times.setdefault(home.number, []).append(row)
    found: list[Claim] = []
    for span in spans:
        ends = list(_ends(article, span, times)) if _pointing(article, span) else []
        found += ends or _only_years(article, span, times)
    return found


def _only_years(article: Article, span: Claim, times: dict[int, list[Claim]]) -> list[Claim]:
    """The only first and last year that an article tells of, for a length in office: "his six years as mayor", far from "2014 to 2018"."""
    years = {int(y) for y in _YEAR.findall(article.text)}
    if span.unit != "year" or not _tenure(article, span) or any(b - a == span.value_low for a in years for b in years):
        return []
    whole = [
        t for told in times.values() for t in told if ranges(article.pack, t) and len(set(_YEAR.findall(t.quote))) == len(("first", "last"))
    ]
    if len({t.within for t in whole}) != 1:
        return []
    first, last = map(int, _YEAR.findall(whole[0].quote))
    close = first < last and 1 / _SLIP <= span.value_low / (last - first) <= _SLIP
    return [changed(relation(article, "length", [span, whole[0]], reason=NEAR), modality="possible")] if close else []


def _is_day(span: Claim) -> bool:
    """Whether a length only tells how long ago something was."""
    return span.time_quote != "" and set(span.quote.lower().split()[:2]) <= set(span.time_quote.lower().split())


def _pointing(article: Article, span: Claim) -> bool:
    """Whether a length is that of something told before: "those six years", "the six-hour meeting", "it lasted six hours"."""
    calendar, text = article.pack.calendar, article.text
    before = text[max(span.sentence_start, span.start - _BESIDE) : span.start].lower().rstrip()
    after = text[span.end : span.end + _BESIDE].lower().lstrip()
    lasting = any(before.endswith(f" {word}") or before == word for word in (*calendar.lasting, *calendar.following))
    opens = text[span.sentence_start : span.start].strip() == "" and after.startswith(tuple(calendar.in_all))
    return (span.definite and (adjective(article.pack, span.quote) or _tenure(article, span))) or lasting or opens or _tenure(article, span)


def _tenure(article: Article, span: Claim) -> bool:
    """Whether words tell that a length reaches from a beginning to now ("in those six years", "in den sechs Jahren seiner Amtszeit")."""
    calendar, text = article.pack.calendar, article.text
    before = text[max(span.sentence_start, span.start - _BESIDE) : span.end].lower()
    after = text[span.end : span.end + _BESIDE].lower().lstrip()
    told = after.startswith(tuple(f"{word} " for word in calendar.tenure)) or any(f" {word} " in f"{before} " for word in calendar.tenure)
    return told or any(f" {word} " in f" {before}" for word in calendar.those)


def _after(article: Article, span: Claim) -> bool:
    """Whether something comes "after" a length of many years, of which a beginning was told."""
    before = article.text[max(span.sentence_start, span.start - _BESIDE) : span.start].lower().split()
    return span.value_low >= _MANY and bool(before) and before[-1] in article.pack.calendar.following


def _ends(article: Article, span: Claim, times: dict[int, list[Claim]]) -> Iterator[Claim]:
    """The ends of a length, in the nearest sentence that tells some."""
    far = span.unit in _CLOCKS and span.definite
    for back in range((_FAR if far else _BACK) + 1):
        number = span.sentence - back
        if number < 1 or span.paragraph - article.sentences[number - 1].paragraph.number > 1 + far:
            return
        told = times.get(number, ())
        if not back and any(t.start > span.end and ranges(article.pack, t) for t in told):
            return  # it has days of its own
        here = [t for t in told if back or t.end <= span.start]
        if not here:
            continue
        if span.unit in _CLOCKS:
            yield from _hours(article, span, [t for t in here if t.clock_low == t.clock_low])
            if any(t.clock_low == t.clock_low for t in here):
                return
        elif span.unit in _DAYS:
            found = list(_days(article, span, article.sentences[number - 1], here))
            yield from found
            if found:
                return


def _hours(article: Article, span: Claim, clocks: Sequence[Claim]) -> Iterator[Claim]:
    if len(clocks) == 1 and (ranges(article.pack, clocks[0]) or _two_clocks(clocks[0])):
        yield relation(article, "hours", [span, clocks[0]], reason=NEAR)
    elif len(clocks) == 2 and all(c.clock_low == c.clock_high for c in clocks):
        yield relation(article, "hours", [span, *clocks], reason=NEAR)


def _two_clocks(row: Claim) -> bool:
    """Whether a time row tells its first and its last hour ("from 7 a.m. until 3 p.m. on Monday")."""
    return len(_NUMBER.findall(row.quote)) > 1 and row.clock_high - row.clock_low >= _HOUR


def _days(article: Article, span: Claim, sentence: Sentence, here: Sequence[Claim]) -> Iterator[Claim]:
    whole = [t for t in here if ranges(article.pack, t)]
    if len(whole) == 1 and span.sentence != sentence.number:
        yield relation(article, "length", [span, whole[0]], reason=NEAR)
        return
    day = [t for t in here if _begins(t)]
    lasts = span.unit == "year" and span.value_low >= _FEWEST_YEARS and not whole
    if (
        len(day) == 1
        and lasts
        and _about_as_long(article, span, day[0])
        and (_tenure(article, span) or _after(article, span))
        and article.published is not None
    ):
        tie = relation(article, "years_since", [span, day[0]], reason=NEAR, trend="up")
        yield changed(tie, value_low=span.value_low, value_high=span.value_low)
    elif (
        len(day) == 2
        and not whole
        and _two_ends(article, sentence, day)
        and (span.sentence == sentence.number or not _tenure(article, span))
    ):
        yield relation(article, "length", [span, *day], reason=NEAR)


def _about_as_long(article: Article, span: Claim, row: Claim) -> bool:
    """Whether a length can be meant to be the time from a year to the article's own."""
    low = days_from_text(row.within)[0].low if row.within else None
    year = low.year if low else int(row.quote) if row.quote.isdecimal() else 0
    since = article.published.year - year if article.published and year else 0
    return since > 0 and 1 / _SLIP <= span.value_low / since <= _SLIP


def _begins(row: Claim) -> bool:
    """Whether a row is a year, a month or a day that something may have begun in, and no open end of a period."""
    low, high = days_from_text(row.within)[0].low if row.within else None, days_from_text(row.within)[0].high if row.within else None
    if row.reason == YEAR:
        return True
    dated = (
        low is not None and row.time_year == "as written" and row.reason in ("date", "period", "bound") and row.time_bound in ("", "since")
    )
    return dated and (row.time_bound == "since" or (high is not None and low is not None and (high - low).days <= 366))


def _two_ends(article: Article, sentence: Sentence, days: Sequence[Claim]) -> bool:
    """Whether a verb of beginning stands beside the first of two days, and one of ending beside the last."""
    text = article.lowered
    first, last = days
    begun = text[sentence.start : first.end]
    ended = text[first.end : last.end + _BESIDE]
    return any(
        any(f" {word} " in f" {begun} " for word in pair.first) and any(f" {word} " in f" {ended} " for word in pair.last)
        for pair in article.pack.calendar.sequences
    )
