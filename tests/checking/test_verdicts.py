"""Each kind of check that decides what is a conflict, by itself: its outcome, the order of the two, and every line of its working."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from qcheck.checking.births import births, of_then, spoken_of
from qcheck.checking.kinds.amounts import Amounts, amounts
from qcheck.checking.kinds.denial import denial
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.limits import Limits, outside_limits
from qcheck.checking.kinds.other_period import OtherPeriod, other_period, significant_digits
from qcheck.checking.kinds.periods import exclusive_periods
from qcheck.checking.kinds.running_total import running_total
from qcheck.checking.kinds.tolls import Tolls, tolls
from qcheck.checking.lines import text_of
from qcheck.checking.periods import read_apart, same_period, surely_apart, surely_inside, told_days
from qcheck.checking.proof import Proof, comparison, reading
from qcheck.checking.slots import ends, with_slots
from qcheck.checking.statement import Statement, article_of, statement_of
from qcheck.model.interval import EVERYTHING, Interval, numbers
from qcheck.model.timespan import span_from_text
from tests.checking.story import article, said

NO_DAY = {"within": "2024-05-14", "throughout": "", "time_quote": ""}
OPEN = {"within": "?", "throughout": "", "time_quote": ""}
SINCE = "March 2024 to 14 May 2024 (“since March”)"


def statement(document: str, hard: str, typical: str = "", *, on: str = "2024-05-14", quote: str = "", **fields: Any) -> Statement:
    """A claim of the story with its article; the quote is the article's name and the range."""
    claim = said(document, hard, typical, quote=quote or f"{document} {hard}", **fields)
    return statement_of(claim, article_of(article(document, on)))


def days(text: str) -> Interval[date]:
    return span_from_text(text).within


def told(proof: Proof | None) -> tuple[str, ...]:
    """Outcome, quotes in their order, lines of working."""
    assert proof is not None
    return proof.outcome, *(s.claim.quote for s in proof.statements), *(text_of(each) for each in proof.working)


# amounts


def test_amounts_apart_on_the_same_days() -> None:
    a, b = statement("a", "[412, 412]"), statement("b", "[380, 380]")
    assert told(amounts(a, b, Amounts())) == (
        "conflict",
        "a [412, 412]",
        "b [380, 380]",
        f"“b [380, 380]” → 380; {SINCE}",
        f"“a [412, 412]” → 412; {SINCE}",
        "both speak of the same days: March 2024 to 14 May 2024",
        "no number lies in both ranges: [380, 380] ends below [412, 412]",
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
        "no number lies in both typical ranges: (400, 500) ends below [600, 600]",
    )


def test_amounts_of_opposed_sources() -> None:
    a, b = statement("a", "[412, 412]", by="Holt", side="NO"), statement("b", "[380, 380]", by="Quispe", side="PE")
    assert told(amounts(a, b, Amounts()))[0] == "dispute"
    assert told(amounts(a, b, Amounts()))[-1] == "two voices stand against each other: Holt and Quispe"
    assert told(amounts(a, replace(b, claim=replace(b.claim, by="", side="")), Amounts()))[0] == "conflict"


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [
        (NO_DAY, NO_DAY, "neither names a day, and both were known on 14 May 2024"),
        ({}, {"within": "2024-04", "throughout": "2024-04"}, None),
        (
            {"kind": "level"},
            {"kind": "level", "within": "2024-04", "throughout": "2024-04"},
            "both held at one time: April 2024 and March 2024 to 14 May 2024",
        ),
        ({"kind": "per_period"}, {"kind": "per_period", "within": "2024-04", "throughout": "2024-04"}, None),
        (OPEN, OPEN, "neither names other days than its article's"),
    ],
)
def test_why_amounts_are_of_one_time(first: dict[str, Any], second: dict[str, Any], line: str | None) -> None:
    proof = amounts(statement("a", "[412, 412]", **first), statement("b", "[380, 380]", **second), Amounts())
    assert proof is None if line is None else told(proof)[5] == line


def test_a_part_cannot_exceed_the_whole() -> None:
    month = statement("b", "[500, 500]", within="2024-04", throughout="2024-04")
    assert told(amounts(statement("a", "[412, 412]"), month, Amounts()))[5] == (
        "April 2024 lies inside March 2024 to 14 May 2024, and a part cannot exceed the whole"
    )


def test_amounts_of_one_article_without_days() -> None:
    a, b = statement("a", "[412, 412]", **OPEN), statement("a", "[380, 380]", start=80, **OPEN)
    assert told(amounts(a, b, Amounts()))[5] == "both stand in one article and name no other days"


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


# totals over time


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
        "no number lies in both ranges: [380, 380] ends below [412, 412]",
        "a total that grows cannot fall, and the later article does not say that it was corrected",
    )
    assert told(running_total(a, b, Parameters())) == told(running_total(b, a, Parameters())) == lines


