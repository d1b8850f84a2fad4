"""A time expression (timex) as a text gives it, read against the date of its document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from qcheck.model.interval import Interval
from qcheck.model.timespan import UNKNOWN_SPAN, TimeSpan

TimeBound = Literal["", "since", "before", "until", "after"]
TimexKind = Literal["date", "weekday", "period", "bound", "duration", "clock", "event", "impossible"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A date, weekday, period, bound ("since", "before"), duration or clock time at characters `start` to `end` of the text.

    `span` is unknown where the text needs a document date that is not there, and for durations ("for 3 days") and clock times
    without a day. `duration` is in seconds. `clock_low` and `clock_high` are minutes of the day. An `event` is a dated fact of the
    desk ("the invasion"). `impossible` is a date that no calendar has; `reason` says why. `relative` tells that the document's
    date was used or is needed; `explicit_year` that the words name the year.
    `bound` is the preposition's sense ("since", "before", "until", "after"), empty where there is none.
    """

    start: int
    end: int
    quote: str
    kind: TimexKind
    span: TimeSpan = UNKNOWN_SPAN
    duration: float | None = None
    clock_low: float | None = None
    clock_high: float | None = None
    relative: bool = False
    explicit_year: bool = False
    reason: str = ""
    bound: TimeBound = ""

    @property
    def within(self) -> Interval[date] | None:
        """The days of the span; None where they are unknown."""
        return self.span.within if self.span.known else None
