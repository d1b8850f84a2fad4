"""Totals over time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.running_total import running_total
from qcheck.checking.statement import Statement
from tests.checking.verdicts.statements import NO_DAY, OPEN, statement, told


def total(document: str, hard: str, typical: str = "", *, on: str, **fields: Any) -> Statement:
    return statement(document, hard, typical, on=on, **{**OPEN, **fields})


def test_a_total_that_fell() -> None:
    a, b = total("a", "[412, 412]", on="2024-05-14"), total("b", "[380, 380]", on="2024-05-16")
    lines = (
        "conflict",
        "a [412, 412]",
        "b [380, 380]",
        "known on 14 May 2024: “a [412, 412]” → 412",
        "known on 16 May 2024: “b [380, 380]” → 380",
        "no number fits both: one is at most 380, the other at least 412",
        "a total that grows cannot fall, and the later article does not say that it was corrected",
    )
    assert told(running_total(a, b, Parameters())) == told(running_total(b, a, Parameters())) == lines


def test_a_total_that_grew_or_is_told_to_fall_is_an_update() -> None:
    a, b = total("a", "[380, 380]", on="2024-05-14"), total("b", "[412, 412]", on="2024-05-16")
    assert told(running_total(a, b, Parameters()))[::5] == (
        "update",
        "no number fits both: one is at most 380, the other at least 412",
    )
    assert told(running_total(a, b, Parameters()))[-1] == "the later figure is the higher one, as a total that grows may be"
    lowered = total("b", "[300, 300]", on="2024-05-16", trend="down")
    assert told(running_total(a, lowered, Parameters()))[::6] == ("update", "the later article says that the figure went down")


def test_a_total_that_fell_only_as_a_reader_takes_it() -> None:
    a, b = total("a", "(400, inf)", "(400, 500)", on="2024-05-14"), total("b", "[300, 500]", "[350, 390]", on="2024-05-16")
    assert told(running_total(a, b, Parameters())) == (
        "review",
        "a (400, inf)",
        "b [300, 500]",
        "known on 14 May 2024: “a (400, inf)” → more than 400; typically over 400, under 500",
        "known on 16 May 2024: “b [300, 500]” → 300 to 500; typically 350 to 390",
        "as a reader takes them, no number fits both: one is at most 390, the other more than 400",
        "a total that grows cannot fall, and the later article does not say that it was corrected",
    )
    grown = total("b", "[300, 900]", "[600, 700]", on="2024-05-16")
    assert told(running_total(a, grown, Parameters()))[0] == "update"


def test_a_total_of_opposed_sources_that_fell_is_a_dispute() -> None:
    a = total("a", "[412, 412]", on="2024-05-14", by="Holt", side="NO")
    b = total("b", "[380, 380]", on="2024-05-16", by="Quispe", side="PE")
    assert told(running_total(a, b, Parameters()))[::7] == ("dispute", "two voices stand against each other: Holt and Quispe")
    nobody = total("b", "[380, 380]", on="2024-05-16")
    assert told(running_total(a, nobody, Parameters()))[0] == "conflict"


def test_what_is_no_total_over_time() -> None:
    a, b = total("a", "[412, 412]", on="2024-05-14"), total("b", "[380, 380]", on="2024-05-16")
    assert running_total(a, total("b", "[380, 380]", on="2024-05-14"), Parameters()) is None
    assert running_total(a, total("b", "[380, 380]", on=""), Parameters()) is None
    assert running_total(a, total("b", "(0, inf)", on="2024-05-16"), Parameters()) is None
    assert running_total(a, total("b", "[400, 420]", on="2024-05-16"), Parameters()) is None
    assert running_total(a, replace(b, readings=(b.hard,)), Parameters()) is None
    march = {"within": "2024-03", "throughout": "2024-03", "time_quote": "in March"}
    april = {"within": "2024-04", "throughout": "2024-04", "time_quote": "in April"}
    whole = {"within": "2024-03/2024-05", "throughout": "2024-03/2024-05", "time_quote": "since March"}
    early, late = total("a", "[412, 412]", on="2024-05-14", **march), total("b", "[380, 380]", on="2024-05-16", **april)
    assert running_total(early, late, Parameters()) is None
    assert told(running_total(early, total("b", "[380, 380]", on="2024-05-16", **whole), Parameters()))[0] == "conflict"
    assert running_total(early, total("b", "[380, 380]", on="2024-05-16", **NO_DAY), Parameters()) is None
