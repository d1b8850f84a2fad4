"""Ranges, days and counts in the words of the report."""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import cache

from qcheck.language.pack import load_pack
from qcheck.model.claim import Claim
from qcheck.model.interval import SOME, Closed, Interval
from qcheck.model.timespan import TimeSpan, span_from_text, span_text

OUTCOME_WORDS = {
    "conflict": ("Conflict", "conflict", "conflicts", "No reading of the words lets all of it be true."),
    "review": ("To review", "to review", "to review", "As a reader takes the words, they do not fit together."),
    "dispute": ("Dispute", "dispute", "disputes", "Opposed sources say different things, and are named."),
    "update": ("Update", "update", "updates", "The later article may simply know more."),
    "note": ("Note", "note", "notes", "Nothing contradicts; worth knowing."),
}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # names of the passages of a finding
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SPECIAL_UNITS = {"count": "", "percent": "%", "percentage_point": "percentage points", "age": "years old", "unknown": "(unit unknown)"}
# marks that turn the direction of text or hide in it; soft hyphens and joiners belong to honest words and stay
_BIDI = (0x061C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
_VISIBLE = {code: f"[U+{code:04X}]" for code in (*range(32), *range(0x7F, 0xA0), *_BIDI) if chr(code) not in "\n\t"} | {0x0D: " "}


def visible(text: str) -> str:
    """The text with control characters and bidi marks written out (`[U+202E]`), so that they act nowhere; line feeds and tabs stay."""
    return text if text.isprintable() else text.translate(_VISIBLE)


def counted(number: int, one: str, many: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {one if number == 1 else many}"


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
    return _SPECIAL_UNITS.get(unit, unit.replace("_", " "))


def with_unit(words: str, unit: str) -> str:
    """Words of a number with its unit: `14.5 %`, `1.7 billion USD`, `rank 3`."""
    return f"rank {words}" if unit == "ordinal" else f"{words} {unit_words(unit)}".strip()


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


def hard(claim: Claim) -> Interval[float] | None:
    """The widest reading of a claim; None where the row holds no number."""
    return interval(claim.low, claim.high, claim.closed)


def typical(claim: Claim) -> Interval[float] | None:
    """What a reader takes a claim to mean; None where the row holds no number."""
    return interval(claim.typical_low, claim.typical_high, claim.typical_closed)


def interval(low: float, high: float, closed: str) -> Interval[float] | None:
    """The interval of three columns; None where they hold none."""
    if math.isnan(low) or math.isnan(high) or closed not in ("[]", "[)", "(]", "()"):
        return None
    try:
        ends: Closed = closed  # type: ignore[assignment]
        return Interval(low, high, ends)
    except ValueError:
        return None


def span(claim: Claim) -> TimeSpan | None:
    """The days a claim speaks of; None where no word tells them or the row does not write them as it should."""
    try:
        days = span_from_text(claim.within, claim.throughout, vague=claim.time_vague) if claim.within else None
    except ValueError:
        return None
    return days if days and days.known else None


def period_words(days: TimeSpan | None) -> str:
    """The days as a person says them: 17 May 2023; August 2022 to 17 May 2023; before 24 February 2022; not told."""
    if days is None or not days.known:
        return "time not told"
    low, high = days.within.low, days.within.high
    if low is not None and high is not None:
        left, _, right = span_text(days.within).partition("/")
        if right and ("-" in left) != ("-" in right):  # "October 2023 to 2023" would leave a reader guessing
            left, right = (f"{end}-{month:02}" if "-" not in end else end for end, month in ((left, 1), (right, 12)))
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


def place_words(claim: Claim) -> str:
    """Where in the article it stands: headline; paragraph 3, sentence 7."""
    if claim.zone == "headline":
        return "headline"
    where = [f"{name} {number}" for name, number in (("paragraph", claim.paragraph), ("sentence", claim.sentence)) if number]
    return ", ".join([*(["table"] if claim.zone == "table" else ["caption"] if claim.zone == "caption" else []), *where])


def subject_words(claim: Claim) -> str:
    """What is counted and what is said of it, from the columns that pair claims: `attack drone · supply · by Canada · to Kenya`."""
    parts = [f"{claim.scope} {claim.of}".strip(), claim.event]
    parts += [f"by {party_words(claim.agent)}"] if claim.agent else []
    parts += [f"to {party_words(claim.recipient)}"] if claim.recipient else []
    parts += [claim.modality] if claim.modality != "asserted" else []
    return " · ".join(part for part in parts if part)


def party_words(parties: str) -> str:
    """Names joined by `;`, countries by their English names: `Canada, Ada Quill` for `CA;Ada Quill`."""
    return ", ".join(_countries().get(party, party) for party in parties.split(";"))


@cache
def _countries() -> dict[str, str]:
    return {code: country.names[0] for code, country in load_pack("en").countries.countries.items() if country.names}


def exact_text(interval: Interval[float] | None) -> str:
    """The interval in the notation of the frames, `(400, inf)`; "" where there is none."""
    return "" if interval is None else str(interval)


def compact(value: float) -> str:
    """A number for an axis: 400; 1,500; 1.7 bn."""
    words = number_words(value)
    for word, short in (("trillion", "tn"), ("billion", "bn"), ("million", "m")):
        words = words.replace(f" {word}", f" {short}")
    return words


def initial(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def conversion(claim: Claim, other: Claim) -> float | None:
    """The factor from the unit of one claim to that of another; None where the two cannot be compared."""
    if claim.unit == other.unit:
        return 1.0
    same = claim.dimension and claim.dimension == other.dimension and claim.base_factor > 0 and other.base_factor > 0
    return claim.base_factor / other.base_factor if same else None


def scaled(values: Interval[float], factor: float) -> Interval[float]:
    """The interval with both ends multiplied by a positive factor."""
    assert values.low is not None and values.high is not None
    return values if factor == 1.0 else Interval(values.low * factor, values.high * factor, values.closed)


def numbers_meet(one: Claim, other: Claim) -> str:
    """How the ranges of two claims meet: `no number fits both`, `both allow 400 to 450`; "" where they cannot be compared."""
    factor = conversion(other, one)
    a, b = hard(one), hard(other)
    if a is None or b is None or factor is None or SOME in (a, b):
        return ""
    both = a & scaled(b, factor)
    if both is None:
        return "no number fits both"
    usual, usual_other = typical(one), typical(other)
    apart = usual and usual_other and usual.disjoint(scaled(usual_other, factor))
    return f"both allow {range_words(both, one.unit)}" + (", but their usual readings do not meet" if apart else "")


def days_meet(one: Claim, other: Claim) -> str:
    """How the periods of two claims meet: `no day lies in both`, `both hold August 2022`; "" where one is not told."""
    a, b = span(one), span(other)
    if a is None or b is None:
        return ""
    both = a.proof & b.proof
    return "no day lies in both" if both is None else f"both allow {period_words(TimeSpan(both))}"
