"""Laws of intervals, each named after the law; a witness is a point that shows it."""

from __future__ import annotations

import itertools
import math
import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qcheck.model.interval import ANY_DAY, EVERYTHING, SOME, Closed, Interval, number_text, numbers
from qcheck.testing.strategies import intervals

CLOSED: tuple[Closed, ...] = ("[]", "[)", "(]", "()")
# all intervals with ends among a few numbers: they touch, nest and share ends far more often than random ones do
ENDS = (-math.inf, 0.0, 1.0, 2.0, math.inf)
SMALL = [
    Interval(low, high, closed)
    for low, high, closed in itertools.product(ENDS, ENDS, CLOSED)
    if (low < high and low < math.inf and high > -math.inf) or (low == high and math.isfinite(low) and closed == "[]")
]
small = st.sampled_from(SMALL)
either = small | intervals()
WITNESSES = (-5.0, 0.0, 0.5, 1.0, 1.5, 2.0, 7.0)
day_ends = st.none() | st.dates(date(2022, 1, 1), date(2022, 1, 9))


@st.composite
def day_intervals(draw: st.DrawFn) -> Interval[date]:
    low, high = draw(day_ends), draw(day_ends)
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return Interval(low, high)


def points(interval: Interval[float]) -> set[float]:
    return {point for point in WITNESSES if point in interval}


def days(interval: Interval[date]) -> set[date]:
    return {day for n in range(-3, 15) if (day := date(2022, 1, 1) + timedelta(n)) in interval}


@given(small, small)
def test_intersection_holds_what_both_hold(a: Interval[float], b: Interval[float]) -> None:
    common = a & b
    assert (points(common) if common else set()) == points(a) & points(b)


@given(small, small)
def test_disjoint_means_no_witness(a: Interval[float], b: Interval[float]) -> None:
    assert a.disjoint(b) == (not points(a) & points(b)) == ((a & b) is None)


@given(small, small)
def test_inside_means_no_witness_outside(a: Interval[float], b: Interval[float]) -> None:
    assert a.inside(b) == (points(a) <= points(b))


@given(small, small)
def test_below_means_every_witness_is_smaller(a: Interval[float], b: Interval[float]) -> None:
    assert a.below(b) == all(x < y for x in points(a) for y in points(b))


@given(small, small)
def test_hull_is_the_smallest_around_both(a: Interval[float], b: Interval[float]) -> None:
    hull = a.hull(b)
    assert a.inside(hull) and b.inside(hull)
    assert all(hull.inside(other) for other in SMALL if a.inside(other) and b.inside(other))


@given(either, either)
def test_intersection_and_hull_do_not_care_about_order(a: Interval[float], b: Interval[float]) -> None:
    assert a & b == b & a
    assert a.hull(b) == b.hull(a)
    assert a.disjoint(b) == b.disjoint(a)


@given(either, either, either)
def test_intersection_is_associative(a: Interval[float], b: Interval[float], c: Interval[float]) -> None:
    left, right = a & b, b & c
    assert (left & c if left else None) == (a & right if right else None)


@given(either, either, either)
def test_widening_never_separates(a: Interval[float], b: Interval[float], more: Interval[float]) -> None:
    if not a.disjoint(b):
        assert not a.hull(more).disjoint(b)


@given(either, either, either)
def test_inside_is_an_order(a: Interval[float], b: Interval[float], c: Interval[float]) -> None:
    assert a.inside(a)
    assert not (a.inside(b) and b.inside(a)) or a == b
    assert not (a.inside(b) and b.inside(c)) or a.inside(c)


@given(either, either)
def test_disjoint_intervals_have_one_below_the_other(a: Interval[float], b: Interval[float]) -> None:
    assert a.below(b) + b.below(a) == a.disjoint(b)


@given(either)
def test_everything_holds_each_and_changes_none(a: Interval[float]) -> None:
    assert a.inside(EVERYTHING)
    assert a & EVERYTHING == a


@given(either)
def test_text_is_read_back(a: Interval[float]) -> None:
    assert numbers(str(a)) == a


@given(either)
def test_an_unbounded_end_is_open(a: Interval[float]) -> None:
    assert a.closed[0] == "(" or a.low != -math.inf
    assert a.closed[1] == ")" or a.high != math.inf
    assert math.inf not in a and -math.inf not in a


