"""Ages as days of birth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qcheck.checking.births import births, of_then, spoken_of
from qcheck.checking.statement import Statement
from qcheck.model.interval import EVERYTHING, numbers
from tests.checking.verdicts.statements import OPEN, days, statement


def aged(hard: str, *, on: str = "2024-05-14", **fields: Any) -> Statement:
    low = numbers(hard).low
    return statement("a", hard, on=on, **{"unit": "age", "value_low": low, "value_high": low, **OPEN, **fields})


@pytest.mark.parametrize(
    ("age", "first", "last", "born"),
    [
        ("[21, 21]", "2024-05-14", "2024-05-14", "2002-05-15/2003-05-14"),
        ("[21, 21]", "2024-05-10", "2024-05-14", "2002-05-11/2003-05-14"),
        ("[21, 30)", "2024-05-14", "2024-05-14", "1994-05-15/2003-05-14"),
        ("[21, inf)", "2024-05-14", "2024-05-14", "../2003-05-14"),
        ("[0, 0]", "2024-02-29", "2024-02-29", "2023-03-02/2024-02-29"),
        ("[1, 1]", "2024-02-29", "2024-02-29", "2022-03-02/2023-03-01"),
    ],
)
def test_an_age_as_days_of_birth(age: str, first: str, last: str, born: str) -> None:
    found = births(aged(age), date.fromisoformat(first), date.fromisoformat(last))
    assert found == days(born)


def test_the_days_of_birth_of_an_age_of_several_numbers_end_where_its_range_ends() -> None:
    several = replace(aged("[21, 22]"), claim=replace(aged("[21, 22]").claim, value_low=float("nan")))
    assert births(several, date(2024, 5, 14), date(2024, 5, 14)) == days("2001-05-15/2003-05-14")


def test_an_age_in_months_is_told_no_closer_than_by_days() -> None:
    half = aged("[0.5, 0.5]", value_low=6.0, value_high=6.0)
    born = births(half, date(2024, 5, 14), date(2024, 5, 14))
    assert born is not None and born.low is not None and born.high is not None
    assert date(2023, 11, 9) <= born.high <= date(2023, 11, 13)
    assert date(2023, 10, 8) <= born.low <= date(2023, 10, 16)


def test_an_age_beyond_the_calendar_gives_no_days() -> None:
    assert births(aged("[3000, 3000]"), date(2024, 5, 14), date(2024, 5, 14)) is None
    assert births(replace(aged("[3, 3]"), hard=EVERYTHING), date(2024, 5, 14), date(2024, 5, 14)) is None


def test_the_days_that_an_age_is_told_of() -> None:
    assert of_then(aged("[21, 21]"))
    assert not of_then(aged("[21, 21]", within="2024-05-14"))
    assert not of_then(aged("[21, 21]", on=""))
    today = date(2024, 5, 14)
    assert spoken_of(aged("[21, 21]", within="2024-05-14")) == (today, today)
    assert spoken_of(aged("[21, 21]", on="")) is None
    assert spoken_of(aged("[21, 21]", within="2024-01", time_quote="in January")) == (date(2024, 1, 1), today)
    assert spoken_of(aged("[21, 21]", within="2024-03-15", time_quote="on 15 March")) == (today, today)
    assert spoken_of(aged("[21, 21]", within="2024-03-14", time_quote="on 14 March")) == (date(2024, 3, 14), today)
    assert spoken_of(aged("[21, 21]", within="2024-01")) == (today, today)
    assert spoken_of(aged("[21, 21]", zone="caption", within="2024-05-14")) == (date(2021, 5, 12), today)
