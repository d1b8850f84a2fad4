"""The formulas of rule files: how they are read, their ranges, and what a number would have to be."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qcheck.checking.kinds.arithmetic_formula import DEEPEST, LONGEST, Formula, Operation, comparison, evaluate, names, solve
from qcheck.model.interval import Interval

NAMES = ("a", "b", "c", "d")
ends = st.integers(1, 1_000)


@st.composite
def formulas(draw: st.DrawFn, depth: int = 3) -> Formula:
    """A formula over a few names and small numbers."""
    if depth == 0 or draw(st.booleans()):
        return draw(st.one_of(st.sampled_from(NAMES), st.integers(1, 100).map(float)))
    return Operation(draw(st.sampled_from("+-*/")), draw(formulas(depth - 1)), draw(formulas(depth - 1)))


@st.composite
def ranges_with_points(draw: st.DrawFn) -> tuple[dict[str, Interval[float]], dict[str, Fraction]]:
    """A range for each name, and a point of it."""
    found, points = {}, {}
    for name in NAMES:
        low, high = sorted((draw(ends), draw(ends)))
        found[name] = Interval(float(low), float(high))
        points[name] = Fraction(draw(st.integers(low, high)))
    return found, points


def exactly(formula: Formula, points: dict[str, Fraction]) -> Fraction:
    """The value of a formula at a point."""
    if isinstance(formula, str):
        return points[formula]
    if isinstance(formula, float):
        return Fraction(formula)
    left, right = exactly(formula.left, points), exactly(formula.right, points)
    if formula.operator == "/":
        assume(right != 0)
        return left / right
    return {"+": left + right, "-": left - right, "*": left * right}[formula.operator]


def within(point: Fraction, range_: Interval[float]) -> bool:
    """Whether a point lies in a range, but for what floating point adds."""
    low, high = range_.low, range_.high
    assert low is not None and high is not None
    slack = 1e-9 * max(1.0, abs(float(point)), *(abs(end) for end in (low, high) if math.isfinite(end)))
    return low - slack <= float(point) <= high + slack


@given(formulas(), ranges_with_points())
def test_the_range_of_a_formula_holds_its_value_at_every_point(
    formula: Formula, both: tuple[dict[str, Interval[float]], dict[str, Fraction]]
) -> None:
    ranges, points = both
    assert within(exactly(formula, points), evaluate(formula, ranges))


@given(formulas(), ranges_with_points())
def test_what_solves_an_equation_lies_in_the_range_that_solving_gives(
    formula: Formula, both: tuple[dict[str, Interval[float]], dict[str, Fraction]]
) -> None:
    ranges, points = both
    mentioned = list(names(formula))
    assume(mentioned and mentioned.count(mentioned[0]) == 1)
    value = exactly(formula, points)
    equation = comparison("x = 0")
    equation = type(equation)("=", formula, "x")
    found = solve(equation, mentioned[0], ranges | {"x": Interval(float(value), float(value))})
    assert found is not None and within(points[mentioned[0]], found)


@given(formulas(), ranges_with_points(), ends)
def test_wider_ranges_never_break_a_formula(
    formula: Formula, both: tuple[dict[str, Interval[float]], dict[str, Fraction]], more: int
) -> None:
    ranges, _ = both
    equation = type(comparison("a = b"))("=", formula, 50.0)
    wider = {name: Interval(range_.low, (range_.high or 0.0) + more) for name, range_ in ranges.items()}
    assert not equation.holds(ranges) or equation.holds(wider)


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("a = 1 + 2 * 3", 0.0, 7.0),
        ("(1 + 2) * 3 = a", 9.0, 0.0),
        ("8 - 2 - 1 >= a", 5.0, 0.0),
        ("a <= 8 / 2 / 2", 0.0, 2.0),
        ("2.5 = a", 2.5, 0.0),
    ],
)
def test_products_come_before_sums_and_all_run_from_the_left(text: str, left: float, right: float) -> None:
    read = comparison(text)
    zero = {"a": Interval(0.0, 0.0)}
    assert (evaluate(read.left, zero), evaluate(read.right, zero)) == (Interval(left, left), Interval(right, right))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a = b ** 9", "missing before '*'"),
        ("a = abs(b)", "should end"),
        ("a = __import__('os')", "no part of a formula"),
        ("a = b.c", "no part of a formula"),
        ("a + b", "how two sides compare"),
        ("a = ", "ends too early"),
        ("a = (b", "not closed"),
        ("a = b = c", "should end"),
        ("a < b", "no part of a formula"),
        ("a = " + "(" * (DEEPEST + 1) + "b" + ")" * (DEEPEST + 1), "levels of brackets"),
        ("a = " + "b" * LONGEST, "characters at most"),
    ],
)
def test_what_is_no_formula_is_refused_in_words(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says.replace("*", r"\*")):
        comparison(text)
