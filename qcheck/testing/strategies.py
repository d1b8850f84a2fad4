"""Hypothesis strategies for qcheck's values, by Hypothesis' own conventions: keyword options, InvalidArgument, simple examples first.

Needs the extra `hypothesis`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import cast, get_args

from qcheck.extraction.nouns.unit_words import forms
from qcheck.language.pack import Pack, load_pack
from qcheck.model.interval import ANY_DAY, Closed, Interval
from qcheck.model.quantity import Modifier, Quantity, Trend
from qcheck.model.timespan import UNKNOWN_SPAN, TimeSpan, Unknown

try:
    from hypothesis import strategies as st
    from hypothesis.errors import InvalidArgument
except ImportError:
    raise ImportError("qcheck.testing.strategies needs Hypothesis: pip install 'qcheck[hypothesis]'") from None

__all__ = ["Rendering", "intervals", "quantities", "renderings", "time_spans"]

UNITS = ("count", "percent", "USD", "EUR", "kilometer", "age", "percentage_point")
MEASURES = ("percent", "EUR", "USD", "hectare", "metric_ton", "kilogram", "meter")
"""Units that a language pack has words for; quantities with them are rendered without a counted noun."""
SCALES = (1_000, 1_000_000, 1_000_000_000)
NOUNS = ("pump", "house", "water tank", "")


def intervals(
    *, min_value: float | None = None, max_value: float | None = None, allow_infinity: bool | None = None
) -> st.SearchStrategy[Interval[float]]:
    """Intervals of numbers inside [min_value, max_value]; points are the simplest examples.

    `allow_infinity` lets ends without a bound be unbounded (by default they may be). Raises InvalidArgument if the bounds are NaN,
    infinite or in the wrong order, or if an unbounded end is asked for and both sides have a bound.
    """
    for name, value in (("min_value", min_value), ("max_value", max_value)):
        if value is not None and not math.isfinite(value):
            raise InvalidArgument(f"{name}={value!r} is not finite; leave it out for an unbounded end")
    if min_value is not None and max_value is not None:
        if min_value > max_value:
            raise InvalidArgument(f"min_value={min_value!r} is larger than max_value={max_value!r}")
        if allow_infinity:
            raise InvalidArgument(f"no end can be unbounded between min_value={min_value!r} and max_value={max_value!r}")
    unbounded = allow_infinity is not False
    return _intervals(min_value, max_value, unbounded and min_value is None, unbounded and max_value is None)


@st.composite
def _intervals(
    draw: st.DrawFn, min_value: float | None, max_value: float | None, unbounded_low: bool, unbounded_high: bool
) -> Interval[float]:
    ends = st.floats(min_value, max_value, allow_nan=False, allow_infinity=False).map(lambda end: end + 0.0)  # no -0.0
    low, high = sorted((draw(ends), draw(ends)))
    if unbounded_low and draw(st.booleans()):
        low = -math.inf
    if unbounded_high and draw(st.booleans()):
        high = math.inf
    closed = "[]" if low == high else draw(st.sampled_from(cast(tuple[Closed, ...], get_args(Closed))))
    return Interval(low, high, closed)


def time_spans(
    *, min_value: date = date.min, max_value: date = date.max, allow_unknown: bool = True, allow_open: bool = True
) -> st.SearchStrategy[TimeSpan]:
    """Spans of days inside [min_value, max_value]; one day is the simplest example.

    `allow_open` lets a side have no end (`../2022-02-23`), `allow_unknown` lets the text not tell it (`2022/?`, or `?` as a whole).
    What held throughout always lies within. Raises InvalidArgument if the bounds are in the wrong order.
    """
    if min_value > max_value:
        raise InvalidArgument(f"min_value={min_value!r} is later than max_value={max_value!r}")
    told = _told_spans(min_value, max_value, allow_unknown, allow_open)
    return told | st.just(UNKNOWN_SPAN) if allow_unknown else told


@st.composite
def _told_spans(draw: st.DrawFn, min_value: date, max_value: date, allow_unknown: bool, allow_open: bool) -> TimeSpan:
    days = st.dates(min_value, max_value)
    first, last = sorted((draw(days), draw(days)))
    low: date | None = first
    high: date | None = last
    unknown: Unknown = ""
    if (allow_open or allow_unknown) and draw(st.booleans()):
        side: Unknown = draw(st.sampled_from(cast(tuple[Unknown, ...], ("start", "end"))))
        low, high = (None, high) if side == "start" else (low, None)
        if not allow_open or (allow_unknown and draw(st.booleans())):
            unknown = side
    elif allow_open and draw(st.booleans()):
        low = high = None
    within = ANY_DAY if low is None and high is None else Interval(low, high)
    held: Interval[date] | None = None
    if draw(st.booleans()):
        first, last = sorted((draw(st.dates(first, last)), draw(st.dates(first, last))))
        held = Interval(first, last)
    return TimeSpan(within, held, unknown, vague=draw(st.booleans()))


def quantities(
    *,
    min_value: float | None = None,
    max_value: float | None = None,
    modifiers: Sequence[Modifier] = tuple(Modifier),
    units: Sequence[str] = UNITS,
) -> st.SearchStrategy[Quantity]:
    """Quantities whose hard reading lies inside [min_value, max_value], with the typical one always inside it.

    They stand for any reading a text could have, also those that no words of a language give. Raises InvalidArgument for bounds as
    `intervals` does, and if there is no modifier or unit to choose from.
    """
    for name, choices in (("modifiers", modifiers), ("units", units)):
        if not choices:
            raise InvalidArgument(f"{name} is empty; give at least one")
    return _quantities(intervals(min_value=min_value, max_value=max_value), tuple(modifiers), tuple(units))


@st.composite
def _quantities(
    draw: st.DrawFn, hards: st.SearchStrategy[Interval[float]], modifiers: tuple[Modifier, ...], units: tuple[str, ...]
) -> Quantity:
    modifier = draw(st.sampled_from(modifiers))
    hard = draw(hards)
    inside = intervals(min_value=_finite(hard.low), max_value=_finite(hard.high))
    typical = draw(inside) & hard or hard  # a part that only touches an open end is no part
    value: float | tuple[float, float] | None
    if modifier is Modifier.VAGUE:
        value = None
    else:
        low, high = (end if end is not None and math.isfinite(end) else 0.0 for end in (hard.low, hard.high))
        value = (low, high) if modifier is Modifier.RANGE else low
    quote = draw(st.text(min_size=1, max_size=20))
    start = draw(st.integers(0, 1000))
    trend = draw(st.none() | st.sampled_from(cast(tuple[Trend, ...], get_args(Trend))))
    unit, of = draw(st.sampled_from(units)), draw(st.sampled_from(NOUNS))
    end = start + len(quote)
    return Quantity(start, end, quote, value, hard, typical, modifier, trend, unit, of, phrase_end=end)


def _finite(end: float | None) -> float | None:
    return end if end is not None and math.isfinite(end) else None


@dataclass(frozen=True, slots=True)
class Rendering:
    """A quantity in the words of a language. `sign` stands between its groups of digits; a noun is counted where the unit is count."""

    language: str
    text: str
    value: float
    modifier: Modifier
    unit: str
    sign: str = ""


def renderings(
    *,
    nouns: Mapping[str, str],
    modifiers: Sequence[Modifier] = (
        *(Modifier.EXACT, Modifier.MORE_THAN, Modifier.AT_LEAST, Modifier.LESS_THAN),
        *(Modifier.AT_MOST, Modifier.ABOUT, Modifier.ALMOST),
    ),
    units: Sequence[str] = ("count", *MEASURES),
) -> st.SearchStrategy[tuple[Rendering, ...]]:
    """One quantity in each language of `nouns` (code -> a noun in the plural that it may count, {"en": "boats", "de": "Boote"}).

    In digits with a group sign of the language or a space, with decimals, with a scale ("3.5 million"), or as a number word; all words
    but the nouns are those of the packs. Raises InvalidArgument if there is no language, modifier or unit to choose from.
    """
    for name, choices in (("nouns", nouns), ("modifiers", modifiers), ("units", units)):
        if not choices:
            raise InvalidArgument(f"{name} is empty; give at least one")
    return _renderings(dict(nouns), tuple(modifiers), tuple(units))


@st.composite
def _renderings(draw: st.DrawFn, nouns: dict[str, str], modifiers: tuple[Modifier, ...], units: tuple[str, ...]) -> tuple[Rendering, ...]:
    modifier, unit, phrase = draw(st.sampled_from(modifiers)), draw(st.sampled_from(units)), draw(st.integers(0, 2))
    kind = draw(st.sampled_from(("digits", "scaled", "word") if unit == "count" else ("digits", "decimals", "scaled", "word")))
    scale = draw(st.sampled_from(SCALES)) if kind == "scaled" else 1
    digits = Decimal(draw(st.integers(2, 12) if kind == "word" else st.integers(13, 999 if kind == "scaled" else 10**9)))
    if kind == "decimals" or (kind == "scaled" and draw(st.booleans())):
        digits = digits.scaleb(-1)
    group = draw(st.integers(0, 4))
    found = []
    for code, noun in nouns.items():
        pack = load_pack(code)
        sign = (*pack.numerals.groups, "\u202f", "\u00a0")[group]
        number = pack.numerals.cardinals[str(digits)][0] if kind == "word" else _written(digits, sign, pack)
        words = [number, forms(pack.numerals.scales[str(scale)][:1])[-1]] if scale > 1 else [number]
        if modifier is not Modifier.EXACT:
            words.insert(0, pack.modifiers.before[modifier.value][phrase])
        words.append(noun if unit == "count" else forms(pack.units.words[unit][:1])[0])
        grouped = kind in ("digits", "decimals") and digits >= 1000
        found.append(Rendering(code, " ".join(words), float(digits * scale), modifier, unit, sign if grouped else ""))
    return tuple(found)


def _written(number: Decimal, sign: str, pack: Pack) -> str:
    """Digits with the group sign, and the decimal sign of the language."""
    whole, _, decimals = f"{number:,f}".partition(".")
    return whole.replace(",", sign) + (pack.numerals.decimal + decimals if decimals else "")
