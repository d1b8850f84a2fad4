"""Limits, periods that exclude each other, denials, and one value told of two periods."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.kinds.denial import denial
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.limits import Limits, outside_limits
from qcheck.checking.kinds.other_period import OtherPeriod, other_period, significant_digits
from qcheck.checking.kinds.periods import exclusive_periods
from qcheck.checking.statement import Statement
from tests.checking.verdicts.statements import OPEN, SINCE, statement, told


def test_outside_its_limits() -> None:
    within = Limits(within="[0, 100]")
    share = {"unit": "percent", **OPEN}
    assert told(outside_limits(statement("a", "[104, 105]", **share), within)) == (
        "conflict",
        "a [104, 105]",
        "“a [104, 105]” → 104 to 105 %",
        "it can only be 0 to 100",
    )
    assert told(outside_limits(statement("a", "[99, 110]", "[104, 105]", **share), within)) == (
        "review",
        "a [99, 110]",
        "“a [99, 110]” → 99 to 110 %; typically 104 to 105 %",
        "it can only be 0 to 100",
    )
    assert outside_limits(statement("a", "[99, 100]", **share), within) is None
    assert outside_limits(statement("a", "(0, inf)", **share), within) is None


BEFORE: dict[str, Any] = {"within": "../2023-11-05", "throughout": "", "covers": "all", "time_quote": "before the blackout"}


def test_periods_that_exclude_each_other() -> None:
    one, other = statement("a", "(0, inf)", **BEFORE), statement("b", "(400, inf)")
    assert told(exclusive_periods(one, other, Parameters())) == (
        "conflict",
        "a (0, inf)",
        "b (400, inf)",
        "“a (0, inf)” → some; before 6 November 2023 (“before the blackout”): all of it",
        f"“b (400, inf)” → more than 400; {SINCE}: some of it",
        "before 6 November 2023 and March 2024 to 14 May 2024 share no day",
    )
    proof = exclusive_periods(one, other, Parameters())
    assert proof is not None and proof.anchored
    assert exclusive_periods(other, one, Parameters()) is None
    assert exclusive_periods(one, statement("b", "[0, 400]"), Parameters()) is None
    assert told(exclusive_periods(one, statement("b", "[1, 1]"), Parameters()))[0] == "conflict"
    assert exclusive_periods(statement("a", "(0, inf)", **{**BEFORE, "within": "../2024-03-01"}), other, Parameters()) is None
    vague = statement("a", "(0, inf)", **{**BEFORE, "within": "2024-02-21/2024-02-29", "time_vague": True})
    assert told(exclusive_periods(vague, other, Parameters()))[::5] == (
        "review",
        "21 February 2024 to 29 February 2024, roughly and March 2024 to 14 May 2024 share no day, as a reader takes them",
    )
    by = statement("b", "(400, inf)", by="Holt", side="NO")
    assert told(exclusive_periods(one, by, Parameters()))[::6] == (
        "dispute",
        "two voices stand against each other: the article and Holt",
    )


def test_a_denial_against_a_report() -> None:
    one, other = statement("a", "(0, inf)", modality="denied", by="Quispe", **OPEN), statement("b", "[200, inf)", by="Holt", **OPEN)
    assert told(denial(one, other, Parameters())) == (
        "dispute",
        "a (0, inf)",
        "b [200, inf)",
        "“a (0, inf)” → denied: none",
        "“b [200, inf)” → at least 200",
        "one says none, the other says some; two voices stand against each other: Quispe and Holt",
    )
    proof = denial(one, other, Parameters())
    assert proof is not None and proof.anchored
    assert told(denial(one, statement("b", "[1, 1]", by="Holt", **OPEN), Parameters()))[0] == "dispute"
    assert denial(one, statement("b", "[0, 200]", by="Holt", **OPEN), Parameters()) is None
    assert denial(one, statement("b", "[200, inf)", by="Holt", modality="planned", **OPEN), Parameters()) is None
    assert denial(statement("a", "(0, inf)", by="Quispe", **OPEN), other, Parameters()) is None
    assert denial(one, statement("b", "[200, inf)", by="Quispe", **OPEN), Parameters()) is None
    past = statement("a", "(0, inf)", modality="denied", by="Quispe", within="2023", throughout="2023")
    assert denial(past, statement("b", "[200, inf)", by="Holt"), Parameters()) is None


def test_one_value_of_two_periods() -> None:
    def value(document: str, within: str, number: str = "[4217, 4217]", **fields: Any) -> Statement:
        return statement(document, number, within=within, throughout=within, time_quote=within, **fields)

    april, may, spring = value("a", "2024-04"), value("b", "2024-05"), value("b", "2024-03/2024-05")
    digits = OtherPeriod()
    assert told(other_period(april, may, digits)) == (
        "review",
        "a [4217, 4217]",
        "b [4217, 4217]",
        "“a [4217, 4217]” → 4,217; April 2024 (“2024-04”)",
        "“b [4217, 4217]” → 4,217; May 2024 (“2024-05”)",
        "the value is the same, and April 2024 and May 2024 share no day",
    )
    assert told(other_period(april, spring, digits))[-1] == (
        "the value is the same, and April 2024 and March 2024 to May 2024 are not the same days"
    )
    assert other_period(april, value("b", "2024-04"), digits) is None
    assert other_period(april, value("b", "2024-05", "[4218, 4218]"), digits) is None
    assert other_period(april, value("b", "2024-05", time_vague=True), digits) is None
    assert other_period(value("a", "2024-05", time_vague=True), april, digits) is None
    assert other_period(april, value("b", "2024-05-03"), digits) is None
    assert other_period(value("a", "2024-05-03"), april, digits) is None
    assert other_period(april, value("b", "../2024-03"), digits) is None
    assert other_period(value("a", "2024-05/.."), april, digits) is None
    assert other_period(value("a", "2024-04", "[4000, 4000]"), value("b", "2024-05", "[4000, 4000]"), digits) is None
    assert other_period(value("a", "2024-04", "[4200, 4200]"), value("b", "2024-05", "[4200, 4200]"), digits) is not None


@pytest.mark.parametrize(("value", "digits"), [(4217, 4), (4200, 2), (0.05, 1), (-1.25, 3), (0.0, 0), (float("nan"), 0)])
def test_significant_digits(value: float, digits: int) -> None:
    assert significant_digits(value) == digits
