"""The words of time of a language, compiled: a pattern that finds where a time expression may stand, and a lexer for around there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from qcheck.language.pack import load_pack
from qcheck.language.schema.times import Times
from qcheck.model.desk import Desk
from qcheck.model.interval import Interval

Roles = Mapping[str, Any]
Event = tuple[str, date | None, date | None]
NO_ROLES: Roles = {}
REACH_LEFT, REACH_RIGHT = 45, 110
SIGNS = ",.-‑–—'’/"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign with what it may mean: role -> value. `capital` tells that it is written with one."""

    start: int
    end: int
    word: str
    roles: Roles
    capital: bool


def lowered(text: str) -> str:
    """The text in lower case with every character at its place (one whose lower case is longer stays as it is)."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of some words, longest first where one begins another, built as a trie so that it fails early."""
    trie: dict[str, Any] = {}
    for word in sorted(set(words)):
        node = trie
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _trie_pattern(trie)


def _trie_pattern(node: dict[str, Any]) -> str:
    branches = [(r"\s+" if c == " " else re.escape(c)) + _trie_pattern(n) for c, n in sorted(node.items()) if c]
    if not branches:
        return ""
    inside = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{inside})?" if "" in node else inside


class Lexicon:
    """Everything a pack and a desk's facts say of time words, ready to find and to read them."""

    def __init__(self, times: Times, events: tuple[Event, ...]) -> None:
        self.times = times
        self.roles: dict[str, dict[str, Any]] = {}
        self.decimal = times.decimal
        self._fill(times)
        core = {word for word, roles in self.roles.items() if CORE & roles.keys()}
        for words, low, high in events:
            self._add("event", Interval(low, high), [" ".join(lowered(words).split())])
        core |= {" ".join(lowered(words).split()) for words, _, _ in events}
        self._compile(times, core)

    def _add(self, role: str, value: Any, words: Iterable[str]) -> None:
        for word in words:
            self.roles.setdefault(word, {}).setdefault(role, value)

    def _fill(self, times: Times) -> None:
        for name in PLAIN:
            self._add("plural" if name == "plurals" else name, True, getattr(times, name))
        for number, words in enumerate(times.months, 1):
            self._add("month", number, words)
        for number, words in enumerate(times.weekdays, 1):
            self._add("weekday", number, words)
        tables: dict[str, Mapping[Any, tuple[str, ...]]] = {
            "season": times.seasons, "unit": times.units, "abbreviation": times.abbreviations, "part": times.parts,
            "unit_part": times.unit_parts, "holiday": times.holidays, "daypart": times.dayparts, "clock_point": times.clock_points,
        }  # fmt: skip
        for role, table in tables.items():
            for value, words in table.items():
                self._add(role, value, words)
        numeric: dict[str, Mapping[Any, tuple[str, ...]]] = {
            "days": times.days, "step": times.steps, "count": times.numbers, "ordinal": times.ordinals, "decade": times.decades,
        }  # fmt: skip
        for role, entries in numeric.items():
            for value, words in entries.items():
                self._add(role, int(value), words)
        for value, words in times.and_half.items():
            self._add("and_half", float(value), words)
        self._add("ordinal", -1, times.last)
        for kind, words in times.bounds.items():
            self._add("bound", kind, words)
        for weekday, names in enumerate(times.weekdays, 1):
            for hours, words in times.dayparts.items():
                for name in names:
                    self._add("weekday_part", (weekday, hours), (name + word for word in words))
        for unit, endings in times.duration_endings.items():
            self._add("duration_word", (unit, None), endings)
            for count, words in times.numbers.items():
                self._add("duration_word", (unit, int(count)), (word.removesuffix("s") + end for word in words for end in endings))
        self.homonyms = frozenset(times.homonyms)
        self.persons = frozenset(times.persons)

    def _compile(self, times: Times, core: set[str]) -> None:
        ordinal = alternation(times.ordinal_endings)
        decade = alternation(times.decade_endings)
        phrases = [word for word in self.roles if not re.fullmatch(r"[^\W\d_]+", word)]
        counted = alternation(word for words in times.abbreviations.values() for word in words)
        numeric = (
            rf"\d{{4}}(?![\d,])|\d\d?(?:[./:-]\s?\d|\s?[/-]\s?\d{{4}}\b|{ordinal}(?!\w))"
            rf"|(?:\d\d|['’]\d)\d?\d?{decade}(?!\w)|\d+{counted}(?!\w)"
        )
        short = r"|\d{1,2}\.\s?\d{1,2}\.(?!\d)" if times.day_first else ""
        letters = "".join((*times.quarter_letters, *times.half_letters))
        self.anchor = re.compile(rf"\b(?:(?:{alternation(core)})(?![^\W\d_])|{numeric}|[{letters}][1-4]\b)")
        self.token = re.compile(
            rf"""(?P<iso>\d{{4}}-\d\d-\d\d(?:[t\s]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?)(?![\d-])
            |(?P<numeric>\d{{1,4}}(?P<sep>[./-])\s?\d{{1,2}}(?P=sep)\s?\d{{1,4}})(?![\d/-]|[.,]\d)
            |(?P<monthyear>(?:0?[1-9]|1[0-2])\s?[/.-]\s?[12]\d{{3}}|[12]\d{{3}}\s?[/-]\s?(?:0[1-9]|1[0-2]))(?![\d/-]|[.,]\d)
            |(?P<short>\d{{1,2}}/\d{{1,2}}(?![\d/]){short})
            |(?P<phrase>(?:{alternation(phrases)})(?![^\W\d_]))
            |(?P<clock>[012]?\d[:.][0-5]\d(?![\d:%]|[.,]\d))
            |(?P<decade>['’]?\d{{2,4}}{decade})(?!\w)
            |(?P<ordinal>\d{{1,3}}\s?{ordinal})(?!\w)
            |(?P<number>\d+(?:[.,]\d+)*)
            |(?P<lettered>[{letters}][1-4]\b)
            |(?P<word>[^\W\d_]+)
            |(?P<sign>[^\w\s]|_)""",
            re.VERBOSE,
        )
        cue = [rf"(?:{alternation(words)})(?!\w)" for words in (times.future, times.past)]
        past_ending = rf"|\w\w(?:{alternation(times.past_endings)})\b" if times.past_endings else ""
        self.cue = re.compile(rf"(?:\b|(?=['’]))(?:(?P<future>{cue[0]})|(?P<past>{cue[1]}{past_ending}))")

    def tokens(self, text: str, low: str, start: int, anchor: int, end: int) -> list[Token]:
        """The tokens between two places of a text (`low`: the same lowered), up to the first behind the anchor that is unknown."""
        found = []
        for match in self.token.finditer(low, start, end):
            kind, word = match.lastgroup or "", match.group()
            if kind == "sep":
                kind = "numeric"
            if kind in ("word", "phrase", "sign"):
                key = word if word in self.roles else " ".join(word.split())
                roles: Roles = self.roles.get(key, NO_ROLES)
            else:
                roles = {kind: word}
            at = match.start()
            found.append(Token(at, match.end(), word, roles, text[at].isupper()))
            if not roles and at > anchor and word not in SIGNS:
                break
        return found


