"""What a period behind a bound comes to: the fields of its time expression."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from qcheck.extraction.timexes import calendar
from qcheck.extraction.timexes.calendar import Days
from qcheck.extraction.timexes.period import Period, resolve
from qcheck.extraction.timexes.reader import Reader
from qcheck.model.interval import Interval
from qcheck.model.timespan import UNKNOWN_SPAN, TimeSpan


class Found(NamedTuple):
    """An expression from token `start` to `end`: the fields of its Timex, and what a lone year must still prove."""

    start: int
    end: int
    reading: dict[str, Any]
    period: Period | None = None
    bare_year: bool = False
    prepositioned: bool = False


def spoken(r: Reader, period: Period, bound: str, toward: int) -> dict[str, Any]:
    """The fields of a Timex for a period behind a bound ("" for none)."""
    resolved = resolve(period, r.published, toward)
    fields: dict[str, Any] = {"relative": resolved.relative, "explicit_year": resolved.explicit_year}
    if resolved.impossible:
        return fields | {"kind": "impossible", "reason": resolved.impossible}
    days = resolved.days
    if (
        days is not None
        and period.weekday
        and days.low
        and days.low == days.high
        and days.low.isoweekday() != period.weekday
        and period.day
    ):
        fields["reason"] = f"{days.low.isoformat()} is another weekday"
    span = UNKNOWN_SPAN if days is None else _span(period, days, bound, r.published)
    kind = _kind(period, days)
    if bound:
        kind = "bound"
    return fields | {"kind": kind, "span": span, "bound": "since" if bound == "onward" else bound}


def _kind(period: Period, days: Days | None) -> str:
    if period.event:
        return "event"
    if period.weekday and not period.day:
        return "weekday"
    if days is not None and days.low is not None and days.low == days.high:
        return "date"
    return "date" if period.point else "period"


def _span(period: Period, days: Days, bound: str, published: date | None) -> TimeSpan:
    low, high = days.low, days.high
    vague = period.vague
    if bound in ("since", "onward"):
        if low is None:
            return UNKNOWN_SPAN
        if bound == "onward" or (published is not None and published < low):
            return TimeSpan(Interval(low, None), None, "", vague)
        if published is None:
            return TimeSpan(Interval(low, None), None, "end", vague)
        within = Interval(low, published)
        return TimeSpan(within, None if vague else within, "", vague)
    if bound == "before":
        edge = high if period.late else low
        last = None if edge is None else calendar.shift(edge, "day", -1)
        return UNKNOWN_SPAN if last is None else TimeSpan(Interval(None, last), None, "", vague)
    if bound == "until":
        return UNKNOWN_SPAN if high is None else TimeSpan(Interval(None, high), None, "", vague)
    if bound == "after":
        first = low if period.event else None if high is None else calendar.shift(high, "day", 1)
        return UNKNOWN_SPAN if first is None else TimeSpan(Interval(first, None), None, "", vague)
    if low is None or high is None:
        return TimeSpan(days, None, "start" if low is None else "end", vague)
    return TimeSpan(days, None if vague or low == high else days, "", vague)
