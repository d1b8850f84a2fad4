"""The words around a number that bound or blur it, and the verbs that make it a change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from qcheck.extraction.nouns.unit_words import forms
from qcheck.extraction.numbers.amounts import TIME_UNITS
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.language.schema.modifiers import Words
from qcheck.model.quantity import Modifier, Trend

LONGEST = 6
"""Words of a phrase before a number."""
WINDOW = 90
"""Characters before a number that are looked at."""
MOST_FILLERS = 2
_REACH = 70
_MOST_SKIPPED = 3
"""Words between a verb and \"by\", or \"from\"."""
_SIGNS = frozenset("~≈∼<>≤≥=⩽⩾")
_OPENING = "([{\"'“„‘‚«‹»›*_"
_CLAUSE_END = re.compile(r"[.;:!?\n]|, ")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Before(NamedTuple):
    """The modifiers that stand before a number, the outermost first, and where they begin."""

    start: int
    modifiers: tuple[Modifier, ...] = ()
    equal: bool = False


class After(NamedTuple):
    """The modifier that stands after a number and ends at `end`."""

    end: int
    modifier: Modifier


@dataclass(frozen=True)
class _Words:
    before: dict[str, Modifier | None]
    last: frozenset[str]
    fillers: frozenset[str]
    signs: dict[str, Modifier]
    after: dict[str, Modifier]
    after_pattern: re.Pattern[str]
    span: frozenset[str]
    span_unless: frozenset[str]
    names_amount: dict[str, Words]
    trends: dict[str, Trend]
    trend_last: frozenset[str]
    trends_after: dict[str, Trend]
    change: frozenset[str]
    change_fillers: frozenset[str]
    level: frozenset[str]
    particles: frozenset[str]
    particle_verbs: frozenset[str]
    trend_particles: dict[str, Trend]
    adverbs: tuple[str, ...]
    trends_adjacent: dict[str, Trend]
    adjacent: re.Pattern[str] | None
    multiple: re.Pattern[str]


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in phrases)


@cache
def _words(pack: Pack) -> _Words:
    rules = pack.modifiers
    before: dict[str, Modifier | None] = {form: Modifier(key) for key, words in rules.before.items() for form in forms(words)}
    before |= dict.fromkeys(rules.equal)
    after = {form: Modifier(key) for key, words in rules.after.items() for form in forms(words)}
    trends: dict[str, Trend] = {form: trend for trend, words in rules.trends.items() for form in forms(words)}
    adjacent: dict[str, Trend] = {form: trend for trend, words in rules.trends_adjacent.items() for form in forms(words)}
    return _Words(
        before,
        _last_words(before),
        frozenset(rules.fillers),
        {sign: Modifier(key) for key, signs in rules.signs.items() for sign in signs},
        after,
        re.compile(f"[ \u00a0-]?({trie(after)})(?!\\w)(?! ?[0-9$€£]| (?:{trie(rules.than)})(?!\\w))"),
        frozenset(rules.span),
        frozenset(rules.span_unless),
        rules.names_amount,
        trends,
        _last_words(trends),
        {form: trend for trend, words in rules.trends_after.items() for form in forms(words)},
        frozenset(rules.change),
        frozenset(rules.change_fillers),
        frozenset(rules.level),
        frozenset(rules.particles),
        frozenset(rules.particle_verbs),
        {form: trend for trend, words in rules.trend_particles.items() for form in forms(words)},
        rules.adverb_endings,
        adjacent,
        re.compile(f" ({trie(adjacent)})(?! (?:{trie(rules.than)})|\\w)") if adjacent else None,
        re.compile(rf"[ -]?(?:{trie(rules.multiples)})(?!\w| ?[0-9])"),
    )


def words_before(lowered: str, at: int) -> list[str]:
    """The words of the same line right before `at`, at most `WINDOW` characters back, without opening signs."""
    window = lowered[max(0, at - WINDOW) : at]
    line = window.rfind("\n")
    return (window if line < 0 else window[line + 1 :]).split()


