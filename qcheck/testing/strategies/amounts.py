"""Quantities as a text may give them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import cast, get_args

from hypothesis import strategies as st

from qcheck.model.interval import Interval
from qcheck.model.quantity import Modifier, Quantity, Trend
from qcheck.testing.strategies.options import some
from qcheck.testing.strategies.ranges import intervals

UNITS = ("count", "percent", "USD", "EUR", "kilometer", "age", "percentage_point")
THINGS = ("pump", "house", "water tank", "")


def quantities(
    *,
    min_value: float | None = None,
    max_value: float | None = None,
    modifiers: Sequence[Modifier] = tuple(Modifier),
    units: Sequence[str] = UNITS,
) -> st.SearchStrategy[Quantity]:
    """Quantities whose hard reading lies inside [min_value, max_value], with the typical one always inside it.

    They stand for any reading a text could have, also those that no words of a language give. Raises InvalidArgument for bounds as
    `intervals` does, and if there is no modifier or unit to choose from.
    """
    some(modifiers=modifiers, units=units)
    return _quantities(intervals(min_value=min_value, max_value=max_value), tuple(modifiers), tuple(units))


@st.composite
def _quantities(
    draw: st.DrawFn, hards: st.SearchStrategy[Interval[float]], modifiers: tuple[Modifier, ...], units: tuple[str, ...]
) -> Quantity:
    modifier = draw(st.sampled_from(modifiers))
    hard = draw(hards)
    inside = intervals(min_value=_finite(hard.low), max_value=_finite(hard.high))
    typical = draw(inside) & hard or hard  # a part that only touches an open end is no part
    value: float | tuple[float, float] | None
    if modifier is Modifier.VAGUE:
        value = None
    else:
        low, high = (end if end is not None and math.isfinite(end) else 0.0 for end in (hard.low, hard.high))
        value = (low, high) if modifier is Modifier.RANGE else low
    quote = draw(st.text(min_size=1, max_size=20))
    start = draw(st.integers(0, 1000))
    trend = draw(st.none() | st.sampled_from(cast(tuple[Trend, ...], get_args(Trend))))
    unit, of = draw(st.sampled_from(units)), draw(st.sampled_from(THINGS))
    end = start + len(quote)
    return Quantity(start, end, quote, value, hard, typical, modifier, trend, unit, of, phrase_end=end)


def _finite(end: float | None) -> float | None:
    return end if end is not None and math.isfinite(end) else None
