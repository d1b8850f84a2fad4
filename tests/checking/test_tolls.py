"""Counts of the persons that one event befell: outcomes of pairs, and laws."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.claim import Claim
from qcheck.model.interval import numbers
from tests.checking.story import article, findings, said

TOLLS = "agreement/tolls"
EARLY, LATE = "2024-05-14", "2024-05-16"


def count(document: str, hard: str, event: str = "kill", **fields: Any) -> Claim:
    """A count of persons of the event that an article tells."""
    quote = fields.pop("quote", f"{document} {event} {hard}")
    plain = {"of": "person", "event": event, "agent": "", "recipient": "", "kind": "", "record": "main", "time_quote": ""}
    return said(document, hard, quote=quote, **{**plain, "within": "?", "throughout": "", **fields})


def outcomes(*rows: Claim, later: str = LATE) -> list[str]:
    told = [article("a", EARLY), article("b", later), *rows]
    return [f.outcome for f in findings(told) if f.rule == TOLLS]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        ([("kill", "[4, 4]")], [("kill", "[6, 6]")], ["update"]),
        ([("kill", "[6, 6]")], [("kill", "[4, 4]")], ["conflict"]),
        ([("injure", "[6, 6]")], [("injure", "[4, 4]")], []),
        ([("injure", "[4, 4]")], [("injure", "[6, 6]")], ["update"]),
        ([("kill", "[4, inf)")], [("kill", "[6, 6]")], []),
        ([("kill", "[86, 86]")], [("kill", "[1, 1]")], []),
        ([("kill", "[1, 1]")], [("kill", "[86, 86]")], []),
        # the earlier article has the later number, too
        ([("kill", "[4, 4]"), ("kill", "[6, 6]")], [("kill", "[6, 6]")], []),
        # the later article tells the earlier number as well
        ([("kill", "[4, 4]")], [("kill", "[6, 6]"), ("kill", "[4, 4]")], ["update"]),
        ([("kill", "[6, 6]")], [("kill", "[4, 4]"), ("kill", "[6, 6]")], []),
        # four hit, one of them dead, and three hurt
        ([("injure", "[3, 3]"), ("kill", "[1, 1]")], [("shoot", "[4, 4]"), ("kill", "[1, 1]")], []),
        # no dead: who was hit is who was hurt
        ([("injure", "[3, 3]")], [("shoot", "[5, 5]")], ["update"]),
        ([("arrest", "[0, 0]")], [("charge", "[2, 2]")], ["update"]),
        ([("arrest", "[2, 2]")], [("charge", "[3, 3]")], []),
    ],
)
def test_outcomes(a: list[tuple[str, str]], b: list[tuple[str, str]], found: list[str]) -> None:
    rows = [count(d, hard, event, start=n) for d, told in (("a", a), ("b", b)) for n, (event, hard) in enumerate(told)]
    assert outcomes(*rows) == found


@pytest.mark.parametrize("fields", [{"record": "recalled"}, {"part": "part"}, {"modality": "possible"}])
def test_only_all_of_the_event_that_is_told_is_compared(fields: dict[str, Any]) -> None:
    assert outcomes(count("a", "[6, 6]"), count("b", "[4, 4]", **fields)) == []


def test_fewer_dead_further_down_are_looked_at_again() -> None:
    below: dict[str, Any] = {"record": "", "zone": "body"}
    assert outcomes(count("a", "[6, 6]"), count("b", "[4, 4]", **below)) == ["review"]
    assert outcomes(count("a", "[4, 4]"), count("b", "[6, 6]", **below)) == []
    assert outcomes(count("a", "[6, 6]", "injure"), count("b", "[4, 4]", "injure", **below)) == []


def test_two_named_voices_of_one_day_dispute() -> None:
    one, other = count("a", "[4, 4]", by="Ada Holt"), count("b", "[6, 6]", by="Rosa Quispe")
    assert outcomes(one, other, later=EARLY) == ["dispute"]
    assert outcomes(one, other) == ["update"]


def test_victims_and_persons_are_one_count_and_children_are_another() -> None:
    assert outcomes(count("a", "[6, 6]", of="victim"), count("b", "[4, 4]")) == ["conflict"]
    assert outcomes(count("a", "[6, 6]"), count("b", "[4, 4]", of="child")) == []


def test_articles_that_are_likely_of_one_event_give_updates_only() -> None:
    weak = {"names": "", "words": "Larvik;Callao;Matarani;ferry"}
    for hard, found in (("[6, 6]", ["update"]), ("[3, 3]", [])):
        told = [article("a", EARLY, **weak), article("b", LATE, **weak), count("a", "[4, 4]"), count("b", hard)]
        assert [f.outcome for f in findings(told) if f.rule == TOLLS] == found


COUNTS = st.tuples(st.integers(0, 12), st.integers(0, 3)).map(lambda t: f"[{t[0]}, {t[0] + t[1]}]")


@st.composite
def stories(draw: st.DrawFn) -> list[Claim]:
    """Two articles of one event with up to six counts of persons."""
    rows = [article("a", EARLY), article("b", draw(st.sampled_from([EARLY, LATE])))]
    for start in range(draw(st.integers(2, 6))):
        event = draw(st.sampled_from(["kill", "injure", "shoot"]))
        rows.append(count(draw(st.sampled_from("ab")), draw(COUNTS), event, start=start, part=draw(st.sampled_from(["", "part"]))))
    return rows


def test_a_dead_attacker_may_be_counted_or_not() -> None:
    fell = [count("a", "[4, 4]"), count("b", "[3, 3]")]
    assert outcomes(*fell) == ["conflict"]
    for document in ("a", "b"):
        assert outcomes(*fell, count(document, "[1, 1]", of="suspect")) == []
        assert outcomes(count("a", "[5, 5]"), fell[1], count(document, "[1, 1]", of="suspect")) == ["conflict"]


def conflicts(rows: list[Claim]) -> set[frozenset[str]]:
    return {frozenset(f.claims.split()[:2]) for f in findings(rows) if f.rule == TOLLS and f.outcome == "conflict"}


@given(stories(), st.integers(0, 5), st.integers(0, 9), st.integers(0, 9))
def test_widening_a_count_never_adds_a_conflict(rows: list[Claim], which: int, down: int, up: int) -> None:
    counts = [row for row in rows if row.role == "claim"]
    target = counts[which % len(counts)]
    wide = replace(target, low=target.low - down, high=target.high + up)
    assert conflicts(rows) or not conflicts([wide if row is target else row for row in rows])


@given(stories())
def test_a_conflict_of_tolls_has_no_witness(rows: list[Claim]) -> None:
    by_id = {row.claim: row for row in rows}
    for pair in conflicts(rows):
        one, other = (by_id[ident] for ident in pair)
        for a in (row for row in rows if row.document == one.document and row.event == "kill" and row.part != "part"):
            for b in (row for row in rows if row.document == other.document and row.event == "kill" and row.part != "part"):
                assert numbers(f"[{a.low}, {a.high}]").disjoint(numbers(f"[{b.low}, {b.high}]"))


@given(stories(), st.randoms(use_true_random=False))
def test_tolls_do_not_depend_on_the_order_of_rows(rows: list[Claim], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert findings(shuffled) == findings(rows)
