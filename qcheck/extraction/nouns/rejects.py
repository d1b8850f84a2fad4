"""Digits and number words that are no quantity, and why: years, names, sections, scores, addresses, pronouns and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from qcheck.extraction.nouns.phrases import Phrase, counted
from qcheck.extraction.nouns.unit_words import SPACES
from qcheck.extraction.units import unit_before
from qcheck.language.pack import Pack

YEAR = "a year"
NAME = "part of a name"
DATE = "a date"
VERSION = "a version number"
SCORE = "a score, vote or ratio"
CLOCK = "a time of day"
PHONE = "a telephone number"
ADDRESS = "part of an address"
POSTCODE = "a postal code"
WEB = "part of a web address or file name"
LIST = "the number of a list item"
NOTE = "the mark of a note"
PRONOUN = "a pronoun or article, not a count"
COMPOUND = "part of a compound word"

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d ?[-–/] ?(?:(?:1[5-9]|20)\d\d|\d\d)")
_RUN = re.compile(r"[\d.:/–-]+")
_PHONE = re.compile(
    r"\+\d[\d() ./-]{6,}\d|\(?0\d{1,5}\)?[ /-]{1,3}\d[\d -]{4,}\d|\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}|\d{3}-\d{4}"
    r"|(?:1-)?\(?\d{3}\)?[ -](?:\d{3}-[A-Z]{4}|[A-Z\d]{7})(?!\w)"
)
_DASHED = re.compile(r"(?:1[-.])?\(?\d{3}\)?[ .-](?:\d{3}[.-](?:\d{4}|[A-Z]{4})|[A-Z\d]{7})(?!\w)")
_PHONE_BEFORE, _PHONE_AFTER = frozenset("+(0 -/."), frozenset("-/ ")
_WEB = re.compile(r"://|www\.|@\w|\w\.(?:html?|php|pdf|docx?|xlsx?|jpe?g|png|gif|mp[34]|txt|csv|com|org|net)\b|[?&]\w+=", re.IGNORECASE)
_WEB_BESIDE = frozenset("/@_=&?#%~\\")
_ITEM = re.compile(r"[ \t]*\(?\d{1,3}(?:\)|\.)[ \t]+(?=[^\W\d_a-z])")
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b(?:([A-Z][a-z]\w* [A-Z][a-z]\w*|[A-Z&/]{3,})|[A-Z][a-z]\w*) $")
_BRAND = re.compile(r"\b(?:[a-z]{1,2}|[A-Z][a-z]{2,})[A-Z][a-z]+ $")
_TAIL = 40
_NEAR = 60


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
    street_before: re.Pattern[str]
    score_near: frozenset[str]
    phone_before: re.Pattern[str]
    emergency: frozenset[str]
    call_before: re.Pattern[str]
    call_after: re.Pattern[str]
    pronouns: frozenset[str]
    pronoun_before: re.Pattern[str]
    pronoun_after: re.Pattern[str]
    no_count_after: tuple[str, ...]
    affixes: frozenset[str]
    sure: frozenset[str]


def _any(words: Iterable[str]) -> str:
    """A pattern of words, the longest first; one that matches nothing if there is none."""
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) or r"(?!)"


@cache
def _words(pack: Pack) -> _Words:
    rules = pack.phrases
    reasons = {word: reason for reason, words in rules.name_after.items() for word in words}
    sections = next(iter(rules.name_before.values()), ())
    return _Words(
        year_before=frozenset(word.lower().rstrip(".") for word in rules.year_before),
        era=re.compile(rf"(?<!\w)(?:{_any(rules.eras)})[{SPACES}]?(?:\d{{1,4}}\W{{1,3}}(?:[^\W\d]+ )?)?$"),
        year_nouns=frozenset(word.lower() for word in rules.year_nouns),
        before={word: reason for reason, words in rules.name_before.items() for word in words},
        after=re.compile(rf"[-{SPACES}]?({_any(reasons)})(?!\w)"),
        after_reason=reasons,
        street_after=re.compile(
            rf"[a-zA-Z]?(?: (?:[A-Z][\w.'’]*|\d+(?:{_any(pack.numerals.ordinal_signs)}))){{1,3}} (?:{_any(rules.streets)})\b"
            if rules.streets
            else r"(?!)"
        ),
        street_before=re.compile(rf"(?:[^\W\d_]{{2,}}|[^\W\d_]+[ -])(?:{_any(rules.street_endings)})[{SPACES}]$", re.IGNORECASE),
        score_near=frozenset(rules.score_near),
        phone_before=re.compile(rf"(?<!\w)(?:{_any(rules.phone_before)})[:.]?[{SPACES}][+(\d /-]*$", re.IGNORECASE),
        emergency=frozenset(rules.emergency),
        call_before=re.compile(rf"(?<!\w)(?:{_any(rules.call_before)})[{SPACES}]$", re.IGNORECASE),
        call_after=re.compile(rf"[-{SPACES}](?:{_any(rules.call_after)})(?!\w)", re.IGNORECASE),
        pronouns=frozenset(rules.pronouns),
        pronoun_before=re.compile(rf"(?<!\w)(?:{_any(rules.pronoun_before)})[-{SPACES}]$", re.IGNORECASE),
        pronoun_after=re.compile(rf"[-{SPACES}](?:{_any(rules.pronoun_after)})(?!\w)"),
        no_count_after=rules.no_count_after,
        affixes=frozenset(rules.affixes),
        sure=frozenset(sections),
    )


def not_a_quantity(text: str, start: int, end: int, pack: Pack) -> str | None:
    """Why the digits or number words at `start` to `end` (without a unit) are no quantity, in words; None if they may be one.

    "one of the" with a plural is a quantity: one of several.
    """
    words = _words(pack)
    if not (text[start].isdigit() or text[start + 1 : start + 2].isdigit()):
        return _words_reason(text, start, end, pack, words)
    return (
        _shape(text, start, end, words)
        or _beside(text, start, end, pack, words)
        or _after(text, end, words)
        or _before(text, start, end, pack, words)
        or _year(text, start, end, pack, words)
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


def _shape(text: str, start: int, end: int, words: _Words) -> str | None:
    """What the signs and digits around tell: web addresses, dates, versions, scores, clock times, telephone numbers, notes."""
    before, after = _sign_before(text, start), text[end : end + 1]
    if before in _WEB_BESIDE or (after in _WEB_BESIDE and after != "%"):
        first = max(0, start - 200)
        chunk = text[max(first, text.rfind(" ", first, start)) : end + 80].split()[0]
        if _WEB.search(chunk):
            return WEB
        if before == "_" or after == "_":
            return NAME
    run = _run(text, start, end)
    if _YEARS.fullmatch(run):
        return YEAR
    if run.count(".") >= 2 and re.fullmatch(r"\d+(?:\.\d+){2,}", run):
        return DATE if re.fullmatch(r"[0-3]?\d\.[01]?\d\.(?:\d\d){1,2}", run) else VERSION if len(run.split(".")[-1]) != 3 else None
    if re.fullmatch(r"\d{4}-\d\d-\d\d|[0-3]?\d/[0-3]?\d/(?:\d\d){1,2}", run):
        return DATE
    if re.fullmatch(r"\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:\.\d+)?", run) and ("." in run or run.count(":") == 2):
        return CLOCK
    pair = re.fullmatch(r"(\d{1,3})([-–:])(\d{1,3})", run)
    if pair:
        left, sign, right = int(pair[1]), pair[2], int(pair[3])
        if sign == ":":
            return CLOCK if left < 25 and right < 60 and len(pair[3]) == 2 else SCORE
        near = set(re.findall(r"\w+", text[max(0, start - _NEAR) : end + _NEAR].lower()))
        if left >= right or near & words.score_near:
            return SCORE
    if _telephone(text, start, end, words):
        return PHONE
    if before == "[" and after == "]":
        return NOTE
    line = text.rfind("\n", 0, start) + 1
    if start - line <= 4 and _ITEM.match(text, line):
        return LIST
    return None


def _sign_before(text: str, at: int) -> str:
    return text[at - 1] if at > 0 else ""


def _telephone(text: str, start: int, end: int, words: _Words) -> bool:
    """Whether the digits are, or lie in, a telephone number: by its form, or by a word before six digits or more."""
    if text[start:end] in words.emergency and (
        words.call_before.search(text, max(0, start - 30), start) or words.call_after.match(text, end)
    ):
        return True
    if end - start >= 6 and text[start:end].isdigit() and words.phone_before.search(text, max(0, start - 30), start):
        return True
    if _sign_before(text, start) not in _PHONE_BEFORE and text[end : end + 1] not in _PHONE_AFTER:
        return False
    phone = _PHONE.search(text, max(0, start - 20), end + 20)
    if not phone or not (phone.start() <= start and end <= phone.end()):
        return False
    told = phone.group()[0] in "+(0" or words.phone_before.search(text, max(0, phone.start() - 30), phone.start() + 1)
    return bool(told and sum(c.isdigit() for c in phone.group()) >= 6) or bool(_DASHED.fullmatch(phone.group()))


def _run(text: str, start: int, end: int) -> str:
    """The digits and signs without a space around a span, without what closes a sentence."""
    first = start
    while first and start - first < 20 and text[first - 1] in "0123456789.:/–-":
        first -= 1
    match = _RUN.match(text, first)
    return (match.group() if match and match.end() >= end else text[start:end]).strip(".:/–-")


def _beside(text: str, start: int, end: int, pack: Pack, words: _Words) -> str | None:
    """Letters glued to the digits, or joined by a hyphen: Su-35, MI5, 5G; but mid-40s and 20-strong."""
    before = _sign_before(text, start)
    dotted = before == "." and _sign_before(text, start - 1).isalpha()
    if dotted or (before == "-" and _sign_before(text, start - 1) == " "):
        reason = _named(text, start - (not dotted), words)
        return reason or (NAME if dotted else None)
    if before.isalpha() or (before in ("-", "‑") and _sign_before(text, start - 1).isalpha()):
        if before.isalpha() and unit_before(text, start, pack):
            return None
        first = re.search(r"[^\W_]+[-‑]?$", text[max(0, start - _TAIL) : start])
        return None if first and not before.isalpha() and first.group()[:-1].lower() in words.affixes else NAME
    if text[end : end + 1].isalpha() and re.match(r"[A-Z][A-Za-z]?\d*\b|[a-z]\d|p\b|\([a-z]\)", text[end : end + 4]):
        return NAME
    return NAME if re.match(r"\([a-z]\)", text[end : end + 3]) else None


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
    last = re.search(rf"([^\W\d_][\w&-]*)(?:\.?[{SPACES}-]|\.)$|([§#])[{SPACES}]?$", text[max(0, start - _TAIL) : start])
    return words.before.get((last.group(1) or last.group(2)).lower()) if last else None


def _before(text: str, start: int, end: int, pack: Pack, words: _Words) -> str | None:
    """The word before the digits, or capitals on both sides: Article 5, flight 370, Hauptstraße 5, Galaxy Note 20 Ultra."""
    span = text[start:end]
    if len(span) > 6 or not re.fullmatch(r"\d+(?:\.\d+)?", span):
        return None
    tail = text[max(0, start - _TAIL) : start]
    phrase: Phrase | bool | None = False
    reason = _named(text, start, words)
    if reason:
        last = re.search(r"([^\W\d_][\w&-]*|[§#])\.?[\s-]?$", tail)
        word = last.group(1) if last else ""
        if word.lower() in words.sure or word in "§#" or tail.endswith(". "):
            return reason
        phrase = counted(text, end, pack)
        inside = (
            word != word.lower() and not pack.phrases.capitalized and not _begins(text, start - len(tail) + (last.start() if last else 0))
        )
        if phrase is None or inside or text[phrase.start : phrase.end].lower() in pack.phrases.verbs_or_nouns:
            return reason
    if words.street_before.search(tail) and (phrase is None or counted(text, end, pack) is None):
        return ADDRESS
    if len(span) == 5 and span.isdigit():
        town = re.search(r"(?:, |\n)$", tail) and re.match(r" [A-Z]", text[end : end + 2])
        if town or re.search(r"\b[A-Z]{2},? $|\bD-$", tail):
            return POSTCODE
    brand = _BRAND.search(tail)
    if brand and len(span) <= 4 and (brand.group()[0].islower() or counted(text, end, pack) is None):
        return NAME
    if not pack.phrases.capitalized and len(span) <= 4 and span.isdigit():
        left = _NAME.search(tail)
        both = left and (left.group(1) or re.match(r" [A-Z][a-z]", text[end : end + 3]))
        if both and not _YEAR.fullmatch(span) and counted(text, end, pack) is None:
            return NAME
    return None


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins here."""
    head = text[max(0, at - 3) : at].rstrip("\"“„'‘ (")
    return not head or head[-1] in ".!?:\n"


def _year(text: str, start: int, end: int, pack: Pack, words: _Words) -> str | None:
    """Four digits that are a year: by the word before, or since nothing counted follows; "2089 cases" is a count."""
    span = text[start:end]
    if _YEARS.fullmatch(span) or (end - start < 5 and span.isdigit() and words.era.search(text[max(0, start - _TAIL) : start])):
        return YEAR
    if not _YEAR.fullmatch(span):
        return None
    if _sign_before(text, start) in ("'", "’") or re.match(r"[-–/]\d\d(?:\d\d)?\b", text[end : end + 5]):
        return YEAR
    phrase = counted(text, end, pack)
    if phrase is None or phrase.head in words.year_nouns:
        return YEAR
    last = re.search(rf"([^\W\d_][\w-]*)\.?,?[{SPACES}-]$", text[max(0, start - _TAIL) : start])
    return YEAR if last and last.group(1).lower() in words.year_before else None
