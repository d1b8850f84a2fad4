"""A number as it is written, and what its writing and the words around it allow.

`readings` is the one table of hard and typical intervals: the widest that words and rounding allow, and what a reader takes them
to mean. Exact arithmetic in Decimal and Fraction; floats only in the intervals.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from typing import cast

from qcheck.model.interval import Closed, Interval
from qcheck.model.quantity import Modifier

Exact = Decimal | Fraction
Ends = tuple[Exact | None, Exact | None, str]
"""Low, high (None: unbounded) and which ends belong to it, before they become floats."""

# Enough for 40 digits scaled to 10**60, so that nothing that is read is ever rounded.
_EXACT = Context(prec=120)
_ABOUT_SHARE, _ALMOST_SHARE = Decimal("0.05"), Decimal("0.1")
_HALF = Decimal("0.5")
_WHOLE: Interval[float] = Interval(0.0, 1.0)
Readings = tuple[Interval[float], Interval[float]]
"""Hard and typical."""


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A number as written.

    value        exact, its scale word included (1.7 billion is 1700000000)
    written      unit of the last digit that is written (1.7 billion: 1e8; 400: 1; 45.0: 0.1)
    significant  unit of the last digit that is not a closing zero of a whole number (400: 100; 1,200: 100; 450: 10)
    digits       as written, without the scale ("45.0"); "" for number words
    scale        what its scale word or sign stands for (thousand, million, k); 1 where it has none
    fraction     written as a fraction (1/3, two thirds, half): exact, never rounded
    """

    value: Exact
    written: Decimal = Decimal(1)
    significant: Decimal = Decimal(1)
    digits: str = ""
    scale: int = 1
    fraction: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale word or sign belongs to it."""
        return self.scale > 1

    @property
    def rounded(self) -> bool:
        """Two or more closing zeros: the number may be rounded."""
        return self.significant >= 100 * self.written

    def negated(self) -> Magnitude:
        """The same number below zero."""
        return replace(self, value=-self.value)

    def times(self, factor: int) -> Magnitude:
        """The number with a scale word: 1.7 times a billion."""
        if factor == 1:
            return self
        return replace(
            self,
            value=times(self.value, factor),
            written=self.written * factor,
            significant=self.significant * factor,
            scale=self.scale * factor,
        )


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What a unit says of the number before it: a share of a hundred; a measured size; one that goes below zero."""

    percent: bool = False
    measured: bool = False
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Vagueness:
    """What a vague word gives: at least `low`; a reader takes `typical_low` to `typical_high` (the last one not, where `open`)."""

    low: int
    typical_low: int
    typical_high: int
    open: bool = False


# Vague words by themselves, then before a base number ("several hundred" is vague about a hundred).
VAGUE: dict[str, Vagueness] = {
    "couple": Vagueness(2, 2, 3),
    "few": Vagueness(2, 3, 9),
    "several": Vagueness(3, 3, 10, open=True),
}
_SEVERAL_OF_A_BASE = 2
COUNT = UnitFacts()


def times(value: Exact, factor: int | Fraction) -> Exact:
    """The exact product."""
    if isinstance(value, Fraction) or isinstance(factor, Fraction):
        product = Fraction(value) * factor
        return Decimal(product.numerator) if product.denominator == 1 else product
    return _EXACT.multiply(value, Decimal(factor))


def whole(value: int, *, digits: str = "", scaled_by: int = 1) -> Magnitude:
    """A whole number in words or digits whose last written word is a scale of `scaled_by` (1 where there is none)."""
    size, significant = abs(value) // scaled_by, scaled_by
    while size and size % 10 == 0:
        size //= 10
        significant *= 10
    return Magnitude(Decimal(value), Decimal(scaled_by), Decimal(significant), digits, scaled_by)


def decimal(whole_digits: str, decimals: str, *, digits: str) -> Magnitude:
    """A number with decimals: every digit that is written counts."""
    step = Decimal(1).scaleb(-len(decimals))
    return Magnitude(Decimal(f"{whole_digits or '0'}.{decimals}"), step, step, digits)


def fraction(value: Fraction, *, digits: str = "") -> Magnitude:
    """A number written as a fraction."""
    return Magnitude(value, digits=digits, fraction=True)


