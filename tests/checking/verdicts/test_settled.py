"""A claim against a number that the desk holds to be settled."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.settled import against_settled
from qcheck.checking.proof import Proof
from qcheck.model.desk import SettledNumber
from qcheck.model.interval import numbers
from tests.checking.verdicts.statements import OPEN, statement, told, values


def settled(claim: dict[str, Any], fact: dict[str, Any] | None = None, *, hard: str = "[12, 12]", typical: str = "") -> Proof | None:
    """What is said of a number of pumps, of which ten are settled."""
    desk = {"name": "pumps of Larvik", "of": "pump", "hard": numbers("[10, 10]"), "unit": "count", **(fact or {})}
    return against_settled(statement("a", hard, typical, **{**OPEN, **claim}), SettledNumber(**desk), Parameters())


def outcome(proof: Proof | None) -> str:
    return proof.outcome if proof else ""


def test_a_number_that_is_settled_otherwise() -> None:
    found = settled({})
    assert told(found) == (
        "conflict",
        "a [12, 12]",
        "“a [12, 12]” → 12",
        "settled: pumps of Larvik, 10",
        "the ranges have no number in common",
    )
    assert values(found) == {"other_quote": "pumps of Larvik", "expected": "10", "period": "time not told"}
    assert settled({}, hard="[10, 10]") is None
    assert values(settled({}, {"hard": numbers("(9, 11)")}))["expected"] == "over 9, under 11"
    assert told(settled({}, {"source": "the port"}))[3] == "settled: pumps of Larvik, 10 (the port)"


def test_only_typically_another_number_is_a_review() -> None:
    found = settled({}, hard="(9, inf)", typical="(11, 20)")
    assert (outcome(found), told(found)[2:]) == (
        "review",
        (
            "“a (9, inf)” → more than 9; typically over 11, under 20",
            "settled: pumps of Larvik, 10",
            "the typical ranges have no number in common",
        ),
    )
    assert settled({}, hard="(9, inf)", typical="(9, 20)") is None


def test_what_is_no_such_number() -> None:
    assert settled({}, hard="(0, inf)") is None
    assert settled({"unit": "ton"}) is None
    assert settled({"part": "part"}) is None
    assert outcome(settled({"part": "whole"})) == "conflict"
    for kind in ("change", "share"):
        assert settled({"kind": kind}) is None
    assert outcome(settled({"kind": "level"})) == "conflict"


@pytest.mark.parametrize(
    ("claim", "fact", "expected"),
    [
        ({"event": "supply"}, {"event": "supply"}, "conflict"),
        ({"event": "supply"}, {"event": ""}, "conflict"),
        ({"event": "supply"}, {"event": "buy"}, ""),
        ({"event": ""}, {"event": "buy"}, "review"),
        ({"agent": "NO"}, {"agent": "NO"}, "conflict"),
        ({"agent": "NO;SE"}, {"agent": "SE; NO"}, "conflict"),
        ({"agent": "NO"}, {"agent": "SE"}, ""),
        ({"agent": ""}, {"agent": "SE"}, "review"),
        ({"agent": "NO"}, {"agent": " ; "}, "conflict"),
        ({"recipient": "PE"}, {"recipient": "PE"}, "conflict"),
        ({"recipient": "PE"}, {"recipient": "CL"}, ""),
        ({"recipient": ""}, {"recipient": "CL"}, "review"),
        ({"scope": "field"}, {}, "review"),
    ],
)
def test_whether_it_is_of_the_same_thing(claim: dict[str, Any], fact: dict[str, Any], expected: str) -> None:
    assert outcome(settled(claim, fact)) == expected


MAY = {"within": "2024-05", "throughout": "", "time_quote": "in May", "time_year": "as written"}


@pytest.mark.parametrize(
    ("claim", "fact", "expected"),
    [
        (MAY, {"within": "2024-05"}, "conflict"),
        (MAY, {"within": "2024"}, ""),
        # a number that is settled for all time
        (MAY, {}, ""),
        ({**MAY, "time_year": "dateline"}, {}, "conflict"),
        ({**MAY, "within": "2024-05/.."}, {}, "conflict"),
        # a claim that names no days, in an article of 14 May 2024
        ({}, {"within": "2024"}, "review"),
        ({}, {"within": "2023"}, ""),
        ({}, {"within": "2023/?"}, "review"),
        # so many in a period
        ({**MAY, "kind": "per_period"}, {"within": "2024-05"}, "conflict"),
        ({**MAY, "kind": "per_period", "within": "2024-06"}, {"within": "2024-05"}, ""),
        ({**MAY, "kind": "per_period", "time_year": "dateline"}, {}, ""),
        ({"kind": "per_period", "within": "2024-05"}, {"within": "2024-05"}, ""),
    ],
)
def test_whether_it_is_of_the_same_days(claim: dict[str, Any], fact: dict[str, Any], expected: str) -> None:
    assert outcome(settled(claim, fact)) == expected


def test_an_undated_article_tells_nothing_of_the_days_of_a_number() -> None:
    desk = SettledNumber(name="pumps", of="pump", hard=numbers("[10, 10]"), unit="count", within="2024")
    assert against_settled(statement("a", "[12, 12]", on="", **OPEN), desk, Parameters()) is None


def test_the_period_of_the_number_is_told() -> None:
    assert values(settled(MAY, {"within": "2024-05"}))["period"] == "May 2024"


def test_a_number_that_is_no_longer_good_is_a_note() -> None:
    found = settled({}, {"good_until": date(2024, 5, 13)})
    assert told(found) == (
        "note",
        "a [12, 12]",
        "“a [12, 12]” → 12",
        "settled: pumps of Larvik, 10",
        "it was good until 13 May 2024, and the article is of 14 May 2024",
    )
    assert values(found)["expected"] == "10"
    assert outcome(settled({}, {"good_until": date(2024, 5, 14)})) == "conflict"
    desk = SettledNumber(name="pumps", of="pump", hard=numbers("[10, 10]"), unit="count", good_until=date(2024, 5, 13))
    assert outcome(against_settled(statement("a", "[12, 12]", on="", **OPEN), desk, Parameters())) == "conflict"
