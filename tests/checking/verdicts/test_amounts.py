"""Amounts at one time: the outcome, the order of the two, and every line of the working."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from qcheck.checking.kinds.amounts import Amounts, amounts
from tests.checking.verdicts.statements import NO_DAY, OPEN, SINCE, statement, told


def test_amounts_apart_on_the_same_days() -> None:
    a, b = statement("a", "[412, 412]"), statement("b", "[380, 380]")
    assert told(amounts(a, b, Amounts())) == (
        "conflict",
        "a [412, 412]",
        "b [380, 380]",
        f"“b [380, 380]” → 380; {SINCE}",
        f"“a [412, 412]” → 412; {SINCE}",
        "both speak of the same days: March 2024 to 14 May 2024",
        "no number fits both: one is at most 380, the other at least 412",
    )


def test_amounts_that_only_typical_readings_keep_apart() -> None:
    a, b = statement("a", "(400, inf)", "(400, 500)"), statement("b", "[600, 600]")
    assert told(amounts(a, b, Amounts())) == (
        "review",
        "a (400, inf)",
        "b [600, 600]",
        f"“a (400, inf)” → more than 400; typically over 400, under 500; {SINCE}",
        f"“b [600, 600]” → 600; {SINCE}",
        "both speak of the same days: March 2024 to 14 May 2024",
        "as a reader takes them, no number fits both: one is less than 500, the other at least 600",
    )


def test_what_typical_readings_are_told_of_both() -> None:
    a, b = statement("a", "(400, inf)", "(400, 500)"), statement("b", "[300, 900]", "[600, 700]")
    for one, other in ((a, b), (b, a)):
        assert told(amounts(one, other, Amounts()))[3:5] == (
            f"“a (400, inf)” → more than 400; typically over 400, under 500; {SINCE}",
            f"“b [300, 900]” → 300 to 900; typically 600 to 700; {SINCE}",
        )
    apart = statement("c", "[950, 999]", "[990, 990]")
    assert told(amounts(b, apart, Amounts()))[0:5:2] == ("conflict", "c [950, 999]", f"“c [950, 999]” → 950 to 999; {SINCE}")
    assert told(amounts(b, apart, Amounts()))[3] == f"“b [300, 900]” → 300 to 900; {SINCE}"


def test_a_toll_is_compared_as_one_and_not_as_an_amount() -> None:
    a, b = statement("a", "[412, 412]"), statement("b", "[380, 380]")
    toll = replace(a, readings=(a.hard,))
    assert amounts(toll, b, Amounts()) is None
    assert amounts(b, toll, Amounts()) is None


def test_amounts_of_opposed_sources() -> None:
    a, b = statement("a", "[412, 412]", by="Holt", side="NO"), statement("b", "[380, 380]", by="Quispe", side="PE")
    assert told(amounts(a, b, Amounts()))[0] == "dispute"
    assert told(amounts(a, b, Amounts()))[-1] == "two voices stand against each other: Holt and Quispe"
    assert told(amounts(a, replace(b, claim=replace(b.claim, by="", side="")), Amounts()))[0] == "conflict"


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [
        (NO_DAY, NO_DAY, "neither names a day, and both were known on 14 May 2024"),
        (NO_DAY, {**NO_DAY, "time_quote": "on Tuesday"}, "both speak of the same days: 14 May 2024"),
        ({**NO_DAY, "time_quote": "on Tuesday"}, NO_DAY, "both speak of the same days: 14 May 2024"),
        ({}, {"within": "2024-04", "throughout": "2024-04"}, None),
        ({}, OPEN, None),
        (OPEN, {}, None),
        (
            {"kind": "level"},
            {"kind": "level", "within": "2024-04", "throughout": "2024-04"},
            "both held at one time: April 2024 and March 2024 to 14 May 2024",
        ),
        ({"kind": "per_period"}, {"kind": "per_period", "within": "2024-04", "throughout": "2024-04"}, None),
        ({"kind": "per_period", **OPEN}, {"kind": "per_period", **OPEN}, None),
        ({"kind": "per_period", **NO_DAY}, {"kind": "per_period", **NO_DAY}, "neither names a day, and both were known on 14 May 2024"),
        (OPEN, OPEN, "neither names other days than its article's"),
    ],
)
def test_why_amounts_are_of_one_time(first: dict[str, Any], second: dict[str, Any], line: str | None) -> None:
    proof = amounts(statement("a", "[412, 412]", **first), statement("b", "[380, 380]", **second), Amounts())
    assert proof is None if line is None else told(proof)[::5] == ("conflict", line)


@pytest.mark.parametrize(("whole", "part"), [("total", "total"), ("", ""), ("total", ""), ("", "total")])
def test_a_part_cannot_exceed_the_whole(whole: str, part: str) -> None:
    month = statement("b", "[500, 500]", within="2024-04", throughout="2024-04", kind=part)
    assert told(amounts(statement("a", "[412, 412]", kind=whole), month, Amounts()))[::5] == (
        "conflict",
        "April 2024 lies inside March 2024 to 14 May 2024, and a part cannot exceed the whole",
    )


def test_amounts_of_one_article_without_days() -> None:
    a, b = statement("a", "[412, 412]", **OPEN), statement("a", "[380, 380]", start=80, **OPEN)
    assert told(amounts(a, b, Amounts()))[::5] == ("conflict", "both stand in one article and name no other days")


def test_amounts_known_on_different_days_are_settled_only_where_nothing_grows() -> None:
    def outcome(parameters: Amounts, **fields: Any) -> str:
        a, b = statement("a", "[412, 412]", **fields), statement("b", "[380, 380]", on="2024-05-16", **fields)
        proof = amounts(a, b, parameters)
        return proof.outcome if proof else ""

    assert outcome(Amounts()) == ""
    assert outcome(Amounts(), kind="level") == outcome(Amounts(), kind="share") == outcome(Amounts(), kind="change") == "conflict"
    assert outcome(Amounts(settled=("sell",)), unit="EUR", event="sell") == "conflict"
    assert outcome(Amounts(settled=("sell",)), unit="EUR", event="buy") == ""
    assert outcome(Amounts(settled=("sell",)), unit="count", event="sell") == ""


def test_amounts_of_an_article_without_a_day_are_never_proved() -> None:
    undated = statement("a", "[412, 412]", on="", kind="level")
    assert told(amounts(undated, statement("b", "[380, 380]", kind="level"), Amounts()))[0] == "review"


def test_one_speaker_and_others_are_two_rules() -> None:
    def outcome(speakers: Any, one: str, other: str) -> str:
        proof = amounts(statement("a", "[412, 412]", by=one), statement("b", "[380, 380]", by=other), Amounts(speakers=speakers))
        return proof.outcome if proof else ""

    assert [outcome("one", "Ada Holt", "Ada Holt"), outcome("others", "Ada Holt", "Ada Holt")] == ["conflict", ""]
    assert [outcome("one", "Ada Holt", "Ivo Quispe"), outcome("others", "Ada Holt", "Ivo Quispe")] == ["", "dispute"]
    assert [outcome("one", "the police", "the police"), outcome("others", "the police", "the police")] == ["", "conflict"]
    assert [outcome("one", "Holt", "Holt"), outcome("others", "Holt", "Holt")] == ["", "conflict"]
