"""The words of time of a language, compiled: a pattern that finds where a time expression may stand, and a lexer for around there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from qcheck.extraction.numbers import scan
from qcheck.extraction.numbers.scan import lowered, trie
from qcheck.language.pack import Pack, load_pack
from qcheck.language.schema.times import Times
from qcheck.model.desk import Desk
from qcheck.model.interval import Interval

Roles = Mapping[str, Any]
Event = tuple[str, date | None, date | None]
NO_ROLES: Roles = {}
REACH_LEFT, REACH_RIGHT = 45, 110
SIGNS = ",.-‑–—'’/"
_WORD = re.compile(r"[^\W\d_]+")
_new = tuple.__new__  # half the time of Token(...), which a window calls for each of its words


class Token(NamedTuple):
    """A word, number or sign with what it may mean: role -> value. `capital` tells that it is written with one."""

    start: int
    end: int
    word: str
    roles: Roles
    capital: bool


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of some words, with any white space where they have a space; it matches nothing where there are none."""
    return trie(set(words)).replace("\\ ", r"\s+") or r"(?!)"


class Lexicon:
    """Everything a pack and a desk's facts say of time words, ready to find and to read them."""

    def __init__(self, pack: Pack, events: tuple[Event, ...]) -> None:
        self.times = times = pack.times
        self.roles: dict[str, dict[str, Any]] = {}
        self.decimal = pack.numerals.decimal
        self._fill(times)
        self._count(pack)
        core = {word for word, roles in self.roles.items() if CORE & roles.keys()}
        for words, low, high in events:
            self._add("event", Interval(low, high), [" ".join(lowered(words).split())])
        core |= {" ".join(lowered(words).split()) for words, _, _ in events}
        self.parts = frozenset(part for words in self.roles for part in _WORD.findall(words))
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
        for number, words in enumerate(times.weekday_plurals, 1):
            self._add("weekdays", number, words)
        tables: dict[str, Mapping[Any, tuple[str, ...]]] = {
            "season": times.seasons, "unit": times.units, "abbreviation": times.abbreviations, "part": times.parts,
            "unit_part": times.unit_parts, "holiday": times.holidays, "daypart": times.dayparts, "clock_point": times.clock_points,
        }  # fmt: skip
        for role, table in tables.items():
            for value, words in table.items():
                self._add(role, value, words)
        numeric: dict[str, Mapping[Any, tuple[str, ...]]] = {
            "days": times.days, "step": times.steps, "decade": times.decades,
        }  # fmt: skip
        for role, entries in numeric.items():
            for value, words in entries.items():
                self._add(role, int(value), words)
        self._add("ordinal", -1, times.last)
        for minutes, words in times.clock_offsets.items():
            low, _, high = minutes.partition("/")
            self._add("clock_offset", (float(low), float(high or low)), words)
        for kind, words in times.bounds.items():
            self._add("bound", kind, words)
        for weekday, names in enumerate(times.weekdays, 1):
            for hours, words in times.dayparts.items():
                for name in names:
                    self._add("weekday_part", (weekday, hours), (name + word for word in words))
        known = {word: self.roles.get(word, NO_ROLES) for word in times.homonyms}
        self.homonyms = {word: {role: roles[role] for role in roles if role not in ("month", "weekday")} for word, roles in known.items()}
        self.persons = frozenset(times.persons)

    def _count(self, pack: Pack) -> None:
        """The number words of the pack's numerals, as far as days and durations use them."""
        counts: dict[str, int] = {}
        roles = {"cardinal": "count", "hundred": "count", "dozen": "count", "ordinal": "ordinal", "mixed": "and_half"}
        for word, part in scan.lexicon(pack).words.items():
            if part.kind == "ordinal" and part.number > 100:
                continue
            if part.kind in roles or (part.kind == "scale" and part.number == 1000):
                role = roles.get(part.kind, "count")
                self._add(role, float(part.number) if role == "and_half" else int(part.number), [word])
                if role == "count":
                    counts[word] = int(part.number)
            elif part.kind == "fraction" and part.number == Fraction(1, 2):
                self._add("half", True, [word])
            elif part.kind == "couple":
                self._add("count", 2, [word])
        if pack.numerals.joined:
            ones = [(word, count) for word, count in counts.items() if 0 < count < 10]
            halves = [word for word, part in scan.lexicon(pack).words.items() if part.kind == "and_half"]
            for word, count in ones:
                self._add("and_half", count + 0.5, (word + half for half in halves))
            for tens, roles_of in list(self.roles.items()):
                for role in ("count", "ordinal"):
                    value = roles_of.get(role)
                    if isinstance(value, int) and value in range(20, 100, 10):
                        for word, count in ones:
                            self._add(role, value + count, (word + link + tens for link in pack.numerals.inner_links))
            counts |= {word: roles_of["count"] for word, roles_of in self.roles.items() if "count" in roles_of}
        for unit, endings in pack.times.duration_endings.items():
            self._add("duration_word", (unit, None), endings)
            for word, count in counts.items():
                self._add("duration_word", (unit, count), (word + end for end in endings))

    def _compile(self, times: Times, core: set[str]) -> None:
        ordinal = alternation(times.ordinal_endings)
        decade = alternation(times.decade_endings)
        phrases = [word for word in self.roles if not re.fullmatch(r"[^\W\d_]+", word)]
        counted = alternation(word for words in (*times.abbreviations.values(), times.morning_marks, times.evening_marks) for word in words)
        numeric = (
            rf"\d{{4}}(?!\d|,\d)|\d\d?(?:[/:-]\s?\d|\.\s?\d(?:\d|\s?\.)|\s?[/-]\s?\d{{4}}\b|{ordinal}(?!\w))"
            rf"|(?:\d\d|['’]\d)\d?\d?{decade}(?!\w)|\d+\s?{counted}(?!\w)"
        )
        short = r"|\d{1,2}\.\s?\d{1,2}\.(?!\d)" if times.day_first else ""
        letters = "".join((*times.quarter_letters, *times.half_letters)) or "\0"
        self.anchor = re.compile(rf"\b(?:(?:{alternation(core)})(?![^\W\d_])|(?=[\d'’])(?:{numeric})|[{letters}][1-4]\b)")
        self.token = re.compile(
            rf"""(?=\d)(?:(?P<iso>\d{{4}}-\d\d-\d\d(?:[t\s]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?)(?![\d-])
            |(?P<numeric>\d{{1,4}}(?P<sep>[./-])\s?\d{{1,2}}(?P=sep)\s?\d{{1,4}})(?![\d/-]|[.,]\d)
            |(?P<monthyear>(?:0?[1-9]|1[0-2])\s?[/.-]\s?[12]\d{{3}}|[12]\d{{3}}\s?[/-]\s?(?:0[1-9]|1[0-2]))(?![\d/-]|[.,]\d)
            |(?P<short>\d{{1,2}}/\d{{1,2}}(?![\d/]){short}))
            |(?P<phrase>(?:{alternation(phrases)})(?![^\W\d_]))
            |(?=[\d'’])(?:(?P<clock>[012]?\d[:.][0-5]\d(?![\d:%]|[.,]\d))
            |(?P<decade>['’]?\d{{2,4}}{decade})(?!\w)
            |(?P<ordinal>\d{{1,3}}\s?{ordinal})(?!\w)
            |(?P<number>\d+(?:[.,]\d+)*))
            |(?P<lettered>[{letters}][1-4]\b)
            |(?P<word>[^\W\d_]+)
            |(?P<sign>[^\w\s]|_)""",
            re.VERBOSE,
        )
        cue = [rf"(?:{alternation(words)})(?!\w)" for words in (times.future, times.past)]
        past_ending = rf"|\w\w(?:{alternation(times.past_endings)})\b" if times.past_endings else ""
        self.cue = re.compile(rf"(?:\b|(?=['’]))(?:(?P<future>{cue[0]})|(?P<past>{cue[1]}{past_ending}))")

    def left_of(self, low: str, left: int, start: int) -> int:
        """Where known words begin before a place: right after the last plain word, from `left` on, that means nothing here."""
        at = start
        for word in reversed(low[left:start].split()):
            at = low.rindex(word, left, at)
            bare = word.strip(',.;:!?()"“”„')
            if bare.isalpha() and bare not in self.parts:
                return at + len(word)
        return left

    def tokens(self, text: str, low: str, start: int, anchor: int, end: int) -> list[Token]:
        """The tokens between two places of a text (`low`: the same lowered), up to the first behind the anchor that is unknown."""
        found = []
        known: Mapping[str, Roles] = self.roles
        homonyms = self.homonyms
        for match in self.token.finditer(low, start, end):
            kind, word = match.lastgroup or "", match.group()
            roles: Roles
            if kind in ("word", "sign"):
                roles = known.get(word, NO_ROLES)
            elif kind == "phrase":
                roles = known.get(word) or known.get(" ".join(word.split()), NO_ROLES)
            else:
                roles = {"numeric" if kind == "sep" else kind: word}
            at, stop = match.span()
            capital = text[at].isupper()
            if not capital and word in homonyms:
                roles = homonyms[word]
            found.append(_new(Token, (at, stop, word, roles, capital)))
            if not roles and at > anchor and word not in SIGNS:
                break
        return found


