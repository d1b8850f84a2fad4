"""Units beside a number: words and signs after it, currencies before it, ages around it, and what a unit measures.

The only importer of pint, which sees names of our own tables and never text of an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from qcheck.extraction.measures import composed_unit_after
from qcheck.extraction.nouns.unit_parts import FEET_INCHES, part_sign
from qcheck.extraction.nouns.unit_words import SPACES, UNIT_TOKEN, UnitWords, international, joined, unit_words
from qcheck.language.pack import Pack
from qcheck.model.desk import EMPTY_DESK, Desk

if TYPE_CHECKING:
    import pint

_GAP = re.compile(rf"[{SPACES}]?[-‑]?")
_JOINT = re.compile(rf"[{SPACES}]|[-‑](?!\s)|[/·]|(?=\w)|(?=[$€£¥₵])")
_WORD = re.compile(rf"(?:[{SPACES}]|[-‑])?([^\W\d_]+)")
_COMPOUND = re.compile(r"[-‑][^\W\d_]")
_BRACKET = re.compile(r" ?\([^()\n]{0,20}\d[^()\n]{1,30}\)|\)")
_LARGER = re.compile(r"\d[\d.,]{2}|\d+(?:k|m|mn|bn|tn)\b")
_MORE = ("/", "·", "⋅")
_NAMED_NUMBER = re.compile(r"[A-Za-z]\d*[-‑]\d+$")
_LONG_NUMBER = re.compile(r"\d{3}$")
_LONGEST = 5
YEARS = {"year": 1.0, "month": 1 / 12, "week": 7 / 365.25, "day": 1 / 365.25}
"""Units of ages, in years."""
_NEAR = 60


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit at characters `start` to `end` of the text. Hard and typical readings times `factor` are in it: "8 months old" has
    the unit age, which is in years, and the factor 1/12 (the value stays as written)."""

    start: int
    end: int
    unit: str
    factor: float = 1.0


def unit_after(text: str, at: int, pack: Pack, desk: Desk = EMPTY_DESK, *, value: float | None = None) -> UnitMatch | None:
    """The unit that begins at `at`, right after a number and its scale word; a space or hyphen may stand between; else None.

    A rate ("per day", "/h", "a year") belongs to it where what it is counted for is a unit too, and so does what makes an age.
    `value` is the number where it is known: some words are units only after large numbers.
    """
    gap = _GAP.match(text, at)
    start = gap.end() if gap else at
    words = unit_words(pack)
    found = longest_unit(text, start, words, desk)
    if found is None:
        found = _told_by_words(text, start, words)
    if found is None or (start == at and text[start : found[0]] in international().apart):
        part = FEET_INCHES.match(text, start) and part_sign(text, at)
        if part:
            return UnitMatch(start, start + (2 if text[start] == "i" else 1), part)
        if found:
            return None
        return rare_unit_after(text, start)
    end, unit, written = found
    spaced = start > at and text[start - 1] not in "-‑"
    if spaced and (unit in YEARS or written in words.singular) and _COMPOUND.match(text, end) and not _age(text, end, words):
        return None  # "two year-end reports"
    if unit in YEARS:
        age = _age(text, end, words)
        if age:
            return UnitMatch(start, age, "age", YEARS[unit])
    if unit == "age":
        return UnitMatch(start, end, "age" if written[0].isupper() or not _spoken_of(text, end, words) else "year")
    if start == at and end - at <= 2 and _NAMED_NUMBER.search(text, max(0, at - 12), at):
        return None  # "XR-173m" is a name
    long_number = start == at and _LONG_NUMBER.search(text, max(0, at - 3), at)
    if written in words.short and long_number and not _told_by_words(text, start, words):
        return None
    if written in words.singular and spaced and not _is_one(text, at, value, pack):
        return None
    if written in words.large and not _is_large(text, at, value, pack):
        return None
    for other, cues in words.if_near[unit].items() if unit in words.if_near else ():
        if not cues.isdisjoint(_cues(text, at, end)) or (len(other) == 3 and _is_large(text, at, value, pack)):
            unit = other
    match = UnitMatch(start, end, unit)
    rate = None if " per " in unit else _rate(text, end, words, only_units=True, each=words.each)
    if rate:
        return replace(match, end=rate.end, unit=f"{unit} {rate.unit}")
    if " per " not in unit and (shared := _shared_rate(text, end, words)):
        return replace(match, unit=f"{unit} {shared}")
    return rare_unit_after(text, start) or match if text[end : end + 1] in _MORE and text[end + 1 : end + 2].isalpha() else match