def modifiers_before(lowered: str, at: int, pack: Pack, *, unit: str = "") -> Before:
    """The modifiers before a number that begins at `at`; some words say something else of times and ages."""
    table = _words(pack)
    found: list[Modifier] = []
    start, equal = at, False
    previous = lowered[at - 1 : at]
    if previous in _SIGNS:
        sign = lowered[at - 2 : at] if lowered[at - 2 : at - 1] in _SIGNS and at > 1 else previous
        if sign in table.signs:
            return Before(at - len(sign), (table.signs[sign],))
    words = words_before(lowered, at)
    if not words:
        return Before(at)
    if words[-1] in table.signs:
        return Before(lowered.rfind(words[-1], 0, at), (table.signs[words[-1]],))
    if at and not previous.isspace() and previous != "-" and previous not in _OPENING:
        return Before(at)
    skipped = 0
    while words and len(found) < 3:
        last = words[-1].lstrip(_OPENING)
        size = 0
        if last in table.last:
            for size in range(min(LONGEST, len(words)), 0, -1):
                phrase = " ".join([words[-size].lstrip(_OPENING), *words[len(words) - size + 1 :]])
                if phrase in table.before and (size > 1 or not skipped or unit == "age"):
                    break
            else:
                size = 0
        if size:
            modifier = table.before[phrase]
            if unit in TIME_UNITS and phrase in table.span and not (len(words) > size and words[-size - 1] in table.span_unless):
                break
            if len(words) > size and words[-size - 1].endswith(table.names_amount.get(phrase, ())):
                break
            for word in reversed(words[len(words) - size :]):
                start = lowered.rfind(word.lstrip(_OPENING), 0, start)
            if modifier is None:
                equal = True
            else:
                found.insert(0, modifier)
            del words[len(words) - size :]
            skipped = 0
        elif last in table.fillers and skipped < MOST_FILLERS and words[-1] == last:
            words.pop()
            skipped += 1
        else:
            break
    return Before(start, tuple(found), equal) if found or equal else Before(at)


def modifier_after(lowered: str, places: Iterable[int], pack: Pack) -> After | None:
    """The modifier that stands right after one of several places: the number, its unit, what it counts."""
    table = _words(pack)
    for place in places:
        match = table.after_pattern.match(lowered, place)
        if match:
            return After(match.end(), table.after[match[1]])
    return None


def is_multiple(lowered: str, end: int, pack: Pack) -> bool:
    """Whether the number that ends here tells how often, by the word right after it: three times."""
    return _words(pack).multiple.match(lowered, end) is not None


def trend_of(lowered: str, start: int, end: int, pack: Pack, *, moved: bool = False) -> Trend | None:
    """Whether the amount from `start` (its modifiers included) to `end` is a change up or down, by the verb before or after it.

    `moved` tells that the two ends of a range are where something was and where it went ("from 8 to 7").
    """
    table = _words(pack)
    beside = table.adjacent.match(lowered, end) if table.adjacent else None
    if beside:
        return table.trends_adjacent[beside[1]]
    words = words_before(lowered, start)
    change, skipped = moved, 0
    while words and skipped <= _MOST_SKIPPED:
        last = words[-1].lstrip(_OPENING)
        if last in table.level and not change:
            return None
        if last in table.trend_last:
            trend = table.trends.get(" ".join(words[-2:])) or table.trends.get(last)
            if trend:
                return None if len(words) > 1 and last in table.particles and words[-2] in table.particle_verbs else trend
        if last in table.change:
            change = True
        elif last not in table.change_fillers and not last.endswith(table.adverbs):
            if not change or not last or last[-1] in ".,;:!?":
                break
            skipped += 1
        words.pop()
    return _trend_after(lowered, end, table) if change and not moved else None


def _trend_after(lowered: str, end: int, table: _Words) -> Trend | None:
    """The first word of change in the rest of the clause, or the part of a verb that ends it."""
    if not table.trends_after:
        return None
    stop = _CLAUSE_END.search(lowered, end, end + _REACH)
    last = stop.start() if stop else min(len(lowered), end + _REACH)
    for match in _WORD.finditer(lowered, end, last):
        trend = table.trends_after.get(match[0])
        if trend is None and (match.end() == last or lowered[match.end()] in ",.)"):
            trend = table.trend_particles.get(match[0])
        if trend:
            return trend
    return None
