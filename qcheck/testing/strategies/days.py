"""Spans of days."""

from __future__ import annotations

from datetime import date
from typing import cast

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from qcheck.model.interval import ANY_DAY, Interval
from qcheck.model.timespan import UNKNOWN_SPAN, TimeSpan, Unknown


def time_spans(
    *, min_value: date = date.min, max_value: date = date.max, allow_unknown: bool = True, allow_open: bool = True
) -> st.SearchStrategy[TimeSpan]:
    """Spans of days inside [min_value, max_value]; one day is the simplest example.

    `allow_open` lets a side have no end (`../2022-02-23`), `allow_unknown` lets the text not tell it (`2022/?`, or `?` as a whole).
    What held throughout always lies within. Raises InvalidArgument if the bounds are in the wrong order.
    """
    if min_value > max_value:
        raise InvalidArgument(f"min_value={min_value!r} is later than max_value={max_value!r}")
    return _spans(min_value, max_value, allow_unknown, allow_open)


@st.composite
def _spans(draw: st.DrawFn, min_value: date, max_value: date, allow_unknown: bool, allow_open: bool) -> TimeSpan:
    days = st.dates(min_value, max_value)
    first, last = sorted((draw(days), draw(days)))
    low: date | None = first
    high: date | None = last
    unknown: Unknown = ""
    if (allow_open or allow_unknown) and draw(st.booleans()):
        side: Unknown = draw(st.sampled_from(cast(tuple[Unknown, ...], ("start", "end"))))
        low, high = (None, high) if side == "start" else (low, None)
        if not allow_open or (allow_unknown and draw(st.booleans())):
            unknown = side
    elif allow_open and draw(st.booleans()):
        low = high = None
    within = ANY_DAY if low is None and high is None else Interval(low, high)
    held: Interval[date] | None = None
    if draw(st.booleans()):
        first, last = sorted((draw(st.dates(first, last)), draw(st.dates(first, last))))
        held = Interval(first, last)
    vague = draw(st.booleans())
    if allow_unknown and draw(st.booleans()):
        return UNKNOWN_SPAN  # last, so that a day is simpler
    return TimeSpan(within, held, unknown, vague)
