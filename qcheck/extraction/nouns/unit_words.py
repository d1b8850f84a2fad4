"""The unit words of a language as tables to look up, built once: all forms, the metric prefixes, symbols and currency signs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from qcheck.language.pack import LANGUAGES, Pack
from qcheck.language.schema.units import International, Unit, Units

SPACES = " \u00a0\u2007\u2009\u202f"
UNIT_TOKEN = re.compile(
    r"[^\W\d_]+(?:\.[^\W\d_]+)*(?:\^?[23](?!\w))?\.?"  # km, m.p.h., m², m2, m^2
    r"|[%٪％‰°º℃℉′″¢$€£¥￥＄₹₽₺₩₪₴₦฿₫₱₿₲₸₾₵₼৳]"
)
_ENDINGS = re.compile(r"\(([^)]*)\)")
_HYPHENS = re.compile(rf"[-‑{SPACES}]+")


def spelled(word: str) -> list[str]:
    """The forms that `word(a/b)` (or `word(a,b)`) stands for: the word alone and with each ending."""
    match = _ENDINGS.search(word)
    if not match:
        return [word]
    endings = ("", *re.split("[,/]", match.group(1)))
    return [form for ending in endings for form in spelled(word[: match.start()] + ending + word[match.end() :])]


def forms(words: Iterable[str]) -> list[str]:
    """All forms of several words, in their order."""
    return [form for word in words for form in spelled(word)]


def joined(words: str) -> str:
    """Words as tables hold them: lower case, without dots, with one space for each hyphen or space."""
    return _HYPHENS.sub(" ", words.replace(".", "")).strip().lower()


@dataclass(frozen=True, eq=False)
class Signs:
    """Currency signs and codes: as they stand, and folded to lower case without dots; their last characters; how long they are."""

    exact: dict[str, str]
    folded: dict[str, str]
    glued: frozenset[str]
    last: frozenset[str]
    longest: int
    spaced: re.Pattern[str]


@dataclass(frozen=True, eq=False)
class Symbols:
    """What all languages share: every unit by name, symbols with their case, currency signs."""

    units: dict[str, Unit]
    symbols: dict[str, str]
    counted_by: frozenset[str]
    apart: frozenset[str]
    signs: Signs


@cache
def international() -> Symbols:
    """The units and signs of every language, with the metric prefixes worked out."""
    from qcheck.files.yaml import read_yaml, validate

    source = validate(read_yaml(Path(LANGUAGES) / "international" / "units.yaml"), International)
    units: dict[str, Unit] = {}
    symbols: dict[str, str] = {}
    for name, unit in source.units.items():
        units[name] = unit
        if not unit.only_prefixed:
            symbols |= dict.fromkeys(unit.symbols, name)
        for prefix, signs in source.prefixes.items():
            small = prefix not in source.large and prefix != "hecto"
            if unit.metric not in ("all", "small" if small else "large"):
                continue
            units[prefix + name] = unit.model_copy(update={"pint": ""}) if not unit.pint else _scaled(unit, prefix)
            for sign in signs:
                symbols |= {sign + symbol: prefix + name for symbol in unit.symbols if sign + symbol not in symbols}
    glued = {sign: code for code, signs in source.glued.items() for sign in signs}
    exact = {sign: code for code, signs in source.currencies.items() for sign in signs}
    exact |= glued
    folded = {sign.replace(".", "").lower(): code for sign, code in exact.items()}
    longest = max(map(len, exact))
    spaced = re.compile(rf"[{SPACES}]([A-Za-z.]{{2,5}})(?![A-Za-z])")
    return Symbols(
        units,
        symbols,
        frozenset(source.counted_by),
        frozenset(source.apart),
        Signs(exact, folded, frozenset(glued), frozenset(sign[-1] for sign in exact), longest, spaced),
    )


def _scaled(unit: Unit, prefix: str) -> Unit:
    """A unit that pint has no name for, with a prefix: the prefix goes to the first name of its definition."""
    return unit.model_copy(update={"pint": prefix + unit.pint})


@dataclass(frozen=True, eq=False)
class UnitWords:
    """The tables of one language."""

    words: dict[str, str]
    symbols: dict[str, str]
    first: frozenset[str]
    large: frozenset[str]
    short: frozenset[str]
    singular: frozenset[str]
    if_near: dict[str, dict[str, frozenset[str]]]
    symbols_near: dict[str, dict[str, frozenset[str]]]
    near: re.Pattern[str]
    inside: re.Pattern[str]
    per: re.Pattern[str]
    each: frozenset[str]
    each_counted: frozenset[str]
    rates: dict[str, str]
    adverbs: dict[str, str]
    adverb: re.Pattern[str] | None
    no_rate: re.Pattern[str]
    old: re.Pattern[str]
    no_age_before: tuple[str, ...]
    age_before: re.Pattern[str]
    age_verbs: frozenset[str]
    age_verb_after: re.Pattern[str]
    age_reach: int
    months: re.Pattern[str]
    ones: frozenset[str]
    scales: frozenset[str]


@cache
def unit_words(pack: Pack) -> UnitWords:
    """The tables of a pack, compiled once."""
    units, shared = pack.units, international()
    symbols = shared.symbols | {sign: code for sign, code in shared.signs.exact.items() if sign not in shared.signs.glued}
    words: dict[str, str] = {}
    for name, entries in units.words.items():
        for form in forms(entries):
            words.setdefault(joined(form), name)
            for prefix, spoken in units.prefixes.items():
                for begin in spoken if name in shared.units and prefix + name in shared.units else ():
                    words.setdefault(joined(begin + form), prefix + name)
    alike: dict[str, set[str]] = {}
    for symbol, name in symbols.items():
        alike.setdefault(symbol.lower(), set()).add(name)
    for symbol, name in shared.symbols.items():
        if alike[symbol.lower()] == {name}:
            _fold(symbol, name, words)
    for sign, code in shared.signs.folded.items():
        if len(sign) > 2 and sign not in words and sign.upper() not in shared.signs.glued:
            words[sign] = code
    tokens = (UNIT_TOKEN.match(entry) for entry in (*words, *symbols))
    first = frozenset(joined(token.group()) for token in tokens if token)
    numerals = pack.numerals
    rates = {form.lower(): name for name, entries in units.rates.items() for form in forms(entries)}
    adverbs = {form.lower(): name for name, entries in units.adverbs.items() for form in forms(entries)}
    symbols_near: dict[str, dict[str, frozenset[str]]] = {}
    for unit, table in units.symbols_near.items():
        for sign, cues in table.items():
            symbols_near.setdefault(sign, {})[unit] = frozenset(w.lower() for w in cues)
    age_before = sorted((*units.age_before, *units.age_verbs), key=lambda w: (-len(w), w))
    return UnitWords(
        words=words,
        symbols=symbols,
        first=first,
        large=frozenset(joined(w) for w in units.large),
        short=frozenset(joined(w) for w in units.short),
        singular=frozenset(joined(w) for w in units.singular),
        if_near={unit: {o: frozenset(w.lower() for w in ws) for o, ws in other.items()} for unit, other in units.if_near.items()},
        symbols_near=symbols_near,
        near=re.compile(rf"({any_of(symbols_near)})(?!\w|['’])"),
        inside=re.compile(rf"[{SPACES}](?:{any_of(units.inside)})(?=[{SPACES}])", re.IGNORECASE),
        per=_per(units),
        each=frozenset(units.each),
        each_counted=frozenset(units.each_counted),
        rates=rates,
        adverbs=adverbs,
        adverb=re.compile(rf"[{SPACES}]({any_of(adverbs)})(?!\w)", re.IGNORECASE) if adverbs else None,
        no_rate=re.compile(rf"[{SPACES}](?:\d|(?:{any_of(units.no_rate_before)})(?!\w))"),
        old=re.compile(rf"[-‑{SPACES}](?:{any_of(forms(units.old))})(?!\w)", re.IGNORECASE),
        no_age_before=tuple(w.lower() for w in units.no_age_before),
        age_before=re.compile(rf"(?<!\w)({any_of(age_before)})[{SPACES}]$", re.IGNORECASE),
        age_verbs=frozenset(units.age_verbs),
        age_verb_after=re.compile(rf"[{SPACES}](?:{any_of(units.age_verb_after)})(?!\w)|[,.;:!?)\n]|$"),
        age_reach=max((len(w) for w in age_before), default=0) + 2,
        months=re.compile(rf"(?<!\w)(?:{any_of(w for month in pack.times.months for w in month)}), $", re.IGNORECASE),
        ones=frozenset((*numerals.cardinals.get("1", ()), *numerals.one)),
        scales=frozenset(form.lower() for entries in numerals.scales.values() for form in forms(entries)),
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern of words, the longest first; one that matches nothing if there is none."""
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or r"(?!)"


def _per(units: Units) -> re.Pattern[str]:
    """What joins a unit and what it is counted for: with a space or hyphen on both sides, but for a slash."""
    spoken = any_of(word for word in (*units.per, *units.each) if word[0].isalpha())
    signs = any_of(word for word in units.per if not word[0].isalpha())
    return re.compile(rf"([{SPACES}](?:{spoken})[{SPACES}]|-(?:{spoken})-|{signs})")


def _fold(symbol: str, name: str, words: dict[str, str]) -> None:
    """Let a symbol of one unit only stand without its case: two letters or more, not one capital and a small letter (Pa, Hz).

    Nothing so small that its letters are mostly something else ("425 NW")."""
    letters = sum(c.isalpha() for c in symbol)
    short = letters == 2 and symbol[0].isupper() and symbol[1].islower()
    if letters > 1 and not short and not name.startswith("nano"):
        words.setdefault(joined(symbol), name)