def inner_words(text: str, at: int, pack: Pack) -> int:
    """Where the words end that stand between a number and its unit and change neither ("three full days"); `at` if there is none."""
    match = unit_words(pack).inside.match(text, at)
    return match.end() if match else at


def _told_by_words(text: str, start: int, words: UnitWords) -> tuple[int, str, str] | None:
    """A symbol that is mostly something else, where words near it tell of its unit: at -12C, 300' high."""
    match = words.near.match(text, start)
    if match:
        near = _cues(text, start, match.end())
        for unit, cues in words.symbols_near[match.group(1)].items():
            if not cues.isdisjoint(near):
                return match.end(), unit, match.group(1)
    return None


def _cues(text: str, start: int, end: int) -> list[str]:
    return re.findall(r"\w+", text[max(0, start - _NEAR) : end + _NEAR].lower())


def rare_unit_after(text: str, at: int) -> UnitMatch | None:
    """The composed unit that begins at `at` and that our tables do not hold; None if nothing there looks like one."""
    found = composed_unit_after(text, at, confirmed=lambda part: bool(dimension(part)))
    return UnitMatch(at, *found) if found else None


def rate_after(text: str, at: int, pack: Pack, *, counts: bool = False) -> UnitMatch | None:
    """The rate that begins at `at` ("per day", "a game", "pro Kopf"): its unit is "per day"; else None.

    It is for money whose sign stands before the number, and for counts. What is no unit ("game", "person") is named too.
    `counts`: it is for a count, of which fewer words make a rate ("40 ships a week"; not "40 ships the week before").
    """
    words = unit_words(pack)
    return _rate(text, at, words, only_units=False, each=words.each_counted if counts else words.each)


def rate_before(words: str, pack: Pack) -> str:
    """The rate that an adverb makes of the number right behind these lower-case words ("täglich 300 Schiffe"): "per day"; else ""."""
    name = unit_words(pack).adverbs.get(words.rstrip().rpartition(" ")[2])
    return f"per {name}" if name else ""


def unit_before(text: str, at: int, pack: Pack) -> UnitMatch | None:
    """The currency sign or code that ends right before `at` (one space may stand between); else None."""
    signs = international().signs
    end = at - 1 if at and text[at - 1] in SPACES else at
    if not end or text[end - 1] not in signs.last:
        return None
    for size in range(min(signs.longest, end), 0, -1):
        sign = text[end - size : end]
        start = end - size
        unit = signs.exact.get(sign) or (signs.folded.get(sign.lower()) if sign[-1] in "$£" else None)
        if unit and sign in signs.glued and (end < at or (sign.isalpha() and not _LARGER.match(text, at))):
            continue
        if unit and not (sign[0].isalpha() and start and (text[start - 1].isalnum())):
            spaced = signs.spaced.match(text[:start][::-1]) if size == 1 else None
            other = signs.folded.get(spaced.group(1)[::-1].replace(".", "").lower() + sign) if spaced else None
            return UnitMatch(start - spaced.end(), end, other) if spaced and other else UnitMatch(start, end, unit)
    return None


def after_gap(text: str, at: int) -> int:
    """Where a unit may begin: after the one space or hyphen that may stand between it and its number."""
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def longest_unit(text: str, start: int, words: UnitWords, desk: Desk) -> tuple[int, str, str] | None:
    """End, unit and words (as `joined` gives them, but a single one as it stands) of the longest entry that begins at `start`."""
    key, position, best = "", start, None
    for count in range(_LONGEST):
        token = UNIT_TOKEN.match(text, position)
        if not token:
            break
        key += joined(token.group())
        if not count and key not in words.first and not desk.units:
            return None
        if text[token.end() : token.end() + 1].isdigit() and token.group()[-1].isalpha():
            break  # "m212" is no unit
        raw = text[start : token.end()]
        bare = raw.removesuffix(".")
        unit = words.symbols.get(raw) or words.symbols.get(bare) or words.words.get(key) or desk.units.get(key)
        if unit and not (bare[-1] in "$€£¥" and text[token.end() : token.end() + 1].isdigit()):
            best = (start + len(bare), unit, bare if not count and bare[0].isupper() and unit == "age" else key)
        joint = _JOINT.match(text, token.end())
        if not joint:
            break
        position = joint.end()
        key += joint.group() if joint.group() in ("/", "·", "") else " "
    return best


