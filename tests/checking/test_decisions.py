"""Decisions on findings: found again by content, reopened when a side changes, and never the cause of a finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.checking.decisions import Decided, compared, decide, fixed
from qcheck.model.claim import content_id
from qcheck.model.decision import Decision
from qcheck.model.finding import DECIDED, Finding
from tests.checking.story import article, findings, said

TODAY = date(2031, 5, 5)
HOMES = {"1": "a.md", "2": "b.md", "3": "c.md"}
SIDES = ("400 pumps | [400, 400] | 2031", "300 pumps | [300, 300] | 2031", "3 cows | [3, 3] | ?")


def finding(rule: str = "house/pumps", claims: str = "1 2", sides: tuple[str, ...] = SIDES[:2], fingerprint: str = "") -> Finding:
    told = "\n".join(sides)
    return Finding(rule, "conflict", "error", claims, "m", "w", fingerprint or content_id(rule, told), sides=told)


FOUND = finding(fingerprint="0123456789ab")
DISMISSED = Decision("dismissed", "counted twice", "0123456789ab", "house/pumps", SIDES[:2], by="Ada", where="decisions.yml:3")


def decided(*decisions: Decision, found: tuple[Finding, ...] = (FOUND,)) -> Decided:
    return decide(found, decisions, today=TODAY, documents=HOMES)


def test_a_decision_is_found_by_content() -> None:
    assert decided(DISMISSED).findings == (replace(FOUND, status="dismissed", decision="dismissed by Ada: counted twice"),)
    assert decided(DISMISSED).remarks == ()


def test_it_holds_through_its_last_day_and_then_the_finding_is_open_again() -> None:
    assert decided(replace(DISMISSED, until=TODAY)).findings[0].status == "dismissed"
    over = decided(replace(DISMISSED, until=date(2031, 5, 4)))
    assert over.findings[0].status == "reopened"
    assert over.findings[0].decision == "was dismissed by Ada until 2031-05-04: counted twice"
    assert over.remarks == ("decisions.yml:3: ran out on 2031-05-04",)


@pytest.mark.parametrize(("sides", "status"), [(SIDES[1:], "reopened"), ((SIDES[0], SIDES[2]), "reopened"), ((SIDES[2],), "open")])
def test_a_finding_is_reopened_when_one_side_changes(sides: tuple[str, ...], status: str) -> None:
    changed = decided(DISMISSED, found=(finding(sides=sides),))
    assert changed.findings[0].status == status
    (remark,) = changed.remarks
    assert remark.startswith("decisions.yml:3: " + ("one side has changed" if status == "reopened" else "fits no finding any more"))


def test_a_changed_side_of_another_rule_reopens_nothing() -> None:
    assert decided(DISMISSED, found=(finding("house/cows", sides=SIDES[1:]),)).findings[0].status == "open"


def test_a_stale_entry_is_told_only_where_its_articles_were_read() -> None:
    assert decided(replace(DISMISSED, articles=("a.md", "elsewhere.md")), found=()).remarks == ()
    assert decided(replace(DISMISSED, articles=("a.md", "b.md")), found=()).remarks == ("decisions.yml:3: fits no finding any more",)


def test_a_comment_holds_for_its_own_article_alone() -> None:
    comment = Decision("both-right", "two halls", rule="house/pumps", document="b.md", where="b.md:7")
    elsewhere, other_rule = finding(claims="1 3", sides=SIDES[1:]), finding("house/cows")
    told = decided(comment, found=(FOUND, elsewhere, other_rule)).findings
    assert [f.status for f in told] == ["both-right", "open", "open"]
    by_name = replace(comment, rule="", finding=FOUND.fingerprint)
    assert [f.status for f in decided(by_name, found=(FOUND, other_rule)).findings] == ["both-right", "open"]


def test_a_comment_on_a_claim_beyond_the_pair_decides_nothing() -> None:
    comment = Decision("dismissed", "mine", rule="house/pumps", document="c.md", where="c.md:1")
    assert decided(comment, found=(finding(claims="1 2 3"),)).findings[0].status == "open"


def test_findings_are_new_known_or_fixed_against_an_earlier_run() -> None:
    other, gone = finding("house/cows"), finding("house/seats")
    now = compared([FOUND, other, replace(gone, status="dismissed")], {other.fingerprint, gone.fingerprint})
    assert [f.status for f in now] == ["new", "known", "dismissed"]
    assert fixed([FOUND], [FOUND, other, replace(gone, status="dismissed")]) == [other]


FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(["a/b", "c/d"]),
        st.sampled_from(["1 2", "2 3", "1 3", "1"]),
        st.permutations(SIDES).map(lambda sides: tuple(sides[:2])),
    ),
    max_size=6,
).map(tuple)
ENTRIES = st.builds(
    Decision,
    verdict=st.sampled_from(["accepted", "dismissed", "both-right"]),
    reason=st.just("r"),
    finding=st.sampled_from([finding(rule, "1", s).fingerprint for rule in ("a/b", "c/d") for s in (SIDES[:2], SIDES[1:])]),
    rule=st.sampled_from(["a/b", "c/d"]),
    sides=st.sampled_from([(), SIDES[:2], SIDES[1:]]),
    until=st.none() | st.dates(date(2031, 5, 1), date(2031, 5, 9)),
    document=st.sampled_from(["", "", "a.md", "z.md"]),
    where=st.sampled_from(["x:1", "x:2", "y:1"]),
)
DECISIONS = st.lists(ENTRIES, max_size=5)


@given(FINDINGS, DECISIONS)
def test_a_decision_only_removes(found: tuple[Finding, ...], decisions: list[Decision]) -> None:
    told = decide(found, decisions, today=TODAY, documents=HOMES).findings
    assert [replace(f, status="open", decision="") for f in told] == list(found)
    assert sum(f.status not in DECIDED for f in told) <= len(found)


@given(FINDINGS, DECISIONS)
def test_the_order_of_decisions_changes_nothing(found: tuple[Finding, ...], decisions: list[Decision]) -> None:
    turned = decide(found, reversed(decisions), today=TODAY, documents=HOMES)
    assert turned == decide(found, decisions, today=TODAY, documents=HOMES)


@given(FINDINGS, DECISIONS)
def test_deciding_twice_is_deciding_once(found: tuple[Finding, ...], decisions: list[Decision]) -> None:
    once = decide(found, decisions, today=TODAY, documents=HOMES)
    again = decide([replace(f, status="open", decision="") for f in once.findings], decisions, today=TODAY, documents=HOMES)
    assert again == once


def test_a_finding_keeps_its_fingerprint_when_lines_move_and_when_others_say_the_same() -> None:
    rows = [article("a"), article("b"), said("a", "[412, 412]"), said("b", "[380, 380]")]
    (before,) = findings(rows)
    moved = [article("a"), article("b"), said("a", "[412, 412]", start=700, sentence=9), said("b", "[380, 380]")]
    (after,) = findings(moved)
    assert before.fingerprint == after.fingerprint
    (third,) = findings([*rows, article("c"), said("c", "[380, 380]")])
    assert before.fingerprint == third.fingerprint
    (changed,) = findings([article("a"), article("b"), said("a", "[413, 413]"), said("b", "[380, 380]")])
    assert before.fingerprint != changed.fingerprint
    assert set(before.sides.split("\n")) & set(changed.sides.split("\n"))


def test_findings_on_articles_differ_by_their_titles() -> None:
    found = findings([article("a", ""), article("b", "")])
    assert len({f.fingerprint for f in found}) == len(found) == 2


def test_findings_on_articles_without_a_title_differ_by_their_words() -> None:
    found = findings([article(name, "", title="", words=words) for name, words in (("a", "pump;quay"), ("b", "ferry;crew"))])
    assert len({f.fingerprint for f in found}) == len(found) == 2