def readings(number: Magnitude, modifiers: Sequence[Modifier] = (), *, unit: UnitFacts = COUNT, to: Magnitude | None = None) -> Readings:
    """The hard and the typical interval of a number, or of the range from `number` to `to`.

    `modifiers` stand as in the text, the one next to the number last; none is the number as it stands, EXACT says that a word
    ("exactly") makes it a point. This is the table of DESIGN "hard and typical".
    """
    signed = unit.signed or number.value < 0 or (to is not None and to.value < 0)
    words = list(modifiers)
    inner = words.pop() if words and words[-1] in _NEAR else None
    if to is not None:
        low, high = sorted((number, to), key=lambda m: m.value)
        finer = min(low.significant, high.significant)
        around = [_near(replace(end, significant=finer), inner) if inner else _point(end) for end in (low, high)]
        hard, typical = (_hull(around[0][i], around[1][i]) for i in (0, 1))
    else:
        hard, typical = _near(number, inner) if inner else _as_written(number, unit)
        low = high = number
    for bound in reversed(words):
        if bound in _BOUNDS:
            point = inner is None
            hard, typical = _bounded(bound, low if point else None, high if point else None, hard, typical, signed)
        elif bound == Modifier.EXACT and inner is None and to is None:
            hard, typical = _point(number)
    wide = _interval(hard)
    if typical == hard:
        return wide, wide
    narrow = _interval(typical)
    return _nested(wide, narrow)


_NEAR = (Modifier.ABOUT, Modifier.ALMOST, Modifier.JUST_OVER)
_BOUNDS = (Modifier.MORE_THAN, Modifier.AT_LEAST, Modifier.LESS_THAN, Modifier.AT_MOST)


def vague_readings(word: str, base: int = 1) -> Readings:
    """A vague word alone ("several") or before a base number ("several hundred": base 100)."""
    kind = VAGUE[word]
    low = kind.low if base == 1 else _SEVERAL_OF_A_BASE
    typical: Closed = "[)" if kind.open else "[]"
    return Interval(float(low * base), math.inf), Interval(float(kind.typical_low * base), float(kind.typical_high * base), typical)


def plural_readings(base: int, *, composed: bool = False) -> Readings:
    """ "hundreds of", "thousands of", "multi-billion": twice the word upward; readers stop where the next word begins.

    `composed` marks words such as "tens of thousands" (base 10000), which the next word follows at ten times.
    """
    named = base in (1000, 10**6, 10**9, 10**12) and not composed
    top = 100 if base == 12 else base * (100 if named else 10)
    return Interval(2.0 * base, math.inf), Interval(2.0 * base, float(top), "[)")


def share_readings(share: Magnitude | None, modifiers: Sequence[Modifier], of: Readings | None = None) -> Readings:
    """A share ("two thirds", "more than half"), or most where `share` is None; of a known whole where `of` gives its readings."""
    if share is None:
        hard = typical = Interval(0.5, 1.0, "(]")
    else:
        hard, typical = (interval & _WHOLE or interval for interval in readings(share, modifiers))
    return (hard, typical) if of is None else _nested(_product(hard, of[0]), _product(typical, of[1]))


def _nested(hard: Interval[float], typical: Interval[float]) -> Readings:
    """ "More than about nothing" and the like: nobody takes them for anything narrower than what they allow."""
    return hard, typical if typical.inside(hard) else hard


def _product(share: Interval[float], whole: Interval[float]) -> Interval[float]:
    """All products of two intervals, of which the share does not go below zero."""
    least, most = (share._low, share.closed[0]), (share._high, share.closed[1])
    factor, left = least if whole._low >= 0 else most
    times, right = most if whole._high >= 0 else least
    low, high = _exactly(factor, whole._low), _exactly(times, whole._high)
    closed = ("[" if left in "[]" and whole.closed[0] == "[" else "(") + ("]" if right in "[]" and whole.closed[1] == "]" else ")")
    return Interval(low, high, cast(Closed, closed if low < high else "[]"))


def _exactly(one: float, other: float) -> float:
    """The product as it is written in digits; nothing times anything is nothing."""
    return float(Decimal(repr(one)) * Decimal(repr(other))) if one and other else 0.0


def next_round(value: Decimal) -> Decimal:
    """The next multiple of 10^floor(log10 value) above a positive number: 12 -> 20, 450 -> 500, 400 -> 500."""
    unit = Decimal(1).scaleb(value.adjusted())
    return _EXACT.add(_EXACT.divide(value, unit).to_integral_value(ROUND_FLOOR), 1) * unit


