"""Quantities that share words with those beside them: a unit, a counted thing, a bound, a verb of change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from qcheck.extraction.numbers.modifiers import Before
from qcheck.extraction.numbers.pairs import Written
from qcheck.language.pack import Pack
from qcheck.model.quantity import Modifier, Quantity, Trend

LONGEST_JOINT = 24
"""Characters between two quantities of one list."""
_LONGEST_COMPARISON = 100
_CONVERSION = ("(", "/")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n")
_LOWER_BOUNDS = (Modifier.MORE_THAN, Modifier.AT_LEAST)
_UPPER_BOUNDS = (Modifier.LESS_THAN, Modifier.AT_MOST)


@dataclass(slots=True)
class Draft:
    """A quantity that is being read: what is written, the words before and after it, its unit and what it counts."""

    written: Written
    before: Before
    start: int
    end: int
    unit: str
    factor: float
    of: str = ""
    phrase_end: int = 0
    rate: str = ""
    multiple: bool = False
    after: Modifier | None = None
    trend: Trend | None = None

    @property
    def bare(self) -> bool:
        """Neither unit nor counted thing stands beside the number, and it tells not how often."""
        return not self.unit and not self.of and not self.multiple


@dataclass(frozen=True)
class _Joints:
    lists: frozenset[str]
    joins: frozenset[str]
    alternatives: frozenset[str]
    share_of: re.Pattern[str]
    part_of: frozenset[str]


@cache
def _joints(pack: Pack) -> _Joints:
    links = pack.numerals.links + pack.modifiers.alternatives + pack.modifiers.crosses
    lists = {",", *links, *(f", {link}" for link in links)}
    words = "|".join(sorted(map(re.escape, pack.numerals.share_of), key=len, reverse=True)) or "(?!)"
    return _Joints(
        frozenset(lists),
        frozenset({*lists, *pack.modifiers.joins}),
        frozenset({*pack.modifiers.alternatives, ""}),
        re.compile(rf" (?:{words})(?!\w)"),
        frozenset(pack.numerals.share_of),
    )


def share_of(pack: Pack) -> re.Pattern[str]:
    """What stands between a fraction and the thing that it is a share of."""
    return _joints(pack).share_of


def fill_in(drafts: Sequence[Draft], lowered: str, pack: Pack) -> None:
    """Fill in the drafts what their neighbours say for them: lists share the unit or noun of their last number ("2, 3 and 5
    kilometres"), later numbers leave out that of the first ("435 homes and 187"), conversions in parentheses its bound."""
    joints, comparisons = _joints(pack), pack.modifiers.comparisons
    lent: Draft | None = None
    for right, left in pairwise(reversed(drafts)):
        between = lowered[left.phrase_end : right.start].strip()
        if left.bare and right.of and not right.unit and between in joints.part_of:
            left.of = right.of  # "400 of the 500 homes"
        joint = lowered[left.end : right.start].strip().lstrip("-‑").strip()  # "a 7- or 8-inch screen"
        close = right.start - left.phrase_end <= LONGEST_JOINT
        listed = joint in joints.lists and (joint != "," or right is lent)  # "2, 3 and 5 kilometres"; not "at 900, 3 percent above"
        before = right.written.amount.before and joint not in joints.alternatives  # "7 or $8"
        if left.bare and not right.bare and right.unit != "ordinal" and close and listed and not before:
            left.unit, left.factor, left.of = right.unit, right.factor, right.of
            lent = left
        if right.rate and close and between in joints.lists and not left.unit:
            left.rate = right.rate  # "300 cars and 20 lorries a day"
    for at, (left, right) in enumerate(pairwise(drafts)):
        distance = right.start - left.phrase_end
        if right.unit == "ordinal" or left.unit == "ordinal" or distance > _LONGEST_COMPARISON:
            continue
        between = lowered[left.phrase_end : right.start].strip()
        if distance <= LONGEST_JOINT:
            lends = not left.bare and not left.written.amount.before and left.of not in pack.phrases.states
            if right.bare and lends and between in joints.joins:
                right.unit, right.factor, right.of = left.unit, left.factor, left.of
            if between in _CONVERSION and left.unit != right.unit and right.unit and not right.before.modifiers:
                right.before = right.before._replace(modifiers=left.before.modifiers)
            if right.trend is None and left.trend and between.strip(", (") in joints.alternatives:
                right.trend = left.trend
        parted = not between.endswith(pack.modifiers.parts) and not pack.phrases.capitalized  # a noun with a capital would be seen
        if right.bare and _is_money(left.unit) and _scaled(right) and not parted and not _SENTENCE_END.search(between):
            right.unit, right.factor = left.unit, left.factor  # "1.2 billion euros, of which 300 million for roads"
        if right.bare and not left.unit and between.endswith(comparisons) and not _SENTENCE_END.search(between):
            part = between.endswith(pack.modifiers.parts)
            right.of = next((whole.of for whole in reversed(drafts[max(0, at - 3) : at + 1]) if not part or _holds(whole, right)), left.of)


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _scaled(draft: Draft) -> bool:
    number = draft.written.amount.number
    return number is not None and number.scaled


def _holds(whole: Draft, part: Draft) -> bool:
    """Whether one counted thing is as many as another number: "350 people in five towns, including 120 here" has no 120 towns."""
    left, right = whole.written.amount.number, part.written.amount.number
    return bool(whole.of) and not whole.unit and left is not None and right is not None and left.value >= right.value


def bounded_twice(found: Sequence[Quantity], text: str, lowered: str, pack: Pack) -> list[Quantity]:
    """ "More than 15 and fewer than 60" is one quantity between its two bounds."""
    done: list[Quantity] = []
    for item in found:
        last = done[-1] if done else None
        if last and last.modifier in _LOWER_BOUNDS and item.modifier in _UPPER_BOUNDS and last.unit in (item.unit, "count"):
            low, high, both = last.value, item.value, last.hard & item.hard
            joint = lowered[last.end : item.start].strip()
            if joint in _joints(pack).joins and both and isinstance(low, float) and isinstance(high, float) and low < high:
                quote = text[last.start : item.end]
                done[-1] = replace(item, start=last.start, quote=quote, value=(low, high), hard=both, typical=both, modifier=Modifier.RANGE)
                continue
        done.append(item)
    return done