def _rate(text: str, at: int, words: UnitWords, *, only_units: bool, each: frozenset[str]) -> UnitMatch | None:
    match = words.per.match(text, at)
    if match:
        word = match.group(1).strip(f"-{SPACES}").lower()
        found = longest_unit(text, match.end(), words, EMPTY_DESK)
        if word in words.each and word not in each:
            return None
        if found and not (word in each and (found[1] not in international().counted_by or words.no_rate.match(text, found[0]))):
            return UnitMatch(at, found[0], f"per {found[1]}")
        if not only_units:
            noun = _WORD.match(text, match.end())
            name = words.rates.get(noun.group(1).lower()) if noun else None
            if noun and name:
                return UnitMatch(at, noun.end(), f"per {name}")
    adverb = words.adverb.match(text, at) if words.adverb else None
    return UnitMatch(at, adverb.end(), f"per {words.adverbs[adverb.group(1).lower()]}") if adverb else None


def _shared_rate(text: str, end: int, words: UnitWords) -> str:
    """The rate behind a conversion in brackets, which both amounts share: 175 kilometres (109 miles) an hour."""
    bracket = _BRACKET.match(text, end)
    rate = _rate(text, bracket.end(), words, only_units=True, each=words.each) if bracket else None
    return rate.unit if rate else ""


def _age(text: str, end: int, words: UnitWords) -> int | None:
    old = words.old.match(text, end)
    return old.end() if old else None


def _spoken_of(text: str, end: int, words: UnitWords) -> bool:
    """Whether what follows an age within two words is no person or thing but a time: "fünfjährige Haft"."""
    for _ in range(3):
        word = _WORD.match(text, end)
        if not word:
            return False
        if word.group(1)[0].isupper():
            return word.group(1).lower().endswith(words.no_age_before) if words.no_age_before else False
        end = word.end()
    return False


def _is_one(text: str, at: int, value: float | None, pack: Pack) -> bool:
    if value is not None:
        return value <= 1
    last = re.search(r"([\d.,]+|[^\W\d_]+)$", text[max(0, at - 20) : at])
    return last is not None and last.group(1).lower() in {"1", *unit_words(pack).ones}


def _is_large(text: str, at: int, value: float | None, pack: Pack) -> bool:
    if value is not None:
        return value >= 1000
    last = re.search(r"(\d[\d.,]*|[^\W\d_]+)$", text[max(0, at - 24) : at])
    if not last:
        return False
    return sum(c.isdigit() for c in last.group(1)) >= 4 or last.group(1).lower() in unit_words(pack).scales


# What a unit measures


def dimension(unit: str) -> str:
    """What a unit measures, as pint says it: "[length]", "[length] / [time]"; "" for counts, shares, money, ages and unknown ones.

    Scales of temperature with a zero of their own are dimensions of their own, since no factor leads from one to the other.
    """
    return _measure(unit)[0]


def base_factor(unit: str) -> float:
    """What a number in `unit` is multiplied with to be in base units (meter, kilogram, second ...); 1.0 where `dimension` is ""."""
    return _measure(unit)[1]


def factor(unit: str, to: str) -> float | None:
    """What a number in `unit` is multiplied with to be in `to`; None if they do not measure the same."""
    if unit == to:
        return 1.0
    (left, one), (right, other) = _measure(unit), _measure(to)
    return one / other if left and left == right else None


@cache
def _measure(unit: str) -> tuple[str, float]:
    expression = _expression(unit)
    if not expression:
        return "", 1.0
    if unit in ("degree_Celsius", "degree_Fahrenheit"):
        return f"[temperature] {unit}", 1.0
    registry = _registry()
    quantity = registry.parse_expression(expression).to_base_units()
    # pint says that bits and radians have no dimension; a megabit is no number all the same
    bare = [f"[{name}]" for name in sorted(dict(quantity.unit_items())) if not registry.get_dimensionality(name)]
    dimensions = "" if quantity.dimensionless else str(quantity.dimensionality)
    return " * ".join(filter(None, (*bare, dimensions))), float(quantity.magnitude)


@cache
def _registry() -> pint.UnitRegistry[float]:
    import pint

    return pint.UnitRegistry()


def _expression(unit: str) -> str:
    """The unit as pint reads it; "" if it is none of ours or no physical one."""
    known = international().units.get(unit)
    if known and known.pint:
        return f"({known.pint})"
    if " per " in unit:
        parts = [_expression(name) for name in unit.split(" per ")]
        return " / ".join(parts) if all(parts) else ""
    for power, prefix in ((2, "square_"), (3, "cubic_")):
        if unit.startswith(prefix):
            base = _expression(unit.removeprefix(prefix))
            return f"({base} ** {power})" if base else ""
    return f"({unit})" if known and known.physical else ""
