"""Formulas over ranges: each operation with open and closed ends, what an operand would have to be, and what is no formula."""

from __future__ import annotations

import pytest

from qcheck.checking.kinds.arithmetic_formula import DEEPEST, LONGEST, comparison, evaluate, solve, text_of
from qcheck.model.interval import EVERYTHING, Interval, numbers


def ranges(**texts: str) -> dict[str, Interval[float]]:
    return {name: numbers(text) for name, text in texts.items()}


@pytest.mark.parametrize(
    ("formula", "a", "b", "expected"),
    [
        ("a + b", "[1, 2]", "[3, 5]", "[4, 7]"),
        ("a + b", "(1, 2]", "[3, 5)", "(4, 7)"),
        ("a + b", "[1, 2)", "(3, 5]", "(4, 7)"),
        ("a + b", "[1, inf)", "[3, 5]", "[4, inf)"),
        ("a - b", "[1, 2]", "[3, 5]", "[-4, -1]"),
        ("a - b", "(1, 2]", "[3, 5]", "(-4, -1]"),
        ("a - b", "[1, 2]", "(3, 5]", "[-4, -1)"),
        ("a - b", "[1, 2]", "[3, 5)", "(-4, -1]"),
        ("a - b", "[1, 2]", "[3, inf)", "(-inf, -1]"),
        ("a - b", "[1, 2]", "[-5, -3]", "[4, 7]"),
        ("a * b", "[1, 2]", "[3, 5]", "[3, 10]"),
        ("a * b", "[-1, 2]", "[3, 5]", "[-5, 10]"),
        ("a * b", "[-2, -1]", "[3, 5]", "[-10, -3]"),
        ("a * b", "[-2, -1]", "[-5, -3]", "[3, 10]"),
        ("a * b", "(1, 2]", "[3, 5]", "(3, 10]"),
        ("a * b", "[1, 2)", "[3, 5]", "[3, 10)"),
        ("a * b", "[1, 2]", "(3, 5]", "(3, 10]"),
        ("a * b", "[1, 2]", "[3, 5)", "[3, 10)"),
        ("a * b", "[0, 2]", "[3, inf)", "[0, inf)"),
        ("a * b", "[0, 0]", "(-inf, inf)", "[0, 0]"),
        ("a / b", "[1, 2]", "[4, 5]", "[0.2, 0.5]"),
        ("a / b", "[1, 2]", "(4, 5]", "[0.2, 0.5)"),
        ("a / b", "[1, 2]", "[4, 5)", "(0.2, 0.5]"),
        ("a / b", "[1, 2]", "[-5, -4]", "[-0.5, -0.2]"),
        ("a / b", "[1, 2]", "[4, inf)", "(0, 0.5]"),
        ("a / b", "[1, 2]", "[0, 5]", "(-inf, inf)"),
        ("a / b", "[1, 2]", "[-5, 0]", "(-inf, inf)"),
        ("a / b", "[1, 2]", "[-5, 5]", "(-inf, inf)"),
        ("a - b * a", "[1, 1]", "[3, 3]", "[-2, -2]"),
        ("(a - b) * 2.5", "[1, 1]", "[3, 3]", "[-5, -5]"),
        ("8 / a / b", "[2, 2]", "[2, 2]", "[2, 2]"),
        ("8 - a - b", "[2, 2]", "[2, 2]", "[4, 4]"),
        ("8 / (a / b)", "[2, 2]", "[2, 2]", "[8, 8]"),
        ("((a))+((b))", "[2, 2]", "[2, 2]", "[4, 4]"),
    ],
)
def test_the_range_of_an_operation(formula: str, a: str, b: str, expected: str) -> None:
    assert str(evaluate(comparison(f"{formula} = 0").left, ranges(a=a, b=b))) == expected
    assert str(evaluate(comparison(f"0 = {formula}").right, ranges(a=a, b=b))) == expected


