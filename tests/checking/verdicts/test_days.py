"""How days lie to each other and are told, and how a claim was read."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.lines import text_of
from qcheck.checking.periods import read_apart, same_period, surely_apart, surely_inside, told_days
from qcheck.checking.proof import comparison, reading
from qcheck.checking.statement import Statement
from tests.checking.verdicts.statements import OPEN, days, statement


def test_how_days_lie_to_each_other() -> None:
    def on(within: str, throughout: str = "", **fields: Any) -> Statement:
        return statement("a", "[1, 1]", within=within, throughout=throughout, **fields)

    may, day, vague, unknown = on("2024-05", "2024-05"), on("2024-05-03"), on("2024-05", "2024-05", time_vague=True), on("?")
    june = on("2024-06-05/2024-06-20")
    assert same_period(may, on("2024-05")) and not same_period(may, day)
    assert not any((same_period(may, vague), same_period(vague, may), same_period(unknown, unknown), same_period(may, unknown)))
    assert surely_inside(day, may) and not surely_inside(may, day)
    assert not surely_inside(unknown, may) and not surely_inside(day, on("2024-05"))
    assert surely_apart(may, june) and not surely_apart(vague, june) and read_apart(vague, june)
    assert not surely_apart(may, day) and not read_apart(may, day)
    for known in (may, june):
        assert not any((surely_apart(known, unknown), surely_apart(unknown, known), read_apart(known, unknown), read_apart(unknown, known)))


@pytest.mark.parametrize(
    ("fields", "told_"),
    [
        ({"role": "time", "quote": "since 3 May", "within": "2024-05-03/2024-05-14", "time_bound": "since"}, "2024-05-03"),
        ({"role": "time", "quote": "since 2021", "within": "2021-01-01/2024-05-14", "time_bound": "since"}, "2021-01-01/2021-12-31"),
        ({"role": "time", "quote": "since 2 January", "within": "2021-01-02/2024-05-14", "time_bound": "since"}, "2021-01-02"),
        ({"role": "time", "quote": "since 1 March", "within": "2021-03-01/2024-05-14", "time_bound": "since"}, "2021-03-01"),
        ({"role": "time", "quote": "in May", "within": "2024-05-01/2024-05-31"}, "2024-05-01/2024-05-31"),
        ({"role": "number", "quote": "1987", "within": "?"}, "1987-01-01/1987-12-31"),
        ({"role": "number", "quote": "0001", "within": "?"}, "0001-01-01/0001-12-31"),
    ],
)
def test_the_days_that_are_told(fields: dict[str, Any], told_: str) -> None:
    assert told_days(statement("a", "[1, 1]", **{"throughout": "", **fields})) == days(told_)


@pytest.mark.parametrize("fields", [{"quote": "0000"}, {"quote": "19870"}, {"quote": "198x"}, {"quote": "1987", "role": "claim"}])
def test_what_tells_no_year(fields: dict[str, Any]) -> None:
    row = statement("a", "[1, 1]", **{"role": "number", "within": "?", "throughout": "", **fields})
    assert told_days(row) == row.span.proof


def test_how_a_claim_was_read() -> None:
    assert text_of(reading(statement("a", "[350, 450]", "[400, 400]", **OPEN))) == "“a [350, 450]” → 350 to 450"
    assert text_of(reading(statement("a", "[350, 450]", "[400, 400]", **OPEN), typical=True)) == (
        "“a [350, 450]” → 350 to 450; typically 400"
    )
    assert text_of(reading(statement("a", "[4, 4]", **OPEN), typical=True)) == "“a [4, 4]” → 4"


def test_how_two_ranges_are_told_to_be_apart() -> None:
    a, b = statement("a", "[1, 2]", "[1, 1]"), statement("b", "[3, 4)", "(3, 4)")
    assert text_of(comparison(a, b)) == "no number fits both: one is at most 2, the other at least 3"
    assert text_of(comparison(a, b, typical=True)) == "as a reader takes them, no number fits both: one is at most 1, the other more than 3"
