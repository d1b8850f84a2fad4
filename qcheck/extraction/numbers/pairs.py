"""Two numbers read together: ranges with carried scales and units, compounds such as feet and inches, shares of a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from qcheck.extraction.nouns.phrases import counted
from qcheck.extraction.nouns.unit_parts import part_of
from qcheck.extraction.numbers.amounts import Amount
from qcheck.extraction.numbers.modifiers import Before, modifiers_before, words_before
from qcheck.extraction.units import YEARS
from qcheck.language.pack import Pack
from qcheck.model.magnitude import Magnitude, times

SCORE = "a score: two numbers that fall, with a dash between them"
_LONGEST_JOINT = 12
_ENDS = re.compile(r"\s*$|[.,;:!?](?:\s|$)")
_DASHES = frozenset("-–—‒−")
_FALL = 5  # times that something may fall between two numbers of which only the second has a scale word


class Written(NamedTuple):
    """One quantity as it is written, at `start` to `end`: a number or vague word, a range (`to`), or a share `of` a known whole.

    `modifiers` is what stands before it; `reason` tells why it is none.
    """

    start: int
    end: int
    amount: Amount
    to: Magnitude | None = None
    of: Amount | None = None
    unit: str = ""
    factor: float = 1.0
    before: Before | None = None
    reason: str = ""


@dataclass(frozen=True)
class _Joints:
    between: frozenset[str]
    alternatives: frozenset[str]
    pairs: dict[str, frozenset[str]]
    links: frozenset[str]
    share_of: frozenset[str]
    change: frozenset[str]
    fillers: frozenset[str]
    level: frozenset[str]


@cache
def _joints(pack: Pack) -> _Joints:
    rules = pack.modifiers
    return _Joints(
        frozenset(rules.range_between),
        frozenset(rules.alternatives),
        {first: frozenset(words) for first, words in rules.range_pairs.items()},
        frozenset(pack.numerals.links),
        frozenset(pack.numerals.share_of),
        frozenset(rules.change).difference(pack.phrases.determiners),
        frozenset((*rules.change_fillers, *pack.phrases.determiners)),
        frozenset(rules.level),
    )


def written(text: str, lowered: str, amounts: Sequence[Amount], pack: Pack) -> list[Written]:
    """The amounts of a text, in its order, those that belong together as one."""
    done: list[Written] = []
    index = 0
    while index < len(amounts):
        amount = amounts[index]
        following = amounts[index + 1] if index + 1 < len(amounts) else None
        joined = _joined(text, lowered, amount, following, pack) if following and following.start - amount.end <= _LONGEST_JOINT else None
        if joined:
            index += 2
            done.append(joined)
        else:
            index += 1
            done.append(Written(amount.start, amount.end, amount, unit=amount.unit, factor=amount.factor))
    return done


def _joined(text: str, lowered: str, left: Amount, right: Amount, pack: Pack) -> Written | None:
    between = lowered[left.end : right.start]
    if "\n" in between or right.start < left.end:
        return None
    joint = between.strip()
    if len(joint) > 2:
        joint = joint.strip("-")
    joints = _joints(pack)
    if joint.strip() in joints.between:
        joint = joint.strip()  # "drei- bis vierhundert"
    if left.numeral.form in ("most", "share") or (left.numeral.magnitude and left.numeral.magnitude.fraction):
        return _share(left, right, joint, joints)
    if left.numeral.form != "number" or right.numeral.form != "number" or left.number is None or right.number is None:
        return None
    joined = None
    if joint in joints.between or joint in joints.alternatives or _second(joint, joints):
        joined = _range(text, lowered, left, right, joint, between, pack)
    return joined or _compound(text, left, right, joint, joints)


def _second(joint: str, joints: _Joints) -> bool:
    return any(joint in seconds for seconds in joints.pairs.values())


def _range(text: str, lowered: str, left: Amount, right: Amount, joint: str, between: str, pack: Pack) -> Written | None:
    """From the left to the right amount, if words or a dash say so and the units allow it."""
    joints = _joints(pack)
    low, high = left.number, right.number
    assert low is not None and high is not None
    before = modifiers_before(lowered, left.start, pack)
    words = words_before(lowered, before.start)
    opening = words[-1].lstrip("([\"'“„") if words else ""
    if joint in joints.level and not _neighbours(low, high) and _changed(words, joints):
        return None  # "rose by 212 to 63,412": a change, and the level after it
    aged = left.unit == "age" and not left.before and joint in _opened(lowered[left.start : left.numeral.start], joints)
    paired = aged or joint in joints.pairs.get(opening, ())
    unit = _common_unit(left, right, alone=paired and not right.unit and counted(text, right.end, pack) is None)
    if unit is None:
        return None
    low = _carried(low, high, left, right, hyphen=between.startswith("-") and between != "-", paired=paired)
    if right.below and low.value > 0 > high.value:
        low, high = high, low.negated()  # "10 to 15 degrees below zero"
    start = before.start
    if aged:
        before = Before(start)
    elif paired:
        start = lowered.rfind(opening, 0, before.start)
        before = Before(start)
    elif joint in joints.alternatives and joint not in joints.between:
        if left.unit or right.before or not _neighbours(low, high):
            return None
    elif joint in _DASHES:
        if text[right.end : right.end + 1] in _DASHES and text[right.end + 1 : right.end + 2].isdigit():
            return None
        if low.value >= high.value and not left.unit:
            tight = not between.startswith(" ") and low.written >= 1
            return Written(left.start, right.end, left, reason=SCORE) if tight else None
        if low.value >= high.value or (between != joint and between != f" {joint} "):
            return None
    elif joint not in joints.between or low.value >= high.value:
        return None
    factor = YEARS.get(right.unit, left.factor) if unit == "age" else right.factor if right.unit else left.factor
    return Written(start, right.end, left._replace(number=low), to=high, unit=unit, factor=factor, before=before)


def _changed(words: Sequence[str], joints: _Joints) -> bool:
    """Whether the words before a number say that it is a change ("by a further")."""
    return next((word for word in reversed(words) if word not in joints.fillers), "") in joints.change


def _opened(words: str, joints: _Joints) -> frozenset[str]:
    """What may stand between the ends of a range that the last of some words opens ("aged between 22 and 39")."""
    last = words.split()[-1:]
    return joints.pairs.get(last[0], frozenset()) if last else frozenset()


def _common_unit(left: Amount, right: Amount, *, alone: bool) -> str | None:
    """The unit of a range; None where the two ends have different ones. `alone`: nothing counted follows ("from 12 dollars to 15")."""
    if not left.unit or left.unit == right.unit:
        return right.unit
    if not right.unit:
        return left.unit if left.before or left.unit == "age" or alone else None
    if left.unit == "age" and right.unit in YEARS:
        return "age"  # "aged between 6 and 18 months"
    if left.before and right.unit.startswith(f"{left.unit} per "):
        return right.unit
    return None


def _carried(low: Magnitude, high: Magnitude, left: Amount, right: Amount, *, hyphen: bool, paired: bool) -> Magnitude:
    """The left number with the scale of the right one where it has none: 5 to 6 thousand, $2-3 billion; not $200 to $4 million.

    `paired`: something may have fallen from the one to the other: "from 3.2 to 2.9 billion".
    """
    if hyphen and left.numeral.spelled and not high.scaled and low.value < 10 and high.value >= 100:
        return low.times(10 ** (len(str(int(high.value))) - 1))  # "drei- bis vierhundert"
    if low.scaled or not high.scaled or (left.unit and not left.before):
        return low
    most = abs(float(high.value)) * (_FALL if paired else 1)
    return low if abs(float(low.value)) * high.scale > most else low.times(high.scale)


def _neighbours(low: Magnitude, high: Magnitude) -> bool:
    """Two or three, 10 or 20: not 4 or 1000."""
    return Decimal(0) < low.value < high.value <= 2 * low.value + 1 if isinstance(low.value, Decimal) else False


def _share(left: Amount, right: Amount, joint: str, joints: _Joints) -> Written | None:
    """Half of the 400, most of the 400."""
    whole = right.number
    if right.numeral.form != "number" or whole is None or whole.fraction or left.unit:
        return None
    if joint and joint not in joints.share_of:
        return None
    if left.numeral.form != "most" and not joint:
        return None
    return Written(left.start, right.end, left, of=right, unit=right.unit, factor=right.factor)


def _compound(text: str, left: Amount, right: Amount, joint: str, joints: _Joints) -> Written | None:
    """Five feet ten inches, 15 dollars and 50 cents, 15 dollars 50: one number in the larger unit; 75 USD million."""
    low, high = left.number, right.number
    if low is None or high is None:
        return None
    if len(left.unit) == 3 and left.unit.isupper() and not left.before and not joint:
        scale = high.scaled and not high.digits and high.value == high.written
        if scale and right.unit in ("", left.unit):
            return Written(left.start, right.end, left._replace(number=low.times(int(high.written))), unit=left.unit)
        if not right.unit and 10 <= high.value < 100 and _ENDS.match(text, right.end):
            return _sum(left, right, 0.01)
    if not left.unit or not right.unit or left.unit == right.unit or (joint and joint not in joints.links):
        return None
    part = part_of(right.unit, left.unit)
    if part is None or left.number is None or right.number is None or left.number.written < 1:
        return None
    if right.number.value * Decimal(str(part)) >= 1 if isinstance(right.number.value, Decimal) else True:
        return None
    if len(left.unit) != 3:
        return None if left.unit in ("hour", "minute", "year") else _sum(left, right, part)
    return _sum(left, right, part)


def _sum(left: Amount, right: Amount, part: float) -> Written:
    assert left.number is not None and right.number is not None
    share = Decimal(repr(part))
    value = times(left.number.value, 1) + times(right.number.value, 1) * share  # type: ignore[operator]
    step = share * right.number.written
    number = Magnitude(value, step, step)
    return Written(left.start, right.end, left._replace(number=number), unit=left.unit, factor=left.factor)
