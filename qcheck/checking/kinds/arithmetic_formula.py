"""A small formula over named intervals: + - * / ( ), numbers and names, and one comparison; read here, never run as code."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast

from qcheck.model.interval import EVERYTHING, Closed, Interval

Range: TypeAlias = Interval[float]
Operator = Literal["+", "-", "*", "/"]
Relation = Literal["=", "<=", ">="]
LONGEST = 200
DEEPEST = 30
_TOKEN = re.compile(r"\s*(<=|>=|[-+*/()=]|\d+(?:\.\d+)?|[a-z_]+)")
_SLACK = 1e-9  # of the larger side: what floating point adds is no contradiction
_INVERSE: dict[Operator, Operator] = {"+": "-", "-": "+", "*": "/", "/": "*"}


@dataclass(frozen=True, slots=True)
class Operation:
    """Two formulas joined by an operator."""

    operator: Operator
    left: Formula
    right: Formula


Formula: TypeAlias = "float | str | Operation"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two formulas of which a rule says how they compare."""

    relation: Relation
    left: Formula
    right: Formula

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in the order of the formula, as often as they stand there."""
        return (*names(self.left), *names(self.right))

    def holds(self, values: Mapping[str, Range]) -> bool:
        """Whether some numbers of these ranges make it true."""
        left, right = evaluate(self.left, values), evaluate(self.right, values)
        if self.relation == "=":
            return not left.disjoint(right) or _near(left, right)
        small, big = (left, right) if self.relation == "<=" else (right, left)
        return not big.below(small) or _near(big, small)


def comparison(text: str) -> Comparison:
    """The comparison that a text such as `whole = 2 * (one + other)` writes. ValueError says what is wrong."""
    if len(text) > LONGEST:
        raise ValueError(f"a formula has {LONGEST} characters at most")
    return _Parser(text).comparison()


def names(formula: Formula) -> Iterator[str]:
    """The names of a formula, in its order."""
    if isinstance(formula, str):
        yield formula
    elif isinstance(formula, Operation):
        yield from names(formula.left)
        yield from names(formula.right)


def text_of(formula: Formula, values: Mapping[str, str], *, inner: bool = False) -> str:
    """The formula with texts for its names, as a person writes it."""
    if isinstance(formula, str):
        return values[formula]
    if isinstance(formula, float):
        return f"{formula:g}"
    sign = {"+": "+", "-": "−", "*": "×", "/": "/"}[formula.operator]
    words = f"{text_of(formula.left, values, inner=True)} {sign} {text_of(formula.right, values, inner=True)}"
    return f"({words})" if inner else words


def evaluate(formula: Formula, values: Mapping[str, Range]) -> Range:
    """The range of a formula; exact where every name stands in it once, else wider than it must be."""
    if isinstance(formula, str):
        return values[formula]
    if isinstance(formula, float):
        return Interval(formula, formula)
    return _apply(formula.operator, evaluate(formula.left, values), evaluate(formula.right, values))


def solve(equation: Comparison, name: str, values: Mapping[str, Range]) -> Range | None:
    """The range that a name must lie in for an equation to hold; None where it stands there more than once or not at all.

    Of `<=` and `>=` the range on the allowed side.
    """
    if equation.names.count(name) != 1:
        return None
    left, right = equation.left, equation.right
    flipped = name in names(right)
    side, wanted = (right, evaluate(left, values)) if flipped else (left, evaluate(right, values))
    if equation.relation != "=":
        if side != name:
            return None
        down = (equation.relation == "<=") != flipped
        return Interval(-math.inf, wanted.high) if down else Interval(wanted.low, math.inf)
    while isinstance(side, Operation):
        inside = name in names(side.left)
        other = evaluate(side.right if inside else side.left, values)
        if inside:
            wanted = _apply(_INVERSE[side.operator], wanted, other)
        else:  # a - x = w and a / x = w keep their sign, a + x = w and a * x = w turn it
            wanted = _apply(side.operator, other, wanted) if side.operator in "-/" else _apply(_INVERSE[side.operator], wanted, other)
        side = side.left if inside else side.right
    return wanted


def _near(one: Range, other: Range) -> bool:
    ends = [end for side in (one, other) for end in (side.low, side.high) if end is not None and math.isfinite(end)]
    gap = max(cast(float, other.low) - cast(float, one.high), cast(float, one.low) - cast(float, other.high))
    return bool(ends) and gap <= _SLACK * max(map(abs, ends))


def _apply(operator: Operator, left: Range, right: Range) -> Range:
    a, b, c, d = (cast(float, end) for end in (left.low, left.high, right.low, right.high))
    if operator == "+":
        return _range(a + c, b + d, _both(left, right))
    if operator == "-":
        return _range(a - d, b - c, _both(left, Interval(-d, -c, _turned(right))))
    if operator == "/":
        if c <= 0 <= d:
            return EVERYTHING
        return _apply("*", left, Interval(1 / d, 1 / c, _turned(right)))
    corners = sorted(
        (0.0 if 0.0 in (x, y) else x * y, open_x or open_y)
        for x, open_x in ((a, left.closed[0] == "("), (b, left.closed[1] == ")"))
        for y, open_y in ((c, right.closed[0] == "("), (d, right.closed[1] == ")"))
    )
    ends = "(" if corners[0][1] else "[", ")" if corners[-1][1] else "]"
    return _range(corners[0][0], corners[-1][0], cast(Closed, "".join(ends)))


def _both(one: Range, other: Range) -> Closed:
    left = "[" if one.closed[0] == other.closed[0] == "[" else "("
    right = "]" if one.closed[1] == other.closed[1] == "]" else ")"
    return cast(Closed, left + right)


def _turned(range_: Range) -> Closed:
    return cast(Closed, ("[" if range_.closed[1] == "]" else "(") + ("]" if range_.closed[0] == "[" else ")"))


def _range(low: float, high: float, closed: Closed) -> Range:
    if low == math.inf or high == -math.inf:
        return EVERYTHING
    return Interval(low, high, closed if low < high else "[]")


class _Parser:
    """Reads a comparison from left to right: products before sums, no name called, no power taken."""

    def __init__(self, text: str) -> None:
        self.tokens: list[str] = []
        at = 0
        while at < len(text.rstrip()):
            match = _TOKEN.match(text, at)
            if match is None:
                raise ValueError(
                    f"{text[at:].strip()[:20]!r} is no part of a formula; write names, numbers, + - * / ( ) and one of = <= >="
                )
            self.tokens.append(match[1])
            at = match.end()
        self.at = self.depth = 0

    def comparison(self) -> Comparison:
        left = self.sum()
        relation = self.take()
        if relation not in ("=", "<=", ">="):
            raise ValueError("a formula says how two sides compare: left = right, left <= right or left >= right")
        right = self.sum()
        if self.at < len(self.tokens):
            raise ValueError(f"{self.tokens[self.at]!r} stands where the formula should end")
        return Comparison(cast(Relation, relation), left, right)

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1] if self.at <= len(self.tokens) else ""

    def next_is(self, signs: str) -> bool:
        return self.at < len(self.tokens) and self.tokens[self.at] in signs

    def sum(self) -> Formula:
        found = self.product()
        while self.next_is("+-"):
            found = Operation(cast(Operator, self.take()), found, self.product())
        return found

    def product(self) -> Formula:
        found = self.single()
        while self.next_is("*/"):
            found = Operation(cast(Operator, self.take()), found, self.single())
        return found

    def single(self) -> Formula:
        token = self.take()
        if token == "(":
            self.depth += 1
            if self.depth > DEEPEST:
                raise ValueError(f"a formula has {DEEPEST} levels of brackets at most")
            found = self.sum()
            if self.take() != ")":
                raise ValueError("a bracket is not closed")
            self.depth -= 1
            return found
        if token[:1].isdigit():
            return float(token)
        if token[:1].isalpha() or token[:1] == "_":
            return token
        raise ValueError(f"a name or a number is missing before {token!r}" if token else "the formula ends too early")