PLAIN = (
    "now", "clock_marks", "morning_marks", "evening_marks", "rolling", "coming", "recent", "few", "articles", "indefinite", "on",
    "at", "every", "of", "joiners", "prepositions", "openers", "between", "connectors", "ago", "ago_before", "later", "ahead", "within",
    "week_of", "after_next", "approximately", "more_than", "era", "calendar_week", "plurals", "attributive", "possessives", "modal",
    "night_to",
)  # fmt: skip
CORE = {
    "month", "weekday", "weekday_part", "season", "unit", "abbreviation", "holiday", "days", "clock_point", "clock_marks", "decade",
    "unit_part", "now", "duration_word", "calendar_week", "weekdays", "clock_offset",
}  # fmt: skip
OPENING = frozenset({
    *CORE, "iso", "numeric", "monthyear", "short", "clock", "ordinal", "number", "lettered", "event", "count", "half", "and_half", "few",
    "articles", "prepositions", "approximately", "more_than", "bound", "openers", "ago_before", "within", "ahead", "step", "part", "era",
    "week_of", "recent", "night_to",
})  # fmt: skip


def event_words(desk: Desk | None, language: str) -> tuple[Event, ...]:
    """The words of a desk's dated facts in a language, each with the days of its fact."""
    facts = desk.facts if desk else ()
    return tuple((words, fact.days.low, fact.days.high) for fact in facts for words in fact.words.get(language, ()) if words.strip())


@cache
def lexicon(language: str | Path, events: tuple[Event, ...] = ()) -> Lexicon:
    """The compiled words of a language and of some facts. Raises UsageProblem if there is no such language."""
    return Lexicon(load_pack(language), events)
