"""Units beside a number: words and signs after it, currencies before it, ages around it, and what a unit measures.

The only importer of pint, which sees names of our own tables and never text of an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from qcheck.language.pack import Pack
from qcheck.model.desk import EMPTY_DESK, Desk

_ENDINGS = re.compile(r"\(([^)]*)\)")
_GAP = re.compile(r"[ \u00a0\u2009\u202f-]?")
_TOKEN = re.compile(r"[^\W\d_]+(?:[./][^\W\d_]+)*\.?|[%‰°$€£¥]")
_JOINT = re.compile(r"[ \u00a0\u202f-]")
LONGEST = 5


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit at characters `start` to `end` of the text."""

    start: int
    end: int
    unit: str


def spelled(word: str) -> list[str]:
    """The forms that `word(a,b)` stands for: the word alone and with each ending."""
    match = _ENDINGS.search(word)
    if not match:
        return [word]
    endings = ("", *match.group(1).split(","))
    return [form for ending in endings for form in spelled(word[: match.start()] + ending + word[match.end() :])]


def _key(words: str) -> str:
    return re.sub(r"[\s-]+", " ", words.replace(".", "")).strip().lower()


@dataclass(frozen=True)
class _Table:
    words: dict[str, str]
    symbols: dict[str, str]
    before: dict[str, str]


@cache
def _table(pack: Pack) -> _Table:
    units = pack.units
    words = {_key(form): unit for unit, entries in units.words.items() for word in entries for form in spelled(word)}
    symbols = {symbol: unit for unit, entries in units.symbols.items() for symbol in entries}
    before = {sign: unit for unit, entries in units.before.items() for sign in entries}
    words |= {_key(form): "age" for word in units.ages for form in spelled(word)}
    return _Table(words, symbols, before)


def unit_after(text: str, at: int, pack: Pack, desk: Desk = EMPTY_DESK) -> UnitMatch | None:
    """The unit that begins at `at`, right after a number and its scale word (a space or hyphen may stand between); else None."""
    table = _table(pack)
    gap = _GAP.match(text, at)
    start = position = gap.end() if gap else at
    key, found = "", None
    for _ in range(LONGEST):
        token = _TOKEN.match(text, position)
        if not token:
            break
        if not key and token.group() in table.symbols:
            found = UnitMatch(start, token.end(), table.symbols[token.group()])
        key = f"{key} {_key(token.group())}".strip()
        unit = table.words.get(key) or desk.units.get(key)
        if unit:
            found = UnitMatch(start, token.end() - token.group().endswith("."), unit)
        joint = _JOINT.match(text, token.end())
        if not joint:
            break
        position = joint.end()
    return found


def unit_before(text: str, at: int, pack: Pack) -> UnitMatch | None:
    """The currency sign or code that ends right before `at` (one space may stand between); else None."""
    end = at - 1 if text[at - 1 : at] in (" ", "\u00a0", "\u202f") else at
    for sign, unit in sorted(_table(pack).before.items(), key=lambda item: -len(item[0])):
        start = end - len(sign)
        if start >= 0 and text.startswith(sign, start) and not (text[start].isalpha() and text[start - 1 : start].isalpha()):
            return UnitMatch(start, end, unit)
    return None


def age_around(text: str, start: int, end: int, pack: Pack) -> UnitMatch | None:
    """The words before a number at `start` to `end` that make it an age, from where they begin to `end`; else None."""
    for words in pack.units.age_before:
        left = start - len(words) - 1
        if left >= 0 and text[left : start - 1].lower() == words.lower() and text[start - 1] == " ":
            return UnitMatch(left, end, "age")
    return None
