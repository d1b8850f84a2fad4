"""Intervals of numbers."""

from __future__ import annotations

import math
from typing import cast, get_args

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from qcheck.model.interval import Closed, Interval
from qcheck.testing.strategies.options import finite

CLOSED = cast(tuple[Closed, ...], get_args(Closed))


def intervals(
    *, min_value: float | None = None, max_value: float | None = None, allow_infinity: bool | None = None
) -> st.SearchStrategy[Interval[float]]:
    """Intervals of numbers inside [min_value, max_value]; points are the simplest examples.

    `allow_infinity` lets ends without a bound be unbounded (by default they may be). Raises InvalidArgument if the bounds are NaN,
    infinite or in the wrong order, or if an unbounded end is asked for and both sides have a bound.
    """
    finite(min_value=min_value, max_value=max_value)
    if min_value is not None and max_value is not None:
        if min_value > max_value:
            raise InvalidArgument(f"min_value={min_value!r} is larger than max_value={max_value!r}")
        if allow_infinity:
            raise InvalidArgument(f"no end can be unbounded between min_value={min_value!r} and max_value={max_value!r}")
    unbounded = allow_infinity is not False
    return _intervals(min_value, max_value, unbounded and min_value is None, unbounded and max_value is None)


@st.composite
def _intervals(
    draw: st.DrawFn, min_value: float | None, max_value: float | None, unbounded_low: bool, unbounded_high: bool
) -> Interval[float]:
    ends = st.floats(min_value, max_value, allow_nan=False, allow_infinity=False).map(lambda end: end + 0.0)  # no -0.0
    low, high = sorted((draw(ends), draw(ends)))
    if unbounded_low and draw(st.booleans()):
        low = -math.inf
    if unbounded_high and draw(st.booleans()):
        high = math.inf
    closed = "[]" if low == high else draw(st.sampled_from(CLOSED))
    return Interval(low, high, closed)


def ends(interval: Interval[float]) -> tuple[float, float]:
    """Both ends of an interval of numbers, as the columns of a claim hold them."""
    assert interval.low is not None and interval.high is not None, "numbers have -inf and inf"
    return interval.low, interval.high
