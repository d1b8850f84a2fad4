"""The numbers of an article as operands: which of them stand near some words, and which may be of one thing."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from qcheck.extraction.discourse.concepts import PERSON, PERSONS
from qcheck.extraction.discourse.relations.changes import alike
from qcheck.extraction.discourse.relations.sequence import Row, Told
from qcheck.extraction.numbers.amounts import TIME_UNITS
from qcheck.model.claim import Claim

PART = "part"
_NUMBER = attrgetter("sentence.number")


def levels(rows: Sequence[Row]) -> list[Told]:
    """The numbers of some sentences that may be levels, in their order."""
    return [told for row in rows for told in row.levels]


def counts(rows: Sequence[Row]) -> list[Told]:
    """The counts of things among them."""
    return [told for told in levels(rows) if told.claim.unit == "count" and told.claim.value_low > 1]


def window(rows: Sequence[Row], row: Row, *, before: int, after: int, paragraphs: int = 1) -> list[Row]:
    """The rows at most so many sentences before and after one, and so many paragraphs from its own."""
    home = row.sentence
    first, last = bisect_left(rows, home.number - before, key=_NUMBER), bisect_right(rows, home.number + after, key=_NUMBER)
    near = rows[first:last]
    return [
        r
        for r in near
        if abs(r.sentence.paragraph.number - home.paragraph.number) <= paragraphs and r.sentence.paragraph.zone != "headline"
    ]


def pairs(found: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """All pairs of different numbers, the earlier one first."""
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            if one.claim.value_low != other.claim.value_low:
                yield one, other


def akin(one: Claim, other: Claim) -> bool:
    """Whether two numbers may be of one thing: of the same word, of persons, or one that leaves out what it counts or its rate."""
    short, long = sorted((one, other), key=lambda c: len(c.unit))
    elided = not short.of and long.unit.startswith(f"{short.unit} per ")
    return (
        elided
        or alike(one, other)
        or (one.unit == other.unit == "count" and PERSON in (family(one), family(other)) and _persons(one, other))
    )


def _persons(*claims: Claim) -> bool:
    return all(claim.of in PERSONS for claim in claims)


def family(claim: Claim) -> str:
    """What a number counts; one word for all persons."""
    return PERSON if claim.of in PERSONS else claim.of


def quotient(one: Claim, other: Claim) -> tuple[float, float]:
    """The lowest and the highest number that one divided by the other is, as a reader takes them."""
    low = one.typical_low / other.typical_high if other.typical_high else math.inf
    high = one.typical_high / other.typical_low if other.typical_low > 0 else math.inf
    return low, high


def meets(range_: tuple[float, float], low: float, high: float) -> bool:
    """Whether two ranges have a number in common."""
    return range_[0] <= high * (1 + 1e-9) and low <= range_[1] * (1 + 1e-9)


def size(claim: Claim) -> float:
    """A number as it is written, in the base unit of its measure."""
    return claim.value_low * claim.base_factor


def is_time(claim: Claim) -> bool:
    """Whether a number is a length of time."""
    return claim.unit in TIME_UNITS


def only(found: Sequence[tuple[Told, Told]]) -> tuple[Told, Told] | None:
    """The one pair of numbers that is found, however often it is told."""
    return found[0] if len({(x.claim.value_low, y.claim.value_low) for x, y in found}) == 1 else None
