"""Two figures of one plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from qcheck.checking.kinds.plans import Plans, plans
from qcheck.checking.statement import Statement
from qcheck.model.interval import numbers
from tests.checking.verdicts.statements import OPEN, statement, told

DAYS = {"a": "2024-05-14", "b": "2024-05-14", "c": "2024-05-16"}
BUY: dict[str, Any] = {"event": "acquire", "unit": "EUR"}
MAY = {"within": "2024-05", "throughout": "2024-05", "time_quote": "in May"}


def plan(document: str, hard: str, **fields: Any) -> Statement:
    return statement(document, hard, on=fields.pop("on", DAYS[document]), **{"kind": "level", "modality": "planned", **OPEN, **fields})


def said(a: Statement, b: Statement, *agreed: str) -> tuple[str, ...]:
    found = plans(a, b, Plans(agreed=agreed))
    return told(found) if found else ()


def test_a_plan_of_one_day() -> None:
    assert said(plan("a", "[40, 40]"), plan("b", "[30, 30]")) == (
        "conflict",
        "a [40, 40]",
        "b [30, 30]",
        "“a [40, 40]” → 40",
        "“b [30, 30]” → 30",
        "no number fits both: one is at most 30, the other at least 40",
        "both tell of the plan as it was on one day",
    )
    assert said(plan("a", "[40, 40]"), plan("b", "[30, 45]")) == ()
    assert said(plan("a", "[40, 40]"), plan("b", "(0, inf)")) == ()
    assert said(plan("a", "(0, inf)"), plan("b", "[40, 40]")) == ()


def test_a_plan_that_was_changed() -> None:
    later = said(plan("a", "[40, 40]"), plan("c", "[50, 50]"))
    assert (later[0], later[1:3]) == ("update", ("a [40, 40]", "c [50, 50]"))
    assert later[-2:] == (
        "no number fits both: one is at most 40, the other at least 50",
        "a plan may be changed, and the later article has another figure",
    )
    assert said(plan("c", "[50, 50]"), plan("a", "[40, 40]"))[1:3] == ("a [40, 40]", "c [50, 50]")


def test_a_sum_that_is_agreed_once() -> None:
    found = said(plan("a", "[40, 40]", **BUY), plan("c", "[50, 50]", **BUY), "acquire")
    assert (found[0], found[-1]) == ("conflict", "such a sum is agreed once")
    assert said(plan("c", "[50, 50]", **BUY), plan("a", "[40, 40]", **BUY), "acquire")[:2] == ("conflict", "a [40, 40]")
    assert said(plan("a", "[40, 40]", **BUY), plan("c", "[50, 50]", **BUY))[0] == "update"
    assert said(plan("a", "[40, 40]", **BUY), plan("c", "[50, 50]", trend="up", **BUY), "acquire")[0] == "update"
    assert said(plan("a", "[40, 40]", trend="up", **BUY), plan("c", "[50, 50]", **BUY), "acquire")[0] == "conflict"
    pumps = {**BUY, "unit": "count"}
    assert said(plan("a", "[40, 40]", **pumps), plan("c", "[50, 50]", **pumps), "acquire")[0] == "update"
    other = {**BUY, "event": "sell"}
    assert said(plan("a", "[40, 40]", **other), plan("c", "[50, 50]", **BUY), "acquire")[0] == "update"
    assert said(plan("a", "[40, 40]", **BUY), plan("c", "[50, 50]", **other), "acquire")[0] == "update"
    on_one_day = said(plan("a", "[40, 40]", **BUY), plan("b", "[50, 50]", **BUY), "acquire")
    assert (on_one_day[0], on_one_day[-1]) == ("conflict", "both tell of the plan as it was on one day")


def test_opposed_sources_of_one_plan_are_a_dispute() -> None:
    holt, quispe = {"by": "Holt", "side": "NO"}, {"by": "Quispe", "side": "PE"}
    found = said(plan("a", "[40, 40]", **holt), plan("b", "[30, 30]", **quispe))
    assert (found[0], found[-1]) == ("dispute", "two voices stand against each other: Holt and Quispe")
    assert said(plan("a", "[40, 40]", **holt), plan("b", "[30, 30]"))[0] == "conflict"
    assert said(plan("a", "[40, 40]", **holt), plan("c", "[30, 30]", **quispe))[0] == "update"


def test_nobody_can_tell_which_of_two_undated_plans_is_later() -> None:
    found = said(plan("a", "[40, 40]", on=""), plan("b", "[30, 30]"))
    assert (found[0], found[-1]) == ("review", "nobody can tell which article is the later one")
    assert said(plan("a", "[40, 40]"), plan("b", "[30, 30]", on=""))[0] == "review"
    assert said(plan("a", "[40, 40]", on=""), plan("b", "[30, 30]", on=""))[0] == "review"
    assert said(plan("a", "[40, 40]", on="", as_of="2024-05-14"), plan("b", "[30, 30]"))[0] == "conflict"


@pytest.mark.parametrize("turned", [False, True])
def test_what_is_no_figure_of_one_plan(turned: bool) -> None:
    def pair(a: Statement, b: Statement) -> tuple[str, ...]:
        return said(b, a) if turned else said(a, b)

    b = plan("b", "[30, 30]")
    assert pair(replace(plan("a", "[40, 40]"), readings=(numbers("[40, 40]"),)), b) == ()
    assert pair(plan("a", "[40, 40]", part="part"), b) == ()
    assert pair(plan("a", "[40, 40]", **MAY), b) == ()
    assert pair(plan("a", "[40, 40]", kind="per_period"), b) == ()
    assert pair(plan("a", "[40, 40]", **MAY), plan("b", "[30, 30]", **MAY)) != ()
    yearly = {"kind": "per_period", "within": "2024", "throughout": "2024", "time_quote": ""}
    assert pair(plan("a", "[40, 40]", **yearly), plan("b", "[30, 30]", **yearly)) != ()
