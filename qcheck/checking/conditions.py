"""What selectors ask besides columns: words near a claim, the range of its number, its days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from qcheck.checking.patterns import pattern_fault, stands_in
from qcheck.model.claim import Claim
from qcheck.model.interval import Closed, Interval, numbers
from qcheck.model.timespan import days_from_text


@dataclass(frozen=True, slots=True)
class Condition:
    """`fault` says what is wrong with the text that a rule gives (empty: nothing), `holds` whether a claim fits it."""

    fault: Callable[[str], str]
    holds: Callable[[str, Claim], bool]


def _number_lies_in(text: str, claim: Claim) -> bool:
    if claim.typical_low != claim.typical_low:
        return False
    return Interval(claim.typical_low, claim.typical_high, cast(Closed, claim.typical_closed or "[]")).inside(numbers(text))


def _days_lie_in(text: str, claim: Claim) -> bool:
    if not claim.within or "?" in claim.within:
        return False
    return _days(claim.within).inside(_days(text))


@cache
def _days(text: str) -> Interval[date]:
    return days_from_text(text)[0]


def _range_fault(text: str) -> str:
    try:
        numbers(text)
    except ValueError as error:
        return str(error)
    return ""


def _days_fault(text: str) -> str:
    try:
        _, unknown = days_from_text(text)
    except ValueError as error:
        return str(error)
    return "the days are unknown; write 2022, 2022-08/2023-05-17 or 2022-08/.." if unknown else ""


CONDITIONS: dict[str, Condition] = {
    "near": Condition(pattern_fault, lambda pattern, claim: stands_in(pattern, claim.sentence_text)),
    "range": Condition(_range_fault, _number_lies_in),
    "during": Condition(_days_fault, _days_lie_in),
}
