"""Digits and the signs inside them: group and decimal signs of a language, fractions, powers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from qcheck.extraction.numbers.scan import NARROW_SPACES, VULGAR
from qcheck.language.pack import Pack
from qcheck.model.magnitude import Magnitude, decimal, fraction, whole

MOST_DIGITS = 40
HIGHEST_EXPONENT = 60
TOO_LONG = f"more than {MOST_DIGITS} digits"
TOO_HIGH = f"an exponent beyond {HIGHEST_EXPONENT}"
LONG_ROW = "one of a long row of numbers: a table or a code"
SEVERAL_SIGNS = "digits between several signs: a section, a version, a date or an address"

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_BAR = re.compile(r" ?([0-9]{1,4})[/⁄]([0-9]{1,5})(?![0-9/⁄.,-]{0,20}[0-9])")
_DENOMINATOR = re.compile(r"[/⁄]([0-9]{1,5})(?![0-9/⁄-]|[.,][0-9])")
_POWER = re.compile(r"(?:[eE]([+-]?[0-9]+)| ?[x×*·] ?10(?:\^([+-]?[0-9]+)|([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)))(?!\w|[.,][0-9])")
_EXPONENT = re.compile(r"\^([+-]?[0-9]+)(?![0-9]|[.,][0-9])")
_TEN_TO = re.compile(r"[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


class Digits(NamedTuple):
    """A number in digits that ends at `end`; a reason and no number where it is refused."""

    end: int
    number: Magnitude | None = None
    reason: str = ""
    start: int = -1
    """Where it begins if that is before its first digit (".5")."""


@dataclass(frozen=True)
class _Signs:
    grouped: re.Pattern[str]
    indian: re.Pattern[str]
    plain: re.Pattern[str]
    other: re.Pattern[str]
    decimal: str


@cache
def _signs(pack: Pack) -> _Signs:
    rules = pack.numerals
    point = re.escape(rules.decimal)
    groups = "".join(map(re.escape, (*rules.groups, " ", *NARROW_SPACES)))
    other = "".join(re.escape(sign) for sign in ".," if sign != rules.decimal)
    return _Signs(
        re.compile(f"[0-9]{{1,3}}([{groups}])[0-9]{{3}}(?:\\1[0-9]{{3}})*(?:{point}([0-9]+))?"),
        re.compile(f"[0-9]{{1,2}}([{other}])(?:[0-9]{{2}}\\1)+[0-9]{{3}}(?:{point}([0-9]+))?"),
        re.compile(f"([0-9]+)(?:{point}([0-9]+))?"),
        re.compile(f"([0-9]+)[{other}]([0-9]{{1,2}})"),
        rules.decimal,
    )


def read_digits(text: str, start: int, end: int, pack: Pack) -> Digits:
    """The number that the digits and signs at `start` to `end` write, with a fraction bar, power or one-sign fraction after them."""
    signs = _signs(pack)
    run = text[start:end]
    if run in VULGAR:
        return Digits(end, fraction(VULGAR[run], digits=run))
    if len(run) > MOST_DIGITS and sum(map(str.isdigit, run)) > MOST_DIGITS:
        return Digits(end, reason=TOO_LONG)
    if start and text[start - 1] == signs.decimal == "." and run.isdigit() and not text[start - 2 : start - 1].isalnum():
        return Digits(end, decimal("0", run, digits=f".{run}"), start=start - 1)
    number = _written(run, signs)
    if number is None:
        return Digits(end, reason=SEVERAL_SIGNS)
    after = text[end : end + 1]
    if after in _TAILS and (after != " " or text[end + 1 : end + 2] in _SPACED_TAILS):
        return _with_tail(text, end, number)
    return Digits(end, number)


# A bar between other digits is a date ("9/11"), a model or an address.
_DENOMINATORS = frozenset((*range(2, 11), 12, 16, 20, 24, 32, 48, 64, 100, 128, 256, 365, 1000))
_TAILS = frozenset(" /⁄eE×x*·^⁰¹²³⁴⁵⁶⁷⁸⁹⁻" + "".join(VULGAR))
_SPACED_TAILS = frozenset("0123456789×x*·" + "".join(VULGAR))


def _written(run: str, signs: _Signs) -> Magnitude | None:
    match = signs.plain.fullmatch(run)
    if match:
        left, right = match.groups()
        return whole(int(left), digits=run) if right is None else decimal(left, right, digits=run)
    match = signs.grouped.fullmatch(run) or signs.indian.fullmatch(run)
    if match:
        decimals = match.group(2)
        left = "".join(filter(str.isdigit, run[: len(run) - len(decimals) - 1] if decimals else run))
        return decimal(left, decimals, digits=run) if decimals else whole(int(left), digits=run)
    match = signs.other.fullmatch(run)
    return decimal(match[1], match[2], digits=run) if match else None


def _with_tail(text: str, end: int, number: Magnitude) -> Digits:
    """What may follow digits and belong to them: 1/2, 1 4/5, 2½, 1e10, 1.3 x 10^6, 10⁶, 2.5^-1."""
    after = text[end]
    plain = number.written == 1 and number.digits.isdigit()
    if after in VULGAR:
        return Digits(end + 1, fraction(Fraction(number.value) + VULGAR[after]))
    if after == " ":
        if plain and text[end + 1 : end + 2] in VULGAR:
            return Digits(end + 2, fraction(Fraction(number.value) + VULGAR[text[end + 1]]))
        bar = _BAR.match(text, end) if plain else None
        if bar and 0 < int(bar[1]) < int(bar[2]) in _DENOMINATORS:
            return Digits(bar.end(), fraction(Fraction(number.value) + Fraction(int(bar[1]), int(bar[2]))))
    if after in "/⁄":
        bar = _DENOMINATOR.match(text, end) if plain else None
        if bar and 0 < number.value < int(bar[1]) in _DENOMINATORS:
            return Digits(bar.end(), fraction(Fraction(int(number.value), int(bar[1]))))
        return Digits(end, number)
    power = _POWER.match(text, end)
    if power:
        exponent = (power[1] or power[2] or power[3]).translate(_SUPERSCRIPTS)
        return _scaled(number, exponent, power.end())
    exponent_match = _EXPONENT.match(text, end)
    if exponent_match:
        return _raised(number, exponent_match[1], exponent_match.end())
    ten = _TEN_TO.match(text, end) if number.digits == "10" else None
    if ten:
        return _scaled(whole(1), ten[0].translate(_SUPERSCRIPTS), ten.end())
    return Digits(end, number)


def _scaled(number: Magnitude, exponent: str, end: int) -> Digits:
    if len(exponent) > 4 or abs(int(exponent)) > HIGHEST_EXPONENT:
        return Digits(end, reason=TOO_HIGH)
    factor = Decimal(1).scaleb(int(exponent))
    value = number.value * factor if isinstance(number.value, Decimal) else number.value * Fraction(factor)
    return Digits(end, Magnitude(value, number.written * factor, number.significant * factor, number.digits, scale=max(1, int(factor))))


def _raised(number: Magnitude, exponent: str, end: int) -> Digits:
    if len(exponent) > 4 or abs(int(exponent)) > HIGHEST_EXPONENT:
        return Digits(end, reason=TOO_HIGH)
    base = Fraction(number.value)
    if base == 10:
        return _scaled(whole(1), exponent, end)
    if not base or abs(int(exponent)) * max(base.numerator.bit_length(), base.denominator.bit_length()) > 4 * HIGHEST_EXPONENT:
        return Digits(end, reason=TOO_HIGH)
    return Digits(end, fraction(base ** int(exponent)))