@given(either)
def test_a_point_holds_its_ends_only(a: Interval[float]) -> None:
    assert a.is_point == (a.low == a.high)
    assert not a.is_point or (a.low is not None and a.low in a and a.closed == "[]")


@given(day_intervals(), day_intervals())
def test_days_obey_the_same_laws(a: Interval[date], b: Interval[date]) -> None:
    common = a & b
    assert (days(common) if common else set()) == days(a) & days(b)
    assert a.inside(b) == (days(a) <= days(b))
    assert a.inside(ANY_DAY) and (a & ANY_DAY) == a


def test_open_ends_of_days_are_the_next_whole_days() -> None:
    week = (date(2022, 1, 3), date(2022, 1, 9))
    assert Interval(*week, "()") == Interval(date(2022, 1, 4), date(2022, 1, 8))
    assert Interval(*week, "(]") == Interval(date(2022, 1, 4), date(2022, 1, 9))
    assert Interval(*week, "[)") == Interval(date(2022, 1, 3), date(2022, 1, 8))
    assert Interval(None, date(2022, 1, 9), "[)") == Interval(None, date(2022, 1, 8))
    assert Interval(date(2022, 1, 3), date(2022, 1, 5), "()").disjoint(Interval(date(2022, 1, 5), None))


@pytest.mark.parametrize(
    ("low", "high", "closed", "why"),
    [
        (2.0, 1.0, "[]", "is never empty: [2.0, 1.0]"),
        (1.0, 1.0, "[)", "is never empty: [1.0, 1.0)"),
        (1.0, 1.0, "()", "is never empty: (1.0, 1.0)"),
        (math.nan, 1.0, "[]", "has no NaN ends; the unknown is (-inf, inf)"),
        (1.0, math.nan, "[]", "has no NaN ends; the unknown is (-inf, inf)"),
        (math.inf, math.inf, "[]", "cannot begin at inf or end at -inf: inf, inf"),
        (-math.inf, -math.inf, "[]", "cannot begin at inf or end at -inf: -inf, -inf"),
        (date(2022, 1, 2), date(2022, 1, 1), "[]", "is never empty: [2022-01-02, 2022-01-01]"),
        (date(2022, 1, 1), date(2022, 1, 2), "()", "is never empty: [2022-01-02, 2022-01-01]"),
        (date.max, None, "(]", "is never empty: (9999-12-31, None]"),
        (None, date.min, "[)", "is never empty: [None, 0001-01-01)"),
    ],
)
def test_what_is_empty_or_no_number_is_no_interval(low: Any, high: Any, closed: Closed, why: str) -> None:
    with pytest.raises(ValueError, match=f"^an interval {re.escape(why)}$"):
        Interval(low, high, closed)


@pytest.mark.parametrize("text", ["", "400", "400, inf", "(400 inf)", "(a, b)", "[1, 2, 3]", "[2, 1]", "(nan, 1)", "(inf, inf)", "[1, 1)"])
def test_text_that_is_no_interval_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"interval|float"):
        numbers(text)


@given(st.text("0123456789[](),.- einf", max_size=20))
@example("[((1, 2]")
def test_any_text_is_an_interval_or_a_value_error(text: str) -> None:
    try:
        interval = numbers(text)
    except ValueError:
        return
    assert numbers(str(interval)) == interval


@pytest.mark.parametrize(
    ("end", "text"),
    [
        (400.0, "400"),
        (1.7e9, "1700000000"),
        (14.45, "14.45"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e300, "1e+300"),
        (1e15, "1000000000000000"),
        (1e16, "1e+16"),
        (-0.0, "0"),
        (math.inf, "inf"),
        (-math.inf, "-inf"),
    ],
)
def test_numbers_are_written_as_a_person_would(end: float, text: str) -> None:
    assert number_text(end, "?") == text


def test_days_are_written_in_iso() -> None:
    assert str(Interval(date(2022, 8, 1), None)) == "[2022-08-01, inf)"
    assert str(Interval(None, date(2022, 8, 1))) == "(-inf, 2022-08-01]"
    assert str(SOME) == "(0, inf)"
