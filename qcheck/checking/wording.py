"""Numbers, days and parties as a person says them, in messages, proofs and reports."""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import cache

from qcheck.language.pack import load_pack
from qcheck.model.interval import Closed, Interval
from qcheck.model.timespan import TimeSpan, span_text

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SPECIAL_UNITS = {"count": "", "percent": "%", "percentage_point": "percentage points", "age": "years old", "unknown": "(unit unknown)"}

_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries"}
_ALIKE = frozenset(
    {"celsius", "fahrenheit", "kelvin", "hertz", "kilohertz", "megahertz", "gigahertz", "horsepower", "bar", "millibar", "lux", "gauss"}
)


def number_words(value: float) -> str:
    """1,250; 1.7 billion; 14.45; infinity signs where it has no end."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    sign = "−" if value < 0 else ""
    size = abs(value)
    for scale, word in _SCALES:
        scaled = f"{size / scale:.12g}"
        if size >= scale and "e" not in scaled and len(scaled) <= 6:
            return f"{sign}{scaled} {word}"
    text = f"{size:.12g}"
    if "e" in text:
        return sign + text
    whole, dot, rest = text.partition(".")
    return f"{sign}{int(whole):,}{dot}{rest}"


def unit_words(unit: str) -> str:
    """The unit as it stands behind a number; nothing for counts."""
    return _SPECIAL_UNITS.get(unit, unit.removeprefix("count ").replace("_", " "))


def with_unit(words: str, unit: str) -> str:
    """Words of a number with its unit: `14.5 %`, `1.7 billion USD`, `3 days`, `rank 3`."""
    if unit == "ordinal":
        return f"rank {words}"
    one = words.rpartition(" ")[2] == "1" or unit in _SPECIAL_UNITS or unit.startswith("count ")
    return f"{words} {unit_words(unit) if one else _plural(unit_words(unit))}".strip()


def _plural(words: str) -> str:
    """The name of a unit behind a number that is not one: `kilometers per hour`, `cubic feet`; signs and scales stay as they are."""
    measured, per, rest = words.partition(" per ")
    before, space, last = measured.rpartition(" ")
    if last and last.islower() and last not in _ALIKE:
        last = _PLURALS.get(last) or f"{last}s"
    return f"{before.replace('degree', 'degrees')}{space}{last}{per}{rest}"


def range_words(interval: Interval[float] | None, unit: str = "count") -> str:
    """An interval as a person says it: more than 400; at least 12; 350 to 450; exactly 20; some; any number."""
    if interval is None:
        return ""
    assert interval.low is not None and interval.high is not None
    low, high = interval.low, interval.high
    left, right = number_words(low), number_words(high)
    if interval.is_point:
        return with_unit(f"exactly {left}" if unit != "ordinal" else left, unit)
    if math.isinf(low) and math.isinf(high):
        return "any number"
    if math.isinf(high):
        if low == 0 and interval.closed[0] == "(":
            return "some, no number given"
        return with_unit(f"{'at least' if interval.closed[0] == '[' else 'more than'} {left}", unit)
    if math.isinf(low) or (low == 0 and interval.closed[1] == ")" and unit == "count"):
        return with_unit(f"{'at most' if interval.closed[1] == ']' else 'fewer than' if unit == 'count' else 'less than'} {right}", unit)
    between = {"[]": "{} to {}", "[)": "{} to under {}", "(]": "over {}, up to {}", "()": "over {}, under {}"}[interval.closed]
    return with_unit(between.format(left, right), unit)


def amount_words(low: float, high: float, closed: str, unit: str) -> str:
    """The range of three columns as a sentence takes it: 14; 11,500 to 12,500; more than 400 euros; `some` where no number is told."""
    if math.isnan(low) or math.isnan(high) or (low, high) == (0.0, math.inf):
        return "some"
    ends: Closed = closed or "[]"  # type: ignore[assignment]
    return range_words(Interval(low, high, ends), unit).removeprefix("exactly ")


def when_words(days: TimeSpan | None, named: bool) -> str:
    """As `period_words`; days that no words name but the date of the article are said to be such."""
    if named or days is None or not days.known or days.within.low is not None or days.within.high is None:
        return period_words(days)
    return f"no day named, so up to {_day_words(days.within.high.isoformat())}"


def period_words(days: TimeSpan | None) -> str:
    """The days as a person says them: 17 May 2023; August 2022 to 17 May 2023; before 24 February 2022; not told."""
    if days is None or not days.known:
        return "time not told"
    low, high = days.within.low, days.within.high
    if low is not None and high is not None:
        left, _, right = span_text(days.within).partition("/")
        words = f"{_day_words(left)} to {_day_words(right)}" if right else _day_words(left)
    elif high is not None:
        after = high if high == date.max else high + timedelta(days=1)
        up_to = days.unknown == "start" or high == after
        words = f"up to {_day_words(high.isoformat())}" if up_to else f"before {_day_words(after.isoformat())}"
    else:
        words = f"from {_day_words(span_text(days.within, days.unknown).partition('/')[0])} on"
    return f"{words}, roughly" if days.vague else words


def _day_words(text: str) -> str:
    parts = text.split("-")
    if len(parts) == 1:
        return text
    month = _MONTHS[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else f"{int(parts[2])} {month} {parts[0]}"


def date_words(iso: str) -> str:
    """`17 May 2023` for 2023-05-17 (clock time and all else left out); the text itself if it is no date."""
    try:
        return _day_words(date.fromisoformat(iso[:10]).isoformat())
    except ValueError:
        return iso


def weekday_words(number: int) -> str:
    """`Monday` for 1, as ISO 8601 counts them."""
    return _WEEKDAYS[number - 1]


def party_words(parties: str) -> str:
    """Names joined by `;`, countries by their English names: `Canada, Ada Quill` for `CA;Ada Quill`."""
    return ", ".join(_countries().get(party, party) for party in parties.split(";"))


@cache
def _countries() -> dict[str, str]:
    return {code: country.names[0] for code, country in load_pack("en").countries.countries.items() if country.names}
