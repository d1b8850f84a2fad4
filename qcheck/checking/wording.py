"""Numbers, days and parties as a person says them, in messages, proofs and reports, in the language of their readers."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from functools import cache

from qcheck.checking.catalogue import catalogue
from qcheck.language.pack import load_pack
from qcheck.model.interval import Closed, Interval
from qcheck.model.timespan import TimeSpan, span_text

_PLACE = re.compile(r"“[^”]*”|(?<=sentences tell of ).+|\d[\d-]*")  # what a reason quotes, lists or counts
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number_words(value: float, *, ui: str = "en") -> str:
    """1,250; 1.7 billion; 14.45; infinity signs where it has no end."""
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    words = catalogue(ui)
    sign = "−" if value < 0 else ""
    size = abs(value)
    for scale, name in _SCALES:
        scaled = f"{size / scale:.12g}"
        if size >= scale and "e" not in scaled and len(scaled) <= 6:
            return f"{sign}{scaled.replace('.', words.decimal)} {words.scales[name][scaled != '1']}"
    text = f"{size:.12g}"
    if "e" in text:
        return sign + text.replace(".", words.decimal)
    whole, _, rest = text.partition(".")
    return f"{sign}{int(whole):,}".replace(",", words.thousands) + (f"{words.decimal}{rest}" if rest else "")


def unit_words(unit: str, many: bool = False, *, ui: str = "en") -> str:
    """The unit as it stands behind a number, behind one that is not one if `many`; nothing for counts."""
    words = catalogue(ui)
    name = words.units.get(unit)
    if name is not None:
        return name if isinstance(name, str) else name[many]
    measured, per, counted = unit.replace("_per_", " per ").partition(" per ")
    if per:
        first = "" if measured == "count" else unit_words(measured, many=many, ui=ui)
        return f"{first} {words.per} {unit_words(counted, ui=ui)}".strip()
    prefix = next((prefix for prefix in words.prefixes if unit.startswith(prefix)), "")
    if prefix and unit.removeprefix(prefix) in words.units:
        return words.prefixes[prefix] + _lowered(unit_words(unit.removeprefix(prefix), many=many, ui=ui))
    plain = unit.removeprefix("count ").replace("_", " ")
    return f"{plain}{words.plural}" if many and plain[-1:].islower() and not unit.startswith("count ") else plain


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def with_unit(words: str, unit: str, *, ui: str = "en") -> str:
    """Words of a number with its unit: `14.5 %`, `1.7 billion USD`, `3 days`, `rank 3`."""
    if unit == "ordinal":
        return catalogue(ui).rank.format(number=words)
    return f"{words} {unit_words(unit, many=words.rpartition(' ')[2] != '1', ui=ui)}".strip()


def quantity_words(value: float, unit: str, *, ui: str = "en") -> str:
    """A number with its unit: `14.5 %`, `1.7 billion USD`, `3 days`."""
    return with_unit(number_words(value, ui=ui), unit, ui=ui)


def range_words(interval: Interval[float] | None, unit: str = "count", *, ui: str = "en") -> str:
    """An interval as a person says it: more than 400; at least 12; 350 to 450; exactly 20; some; any number."""
    if interval is None:
        return ""
    assert interval.low is not None and interval.high is not None
    low, high, said = interval.low, interval.high, catalogue(ui).ranges
    if math.isinf(low) and math.isinf(high):
        return said.any
    if interval.is_point:
        form = "{low}" if unit == "ordinal" else said.point
    elif math.isinf(high):
        if low == 0 and interval.closed[0] == "(":
            return said.some
        form = said.at_least if interval.closed[0] == "[" else said.more_than
    elif math.isinf(low) or (low == 0 and interval.closed[1] == ")" and unit == "count"):
        form = said.at_most if interval.closed[1] == "]" else said.fewer_than if unit == "count" else said.less_than
    else:
        form = said.between[interval.closed]
    return with_unit(form.format(low=number_words(low, ui=ui), high=number_words(high, ui=ui)), unit, ui=ui)


def amount_words(low: float, high: float, closed: str, unit: str, *, ui: str = "en") -> str:
    """The range of three columns as a sentence takes it: 14; 11,500 to 12,500; more than 400 euros; `some` where no number is told."""
    if math.isnan(low) or math.isnan(high) or (low, high) == (0.0, math.inf):
        return catalogue(ui).some
    if low == high and unit != "ordinal":
        return quantity_words(low, unit, ui=ui)
    ends: Closed = closed or "[]"  # type: ignore[assignment]
    return range_words(Interval(low, high, ends), unit, ui=ui)


def when_words(days: TimeSpan | None, named: bool, *, ui: str = "en") -> str:
    """As `period_words`; days that no words name but the date of the article are said to be such."""
    if named or days is None or not days.known or days.within.low is not None or days.within.high is None:
        return period_words(days, ui=ui)
    return catalogue(ui).periods.undated.format(day=day_words(days.within.high, ui=ui))


def period_words(days: TimeSpan | None, *, ui: str = "en") -> str:
    """The days as a person says them: 17 May 2023; August 2022 to 17 May 2023; before 24 February 2022; not told."""
    said = catalogue(ui).periods
    if days is None or not days.known:
        return said.unknown
    low, high = days.within.low, days.within.high
    if low is not None and high is not None:
        left, _, right = span_text(days.within).partition("/")
        first = _coarse_words(left, ui)
        words = said.between.format(first=first, last=_coarse_words(right, ui)) if right else first
    elif high is not None:
        after = high if high == date.max else high + timedelta(days=1)
        up_to = days.unknown == "start" or high == after
        words = said.up_to.format(day=day_words(high, ui=ui)) if up_to else said.before.format(day=day_words(after, ui=ui))
    else:
        words = said.from_on.format(day=_coarse_words(span_text(days.within, days.unknown).partition("/")[0], ui))
    return said.vague.format(period=words) if days.vague else words


def _coarse_words(text: str, ui: str) -> str:
    """`2022`, `August 2022` or `17 May 2023` for a year, a month or a day as ISO 8601 writes it."""
    parts = text.split("-")
    if len(parts) == 1:
        return text
    words = catalogue(ui)
    month = words.months[int(parts[1]) - 1]
    return f"{month} {parts[0]}" if len(parts) == 2 else words.day.format(day=int(parts[2]), month=month, year=parts[0])


def day_words(day: date | None, *, ui: str = "en") -> str:
    """`17 May 2023`; `a day that is not given` for None."""
    return _coarse_words(day.isoformat(), ui) if day else catalogue(ui).periods.no_day


def date_words(iso: str, *, ui: str = "en") -> str:
    """`17 May 2023` for 2023-05-17 (clock time and all else left out); the text itself if it is no date."""
    try:
        return day_words(date.fromisoformat(iso[:10]), ui=ui)
    except ValueError:
        return iso


def weekday_words(number: int, *, ui: str = "en") -> str:
    """`Monday` for 1, as ISO 8601 counts them."""
    return catalogue(ui).weekdays[number - 1]


def quoted(text: str, *, ui: str = "en") -> str:
    """Text with “English quotation marks” in those of the reader."""
    return text.translate(str.maketrans("“”", quotes(ui)))


def quotes(ui: str = "en") -> str:
    """The opening and the closing quotation mark of a language."""
    return catalogue(ui).quotes


def party_words(parties: str, *, ui: str = "en") -> str:
    """Names joined by `;`, countries by their names: `Canada, Ada Quill` for `CA;Ada Quill`."""
    return ", ".join(_countries(ui).get(party, party) for party in parties.split(";"))


def concept_words(concept: str, *, ui: str = "en") -> str:
    """What a concept of the packs, an event or a counted thing, is called: `ship`, German `Schiff`; what no pack knows is its own name."""
    event = catalogue(ui).events.get(concept)
    return event or _things(ui).get(concept, concept)


def thing_words(scope: str, of: str, *, ui: str = "en") -> str:
    """What is counted, with the words that narrow it: `field pump`."""
    return " ".join(part for part in (scope, concept_words(of, ui=ui)) if part)


def reason_words(reason: str, *, ui: str = "en") -> str:
    """The reason that reading gave for a row of the claims frame; as it is where the catalogue does not know it."""
    known = catalogue(ui).reasons.get(_PLACE.sub("{}", reason))
    return quoted(known.format(*_PLACE.findall(reason)) if known else reason, ui=ui)


@cache
def _countries(ui: str) -> dict[str, str]:
    return {code: country.names[0] for code, country in load_pack(ui).countries.countries.items() if country.names}


@cache
def _things(ui: str) -> dict[str, str]:
    """The words for concepts; an English reader is told the lemma, which is an English word."""
    return {} if ui == "en" else {concept: words[0] for concept, words in load_pack(ui).concepts.things.items() if words}