def test_a_total_that_grew_or_is_told_to_fall_is_an_update() -> None:
    a, b = total("a", "[380, 380]", on="2024-05-14"), total("b", "[412, 412]", on="2024-05-16")
    assert told(running_total(a, b, Parameters()))[::5] == (
        "update",
        "no number lies in both ranges: [380, 380] ends below [412, 412]",
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
        "no number lies in both typical ranges: [350, 390] ends below (400, 500)",
        "a total that grows cannot fall, and the later article does not say that it was corrected",
    )
    grown = total("b", "[300, 900]", "[600, 700]", on="2024-05-16")
    assert told(running_total(a, grown, Parameters()))[0] == "update"


def test_a_total_of_opposed_sources_that_fell_is_a_dispute() -> None:
    a = total("a", "[412, 412]", on="2024-05-14", by="Holt", side="NO")
    b = total("b", "[380, 380]", on="2024-05-16", by="Quispe", side="PE")
    assert told(running_total(a, b, Parameters()))[::7] == ("dispute", "two voices stand against each other: Holt and Quispe")


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


# tolls


def counts(*told_: tuple[str, str, str, dict[str, Any]]) -> list[Statement]:
    """Counts of persons by article, event and range, with all numbers that their articles allow."""
    days_ = {"a": "2024-05-14", "b": "2024-05-16", "c": "2024-05-14"}
    plain: dict[str, Any] = {"of": "person", "agent": "", "recipient": "", "kind": "", "record": "main", **OPEN}
    rows = [
        statement(document, hard, on=days_[document], start=9 * at, **{**plain, "event": event, **fields})
        for at, (document, event, hard, fields) in enumerate(told_)
    ]
    return with_slots(rows)


def toll(*told_: tuple[str, str, str, dict[str, Any]], times: float = 3.0) -> tuple[str, ...]:
    """What is said of the first two of these counts."""
    a, b, *_ = counts(*told_)
    one, other = tolls(a, b, Tolls(times=times)), tolls(b, a, Tolls(times=times))
    assert (one and told(one)[:3]) == (other and told(other)[:3])
    return told(one) if one else ()


def test_the_dead_become_fewer() -> None:
    assert toll(("a", "kill", "[6, 6]", {}), ("b", "kill", "[4, 4]", {})) == (
        "conflict",
        "a [6, 6]",
        "b [4, 4]",
        "known on 14 May 2024: “a [6, 6]” → 6",
        "known on 16 May 2024: “b [4, 4]” → 4",
        "no number lies in both ranges: [4, 4] ends below [6, 6]",
        "nothing that either article says of them allows the number of the other",
        "the later article does not say that it was corrected",
    )


def test_a_toll_that_grew() -> None:
    assert toll(("a", "kill", "[4, 4]", {}), ("b", "kill", "[6, 6]", {})) == (
        "update",
        "a [4, 4]",
        "b [6, 6]",
        "known on 14 May 2024: “a [4, 4]” → 4",
        "known on 16 May 2024: “b [6, 6]” → 6",
        "no number lies in both ranges: [4, 4] ends below [6, 6]",
        "a toll grows as more becomes known",
    )
    assert toll(("a", "kill", "[4, 4]", {}), ("c", "kill", "[6, 6]", {}))[:3] == ("update", "a [4, 4]", "c [6, 6]")
    assert toll(("c", "kill", "[6, 6]", {}), ("a", "kill", "[4, 4]", {}))[:3] == ("update", "a [4, 4]", "c [6, 6]")


def test_a_toll_that_is_told_to_fall() -> None:
    fell = toll(("a", "kill", "[6, 6]", {}), ("b", "kill", "[4, 4]", {"trend": "down"}))
    assert fell[:3] == ("update", "a [6, 6]", "b [4, 4]")
    assert fell[-1] == "the later article says that the figure went down"


def test_tolls_of_opposed_sources() -> None:
    holt, quispe = {"by": "Holt", "side": "NO"}, {"by": "Quispe", "side": "PE"}
    assert toll(("a", "kill", "[6, 6]", holt), ("b", "kill", "[4, 4]", quispe))[::8] == ("dispute",)
    assert (
        toll(("a", "kill", "[6, 6]", holt), ("b", "kill", "[4, 4]", quispe))[-1] == "two voices stand against each other: Holt and Quispe"
    )
    assert toll(("a", "kill", "[4, 4]", holt), ("c", "kill", "[6, 6]", quispe))[::6] == (
        "dispute",
        "two voices stand against each other: Holt and Quispe",
    )
    assert toll(("a", "kill", "[4, 4]", holt), ("b", "kill", "[6, 6]", quispe))[0] == "update"  # who counts later may know more
    assert toll(("a", "kill", "[6, 6]", holt), ("b", "kill", "[4, 4]", {}))[0] == "conflict"