PLAIN = (
    "now", "clock_marks", "morning_marks", "evening_marks", "rolling", "coming", "recent", "few", "half", "articles", "indefinite", "on",
    "at", "every", "of", "joiners", "prepositions", "openers", "between", "connectors", "ago", "ago_before", "later", "ahead", "within",
    "week_of", "after_next", "approximately", "more_than", "era", "calendar_week", "plurals",
)  # fmt: skip
CORE = {
    "month", "weekday", "weekday_part", "season", "unit", "abbreviation", "holiday", "days", "clock_point", "clock_marks", "decade",
    "unit_part", "now", "duration_word", "calendar_week",
}  # fmt: skip
OPENING = frozenset({
    *CORE, "iso", "numeric", "monthyear", "short", "clock", "ordinal", "number", "lettered", "event", "count", "half", "and_half", "few",
    "articles", "prepositions", "approximately", "more_than", "bound", "openers", "ago_before", "within", "ahead", "step", "part", "era",
    "week_of", "recent",
})  # fmt: skip


def event_words(desk: Desk | None, language: str) -> tuple[Event, ...]:
    """The words of a desk's dated facts in a language, each with the days of its fact."""
    facts = desk.facts if desk else ()
    return tuple((words, fact.days.low, fact.days.high) for fact in facts for words in fact.words.get(language, ()) if words.strip())


@cache
def lexicon(language: str | Path, events: tuple[Event, ...] = ()) -> Lexicon:
    """The compiled words of a language and of some facts. Raises UsageProblem if there is no such language."""
    return Lexicon(load_pack(language).times, events)
