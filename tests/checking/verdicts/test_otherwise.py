"""Numbers and dates that only their words tie: what makes a pair worth another look, and what makes it a conflict."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.otherwise import Otherwise, told_of_other_days, told_otherwise
from qcheck.checking.statement import Statement
from tests.checking.verdicts.statements import NO_DAY, dated, statement, told

DEPTH: dict[str, Any] = {
    "of": "depth",
    "event": "be",
    "unit": "kilometer",
    "dimension": "[length]",
    "base_factor": 1000.0,
    "agent": "",
    "recipient": "",
    "kind": "",
    **NO_DAY,
}
CREW: dict[str, Any] = {"of": "sailor", "event": "", "agent": "", "recipient": "", "kind": "", **NO_DAY}
LIKE = "no other numbers of the two articles stand in words as alike, and none of them agrees"


def crew(first: str = "[14, 14]", second: str = "[16, 16]", *, on: str = "2024-05-16", **fields: Any) -> list[Statement]:
    """Two counts of sailors, the second with some fields of its own."""
    return [statement("a", first, **CREW), statement("b", second, on=on, **{**CREW, **fields})]


def outcome(a: Statement, b: Statement) -> str:
    found = [proof.outcome if (proof := told_otherwise(x, y, Otherwise())) else "" for x, y in ((a, b), (b, a))]
    assert found[0] == found[1]
    return found[0]


def test_numbers_that_lie_near_each_other() -> None:
    a, b = crew()
    assert told(told_otherwise(a, b, Otherwise())) == (
        "review",
        "a [14, 14]",
        "b [16, 16]",
        "“a [14, 14]” → 14",
        "“b [16, 16]” → 16",
        "no number fits both: one is at most 14, the other at least 16",
        LIKE,
    )


def test_numbers_that_only_a_reader_keeps_apart_are_left_alone() -> None:
    a, b = statement("a", "[10, 20]", "[10, 12]", **CREW), statement("b", "[16, 16]", **CREW)
    assert outcome(a, b) == ""
    assert outcome(statement("a", "[14, inf)", "[14, 15]", **CREW), b) == ""  # a bound


@pytest.mark.parametrize(
    ("first", "second", "fields", "expected"),
    [
        ("[14, 14]", "[28, 28]", {}, "review"),
        ("[14, 14]", "[29, 29]", {}, ""),  # more than twice as many
        ("[14, 14]", "[20, 40]", {}, "review"),
        ("[1, 1]", "[2, 2]", {}, "review"),
        ("[0, 0]", "[16, 16]", {}, ""),
        ("[100, 100]", "[101, 101]", {}, "review"),
        ("[14, 14]", "[14, 20]", {}, ""),
        ("[14, 14]", "(0, inf)", {}, ""),
        ("[14, 14]", "[16, 16]", {"modifier": "vague"}, ""),
        ("[14, 14]", "[16, 16]", {"part": "part"}, ""),
        ("[14, 14]", "[16, 16]", {"part": "whole"}, "review"),
        ("[14, 14]", "[16, 16]", {"of": ""}, ""),
        ("[14, 14]", "[16, 16]", {"of": "person"}, ""),
        ("[14, 14]", "[16, 16]", {"of": "helicopter"}, ""),
        ("[14, 14]", "[16, 16]", {"of": "man"}, "review"),
        ("[14, 14]", "[16, 16]", {"kind": "total"}, ""),
        ("[14, 14]", "[16, 16]", {"kind": "per_period"}, ""),
        ("[14, 14]", "[16, 16]", {"kind": "level"}, "review"),
        ("[14, 14]", "[16, 16]", {"modality": "planned"}, "review"),
    ],
)
def test_what_is_compared(first: str, second: str, fields: dict[str, Any], expected: str) -> None:
    assert outcome(*crew(first, second, **fields)) == expected


@pytest.mark.parametrize(("unit", "second", "expected"), [
    ("percent", 62.5, ""), ("percent", 63.0, "review"), ("EUR", 61.0, ""), ("percent", 60.0, ""), ("count", 61.0, "review"),
    ("age", 61.0, "review"),
])  # fmt: skip
def test_shares_and_prices_move_from_hour_to_hour(unit: str, second: float, expected: str) -> None:
    fields = {**CREW, "unit": unit, "of": "crew"}
    a, b = (statement(name, f"[{value}, {value}]", **fields) for name, value in (("a", 60.0), ("b", second)))
    assert outcome(a, b) == expected


def test_swapped_digits_are_no_move() -> None:
    fields = {**CREW, "unit": "percent", "of": "vote"}
    assert outcome(statement("a", "[45, 45]", **fields), statement("b", "[54, 54]", **fields)) == "conflict"
    close = [
        statement(name, f"[{value}, {value}]", value_low=value, value_high=value, **fields) for name, value in (("a", 29.8), ("b", 28.9))
    ]
    assert outcome(close[0], close[1]) == "conflict"


def test_a_figure_that_is_new_each_day_is_compared_on_one_day() -> None:
    for fields in ({"kind": "total"}, {"kind": "per_period"}):
        assert outcome(*crew(on="2024-05-14", **fields)) == "review"
    plans = [statement(document, hard, on=on, **{**CREW, "modality": "planned"}) for document, hard, on in
             (("a", "[14, 14]", "2024-05-14"), ("b", "[16, 16]", "2024-05-16"), ("b", "[16, 16]", "2024-05-14"))]  # fmt: skip
    assert outcome(plans[0], plans[1]) == ""
    assert outcome(plans[0], plans[2]) == "review"


def test_words_that_name_other_days_tell_them_apart() -> None:
    march, april = ({"within": f"2024-0{month}", "throughout": "", "time_quote": "then"} for month in (3, 4))
    first = statement("a", "[14, 14]", **{**CREW, **march})
    assert outcome(first, statement("b", "[16, 16]", **{**CREW, **april})) == ""
    assert outcome(first, statement("b", "[16, 16]", **{**CREW, **march})) == "review"
    assert outcome(first, statement("b", "[16, 16]", **{**CREW, **april, "time_quote": ""})) == "review"
    assert outcome(first, statement("b", "[16, 16]", **{**CREW, **april, "modality": "planned"})) == "review"


def test_persons_that_an_event_befell_or_that_are_named_are_the_matter_of_others() -> None:
    age: dict[str, Any] = {**CREW, "unit": "age", "of": "driver", "event": "be"}
    young, old = statement("a", "[40, 40]", **age), statement("b", "[43, 43]", **age)
    assert outcome(young, old) == "review"
    assert outcome(young, statement("b", "[57, 57]", **age)) == ""  # ages lie closer
    assert outcome(young, statement("b", "[43, 43]", **{**age, "event": "kill"})) == ""
    assert outcome(young, statement("b", "[43, 43]", **{**age, "person": "Ada Vik"})) == "review"
    assert outcome(*(statement(d, f"[{n}, {n}]", **{**age, "person": "Ada Vik"}) for d, n in (("a", 40), ("b", 43)))) == ""
    slotted = statement("a", "[14, 14]", **CREW)
    object.__setattr__(slotted, "slot", ("person", "kill"))
    assert outcome(slotted, statement("b", "[16, 16]", **CREW)) == ""


def test_swapped_digits_are_a_conflict_where_nothing_changes_in_days() -> None:
    deep = [statement("a", "[42.5, 43.5]", value_low=43.0, value_high=43.0, **DEPTH),
            statement("b", "[33.5, 34.5]", on="2024-05-16", value_low=34.0, value_high=34.0, **DEPTH)]  # fmt: skip
    assert outcome(*deep) == "conflict"
    assert outcome(deep[0], statement("b", "[32.5, 33.5]", value_low=33.0, value_high=33.0, **DEPTH)) == "review"
    assert outcome(deep[0], statement("b", "[33.5, 34.5]", value_low=34.0, value_high=34.0, **{**DEPTH, "modality": "planned"})) == "review"
    assert outcome(*crew("[43, 43]", "[34, 34]")) == "review"  # a count may change
    assert outcome(*crew("[43, 43]", "[34, 34]", on="2024-05-14")) == "conflict"
    age = {**CREW, "unit": "age", "of": "driver"}
    assert outcome(statement("a", "[45, 45]", **age), statement("b", "[54, 54]", **age)) == "review"


def built(within: str, quote: str, document: str = "a", **fields: Any) -> Statement:
    text = f"The church of San Telmo was built {quote}"
    return dated(within, quote, document=document, **{"sentence_text": text, "language": "en", "time_year": "as written", **fields})


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("1748", "in 1748"), ("1784", "in 1784"), "review"),
        (("1748", "in 1748"), ("1748", "in 1748"), ""),
        (("2022-07-12", "on July 12"), ("2022-06-12", "on June 12"), "review"),
        (("2022-07-12", "on July 12"), ("2022-07", "in July 2022"), ""),  # a day and a month
        (("2022-07", "in 7/2022"), ("2022-08", "in 8/2022"), "review"),
        (("2024-05-13", "on Monday"), ("2024-05-12", "on Sunday"), ""),
    ],
)
def test_dates_that_share_no_day(first: tuple[str, str], second: tuple[str, str], expected: str) -> None:
    proof = told_of_other_days(built(*first), built(*second, document="b"), Parameters())
    assert (proof.outcome if proof else "") == expected


def test_a_year_that_is_guessed_is_no_other_year() -> None:
    guessed, other = built("2023-11-01", "on Nov. 1", time_year="dateline"), built("2016-11-01", "on November 1, 2016", "b")
    assert told_of_other_days(guessed, other, Parameters()) is None
    assert told(told_of_other_days(built("2023-11-01", "on Nov. 1, 2023"), other, Parameters())) == (
        "review",
        "on Nov. 1, 2023",
        "on November 1, 2016",
        "“on Nov. 1, 2023” → 1 November 2023",
        "“on November 1, 2016” → 1 November 2016",
        LIKE,
    )
