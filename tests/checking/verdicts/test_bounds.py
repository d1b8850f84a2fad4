"""Bounds that are lost or turn round, doubted datelines, stale numbers, and what an article lacks or repeats."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.kinds.bound_flipped import BoundFlipped, bound_flipped
from qcheck.checking.kinds.bound_lost import BoundLost, bound_lost
from qcheck.checking.kinds.dateline import doubted_dateline
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.missing import Missing, missing
from qcheck.checking.kinds.repeated import repeated
from qcheck.checking.kinds.stale import stale
from qcheck.checking.statement import Statement, article_of
from tests.checking.story import article
from tests.checking.verdicts.statements import OPEN, dated, statement, told, values

HARD = {
    "more_than": "(300, inf)",
    "at_least": "[300, inf)",
    "less_than": "[0, 300)",
    "at_most": "[0, 300]",
    "exact": "[250, 350]",
    "about": "[270, 330]",
    "almost": "[270, 300)",
}


def number(modifier: str, start: int = 0, *, document: str = "a", hard: str = "", value: float = 300.0, **fields: Any) -> Statement:
    plain = {**OPEN, "start": start, "modifier": modifier, "value_low": value, "value_high": value, "quote": f"{modifier} {start}"}
    return statement(document, hard or HARD[modifier], **{**plain, **fields})


def lost(one: Statement, other: Statement) -> tuple[str, ...]:
    found = bound_lost(one, other, BoundLost())
    return told(found) if found else ()


def test_a_bound_that_is_lost_further_down() -> None:
    assert lost(number("more_than"), number("exact", 90)) == (
        "review",
        "more_than 0",
        "exact 90",
        "“more_than 0” → more than 300",
        "“exact 90” → 250 to 350",
        "the bound of the first is not in the second: a limit became an amount",
    )
    assert lost(number("more_than", 90), number("exact")) == ()
    assert lost(number("more_than", 90), number("exact", 90)) == ()
    assert lost(number("more_than", 90), number("exact", 91)) != ()


@pytest.mark.parametrize(
    ("first", "second", "plain", "pointing"),
    [
        ("more_than", "exact", True, True),
        ("at_least", "exact", True, True),
        ("less_than", "exact", False, True),
        ("at_most", "exact", False, True),
        ("about", "exact", False, False),
        ("exact", "exact", False, False),
        ("more_than", "at_least", False, False),
        ("more_than", "about", False, False),
        ("more_than", "almost", False, False),
    ],
)
def test_which_bounds_are_lost(first: str, second: str, plain: bool, pointing: bool) -> None:
    assert bool(lost(number(first), number(second, 90))) is plain
    assert bool(lost(number(first), number(second, 90, definite=True))) is pointing


def test_what_the_number_is_said_of_where_no_words_point_back() -> None:
    assert lost(number("more_than"), number("exact", 90, event="use")) == ()
    assert lost(number("more_than"), number("exact", 90, event="use", definite=True)) != ()


def test_a_bound_on_a_share_is_none_on_the_whole() -> None:
    most: dict[str, Any] = {"hard": "(175, 350]"}
    assert lost(number("more_than", **most), number("exact", 90, definite=True)) == ()
    assert lost(number("more_than"), number("more_than", 90, definite=True, **most)) != ()
    assert lost(number("at_most", hard="[0, 300]"), number("exact", 90, definite=True)) != ()


def test_the_smallest_bound_that_matters() -> None:
    assert lost(number("more_than", value=10.0), number("exact", 90)) != ()
    assert lost(number("more_than", value=9.0), number("exact", 90)) == ()
    assert bound_lost(number("more_than", value=9.0), number("exact", 90), BoundLost(least=9.0)) is not None


def flipped(one: Statement, other: Statement) -> tuple[str, ...]:
    found = bound_flipped(one, other, BoundFlipped())
    return told(found) if found else ()


def far(modifier: str, start: int = 90, **fields: Any) -> Statement:
    return number(modifier, start, sentence=5, **fields)


def test_at_most_becomes_at_least() -> None:
    assert flipped(far("at_least"), number("at_most")) == (
        "review",
        "at_most 0",
        "at_least 90",
        "“at_most 0” → 0 to 300",
        "“at_least 90” → at least 300",
        "the same number is a lower limit in one and an upper limit in the other",
    )
    assert flipped(number("at_least"), far("at_most"))[1:3] == ("at_least 0", "at_most 90")
    assert flipped(far("at_least", 0, document="b"), number("at_most", 90))[1:3] == ("at_most 90", "at_least 0")


@pytest.mark.parametrize("other", list(HARD))
@pytest.mark.parametrize("one", list(HARD))
def test_which_bounds_turn_round(one: str, other: str) -> None:
    turned = one in ("more_than", "at_least") and other in ("less_than", "at_most")
    assert bool(flipped(number(one), far(other))) is turned


def test_of_what_two_bounds_must_be() -> None:
    assert flipped(number("at_least", value=10.0), far("at_most")) != ()
    assert flipped(number("at_least", value=9.0), far("at_most")) == ()
    assert flipped(number("at_least", value=float("nan")), far("at_most")) == ()
    assert flipped(number("at_least", of="truck"), far("at_most")) == ()
    assert flipped(number("at_least", of=""), far("at_most")) != ()
    assert flipped(number("at_least", of=""), far("at_most", of="")) == ()
    assert flipped(number("at_least", of="", unit="EUR"), far("at_most", of="", unit="EUR")) != ()
    assert flipped(number("at_least", scope="field"), far("at_most")) == ()
    assert flipped(number("at_least", event="use"), far("at_most")) == ()
    assert flipped(number("at_least", event=""), far("at_most")) != ()
    assert flipped(number("at_least"), far("at_most", event="")) != ()
    assert flipped(number("at_least"), number("at_most", 90)) == ()  # in one sentence: a range
    assert flipped(number("at_least"), number("at_most", 90, document="b")) != ()


def test_bounds_of_other_days_are_two() -> None:
    march: dict[str, Any] = {"within": "2024-03", "throughout": "", "time_quote": "in March"}
    april: dict[str, Any] = {**march, "within": "2024-04"}
    assert flipped(number("at_least", **march), far("at_most", **april)) == ()
    assert flipped(number("at_least", **march), far("at_most", **march)) != ()
    assert flipped(number("at_least", **march), far("at_most", within="2024-04", time_quote="")) != ()
    assert flipped(number("at_least", within="2024-03", time_quote=""), far("at_most", **april)) != ()


def since(document: str, within: str, source: str, **fields: Any) -> Statement:
    return dated(within, f"{document} since", document=document, time_bound="since", time_year=source, **fields)


def doubted(one: Statement, other: Statement) -> tuple[str, ...]:
    found = doubted_dateline(one, other, Parameters())
    return told(found) if found else ()


def test_a_dateline_that_another_article_puts_in_doubt() -> None:
    old, new = since("a", "2024-11/2025-02-10", "dateline", on="2025-02-10"), since("b", "2023-11/2024-05-14", "as written")
    assert doubted(old, new) == (
        "review",
        "a since",
        "b since",
        "“a since” → some; November 2024 to 10 February 2025 (“a since”), with the year of the dateline 10 February 2025",
        "“b since” → some; November 2023 to 14 May 2024 (“b since”), with the year as written",
        "the same start is 2024 by one and 2023 by the other: the first article may be older than its dateline",
    )
    found = doubted_dateline(old, new, Parameters())
    assert found is not None and found.anchored


@pytest.mark.parametrize(
    ("first", "second", "fields"),
    [
        (("2024-11", "as written"), ("2023-11", "as written"), {}),
        (("2024-11", "dateline"), ("2023-11", "dateline"), {}),
        (("2024-11", "dateline"), ("2024-11", "as written"), {}),
        (("2024-11", "dateline"), ("2023-10", "as written"), {}),
        (("2024-11-01", "dateline"), ("2023-11-02", "as written"), {}),
        (("../2024-11", "dateline"), ("2023-11", "as written"), {}),
        (("2024-11", "dateline"), ("../2023-11", "as written"), {}),
        (("2024-11", "dateline"), ("2023-11", "as written"), {"time_bound": "until"}),
    ],
)
def test_two_starts_that_put_no_dateline_in_doubt(first: tuple[str, str], second: tuple[str, str], fields: dict[str, Any]) -> None:
    other = dated(second[0], "b since", document="b", time_year=second[1], **{"time_bound": "since", **fields})
    assert doubted(since("a", *first), other) == ()


def figure(day: int, hard: str, **fields: Any) -> Statement:
    return statement(
        f"d{day}", hard, on=f"2024-05-{day:02}", **{"within": f"2024-05-{day:02}", "throughout": "", "time_quote": "", **fields}
    )


def again(*series: Statement) -> list[tuple[str, ...]]:
    return [told(proof) for proof in stale(series, Parameters())]


def test_a_number_that_is_back_after_a_newer_one() -> None:
    assert again(figure(1, "[40, 40]"), figure(3, "[50, 50]"), figure(5, "[40, 40]")) == [
        (
            "review",
            "d5 [40, 40]",
            "d3 [50, 50]",
            "known on 1 May 2024: “d1 [40, 40]” → 40",
            "known on 3 May 2024: “d3 [50, 50]” → 50",
            "known on 5 May 2024: “d5 [40, 40]” → 40",
            "the number of the first is back after another one was known",
        )
    ]


def test_the_last_number_before_it_is_the_newer_one() -> None:
    (found,) = again(figure(1, "[40, 40]"), figure(2, "[50, 50]"), figure(3, "[60, 60]"), figure(5, "[40, 40]"))
    assert found[2] == "d3 [60, 60]"
    assert found[3].startswith("known on 1 May 2024")


def test_each_article_that_has_it_again_is_found_once_a_day() -> None:
    early, newer, late = figure(1, "[40, 40]"), figure(3, "[50, 50]"), figure(5, "[40, 40]")
    assert len(again(early, newer, late, figure(6, "[40, 40]"))) == 2
    assert len(again(early, newer, late, statement("x", "[40, 40]", on="2024-05-05", **OPEN))) == 1
    assert len(again(figure(1, "[40, 40]"), figure(2, "[40, 40]"), newer, late)) == 1


@pytest.mark.parametrize(
    "middle",
    [
        figure(1, "[50, 50]"),
        figure(5, "[50, 50]"),
        figure(3, "[35, 45]"),
        figure(3, "(0, inf)"),
        figure(3, "[50, 50]", within="2024-04", time_quote="in April"),
        statement("x", "[50, 50]", on="", **OPEN),
    ],
)
def test_no_newer_number_stands_between(middle: Statement) -> None:
    assert again(figure(1, "[40, 40]"), middle, figure(5, "[40, 40]")) == []


def test_another_number_is_none_that_is_back() -> None:
    assert again(figure(1, "[40, 40]"), figure(3, "[50, 50]"), figure(5, "[40, 40]", modifier="about")) == []
    assert again(figure(1, "[40, 40]"), figure(3, "[50, 50]"), figure(5, "[40, 41]")) == []
    assert again(figure(3, "[50, 50]"), figure(5, "[40, 40]")) == []


def test_what_an_article_lacks() -> None:
    undated, untitled = article_of(article("a", "")), article_of(article("b", title=""))
    (found,) = missing(undated, (), Missing(field="published"))
    assert told(found) == ("note", "", "no date of publication was found")
    assert (found.statements[0].claim, found.statements[0].article) == (undated.row, undated)
    (found,) = missing(untitled, (), Missing(field="title"))
    assert told(found) == ("note", "", "no title was found")
    assert missing(untitled, (), Missing(field="published")) == [] == missing(undated, (), Missing(field="title"))


def test_passages_that_an_article_repeats() -> None:
    first = dated("?", "the port of Larvik " * 9, role="repeat")
    second = dated("?", "the port", role="repeat", start=1200)
    (found,) = repeated(first.article, (first, number("exact"), second), Parameters())
    assert told(found)[:3] == ("note", first.claim.quote, "the port")
    shortened = "the port of Larvik the port of Larvik the port of Larvik the port of Larvik …"
    assert told(found)[3] == f"stands a second time further down: “{shortened}”"
    assert told(found)[4] == "stands a second time further down: “the port”"
    assert values(found) == {"count": "2"}
    assert repeated(first.article, (number("exact"),), Parameters()) == []