def last_round(value: Decimal) -> Decimal:
    """The last multiple of 10^floor(log10 value) below a positive number: 450 -> 400, 400 -> 300."""
    unit = Decimal(1).scaleb(value.adjusted())
    steps = _EXACT.divide(value, unit)
    floor = steps.to_integral_value(ROUND_FLOOR)
    return (floor - 1 if floor == steps else floor) * unit


def _decimal(value: Exact) -> Decimal:
    return value if isinstance(value, Decimal) else _EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def _around(value: Exact, below: Decimal, above: Decimal) -> tuple[Decimal, Decimal]:
    centre = _decimal(value)
    return _EXACT.subtract(centre, below), _EXACT.add(centre, above)


def _point(number: Magnitude) -> tuple[Ends, Ends]:
    ends: Ends = (number.value, number.value, "[]")
    return ends, ends


def _as_written(number: Magnitude, unit: UnitFacts) -> tuple[Ends, Ends]:
    """The number by itself: a point, but for the rounding that its writing allows."""
    if number.fraction or (unit.percent and abs(number.value) == 100):
        return _point(number)
    half = number.written * _HALF
    measured = number.scaled or unit.percent or unit.measured or number.written < 1
    typical: Ends = (*_around(number.value, half, half), "[]") if measured else (number.value, number.value, "[]")
    if number.rounded:
        half = number.significant * _HALF
        return (*_around(number.value, half, half), "[]"), typical
    return typical, typical


def _near(number: Magnitude, modifier: Modifier) -> tuple[Ends, Ends]:
    """About: on both sides; almost: on the side of zero, above it for zero itself; just over: away from zero, half as far as a step."""
    size = abs(_decimal(number.value))
    step = Decimal(0) if number.fraction else number.significant
    width = max(step, size * (_ABOUT_SHARE if modifier == Modifier.ABOUT else _ALMOST_SHARE))
    half = width * _HALF
    if modifier == Modifier.ABOUT:
        return (*_around(number.value, width, width), "[]"), (*_around(number.value, half, half), "[]")
    zero = Decimal(0)
    if modifier == Modifier.JUST_OVER:
        width = max(step * _HALF, size * _ALMOST_SHARE)
        half = width * _HALF
        if number.value < 0:
            return (*_around(number.value, width, zero), "[]"), (*_around(number.value, half, zero), "[]")
        return (*_around(number.value, zero, width), "[]"), (*_around(number.value, zero, half), "[]")
    if number.value <= 0:
        return (*_around(number.value, zero, width), "(]"), (*_around(number.value, zero, half), "(]")
    return (*_around(number.value, width, zero), "[)"), (*_around(number.value, half, zero), "[)")


def _bounded(bound: Modifier, low: Magnitude | None, high: Magnitude | None, hard: Ends, typical: Ends, signed: bool) -> tuple[Ends, Ends]:
    """A bound on the number itself (`low`, `high` given) or on an interval that other words gave."""
    bottom: Exact | None = None if signed else Decimal(0)
    if bound in (Modifier.MORE_THAN, Modifier.AT_LEAST):
        end = low.value if low else hard[0]
        left = "(" if bound == Modifier.MORE_THAN else "["
        if end is None:  # "at least at most 12 below": open it was, open it stays
            return hard, typical
        top = next_round(_decimal(end)) if low and end > 0 else typical[1] if low is None else None
        return (end, None, f"{left})"), (end if low else typical[0], top, f"{left})")
    end = high.value if high else hard[1]
    right = ")" if bound == Modifier.LESS_THAN else "]"
    if end is None:
        return hard, typical
    if bottom is not None and end <= bottom:
        return (bottom, bottom, "[]"), (bottom, bottom, "[]")
    if end <= 0:
        return (None, end, f"({right}"), (None, end, f"({right}")
    if bound == Modifier.AT_MOST:
        return (bottom, end, f"[{right}"), (Decimal(0), end, f"({right}")
    if high is None:
        return (bottom, end, f"[{right}"), (typical[0], typical[1], f"[{right}")
    return (bottom, end, f"[{right}"), (last_round(_decimal(end)), end, f"[{right}")


def _hull(left: Ends, right: Ends) -> Ends:
    return left[0], right[1], left[2][0] + right[2][1]


def _interval(ends: Ends) -> Interval[float]:
    """Ends as floats; rounding to floats must not make an interval empty."""
    low = -math.inf if ends[0] is None else float(ends[0])
    high = math.inf if ends[1] is None else float(ends[1])
    closed = cast(Closed, ends[2]) if low < high else "[]"
    return Interval(low, high, closed)
