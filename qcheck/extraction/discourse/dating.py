"""When a statement holds: the time words that govern it, else what its tense says against the date of the article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from qcheck.extraction.discourse.ledger import year_from
from qcheck.extraction.discourse.marks import Reading
from qcheck.model.claim import Kind, Modality, Zone
from qcheck.model.interval import Interval
from qcheck.model.timespan import UNKNOWN_SPAN, TimeSpan, span_text, until
from qcheck.model.timex import Timex

_REACH = 8
_SUPERLATIVE = 5  # words from a superlative to the time words that go with it
_BESIDE = 4  # the cost of borders from which on a clause stands beside another
_UNDATED = ("duration", "clock", "impossible")


def governing(
    timexes: Sequence[Timex],
    reading: Reading,
    first: int,
    last: int,
    *,
    clock: bool = False,
    counted: Sequence[tuple[int, int]] = (),
    event: int = 0,
) -> Timex | None:
    """The nearest time words of the clause, or None: words of saying keep theirs ("said on Friday that ..."), and those of a clause
    beside keep theirs where it counts something itself (`counted`: the tokens of all quantities of the sentence). `event` is where
    something is said of it: a word behind that for what is to come keeps its times ("were ordered and should arrive in 2027").
    """
    best: Timex | None = None
    least = 10_000
    for timex in timexes:
        if (timex.kind in _UNDATED) != clock or (clock and timex.clock_low is None):
            continue
        begin, end = reading.index(timex.start), reading.index(timex.end - 1)
        if begin <= last and end >= first:
            continue
        border = reading.border(end, first) if end < first else reading.border(last, begin)
        if event and end > max(last, event) and _to_come(reading, max(last, event), begin):
            continue
        if _rare(reading, begin) or border >= _REACH or _said(reading, begin, first) or _compared(reading, (begin, end), (first, last)):
            continue
        if border and any(reading.border(b, begin) == 0 and not b <= first <= e for b, e in counted) and not _listed(reading, first, begin):
            continue
        cost = (first - end if end < first else begin - last) + border
        if cost < least:
            best, least = timex, cost
    return best


def _rare(reading: Reading, begin: int) -> bool:
    """Whether time words only tell how rare something is: the worst accident in 20 years."""
    near = [m for m in reading.of("superlatives", max(0, begin - _SUPERLATIVE), begin - 1) if reading.border(m.last, begin) == 0]
    between = range(near[-1].last + 1, begin) if near else range(0)
    said = any((m := reading.at("event", i)) and m.form != "noun" for i in between)
    return bool(near) and not said and not any(reading.at(kind, i) for i in between for kind in ("preterite", "passive", "perfect"))


def _to_come(reading: Reading, said: int, begin: int) -> bool:
    """Whether a word for what is to come stands between what is said and time words."""
    hedged = any(m.value in ("planned", "possible") for m in reading.of("modality", said + 1, begin))
    return hedged or bool(reading.of("future", said + 1, begin) or reading.of("foreseen", said + 1, begin))


def _listed(reading: Reading, first: int, begin: int) -> bool:
    """Whether only a conjunction parts a figure from time words, which then are of both ("12 dead and 30 hurt on Friday")."""
    return reading.border(first, begin) < _BESIDE


def _compared(reading: Reading, time: tuple[int, int], said: tuple[int, int]) -> bool:
    """Whether a comparison parts time words from a figure ("62, down from 75 in 2023"), or they tell how rare it is."""
    left, right = (time, said) if time[0] < said[0] else (said, time)
    if any(m.first > left[1] and (m.first < right[0] or right == time) for m in reading.of("comparisons", left[1] + 1, right[1])):
        return True
    if any(m.first <= time[0] <= m.last + 1 and not m.last >= time[1] for m in reading.of("comparisons")):
        return True
    return bool(reading.of("superlatives", max(0, time[0] - 2), time[0])) and time[0] > said[1]


def _said(reading: Reading, begin: int, anchor: int) -> bool:
    """Whether the verb that time words follow is one of saying, and not the clause of the anchor."""
    verbs = [m for m in reading.of("speech", 0, begin) if reading.border(m.last, begin) < 3 and begin - m.last <= 5]
    events = [m for m in reading.of("event", 0, begin) if m.form != "noun"]
    if not verbs or (events and events[-1].first > verbs[-1].first):
        return False
    return anchor > begin or reading.border(verbs[-1].first, anchor) >= 2


def dated(
    timex: Timex | None,
    clock: Timex | None,
    *,
    published: date | None,
    modality: Modality,
    tense: str,
    kind: Kind,
    zone: Zone,
    earlier: str = "",
) -> dict[str, Any]:
    """The time columns of a claim. Without time words: what is told as past lies before the article, what is planned after it.

    `earlier` are words that tell that a figure is of a day before the article's own.
    """
    columns: dict[str, Any] = {}
    span = UNKNOWN_SPAN
    if earlier and timex is None:
        span = TimeSpan(Interval(None, published - timedelta(days=1)), vague=True) if published else UNKNOWN_SPAN
        columns = {"time_quote": earlier, "time_bound": "before", "time_vague": True}
    elif timex is not None:
        span = timex.span
        if published and modality == "asserted" and tense == "past" and span.known and not timex.explicit_year:
            span = until(span, published)
        columns = {
            "time_quote": timex.quote,
            "time_bound": timex.bound,
            "time_vague": span.vague,
            "time_year": year_from(timex),
            "throughout": span_text(span.throughout) if span.throughout is not None else "",
        }
        if kind in ("level", "total") and span.within.high is not None:
            columns["as_of"] = span.within.high.isoformat()
    elif published:
        if modality == "planned":
            span = TimeSpan(Interval(published, None))
        elif tense == "present" and zone != "headline":
            span = TimeSpan(Interval(published, published))
        else:
            span = TimeSpan(Interval(None, published))
        if kind in ("level", "total") or tense == "present":
            columns["as_of"] = published.isoformat()
    for source in (clock, timex):
        if source is not None and source.clock_low is not None:
            columns["clock_low"] = source.clock_low
            columns["clock_high"] = source.clock_low if source.clock_high is None else source.clock_high
            break
    columns["within"] = str(span)
    return columns
