"""Periods, denials, bounds, datelines, tenses, shares, and what an article lacks or says twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qcheck.model.claim import Claim
from tests.checking.story import article, findings, outcomes, said

BEFORE: dict[str, Any] = {
    "hard": "(0, inf)",
    "quote": "All the pumps were delivered before the blackout",
    "covers": "all",
    "within": "../2023-11-05",
    "throughout": "",
}


def test_all_before_against_some_since_is_a_dispute_of_the_sources() -> None:
    rows = [article("a"), article("b"), said("a", by="Quispe", side="PE", **BEFORE), said("b", "(400, inf)", by="Holt", side="NO")]
    assert outcomes(rows, "agreement/exclusive-periods") == ["dispute"]


def test_without_sources_it_is_a_conflict() -> None:
    rows = [article("a"), article("b"), said("a", **BEFORE), said("b", "(400, inf)")]
    assert outcomes(rows, "agreement/exclusive-periods") == ["conflict"]


def test_some_before_and_some_since_agree() -> None:
    rows = [article("a"), article("b"), said("a", **{**BEFORE, "covers": "some"}), said("b", "(400, inf)")]
    assert findings(rows) == []


def test_vague_days_that_may_meet_are_a_review() -> None:
    vague = {**BEFORE, "within": "2024-02-21/2024-02-29", "time_vague": True}
    rows = [article("a"), article("b"), said("a", **vague), said("b", "(400, inf)")]
    assert outcomes(rows, "agreement/exclusive-periods") == ["review"]


def test_a_denial_disputes_a_report_of_another_voice() -> None:
    denied = said("a", "(0, inf)", quote="denied deliveries", modality="denied", by="Quispe", within="?", throughout="")
    assert outcomes([article("a"), denied, said("a", "[200, inf)", start=90, by="Holt")], "agreement/denial") == ["dispute"]
    assert outcomes([article("a"), denied, said("a", "[200, inf)", start=90, by="Quispe")], "agreement/denial") == []
    assert outcomes([article("a"), denied, said("a", "[200, inf)", start=90, by="Holt", event="sell")], "agreement/denial") == []


def test_a_bound_is_lost_only_further_down_and_in_the_same_article() -> None:
    def told(document: str, start: int, modifier: str, hard: str, value: float = 300.0, **fields: Any) -> Claim:
        return said(document, hard, start=start, modifier=modifier, value_low=value, value_high=value, **fields)

    more, bare = told("a", 10, "more_than", "(300, inf)"), told("a", 90, "exact", "[250, 350]")
    assert outcomes([article("a"), more, bare], "agreement/bound-lost") == ["review"]
    assert (
        outcomes([article("a"), told("a", 90, "more_than", "(300, inf)"), told("a", 10, "exact", "[250, 350]")], "agreement/bound-lost")
        == []
    )
    used = told("a", 90, "exact", "[250, 350]", event="use")
    assert outcomes([article("a"), more, used], "agreement/bound-lost") == []
    assert outcomes([article("a"), more, replace(used, definite=True)], "agreement/bound-lost") == ["review"]
    one, bare_one = told("a", 10, "at_least", "[1, inf)", 1.0), told("a", 90, "exact", "[1, 1]", 1.0)
    assert outcomes([article("a"), one, bare_one], "agreement/bound-lost") == []
    most = told("a", 90, "more_than", "(175, 350]", event="use", definite=True)
    assert outcomes([article("a"), more, most], "agreement/bound-lost") == ["review"]  # most of the 300: the share is open, the 300 is not
    assert outcomes([article("a"), article("b"), more, told("b", 90, "exact", "[250, 350]")], "agreement/bound-lost") == []


def test_a_start_that_the_dateline_moved_a_year_is_a_review() -> None:
    old = said("a", "[200, inf)", within="2024-11/2025-02-10", throughout="2024-11/2025-02-10", time_bound="since", time_year="dateline")
    new = said("b", "(400, inf)", within="2023-11/2024-05-14", throughout="2023-11/2024-05-14", time_bound="since", time_year="as written")
    assert outcomes([article("a", "2025-02-10"), article("b"), old, new], "agreement/dateline") == ["review"]
    (finding,) = findings([article("a", "2025-02-10"), article("b"), old, new])
    assert finding.claims.split()[0] == old.claim


def dated_past(within: str = "2024-06-12") -> list[Claim]:
    """A claim in the past tense, the day that it is told of, and the row that ties the two."""
    claim = said("a", "[12, 12]", tense="past", within=within, throughout="")
    day = Claim(claim="day", role="time", document="a", quote="on that day", within=within, time_year="as written")
    tied = Claim(claim="tied", role="relation", document="a", relation="dated_past", operands=f"{claim.claim};{day.claim}")
    return [claim, day, tied]


def test_past_tense_of_days_to_come() -> None:
    def told(**fields: Any) -> list[str]:
        return outcomes([article("a"), *dated_past(**fields)], "calendar/past-in-the-future")

    assert told() == ["conflict"]
    assert told(within="2024-04-12") == []
    assert told(within="?") == []


def test_a_guessed_date_never_drives_an_error() -> None:
    rows = [article("a", published_from="file name"), *dated_past()]
    assert outcomes(rows, "calendar/past-in-the-future") == ["review"]


def test_a_share_exceeds_its_whole() -> None:
    def share(hard: str, **fields: Any) -> list[str]:
        return outcomes(
            [article("a"), said("a", hard, unit="percent", **{"kind": "share", "of": "household", **fields})], "arithmetic/share-above-100"
        )

    assert share("[103.5, 104.5]") == ["conflict"]
    assert share("[99.5, 100.5]") == []
    assert share("[119.5, 120.5]", kind="change") == []
    assert share("[119.5, 120.5]", of="budget") == []


def test_each_undated_article_is_noted() -> None:
    rows = [article("a", ""), article("b", ""), article("c")]
    assert outcomes(rows, "article/undated") == ["note", "note"]


def test_repeated_passages_are_one_note_an_article() -> None:
    def passage(start: int) -> Claim:
        return Claim(claim=f"r{start}", role="repeat", document="a", start=start, end=start + 9, quote=f"passage {start}")

    (finding,) = findings([article("a"), passage(100), passage(200)])
    assert (finding.outcome, finding.claims) == ("note", "r100 r200")