@pytest.mark.parametrize(
    ("formula", "a", "b", "holds"),
    [
        ("a = b", "[1, 2]", "[2, 3]", True),
        ("a = b", "[1, 2)", "[2.1, 3]", False),
        ("a = b", "[1, 2]", "[2.000000001, 3]", True),  # what floating point adds
        ("a = b", "[2.000000001, 3]", "[1, 2]", True),
        ("a = b", "[1, 2]", "[2.00000001, 3]", False),
        ("a = b", "[2.00000001, 3]", "[1, 2]", False),
        ("a = b", "[-3, -2.000000001]", "[-2, -1]", True),
        ("a = b", "(-inf, 2]", "[3, inf)", False),
        ("a = b", "(-inf, inf)", "[3, inf)", True),
        ("a <= b", "[1, 2]", "[3, 4]", True),
        ("a <= b", "[3, 4]", "[1, 3]", True),
        ("a <= b", "[3, 4]", "[1, 2]", False),
        ("a <= b", "[2.000000001, 4]", "[1, 2]", True),
        ("a >= b", "[3, 4]", "[1, 2]", True),
        ("a >= b", "[1, 3]", "[3, 4]", True),
        ("a >= b", "[1, 2]", "[3, 4]", False),
        ("a >= b", "[1, 2]", "[2.000000001, 4]", True),
    ],
)
def test_whether_a_comparison_holds(formula: str, a: str, b: str, holds: bool) -> None:
    assert comparison(formula).holds(ranges(a=a, b=b)) is holds


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("x = a", "[6, 8]"),
        ("a = x", "[6, 8]"),
        ("x + b = a", "[4, 6]"),
        ("b + x = a", "[4, 6]"),
        ("x - b = a", "[8, 10]"),
        ("b - x = a", "[-6, -4]"),
        ("x * b = a", "[3, 4]"),
        ("b * x = a", "[3, 4]"),
        ("x / b = a", "[12, 16]"),
        ("b / x = a", "[0.25, 0.3333333333333333]"),
        ("a = 2 * (b - x)", "[-2, -1]"),
        ("(x + b) * 2 = a", "[1, 2]"),
        ("x <= a", "(-inf, 8]"),
        ("a <= x", "[6, inf)"),
        ("x >= a", "[6, inf)"),
        ("a >= x", "(-inf, 8]"),
        ("x + b <= a", None),
        ("a >= x + b", None),
        ("x + x = a", None),
        ("x = x", None),
        ("b = a", None),
    ],
)
def test_what_a_name_would_have_to_be(formula: str, expected: str | None) -> None:
    found = solve(comparison(formula), "x", ranges(x="[1, 1]", a="[6, 8]", b="[2, 2]"))
    assert (found and str(found)) == expected


def test_a_formula_as_a_person_writes_it() -> None:
    words = {"a": "“3”", "b": "“4”"}
    formula = comparison("2 * (a - b) / 0.5 + a = b")
    assert text_of(formula.left, words) == "((2 × (“3” − “4”)) / 0.5) + “3”"
    assert text_of(formula.right, words) == "“4”"
    assert formula.names == ("a", "b", "a", "b")


def test_what_no_number_reaches_is_everything() -> None:
    assert evaluate(comparison("a * b = 0").left, ranges(a="[1e300, 1e300]", b="[1e300, 1e300]")) == EVERYTHING
    assert evaluate(comparison("a * b = 0").left, ranges(a="[-1e300, -1e300]", b="[1e300, 1e300]")) == EVERYTHING
    assert evaluate(comparison("a + b = 0").left, ranges(a="(-inf, 3]", b="[1, inf)")) == EVERYTHING


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a ^ b = 2", "'^ b = 2' is no part of a formula; write names, numbers, + - * / ( ) and one of = <= >="),
        (
            "a = é + 1 + 2 + 3 + 4 + 5 + 6",
            "'é + 1 + 2 + 3 + 4 + ' is no part of a formula; write names, numbers, + - * / ( ) and one of = <= >=",
        ),
        ("a + b", "a formula says how two sides compare: left = right, left <= right or left >= right"),
        ("a = b = c", "'=' stands where the formula should end"),
        ("a = b )", "')' stands where the formula should end"),
        ("(a = b", "a bracket is not closed"),
        ("a = (b", "a bracket is not closed"),
        ("a = b +", "the formula ends too early"),
        ("", "the formula ends too early"),
        ("a = * b", "a name or a number is missing before '*'"),
        ("a = ()", "a name or a number is missing before ')'"),
        ("a" * 201 + " = b", "a formula has 200 characters at most"),
        ("(a) + " + "(" * 31 + "a" + ")" * 31 + " = b", "a formula has 30 levels of brackets at most"),
        ("(" * 31 + "a" + ")" * 31 + " = b", "a formula has 30 levels of brackets at most"),
    ],
)
def test_what_is_no_formula(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=r".") as error:
        comparison(text)
    assert str(error.value) == told


def test_how_long_and_how_deep_a_formula_may_be() -> None:
    assert comparison("(" * DEEPEST + "a" + ")" * DEEPEST + " = b").names == ("a", "b")
    assert comparison("(a) + " + "(" * DEEPEST + "a" + ")" * DEEPEST + " = b").names == ("a", "a", "b")
    assert comparison(" + ".join(["(a)"] * (DEEPEST + 3)) + " = b").names[-1] == "b"
    assert comparison("a" * (LONGEST - 4) + " = b").names[1] == "b"
    assert comparison("  a_b = 1.50  \n").right == 1.5
    assert comparison("_a = 2").names == ("_a",)