def test_a_toll_many_times_another_is_of_another_event() -> None:
    assert toll(("a", "kill", "[2, 2]", {}), ("b", "kill", "[6, 6]", {}))[0] == "update"
    assert toll(("a", "kill", "[2, 2]", {}), ("b", "kill", "[7, 7]", {})) == ()
    assert toll(("a", "kill", "[2, 2]", {}), ("b", "kill", "[7, 7]", {}), times=4)[0] == "update"
    assert toll(("a", "kill", "[1, 1]", {}), ("b", "kill", "[3, 3]", {}))[0] == "update"
    assert toll(("a", "kill", "[1, 1]", {}), ("b", "kill", "[4, 4]", {})) == ()
    assert toll(("a", "kill", "[6, 6]", {}), ("b", "kill", "[2, 2]", {}))[0] == "conflict"
    assert toll(("a", "kill", "[7, 7]", {}), ("b", "kill", "[2, 2]", {})) == ()
    assert toll(("a", "kill", "[4, 4]", {}), ("b", "kill", "[1, 1]", {})) == ()
    assert toll(("a", "kill", "[0, 0]", {}), ("b", "kill", "[50, 50]", {}))[0] == "update"  # none were known yet


def test_of_whom_nobody_can_tell_that_they_are_the_same() -> None:
    child = {"of": "child"}
    assert toll(("a", "kill", "[4, 4]", child), ("b", "kill", "[6, 6]", child)) == ()
    assert toll(("a", "kill", "[4, 4]", {}), ("b", "kill", "[6, 6]", {"part": "part"})) == ()
    assert toll(("a", "kill", "[4, 4]", {"part": "part"}), ("b", "kill", "[6, 6]", {})) == ()
    assert toll(("a", "arrest", "[1, 1]", {"part": "part"}), ("b", "arrest", "[2, 2]", {}))[0] == "update"
    assert toll(("a", "arrest", "[1, 1]", {}), ("b", "charge", "[2, 2]", {})) == ()
    assert toll(("a", "arrest", "[0, 0]", {}), ("b", "charge", "[2, 2]", {}))[0] == "update"
    assert toll(("a", "arrest", "[2, 2]", {}), ("b", "arrest", "[1, 1]", {})) == ()
    assert toll(("a", "kill", "[6, 6]", {}), ("b", "kill", "[5, 6]", {})) == ()
    assert toll(("a", "kill", "[6, 6]", {}), ("b", "kill", "(0, inf)", {})) == ()


@pytest.mark.parametrize(
    ("own", "allowed"),
    [
        # the dead may be among those who were hit, or told apart
        ([("shoot", "[5, 5]"), ("kill", "[2, 2]")], ["[5, 5]", "[3, 3]"]),
        ([("injure", "[3, 3]"), ("kill", "[2, 2]")], ["[3, 3]", "[5, 5]", "[1, 1]"]),
        ([("shoot", "[5, 6]"), ("kill", "[1, 2]")], ["[5, 6]", "[3, 5]"]),
        ([("injure", "[1, 1]"), ("kill", "[3, 3]")], ["[1, 1]", "[4, 4]", "[0, 0]"]),
    ],
)
def test_what_the_hurt_of_an_article_may_be(own: list[tuple[str, str]], allowed: list[str]) -> None:
    hurt, *_ = counts(("a", "injure", "[99, 99]", {"part": "part"}), *(("a", event, hard, {}) for event, hard in own))
    assert {str(numbers(text)) for text in allowed} <= {str(each) for each in hurt.readings}


@pytest.mark.parametrize(
    ("own", "allowed"),
    [
        ([("injure", "[3, 3]"), ("kill", "[2, 2]")], {"[99, 99]", "[3, 3]", "[5, 5]"}),
        ([("shoot", "[5, 5]"), ("kill", "[2, 2]")], {"[99, 99]", "[5, 5]", "[7, 7]", "[3, 3]"}),
    ],
)
def test_what_those_hit_may_be(own: list[tuple[str, str]], allowed: set[str]) -> None:
    hit, *_ = counts(("a", "shoot", "[99, 99]", {"part": "part"}), *(("a", event, hard, {}) for event, hard in own))
    assert {str(each) for each in hit.readings} == allowed


def test_the_dead_are_counted_by_their_own_number_only() -> None:
    dead, *_ = counts(("a", "kill", "[2, 2]", {}), ("a", "injure", "[3, 3]", {}), ("a", "shoot", "[5, 5]", {}))
    assert [str(each) for each in dead.readings] == ["[2, 2]"]


def test_no_count_is_below_zero() -> None:
    assert ends(numbers("(-inf, 3)")) == (0.0, 3.0)
    assert ends(numbers("[2, inf)")) == (2.0, float("inf"))


# limits, periods, denials


def test_outside_its_limits() -> None:
    within = Limits(within="[0, 100]")
    share = {"unit": "percent", **OPEN}
    assert told(outside_limits(statement("a", "[104, 105]", **share), within)) == (
        "conflict",
        "a [104, 105]",
        "“a [104, 105]” → 104 to 105 %",
        "it can only lie within [0, 100]",
    )
    assert told(outside_limits(statement("a", "[99, 110]", "[104, 105]", **share), within)) == (
        "review",
        "a [99, 110]",
        "“a [99, 110]” → 99 to 110 %; typically 104 to 105 %",
        "it can only lie within [0, 100]",
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


# days and readings


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
    assert (
        text_of(comparison(statement("a", "[1, 2]"), statement("b", "[3, 4]"))) == "no number lies in both ranges: [1, 2] ends below [3, 4]"
    )


# ages


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
