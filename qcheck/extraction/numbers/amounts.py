"""A number with its sign and unit: what stands right beside it, before ranges, modifiers and counted things are looked at."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from qcheck.extraction.nouns.ages import age_around
from qcheck.extraction.numbers.numeral import Numeral
from qcheck.extraction.units import UnitMatch, inner_words, rate_after, unit_after, unit_before
from qcheck.language.pack import Pack
from qcheck.model.desk import Desk
from qcheck.model.magnitude import Magnitude, UnitFacts
from qcheck.model.quantity import Trend

_MINUS, _PLUS = "-−‐‑‒–－﹣", "+"
_DASHES = frozenset(_MINUS + _PLUS)
_SIGNED = frozenset({"degree_Celsius", "degree_Fahrenheit", "delta_degree_Celsius", "delta_degree_Fahrenheit", "celsius", "fahrenheit"})
_TEMPERATURES = _SIGNED | {"degree"}
_NOT_MEASURED = frozenset({"count", "ordinal", "age", "unknown"})
_PERCENT = frozenset({"percent", "percentage_point", "permille", "basis_point"})
TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "millennium"})
_LENGTHS = frozenset({"meter", "kilometer", "mile", "yard", "foot", "inch", "lap"})
_COUNTABLE = TIME_UNITS | _LENGTHS | {"percentage_point", "basis_point"}
"""Units that other words may part from their number."""
_SIGN_ROOM = frozenset(" \t\n\u00a0\u202f(/[|")


class Amount(NamedTuple):
    """A numeral with its sign and unit.

    start, end    from the sign or currency before it to the unit after it
    unit          its name; "" where none stands there; `factor` brings readings of the number into the unit
    before        whether the unit stands before the number (a currency sign): it then holds for both ends of a range
    trend         of a sign that is written with a share ("+0.2%")
    below         whether its minus stands behind it ("15 degrees below zero")
    """

    numeral: Numeral
    start: int
    end: int
    number: Magnitude | None
    unit: str = ""
    factor: float = 1.0
    before: bool = False
    trend: Trend | None = None
    below: bool = False


def unit_facts(unit: str) -> UnitFacts:
    """What a unit says of the rounding and sign of the numbers before it."""
    name = unit.partition(" per ")[0]
    if name in _PERCENT:
        return _FACTS["percent"]
    if name in _NOT_MEASURED or not name or (len(name) == 3 and name.isupper()):
        return _FACTS["count"]
    return _FACTS["signed" if name in _SIGNED else "measured"]


_FACTS = {
    "percent": UnitFacts(percent=True),
    "count": UnitFacts(),
    "signed": UnitFacts(measured=True, signed=True),
    "measured": UnitFacts(measured=True),
}


@cache
def _articles(pack: Pack) -> re.Pattern[str] | None:
    """What may stand between half and a unit ("half an hour"), and between hundreds and a unit ("hundreds of dollars")."""
    words = "|".join(re.escape(word) for word in pack.numerals.one)
    return re.compile(rf" (?:{words})(?= )") if words else None


@cache
def _below(pack: Pack) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in pack.numerals.minus_after) or "(?!)"
    return re.compile(rf" (?:{words})(?!\w)")


@cache
def _of(pack: Pack) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in pack.numerals.plural_of)
    return re.compile(rf" (?:{words})(?= )")


def amount(text: str, lowered: str, numeral: Numeral, previous_end: int, pack: Pack, desk: Desk) -> Amount:
    """The numeral with the sign and unit beside it; `previous_end` is where the numeral before it ends."""
    start, end, number = numeral.start, numeral.end, numeral.magnitude
    if numeral.form in ("ordinal", "refused", "both", "most"):
        return Amount(numeral, start, end, number, "ordinal" if numeral.form == "ordinal" else "")
    minus, plus, start = _sign(text, lowered, start, previous_end, pack)
    signed = start
    money = unit_before(text, start, pack)
    if money and money.start >= previous_end:
        start = money.start
        if not (minus or plus):
            minus, plus, start = _sign(text, lowered, start, previous_end, pack)
    else:
        money = None
    value = None if number is None else abs(float(number.value))
    unit = _unit(text, lowered, numeral, value, pack, desk)
    name = text[signed : signed + 1] in _DASHES and text[signed - 2 : signed - 1].isalpha()
    if name and (minus or plus) and not (unit or money or number is None or number.written < 1):
        minus, plus, start = False, False, numeral.start  # "Covid -19" is a name
    if minus and number is not None:
        number = number.negated()
    trend: Trend | None = None
    if money:
        if unit and (unit.unit[:3] == money.unit or (unit.unit.startswith("USD") and money.unit.endswith("D"))):
            end = unit.end
        rate = rate_after(text, end, pack)
        return Amount(numeral, start, rate.end if rate else end, number, f"{money.unit} {rate.unit}" if rate else money.unit, before=True)
    if unit:
        if (minus or plus) and unit.unit == "percent":
            trend = "down" if minus else "up"
        end = unit.end
    age = age_around(text, numeral.start, numeral.end, pack) if not unit or unit.unit in TIME_UNITS else None
    if age:
        return Amount(numeral, min(start, age.start), max(end, age.end), number, "age", age.factor)
    if unit:
        below = _below(pack).match(lowered, end) if unit.unit in _TEMPERATURES and number is not None and number.value > 0 else None
        if below and number is not None:
            number, end = number.negated(), below.end()
        return Amount(numeral, start, end, number, unit.unit, unit.factor, trend=trend, below=below is not None)
    return Amount(numeral, start, end, number)


def _unit(text: str, lowered: str, numeral: Numeral, value: float | None, pack: Pack, desk: Desk) -> UnitMatch | None:
    unit = unit_after(text, numeral.end, pack, desk, value=value)
    if unit:
        return unit
    inner = inner_words(text, numeral.end, pack)
    if inner > numeral.end:
        found = unit_after(text, inner, pack, desk, value=value)
        return found if found and found.start > inner and found.unit in _COUNTABLE else None
    skip = None
    if numeral.form in ("plural", "vague"):
        skip = _of(pack).match(lowered, numeral.end)
    elif numeral.magnitude and numeral.magnitude.fraction:
        articles = _articles(pack)
        skip = _of(pack).match(lowered, numeral.end)
        if articles:
            skip = articles.match(lowered, skip.end() if skip else numeral.end) or skip
    if not skip:
        return None
    return unit_after(text, skip.end(), pack, desk, value=1.0 if numeral.form == "number" else value)


def _sign(text: str, lowered: str, start: int, previous_end: int, pack: Pack) -> tuple[bool, bool, int]:
    """Whether a minus or plus stands right before, as a sign or word, and where the number then begins."""
    sign = text[start - 1 : start]
    if sign in _DASHES:
        at = start - 1
        before = text[at - 1 : at]
        if at > previous_end and (not before or before in _SIGN_ROOM or before in "<>=~$€£"):
            return sign in _MINUS, sign == _PLUS, at
        if at == 0:
            return sign in _MINUS, sign == _PLUS, at
    elif sign == " ":
        if start == 2 and text[0] in _MINUS and text[0] != "–":
            return True, False, 0
        for word in pack.numerals.minus:
            at = start - 1 - len(word)
            if at >= previous_end and lowered.startswith(word, at) and not lowered[at - 1 : at].isalnum():
                return True, False, at
    return False, False, start
