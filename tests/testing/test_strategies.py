"""The strategies give only what their options allow, and give enough of it."""

from __future__ import annotations

import math
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import find, given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from qcheck.model.interval import Interval
from qcheck.model.quantity import Modifier, Quantity
from qcheck.model.timespan import TimeSpan, span_from_text, span_text
from qcheck.testing.strategies import intervals, quantities, time_spans


@given(intervals(min_value=-2, max_value=3))
def test_intervals_lie_inside_their_bounds(interval: Interval[float]) -> None:
    assert interval.inside(Interval(-2.0, 3.0))


@given(intervals(allow_infinity=False))
def test_intervals_are_bounded_where_asked(interval: Interval[float]) -> None:
    assert interval.low is not None and math.isfinite(interval.low)
    assert interval.high is not None and math.isfinite(interval.high)


@given(st.data())
def test_bounds_hold_whatever_they_are(data: st.DataObject) -> None:
    low, high = sorted(data.draw(st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 2)))
    assert data.draw(intervals(min_value=low, max_value=high)).inside(Interval(low, high))


@pytest.mark.parametrize("closed", ["[]", "[)", "(]", "()"])
def test_every_kind_of_end_is_found(closed: str) -> None:
    assert find(intervals(allow_infinity=False), lambda i: i.closed == closed).closed == closed


def test_unbounded_ends_are_found() -> None:
    assert str(find(intervals(), lambda i: i.low == -math.inf and i.high == math.inf)) == "(-inf, inf)"


def test_intervals_shrink_to_simple_ones() -> None:
    assert find(intervals(), lambda i: i.high is not None and i.high >= 7) == Interval(0.0, 7.0)


@given(time_spans(min_value=date(2022, 1, 1), max_value=date(2024, 2, 29), allow_open=False, allow_unknown=False))
def test_spans_lie_inside_their_bounds(span: TimeSpan) -> None:
    assert span.known and not span.unknown
    assert span.within.inside(Interval(date(2022, 1, 1), date(2024, 2, 29)))


@given(time_spans(allow_unknown=False))
def test_spans_are_known_where_asked(span: TimeSpan) -> None:
    assert not span.unknown


@given(time_spans(allow_open=False))
def test_spans_without_an_end_are_unknown_where_open_ones_are_not_asked_for(span: TimeSpan) -> None:
    assert (span.within.low is None or span.within.high is None) == bool(span.unknown)


@given(time_spans())
def test_a_span_survives_its_text(span: TimeSpan) -> None:
    held = "" if span.throughout is None else span_text(span.throughout)
    assert span_from_text(str(span), held, vague=span.vague) == span


@given(quantities(min_value=0))
def test_typical_lies_inside_hard(quantity: Quantity) -> None:
    assert quantity.typical.inside(quantity.hard)
    assert quantity.hard.inside(Interval(0.0, math.inf))


@given(quantities(modifiers=[Modifier.ABOUT], units=["EUR"]))
def test_quantities_take_their_choices(quantity: Quantity) -> None:
    assert (quantity.modifier, quantity.unit) == (Modifier.ABOUT, "EUR")


@pytest.mark.parametrize("modifier", list(Modifier))
def test_every_modifier_is_found(modifier: Modifier) -> None:
    assert find(quantities(), lambda q: q.modifier is modifier).modifier is modifier


def test_wrong_options_are_refused() -> None:
    with pytest.raises(InvalidArgument, match="min_value=2 is larger than max_value=1"):
        intervals(min_value=2, max_value=1)
    with pytest.raises(InvalidArgument, match="not finite"):
        intervals(max_value=math.inf)
    with pytest.raises(InvalidArgument, match="no end can be unbounded"):
        intervals(min_value=0, max_value=1, allow_infinity=True)
    with pytest.raises(InvalidArgument, match="is later than"):
        time_spans(min_value=date(2023, 1, 1), max_value=date(2022, 1, 1))
    with pytest.raises(InvalidArgument, match="modifiers is empty"):
        quantities(modifiers=[])


def test_without_hypothesis_the_error_says_what_to_install() -> None:
    code = "import sys; sys.modules['hypothesis'] = None; import qcheck.testing; import qcheck.testing.strategies"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert (
        run.stderr.strip().splitlines()[-1] == "ImportError: qcheck.testing.strategies needs Hypothesis: pip install 'qcheck[hypothesis]'"
    )
