"""Amounts of one thing, and running totals."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from qcheck.model.claim import Claim
from qcheck.model.errors import UsageProblem
from tests.checking.story import article, findings, outcomes, remarks, said, topics

AMOUNTS, TOTAL, PERIOD = "agreement/amounts", "agreement/running-total", "agreement/other-period"


def two(one: str, other: str, *, later: str = "2024-05-14", rule: str = AMOUNTS, **fields: Any) -> list[str]:
    first, second = fields.pop("first", {}), fields.pop("second", {})
    rows = [article("a"), article("b", later), said("a", one, **{**fields, **first}), said("b", other, **{**fields, **second})]
    return outcomes(rows, rule)


def test_disjoint_at_one_time_is_a_conflict() -> None:
    assert two("[412, 412]", "[380, 380]") == ["conflict"]


def test_ranges_that_share_a_point_agree() -> None:
    assert two("[350, 450]", "[450, 500]") == []


def test_ranges_that_nearly_touch_conflict() -> None:
    assert two("[350, 450)", "[450, 500]") == ["conflict"]


def test_only_typical_readings_apart_is_a_review() -> None:
    assert two("(400, inf)", "[600, 600]", first={"typical": "(400, 500)"}) == ["review"]


@pytest.mark.parametrize(
    "other",
    [
        {"of": "crane"},
        {"event": "sell"},
        {"recipient": "CL"},
        {"agent": "SE"},
        {"modality": "planned"},
        {"unit": "USD"},
        {"kind": "change"},
        {"place": "Lima", "first": {"place": "Callao"}},
        {"scope": "second-hand", "first": {"scope": "new"}},
    ],
)
def test_what_is_not_one_thing_never_meets(other: dict[str, Any]) -> None:
    second = {name: value for name, value in other.items() if name != "first"}
    assert two("[412, 412]", "[380, 380]", first=other.get("first", {}), second=second) == []


def test_a_part_of_the_time_cannot_exceed_the_whole() -> None:
    month = {"within": "2024-04", "throughout": "2024-04"}
    assert two("[412, 412]", "[500, 500]", second=month) == ["conflict"]
    assert two("[412, 412]", "[90, 90]", second=month) == []


def test_opposed_sources_dispute() -> None:
    voices: dict[str, Any] = {"first": {"by": "Holt", "side": "NO"}, "second": {"by": "Quispe", "side": "PE"}}
    assert two("[412, 412]", "[380, 380]", **voices) == ["dispute"]


def test_one_source_with_two_numbers_conflicts() -> None:
    assert two("[412, 412]", "[380, 380]", by="Holt") == ["conflict"]


def test_missing_parties_need_articles_of_one_event() -> None:
    rows = [said("a", "[412, 412]", recipient=""), said("b", "[380, 380]", recipient="")]
    stranger = article("b", names="Ghent;Leuven", words="bread;oven")
    assert outcomes([article("a"), article("b"), *rows], AMOUNTS) == ["conflict"]
    assert outcomes([article("a"), stranger, *rows], AMOUNTS) == []
    deep = [said("a", "[412, 412]", recipient="", zone="body"), rows[1]]
    assert outcomes([article("a"), article("b"), *deep], AMOUNTS) == []  # further down articles tell of parts and of other events


def test_units_of_one_dimension_are_compared_in_base_units() -> None:
    mile = {"unit": "mile", "dimension": "[length]", "base_factor": 1609.344}
    kilometre = {"unit": "kilometer", "dimension": "[length]", "base_factor": 1000.0}
    assert two("[5, 5]", "[8.04672, 8.04672]", first=mile, second=kilometre) == []
    assert two("[5, 5]", "[5, 5]", first=mile, second=kilometre) == ["conflict"]


def test_a_later_higher_total_is_an_update_and_no_conflict() -> None:
    span = {"within": "2024-03/2024-06-20", "throughout": "2024-03/2024-06-20"}
    assert two("[380, 380]", "[412, 412]", later="2024-06-20", second=span, rule=TOTAL) == ["update"]
    assert two("[380, 380]", "[412, 412]", later="2024-06-20", second=span) == []


def test_a_total_that_fell_is_a_conflict_unless_it_is_told_as_lowered() -> None:
    span = {"within": "2024-03/2024-06-20", "throughout": "2024-03/2024-06-20"}
    assert two("[412, 412]", "[380, 380]", later="2024-06-20", second=span, rule=TOTAL) == ["conflict"]
    assert two("[412, 412]", "[380, 380]", later="2024-06-20", second={**span, "trend": "down"}, rule=TOTAL) == ["update"]


def test_the_same_value_with_another_period_is_a_review() -> None:
    year, half = {"within": "2023", "throughout": "2023"}, {"within": "2023-01/2023-06", "throughout": "2023-01/2023-06"}
    assert two("[412, 412]", "[412, 412]", first=year, second=half, rule=PERIOD) == ["review"]
    assert two("[412, 412]", "[412, 412]", first=year, second=year, rule=PERIOD) == []
    assert two("[400, 400]", "[400, 400]", first=year, second=half, rule=PERIOD) == []


def test_a_repeated_claim_is_one_claim() -> None:
    first = said("a", "[412, 412]")
    again = said("a", "[412, 412]", start=50, same_as=first.claim, quote="the pumps, 412")
    rows = [article("a"), article("b"), first, again, said("b", "[380, 380]")]
    (finding,) = [f for f in findings(rows) if f.rule == AMOUNTS]
    assert again.claim not in finding.claims


def test_findings_with_the_same_ranges_of_one_topic_are_one() -> None:
    rows = [article("a"), article("b"), article("c", language="de"), said("a", "[412, 412]"), said("b", "[380, 380]")]
    german = said("c", "[412, 412]", quote="412 Pumpen")
    (finding,) = [f for f in findings([*rows, german]) if f.rule == AMOUNTS]
    assert finding.claims.split() == [rows[3].claim, rows[4].claim, german.claim]
    assert finding.message.endswith("cannot both be true: 412 against 380.")


def test_a_speaker_with_and_without_a_title_is_one_voice() -> None:
    assert two("[412, 412]", "[380, 380]", first={"by": "Minister Ana Holt"}, second={"by": "Ana Holt"}) == ["conflict"]
    assert two("[412, 412]", "[380, 380]", first={"by": "Ana Holt"}, second={"by": "Rui Quispe"}) == ["dispute"]


def test_a_topic_keeps_events_of_other_times_apart() -> None:
    story: dict[str, Any] = {"agent": "", "recipient": "", "event": "kill", "of": "person", "zone": "lede"}
    today: dict[str, Any] = {**story, "within": "../2024-05-14", "throughout": "", "time_quote": ""}
    past: dict[str, Any] = {**story, "within": "2019", "throughout": "", "time_quote": "in 2019"}
    rows = [
        article("a"),
        article("b"),
        said("a", "[14, 14]", **today),
        said("b", "[12, 12]", **today),
        said("b", "[3, 3]", start=60, **past),
    ]
    (topic,) = topics(rows)
    assert topic.claims.split() == [rows[2].claim, rows[3].claim]
    assert topic.title == "person, kill"


def test_the_title_of_a_topic_names_countries() -> None:
    (topic,) = topics([article("a"), article("b"), said("a", "[14, 14]"), said("b", "[14, 14]")])
    assert topic.title == "pump, supply: Norway → Peru"


def test_the_working_shows_each_step() -> None:
    rows = [article("a"), article("b"), said("a", "[412, 412]"), said("b", "[380, 380]")]
    (finding,) = findings(rows)
    assert finding.working.splitlines() == [
        "“380 pumps [380, 380]” → 380; March 2024 to 14 May 2024 (“since March”)",
        "“412 pumps [412, 412]” → 412; March 2024 to 14 May 2024 (“since March”)",
        "both speak of the same days: March 2024 to 14 May 2024",
        "no number fits both: one is at most 380, the other at least 412",
    ]
    assert "the same agent: Norway" in finding.paired
    assert finding.severity == "error"


def test_a_hot_topic_is_capped_and_says_so() -> None:
    rows = [row for n in range(80) for row in (article(f"d{n}"), said(f"d{n}", f"[{n + 1}, {n + 1}]", quote=f"{n + 1} pumps"))]
    found = [f for f in findings(rows) if f.rule == AMOUNTS]
    assert all("compared with the 60 nearest in time only" in f.paired for f in found)
    assert len(found) == 80 * 79 // 2 - 20 * 19 // 2
    assert remarks(rows) == ("80 claims were compared only with the 60 nearest in time that tell of the same thing",)


def hot_event(number: int) -> list[Claim]:
    """Articles of one event on one day; two in the middle of them tell how many were hurt."""
    fields: dict[str, Any] = dict.fromkeys(("agent", "recipient", "kind", "within", "throughout", "time_quote"), "")
    hurt = [said(f"d{n:03}", f"[{n}, {n}]", of="person", event="injure", record="main", **fields) for n in (number // 2, number // 2 + 1)]
    return [*(article(f"d{n:03}", language="en") for n in range(number)), *hurt]


def test_the_articles_of_a_hot_event_are_capped_and_the_run_says_so() -> None:
    capped = "of which so many tell that each was compared with the 80 nearest before it and after it only"
    assert remarks(hot_event(80)) == ()
    assert remarks(hot_event(100)) == (f"40 articles tell of events {capped}",)


@pytest.mark.parametrize(("number", "told"), [(80, False), (180, True)])
def test_a_finding_of_a_hot_event_says_that_it_is_capped(number: int, told: bool) -> None:
    (update,) = findings(hot_event(number))
    assert ("compared with the 80 nearest before it and after it only" in update.paired) is told


def test_a_range_that_is_none_is_told_with_its_claim() -> None:
    with pytest.raises(UsageProblem, match="the claim 'bad' of 'a' is wrong: an interval is never empty"):
        findings([article("a"), replace(said("a", "[1, 2]"), claim="bad", low=3.0)])
