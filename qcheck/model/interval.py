"""Intervals of numbers or of days: what a text leaves open.

Numbers have -inf and inf where they are unbounded; days have None. An unbounded end is always open, every other end of days closed.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, Literal, TypeVar, cast

Closed = Literal["[]", "[)", "(]", "()"]
Point = TypeVar("Point", float, date)

_TEXT = re.compile(r"\s*([\[(])\s*([^,\s]+)\s*,\s*([^,\s]+)\s*([\])])\s*")


def _key(end: float | date | None, unbounded: float) -> float:
    if end is None:
        return unbounded
    return float(end.toordinal()) if isinstance(end, date) else end


@dataclass(frozen=True, slots=True)
class Interval(Generic[Point]):
    """All points from `low` to `high`; `closed` says which ends belong to it. Never empty."""

    low: Point | None
    high: Point | None
    closed: Closed = "[]"

    def __post_init__(self) -> None:
        low, high, closed = self.low, self.high, self.closed
        if closed == "[]" and low is not None and high is not None:
            if low <= high if isinstance(low, date) else -math.inf < low <= high < math.inf:
                return
        elif low is None and closed in ("[]", "(]") and isinstance(high, date):
            object.__setattr__(self, "closed", "(]")
            return
        elif high is None and closed in ("[]", "[)") and isinstance(low, date):
            object.__setattr__(self, "closed", "[)")
            return
        self._check()

    def _check(self) -> None:
        """Mends what can be mended and refuses the rest: most have both ends, told and in their order, and need none of it."""
        self._make_days_whole()
        low, high = _key(self.low, -math.inf), _key(self.high, math.inf)
        if math.isnan(low) or math.isnan(high):
            raise ValueError("an interval has no NaN ends; the unknown is (-inf, inf)")
        if low == math.inf or high == -math.inf:
            raise ValueError(f"an interval cannot begin at inf or end at -inf: {self.low}, {self.high}")
        left = "(" if low == -math.inf else self.closed[0]
        right = ")" if high == math.inf else self.closed[1]
        object.__setattr__(self, "closed", left + right)
        if low > high or (low == high and self.closed != "[]"):
            raise ValueError(f"an interval is never empty: {left}{self.low}, {self.high}{right}")

    def _make_days_whole(self) -> None:
        """Open ends of days become closed ones: what begins after a day begins on the next."""
        try:
            if isinstance(self.low, date) and self.closed[0] == "(":
                object.__setattr__(self, "low", self.low + timedelta(1))
                object.__setattr__(self, "closed", "[" + self.closed[1])
            if isinstance(self.high, date) and self.closed[1] == ")":
                object.__setattr__(self, "high", self.high - timedelta(1))
                object.__setattr__(self, "closed", self.closed[0] + "]")
        except OverflowError:
            raise ValueError(f"an interval is never empty: {self.closed[0]}{self.low}, {self.high}{self.closed[1]}") from None

    @property
    def _low(self) -> float:
        return _key(self.low, -math.inf)

    @property
    def _high(self) -> float:
        return _key(self.high, math.inf)

    @property
    def _low_edge(self) -> tuple[float, int]:
        return _key(self.low, -math.inf), 0 if self.closed[0] == "[" else 1

    @property
    def _high_edge(self) -> tuple[float, int]:
        return _key(self.high, math.inf), 0 if self.closed[1] == "]" else -1

    def __and__(self, other: Interval[Point]) -> Interval[Point] | None:
        """What both hold; None where they are disjoint."""
        if self.disjoint(other):
            return None
        left = self if self._low_edge >= other._low_edge else other
        right = self if self._high_edge <= other._high_edge else other
        return Interval(left.low, right.high, cast(Closed, left.closed[0] + right.closed[1]))

    def __contains__(self, point: Point) -> bool:
        at = _key(point, 0.0)
        return self._low_edge <= (at, 0) <= self._high_edge

    def hull(self, other: Interval[Point]) -> Interval[Point]:
        """The smallest interval that holds both."""
        left = self if self._low_edge <= other._low_edge else other
        right = self if self._high_edge >= other._high_edge else other
        return Interval(left.low, right.high, cast(Closed, left.closed[0] + right.closed[1]))

    def below(self, other: Interval[Point]) -> bool:
        """Every point of this one is smaller than every point of the other."""
        high, low = self.high, other.low
        if high is None or low is None:
            return False
        return high < low or (high == low and not (self.closed[1] == "]" and other.closed[0] == "["))

    def disjoint(self, other: Interval[Point]) -> bool:
        """No point lies in both."""
        return self.below(other) or other.below(self)

    def inside(self, other: Interval[Point]) -> bool:
        """Every point of this one lies in the other."""
        low, high = _key(self.low, -math.inf), _key(self.high, math.inf)
        least, most = _key(other.low, -math.inf), _key(other.high, math.inf)
        begins = low > least or (low == least and (other.closed[0] == "[" or self.closed[0] == "("))
        return begins and (high < most or (high == most and (other.closed[1] == "]" or self.closed[1] == ")")))

    @property
    def is_point(self) -> bool:
        """Whether it holds one point only."""
        return self._low == self._high

    def __str__(self) -> str:
        return f"{self.closed[0]}{number_text(self.low, '-inf')}, {number_text(self.high, 'inf')}{self.closed[1]}"


def number_text(end: float | date | None, unbounded: str) -> str:
    """An end as text: 400, 1.7e+09 written out as 1700000000, 14.45, inf, 2022-08-01."""
    if end is None:
        return unbounded
    if isinstance(end, date):
        return end.isoformat()
    if math.isinf(end):
        return "inf" if end > 0 else "-inf"
    return str(int(end)) if end == int(end) and abs(end) < 1e16 else repr(float(end))


def numbers(text: str) -> Interval[float]:
    """The interval of numbers that a text such as `(400, inf)` or `[1.65e9, 1.75e9]` writes. ValueError if it is none."""
    match = _TEXT.fullmatch(text)
    if not match:
        raise ValueError(f"not an interval: {text!r}; write it as (400, inf) or [20, 30]")
    left, low, high, right = match.groups()
    return Interval(float(low), float(high), cast(Closed, left + right))


EVERYTHING: Interval[float] = Interval(-math.inf, math.inf, "()")
SOME: Interval[float] = Interval(0.0, math.inf, "()")
ANY_DAY: Interval[date] = Interval(None, None, "()")
