"""Digits and number words that are no quantity, and why, by the words around them: years, names, sections, addresses, pronouns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from qcheck.extraction.nouns.phrases import Phrase, counted
from qcheck.extraction.nouns.shapes import NAME, YEAR, YEARS, shape, sign_before
from qcheck.extraction.nouns.unit_words import SPACES, any_of
from qcheck.extraction.units import unit_before
from qcheck.language.pack import Pack

ADDRESS = "part of an address"
POSTCODE = "a postal code"
PRONOUN = "a pronoun or article, not a count"
COMPOUND = "part of a compound word"

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_YEAR_TAIL = re.compile(r"[-–/]\d\d(?:\d\d)?\b")
_YEAR_BEFORE = re.compile(rf"([^\W\d_][\w-]*)\.?,?[{SPACES}-]$")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b(?:([A-Z][a-z]\w* [A-Z][a-z]\w*|[A-Z&/]{3,})|[A-Z][a-z]\w*) $")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
_BRAND = re.compile(r"\b(?:[a-z]{1,2}|[A-Z][a-z]{2,})[A-Z][a-z]+ $")
_TOWN_BEFORE, _TOWN_AFTER, _STATE = re.compile(r"(?:, |\n)$"), re.compile(r" [A-Z]"), re.compile(r"\b[A-Z]{2},? $|\bD-$")
_GLUED_LEFT = re.compile(r"[^\W_]+[-‑]?$")
_GLUED_RIGHT = re.compile(r"[A-Z][A-Za-z]?\d*\b|[a-z]\d|p\b|\([a-z]\)|(?![μΩ])[\u0370-\u1dff]")  # also letters that look like ours
_LETTERED = re.compile(r"\([a-z]\)")
_LABEL = re.compile(rf"([^\W\d_][\w&-]*)(?:\.?[{SPACES}-]|\.)$|([§#])[{SPACES}]?$")
_LABEL_WORD = re.compile(r"([^\W\d_][\w&-]*|[§#])\.?[\s-]?$")
_TAIL = 40


@dataclass(frozen=True, eq=False)
class _Words:
    """The word lists of a pack, ready to look up."""

    year_before: frozenset[str]
    era: re.Pattern[str]
    year_nouns: frozenset[str]
    before: dict[str, str]
    after: re.Pattern[str]
    after_reason: dict[str, str]
    street_after: re.Pattern[str]
    street_endings: tuple[str, ...]
    street_before: re.Pattern[str]
    pronouns: frozenset[str]
    pronoun_before: re.Pattern[str]
    pronoun_after: re.Pattern[str]
    no_count_after: tuple[str, ...]
    affixes: frozenset[str]
    sure: frozenset[str]


@cache
def _words(pack: Pack) -> _Words:
    rules = pack.phrases
    reasons = {word: reason for reason, words in rules.name_after.items() for word in words}
    sections = next(iter(rules.name_before.values()), ())
    return _Words(
        year_before=frozenset(word.lower().rstrip(".") for word in rules.year_before),
        era=re.compile(rf"(?<!\w)(?:{any_of(rules.eras)})[{SPACES}]?(?:\d{{1,4}}\W{{1,3}}(?:[^\W\d]+ )?)?$"),
        year_nouns=frozenset(word.lower() for word in rules.year_nouns),
        before={word: reason for reason, words in rules.name_before.items() for word in words},
        after=re.compile(rf"[-{SPACES}]?({any_of(reasons)})(?!\w)"),
        after_reason=reasons,
        street_after=re.compile(
            rf"[a-zA-Z]?(?: (?:[A-Z][\w.'’]*|\d+(?:{any_of(pack.numerals.ordinal_signs)}))){{1,3}} (?:{any_of(rules.streets)})\b"
            if rules.streets
            else r"(?!)"
        ),
        street_endings=tuple(ending.lower() for ending in rules.street_endings),
        street_before=re.compile(rf"(?:[^\W\d_]{{2,}}|[^\W\d_]+[ -])(?:{any_of(rules.street_endings)})[{SPACES}]$", re.IGNORECASE),
        pronouns=frozenset(rules.pronouns),
        pronoun_before=re.compile(rf"(?<!\w)(?:{any_of(rules.pronoun_before)})[-{SPACES}]$", re.IGNORECASE),
        pronoun_after=re.compile(rf"[-{SPACES}](?:{any_of(rules.pronoun_after)})(?!\w)"),
        no_count_after=rules.no_count_after,
        affixes=frozenset(rules.affixes),
        sure=frozenset(sections),
    )


def not_a_quantity(text: str, start: int, end: int, pack: Pack, *, bounded: bool = False) -> str | None:
    """Why the digits or number words at `start` to `end` (without a unit) are no quantity, in words; None if they may be one.

    "one of the" with a plural is a quantity: one of several. `bounded`: words such as "more than" stand before them.
    """
    words = _words(pack)
    if not (text[start].isdigit() or text[start + 1 : start + 2].isdigit()):
        return _words_reason(text, start, end, pack, words)
    return (
        shape(text, start, end, pack)
        or _beside(text, start, end, pack, words)
        or _after(text, end, words)
        or _before(text, start, end, pack, words)
        or _year(text, start, end, pack, words, bounded=bounded)
    )


def is_address(text: str, end: int, pack: Pack) -> bool:
    """Whether a street follows the number that ends at `end`: its letters are no unit ("12 W. 42nd Street")."""
    return _words(pack).street_after.match(text, end) is not None


def _words_reason(text: str, start: int, end: int, pack: Pack, words: _Words) -> str | None:
    """Number words: a pronoun, an article, part of a name ("Formula One") or of a compound ("one-sided")."""
    word = text[start:end].lower()
    if text.startswith(words.no_count_after, end):
        return COMPOUND
    reason = _named(text, start, words) if text[start].isupper() or word in words.pronouns else None
    if word not in words.pronouns or (reason and text[start].isupper()):
        return reason
    if words.pronoun_after.match(text, end):
        return PRONOUN
    phrase = counted(text, end, pack)
    pronoun = words.pronoun_before.search(text[max(0, start - _TAIL) : start])
    if phrase is None:
        alone = not text[:start].strip() and not text[end:].strip()
        return None if alone else PRONOUN if pronoun else reason or PRONOUN
    return PRONOUN if pronoun and phrase.start > end + 1 else None


def _beside(text: str, start: int, end: int, pack: Pack, words: _Words) -> str | None:
    """Letters glued to the digits, or joined by a hyphen: Su-35, MI5, 5G; but mid-40s and 20-strong."""
    before = sign_before(text, start)
    dotted = before == "." and sign_before(text, start - 1).isalpha()
    if dotted or (before == "-" and sign_before(text, start - 1) == " "):
        reason = _named(text, start - (not dotted), words)
        return reason or (NAME if dotted else None)
    if before.isalpha() or (before in ("-", "‑") and sign_before(text, start - 1).isalpha()):
        if before.isalpha() and unit_before(text, start, pack):
            return None
        first = _GLUED_LEFT.search(text, max(0, start - _TAIL), start)
        return None if first and not before.isalpha() and first.group()[:-1].lower() in words.affixes else NAME
    if text[end : end + 1].isalpha() and _GLUED_RIGHT.match(text[end : end + 4]):
        return NAME
    return NAME if _LETTERED.match(text, end) else None


def _after(text: str, end: int, words: _Words) -> str | None:
    """Words after the digits: a time of day, a decade, a street."""
    match = words.after.match(text, end)
    if match:
        reason = words.after_reason[match.group(1)]
        glued = match.start(1) == end
        if glued or not reason.endswith("decade"):
            return reason
    return ADDRESS if words.street_after.match(text, end) else None


def _named(text: str, start: int, words: _Words) -> str | None:
    """The reason that the word right before gives: an article of a law, a flight, a page."""
    last = _LABEL.search(text, _last_word(text, start), start)
    return words.before.get((last.group(1) or last.group(2)).lower()) if last else None


def _last_word(text: str, start: int) -> int:
    """Where the word, or what has no space in it, begins that stands right before a place."""
    first = max(0, start - _TAIL)
    return max(first, text.rfind(" ", first, max(first, start - 1)) + 1)


def _before(text: str, start: int, end: int, pack: Pack, words: _Words) -> str | None:
    """The word before the digits, or capitals on both sides: Article 5, flight 370, Hauptstraße 5, Galaxy Note 20 Ultra."""
    span = text[start:end]
    if len(span) > 6 or not _NUMBER.fullmatch(span):
        return None
    tail = text[max(0, start - _TAIL) : start]
    phrase: Phrase | bool | None = False
    reason = _named(text, start, words)
    if reason:
        last = _LABEL_WORD.search(tail)
        word = last.group(1) if last else ""
        if word.lower() in words.sure or word in "§#" or tail.endswith(". "):
            return reason
        phrase = counted(text, end, pack)
        inside = (
            word != word.lower() and not pack.phrases.capitalized and not _begins(text, start - len(tail) + (last.start() if last else 0))
        )
        if phrase is None or inside or text[phrase.start : phrase.end].lower() in pack.phrases.verbs_or_nouns:
            return reason
    street = tail[:-1].lower().endswith(words.street_endings) and words.street_before.search(tail)
    if street and (phrase is None or counted(text, end, pack) is None):
        return ADDRESS
    if len(span) == 5 and span.isdigit() and ((_TOWN_BEFORE.search(tail) and _TOWN_AFTER.match(text, end)) or _STATE.search(tail)):
        return POSTCODE
    word = tail[tail.rfind(" ", 0, -1) + 1 :]
    if word.islower() or tail[-1:] != " ":
        return None  # no name
    brand = _BRAND.search(word)
    if brand and len(span) <= 4 and (brand.group()[0].islower() or counted(text, end, pack) is None):
        return NAME
    if not pack.phrases.capitalized and len(span) <= 4 and span.isdigit():
        left = _NAME.search(tail)
        both = left and (left.group(1) or _NAME_AFTER.match(text, end))
        if both and not _YEAR.fullmatch(span) and counted(text, end, pack) is None:
            return NAME
    return None


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins here."""
    head = text[max(0, at - 3) : at].rstrip("\"“„'‘ (")
    return not head or head[-1] in ".!?:\n"


def _year(text: str, start: int, end: int, pack: Pack, words: _Words, *, bounded: bool) -> str | None:
    """Four digits that are a year: by the word before, or since nothing counted follows; "2089 cases" is a count.

    Of what is bounded, round numbers are counts: "more than 1500 boats", not "lower than 2019 prices".
    """
    span = text[start:end]
    if YEARS.fullmatch(span) or (end - start < 5 and span.isdigit() and words.era.search(text[max(0, start - _TAIL) : start])):
        return YEAR
    if not _YEAR.fullmatch(span):
        return None
    if sign_before(text, start) in ("'", "’") or _YEAR_TAIL.match(text[end : end + 5]):
        return YEAR
    phrase = counted(text, end, pack)
    if phrase is None or phrase.head in words.year_nouns:
        return YEAR
    if bounded and int(span) % 50 == 0:
        return None
    last = _YEAR_BEFORE.search(text, max(0, start - _TAIL), start)
    return YEAR if last and last.group(1).lower() in words.year_before else None
