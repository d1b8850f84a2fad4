"""One amount in two units that is not one amount."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Literal

from pydantic import Field

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Value, in_words, line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.rates import rates
from qcheck.checking.statement import Statement
from qcheck.checking.wording import amount_words, unit_words
from qcheck.model.finding import Outcome
from qcheck.model.quantity import Modifier

STATED = "stated"
_TWO_SIDED = (Modifier.EXACT, Modifier.ABOUT, Modifier.ALMOST, Modifier.JUST_OVER)
CELSIUS, FAHRENHEIT, KELVIN = "degree_Celsius", "degree_Fahrenheit", "kelvin"
_ZERO = {CELSIUS: 273.15, FAHRENHEIT: 459.67, KELVIN: 0.0}  # what is added to be counted from absolute zero
_STEP = {CELSIUS: 1.0, FAHRENHEIT: 5 / 9, KELVIN: 1.0}  # kelvins that a degree is


Room = Literal["hard", "typical", "digits"]


class Conversion(Parameters):
    """`margin`: by what share a converted number may be off beyond its rounding. `also`: unit -> other sizes of units of that name, as
    factors of its own size (an imperial gallon is 1.2 of the United States).
    """

    margin: float = 0.04
    also: dict[str, tuple[float, ...]] = Field(default_factory=dict)


class Currency(Parameters):
    """`margin`: by what share a rate may be off; `years`: before the day of the article that a rate may be of."""

    margin: float = 0.1
    years: int = 5


class Temperature(Parameters):
    """`largest_difference`: degrees Celsius from which on a temperature is taken for no difference, if no word says that it is one."""

    largest_difference: float = 8.0


def conversion(said: Statement, operands: Sequence[Statement], parameters: Conversion) -> Proof | None:
    """conflict: no rounding of the two numbers makes them one amount; review: the same where an "or" may part two choices."""
    a, b = operands[0], operands[1]
    unit, size = (said.claim.unit, said.claim.base_factor) if said.claim.unit else (a.claim.unit, a.claim.base_factor)
    ratio = size / b.claim.base_factor
    sizes = (1.0, *parameters.also.get(unit, ()))
    factors = [times(ratio * size / other) for size in sizes for other in (1.0, *parameters.also.get(b.claim.unit, ()))]
    if any(_agree(a, b, by, by, parameters.margin, room="typical") for by in factors):
        return None
    proved = not any(_agree(a, b, by, by, parameters.margin) for by in factors)
    one, other = in_words(unit_words, unit), in_words(unit_words, b.claim.unit, _short(ratio) != 1)
    working = (reading(a), reading(b), line("unit_is", unit=one, size=_short(ratio), other=other))
    return Proof(_outcome(said) if proved else "review", (a, b), working, _repairs(a, b, times(ratio), times(1 / ratio), unit=unit))


def temperature(said: Statement, operands: Sequence[Statement], parameters: Temperature) -> Proof | None:
    """conflict: the numbers are neither one temperature nor one difference, or they are one temperature where the words tell of a
    difference; review: they are one difference, and nothing tells that one is meant.
    """
    a, b = operands[0], operands[1]
    one, other = a.claim.unit, b.claim.unit
    if one not in _STEP or other not in _STEP:
        return None
    level, difference = (_degrees(one, other, scale) for scale in (True, False))
    is_level, is_difference = (_agree(a, b, degrees, degrees, 0.0, room="digits") for degrees in (level, difference))
    told, small = said.claim.trend, _celsius(a) < parameters.largest_difference
    if (is_level and told != "up") or (is_difference and (told == "up" or (told == "" and small))):
        return None
    is_meant = told == "up"
    working = (reading(a), reading(b), line("degrees_apart" if is_meant else "degrees"))
    values = _repairs(a, b, difference if is_meant else level, _degrees(other, one, not is_meant))
    return Proof("review" if is_difference else _outcome(said), (a, b), working, values)


def currency(said: Statement, operands: Sequence[Statement], parameters: Currency) -> Proof | None:
    """conflict: no rate of the years before the article makes them one amount; review: only a rate of another day does, or an "or"
    may part two choices. Nothing where the rates are not at hand (the extra `rates`), or the article has no date.
    """
    a, b = operands[0], operands[1]
    day = a.span.within.high if a.timed and a.claim.time_year == "as written" else None
    day = day or a.article.published
    code, other = a.claim.unit[:3], b.claim.unit[:3]
    known = rates(code, other, day, years=parameters.years) if day else None
    if known is None or _agree(a, b, times(known.on_day), times(known.on_day), parameters.margin):
        return None
    lowest, highest = _short(known.lowest), _short(known.highest)
    rate = line("rate", code=code, rate=_short(known.on_day), other=other, day=day, lowest=lowest, highest=highest, years=parameters.years)
    working = (reading(a), reading(b), rate)
    outcome = "review" if _agree(a, b, times(known.lowest), times(known.highest), parameters.margin) else _outcome(said)
    return Proof(outcome, (a, b), working, _repairs(a, b, times(known.on_day), times(1 / known.on_day)))


def times(factor: float) -> Callable[[float], float]:
    """The conversion that multiplies."""
    return lambda number: number * factor


def _outcome(said: Statement) -> Outcome:
    return "conflict" if said.claim.reason == STATED else "review"


def _degrees(unit: str, to: str, scale: bool) -> Callable[[float], float]:
    """From degrees of one unit to those of another: points of the `scale`, or differences."""
    step, zero, end = _STEP[unit] / _STEP[to], _ZERO[unit], _ZERO[to]
    return (lambda number: (number + zero) * step - end) if scale else times(step)


def _celsius(a: Statement) -> float:
    return abs(a.claim.value_low) * _STEP[a.claim.unit]


def _agree(
    a: Statement, b: Statement, low: Callable[[float], float], high: Callable[[float], float], margin: float, *, room: Room = "hard"
) -> bool:
    """Whether each end of one amount, converted at the lower and the higher rate, can be that of the other."""
    for one, other in {(a.claim.value_low, b.claim.value_low), (a.claim.value_high, b.claim.value_high)}:
        left, right = _written(one, a, room), _written(other, b, room)
        bottom, top = low(left[0]), high(left[1])
        slack = margin * max(abs(bottom), abs(top))
        if bottom - slack > right[1] or top + slack < right[0]:
            return False
    return True


def _written(number: float, s: Statement, room: Room) -> tuple[float, float]:
    """What a number may have been before it was rounded to its last digit that is no zero (`digits`: its last one), or to what its words
    allow.
    """
    last = int(Decimal(repr(number)).normalize().as_tuple().exponent) if number else 0
    half = float(Decimal(5).scaleb((min(last, 0) if room == "digits" else last) - 1))
    low, high, c = number - half, number + half, s.claim
    if c.value_low != c.value_high or c.modifier not in _TWO_SIDED or (room == "digits" and c.modifier == Modifier.EXACT):
        return low, high
    if room == "typical":
        return min(low, c.typical_low), max(high, c.typical_high)
    return min(low, c.low), max(high, c.high)


def _repairs(
    a: Statement, b: Statement, there: Callable[[float], float], back: Callable[[float], float], *, unit: str = ""
) -> dict[str, Value]:
    """What each number would be if the other one is right; `unit` is what that of `a` is taken for."""
    return {"other_expected": _amount(a, there, b.claim.unit), "expected": _amount(b, back, unit or a.claim.unit)}


def _amount(s: Statement, convert: Callable[[float], float], unit: str) -> Value:
    low, high = (_rounded(convert(number)) for number in (s.claim.value_low, s.claim.value_high))
    return in_words(amount_words, low, high, "[]", unit)


def _rounded(number: float) -> float:
    return float(f"{number:.3g}") if abs(number) < 1000 else float(f"{number:.4g}")


def _short(number: float) -> float:
    return float(f"{number:.4g}")
