"""Laws of the checks on what an article tells twice, each test named after its law."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.claim import Claim
from qcheck.model.interval import Interval, numbers
from tests.checking.story import article, outcomes, said

COUNTS = st.integers(2, 10**6)
RANGES = st.tuples(COUNTS, COUNTS).map(lambda ends: f"[{min(ends)}, {max(ends)}]")


def told(first: str, second: str, *, relation: str = "retold", sure: bool = True, **fields: Any) -> list[Claim]:
    """An article that tells two numbers, and the row that says what they are to each other."""
    claims = [said("a", hard, start=start, quote=f"{start}: {hard} pumps") for start, hard in ((0, first), (400, second))]
    claims[0] = replace(claims[0], **fields)
    row = Claim(
        role="relation", claim="tied", document="a", relation=relation, operands=";".join(c.claim for c in claims), zone=claims[0].zone,
        modality="asserted" if sure else "possible",
    )  # fmt: skip
    return [article("a"), *claims, row]


@given(RANGES, RANGES)
def test_two_tellings_conflict_only_without_a_number_in_both(first: str, second: str) -> None:
    apart = numbers(first).disjoint(numbers(second))
    same = numbers(first).low == numbers(second).low
    assert outcomes(told(first, second), "agreement/told-twice") == (["conflict"] if apart and not same else [])


@given(RANGES, RANGES, COUNTS)
def test_widening_a_telling_never_adds_a_conflict(first: str, second: str, more: int) -> None:
    wide = numbers(first)
    wider = Interval(wide.low, (wide.high or 0) + more)
    if outcomes(told(str(wider), second), "agreement/told-twice"):
        assert outcomes(told(first, second), "agreement/told-twice")


@given(RANGES, RANGES)
def test_a_doubtful_link_never_gives_a_conflict(first: str, second: str) -> None:
    for relation, rule in (("retold", "agreement/told-twice"), ("included", "agreement/part-of-period")):
        assert "conflict" not in outcomes(told(first, second, relation=relation, sure=False), rule)


@given(RANGES, RANGES)
def test_a_part_conflicts_with_its_whole_only_above_all_of_it(whole: str, part: str) -> None:
    said_so = outcomes(told(whole, part, relation="included"), "agreement/part-of-period")
    assert said_so == (["conflict"] if numbers(whole).below(numbers(part)) else [])


@given(COUNTS)
def test_a_headline_is_of_its_own_rule(number: int) -> None:
    rows = told(f"[{number}, {number}]", f"[{number + 1}, {number + 1}]", zone="headline")
    assert outcomes(rows, "headline/number") == ["conflict"]
    assert outcomes(rows, "agreement/told-twice") == []
