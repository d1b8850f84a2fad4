"""Tolls of one event, and what its slots may hold."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from qcheck.checking.kinds.tolls import Tolls, tolls
from qcheck.checking.slots import ends, of_a_kind, with_slots
from qcheck.checking.statement import Statement
from qcheck.model.interval import numbers
from tests.checking.verdicts.statements import OPEN, statement, told


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
        "no number fits both: one is at most 4, the other at least 6",
        "nothing that either article says of them allows the number of the other",
        "the later article does not say that it was corrected",
    )


def test_a_number_that_is_no_toll_or_of_no_day_or_shared_is_not_compared() -> None:
    a, b = counts(("a", "kill", "[6, 6]", {}), ("b", "kill", "[4, 4]", {}))
    undated = [replace(s, article=replace(s.article, published=None)) for s in (a, b)]
    for one, other in ((replace(a, readings=()), b), (a, replace(b, readings=())), (undated[0], b), (a, undated[1])):
        assert tolls(one, other, Tolls()) is None
        assert tolls(other, one, Tolls()) is None
    assert toll(("a", "kill", "[6, 6]", {}), ("b", "kill", "[4, 6]", {})) == ()


def test_of_a_kind_of_those_counted_only_a_higher_number_says_something() -> None:
    assert toll(("a", "kill", "[20, 20]", {}), ("b", "kill", "[30, 30]", {"of": "soldier"}))[:3] == ("update", "a [20, 20]", "b [30, 30]")
    assert toll(("b", "kill", "[20, 20]", {}), ("a", "kill", "[30, 30]", {"of": "soldier"})) == ()
    assert toll(("a", "kill", "[20, 20]", {"of": "soldier"}), ("b", "kill", "[30, 30]", {})) == ()


def test_persons_are_compared_with_persons_only() -> None:
    a, b = counts(("a", "kill", "[20, 20]", {}), ("b", "kill", "[30, 30]", {}))
    assert tolls(a, b, Tolls()) is not None
    assert tolls(a, replace(b, slot=("herd", "kill")), Tolls()) is None
    assert tolls(a, replace(b, slot=None), Tolls()) is None


def test_kinds_of_persons() -> None:
    soldiers, people, hurt = counts(("a", "kill", "[2, 2]", {"of": "soldier"}), ("b", "kill", "[3, 3]", {}), ("c", "injure", "[4, 4]", {}))
    assert of_a_kind(soldiers, people) and of_a_kind(people, soldiers)
    assert not of_a_kind(people, hurt)
    assert not of_a_kind(people, replace(soldiers, slot=None))


def test_a_vague_number_is_outgrown_only_where_its_words_allow_no_such_number() -> None:
    usual: dict[str, Any] = {"typical_low": 3.0, "typical_high": 10.0, "typical_closed": "[)"}
    assert toll(("a", "kill", "[2, inf)", usual), ("b", "kill", "[20, 20]", {}), times=9) == (
        "update",
        "a [2, inf)",
        "b [20, 20]",
        "known on 14 May 2024: “a [2, inf)” → at least 2; typically 3 to under 10",
        "known on 16 May 2024: “b [20, 20]” → 20",
        "as a reader takes them, no number fits both: one is less than 10, the other at least 20",
        "a toll grows as more becomes known",
    )
    assert toll(("a", "kill", "[2, inf)", usual | {"modifier": "vague"}), ("b", "kill", "[20, 20]", {}), times=9) == ()


def test_a_toll_that_grew() -> None:
    assert toll(("a", "kill", "[4, 4]", {}), ("b", "kill", "[6, 6]", {})) == (
        "update",
        "a [4, 4]",
        "b [6, 6]",
        "known on 14 May 2024: “a [4, 4]” → 4",
        "known on 16 May 2024: “b [6, 6]” → 6",
        "no number fits both: one is at most 4, the other at least 6",
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


def test_where_no_dead_are_told_who_was_hit_is_hurt() -> None:
    def slot(*dead: tuple[str, str, str, dict[str, Any]]) -> tuple[str, str] | None:
        hit, *_ = counts(("a", "shoot", "[5, 5]", {}), *dead)
        return hit.slot

    assert slot() == ("person", "injure")
    assert slot(("a", "kill", "[1, 1]", {})) == slot(("a", "kill", "[0, 1]", {}), ("a", "kill", "[1, 1]", {})) == ("person", "shoot")
    assert slot(("a", "kill", "[0, 0]", {})) == ("person", "injure")
    assert slot(("a", "kill", "[2, 2]", {"record": "recalled"})) == ("person", "injure")  # those of an earlier event
    assert slot(("b", "kill", "[2, 2]", {})) == ("person", "injure")


@pytest.mark.parametrize(
    ("fields", "slot"),
    [
        ({"event": "charge"}, ("person", "arrest")),
        ({"event": "charge", "of": "soldier"}, ("person", "arrest")),
        ({"event": "charge", "of": "truck"}, ("truck", "charge")),
        ({"of": "victim"}, ("person", "kill")),
        ({"of": "soldier"}, ("soldier", "kill")),
        ({"of": ""}, None),
        ({"low": 0.0, "high": math.inf, "closed": "()"}, None),
        ({"unit": "EUR"}, None),
        ({"role": "list"}, None),
        ({"event": "attend"}, None),
    ],
)
def test_of_whom_a_count_is(fields: dict[str, Any], slot: tuple[str, str] | None) -> None:
    (count,) = counts(("a", "kill", "[4, 4]", fields))
    assert count.slot == slot
    assert [str(each) for each in count.readings] == (["[4, 4]"] if slot else [])


def test_only_counts_of_all_whom_the_event_befell_tell_what_is_allowed() -> None:
    some: dict[str, Any] = {"low": 0.0, "high": math.inf, "closed": "()"}
    for fields in ({"record": "recalled"}, {"part": "part"}, {"role": "list"}, {"unit": "EUR"}, some):
        dead, _ = counts(("a", "kill", "[2, 2]", {}), ("a", "kill", "[9, 9]", fields))
        assert [str(each) for each in dead.readings] == ["[2, 2]"]
        assert dead.only
    dead, _ = counts(("a", "kill", "[2, 2]", {}), ("a", "kill", "[9, 9]", {}))
    assert [str(each) for each in dead.readings] == ["[2, 2]", "[9, 9]"]


def test_the_only_number_of_a_thing() -> None:
    def only(*told_: dict[str, Any], hard: tuple[str, ...] = ("[4, 4]", "[9, 9]")) -> list[bool]:
        return [s.only for s in counts(*(("a", "kill", each, fields) for each, fields in zip(hard, told_, strict=False)))]

    pumps = {"of": "pump", "event": "supply"}
    assert only({}) == only(pumps) == [True]
    assert only({}, {}) == only(pumps, pumps) == [False, False]
    assert only({}, {"of": "victim"}) == [False, False]  # both are persons
    assert only({}, {"of": "soldier"}) == only(pumps, {**pumps, "of": "truck"}) == [True, True]
    assert only(pumps, pumps, hard=("[4, 4]", "[4, 4]")) == [True, True]
    assert only(pumps, {**pumps, "role": "list"}, hard=("[4, 4]", "[4, 4]")) == [True, False]
    assert only(pumps, {**pumps, "role": "list"}) == [True, False]
    assert only({"of": "pump", "event": ""}) == [False]  # of which nothing is said


def test_no_count_is_below_zero() -> None:
    assert ends(numbers("(-inf, 3)")) == (0.0, 3.0)
    assert ends(numbers("[2, inf)")) == (2.0, float("inf"))
