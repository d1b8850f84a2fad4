"""Ages and clock times between articles: laws, each test named after its law, and what makes two names one person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.checking.births import births
from qcheck.checking.persons import same_person
from qcheck.checking.statement import articles, statements
from qcheck.model.claim import Claim
from tests.checking.story import article, findings, outcomes, said

RULE = "agreement/age"
DAYS = st.dates(date(2001, 1, 1), date(2023, 12, 31))
AGES = st.integers(1, 99)


def aged(document: str, low: int, high: int | None = None, *, start: int = 0, **fields: Any) -> Claim:
    """A claim of the story: how old Marta Kowal is, on a day that its words do not name."""
    given_fields = {"person": "Marta Kowal", "agent": "Marta Kowal", "recipient": "", "of": "age", "event": "be", "unit": "age", "kind": ""}
    when = {"within": "", "throughout": "", "time_quote": ""}
    return said(document, f"[{low}, {high or low}]", start=start, quote=f"{low} ({start})", **{**given_fields, **when, **fields})


def years_old(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def told(rows: list[Claim]) -> set[tuple[str, frozenset[str]]]:
    return {(f.outcome, frozenset(f.claims.split()[:2])) for f in findings(rows) if f.rule == RULE}


@given(born=st.dates(date(1930, 1, 1), date(2000, 1, 1)), days=st.tuples(DAYS, DAYS))
def test_true_ages_on_two_days_never_conflict(born: date, days: tuple[date, date]) -> None:
    rows: list[Claim] = []
    for name, day in zip("ab", days, strict=True):
        rows += [article(name, day.isoformat()), aged(name, years_old(born, day))]
    assert "conflict" not in outcomes(rows, RULE)


@given(born=st.dates(date(1930, 1, 1), date(2000, 1, 1)), day=DAYS)
def test_one_is_born_on_a_day_that_the_age_allows(born: date, day: date) -> None:
    rows = [article("a", day.isoformat()), aged("a", years_old(born, day))]
    found = births(statements(rows[1:], articles(rows))[0], day, day)
    assert found is not None and born in found


@given(ages=st.tuples(AGES, AGES), days=st.tuples(DAYS, DAYS))
def test_the_order_of_articles_does_not_matter(ages: tuple[int, int], days: tuple[date, date]) -> None:
    rows = [row for name, old, day in zip("ab", ages, days, strict=True) for row in (article(name, day.isoformat()), aged(name, old))]
    renamed = [replace(row, document={"a": "z", "b": "b"}[row.document]) for row in rows]
    assert told(rows) == told(rows[::-1]) == told(renamed)


@given(ages=st.tuples(AGES, AGES), wider=st.integers(1, 5), days=st.tuples(DAYS, DAYS))
def test_a_wider_age_adds_no_conflict(ages: tuple[int, int], wider: int, days: tuple[date, date]) -> None:
    heads = [article(name, day.isoformat()) for name, day in zip("ab", days, strict=True)]
    before = outcomes([*heads, aged("a", ages[0]), aged("b", ages[1])], RULE)
    after = outcomes([*heads, aged("a", ages[0]), aged("b", ages[1], ages[1] + wider)], RULE)
    assert "conflict" not in after or "conflict" in before


def test_the_dead_do_not_age() -> None:
    rows = [article("a", "2024-05-14"), article("b", "2024-05-20"), aged("a", 41, event="kill"), aged("b", 42)]
    assert outcomes(rows, RULE) == ["conflict"]
    assert outcomes([*rows[:2], aged("a", 41), aged("b", 42, event="kill")], RULE) == ["review"]


def test_a_guessed_day_proves_nothing() -> None:
    rows = [article("a", published_from="file name"), article("b"), aged("a", 41), aged("b", 51)]
    assert outcomes(rows, RULE) == ["review"]


def test_a_picture_may_be_years_old() -> None:
    rows = [article("a"), aged("a", 24, zone="caption"), aged("a", 26, start=50)]
    assert outcomes(rows, RULE) == []
    assert outcomes([rows[0], aged("a", 14, zone="caption"), rows[2]], RULE) == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Marta Kowal", "Marta Kowal", "same"),
        ("Marta Kowal", "Marta E. Kowal", "same"),
        ("Marta Kowal", "Marta Kowal Berg", "same"),
        ("Marta Kowal", "Anna Kowal", "different"),
        ("Marta Ida Kowal", "Marta Eva Kowal", "different"),
        ("Karl Berg Jr", "Karl Berg Sr", "different"),
        ("Karl Berg Jr", "Karl Berg", "same"),
        ("Kowal", "Marta Kowal", "different"),
        ("", "Marta Kowal", "unclear"),
    ],
)
def test_names_of_one_person(one: str, other: str, answer: str) -> None:
    rows = [article("a"), article("b"), aged("a", 41, person=one), aged("b", 41, person=other)]
    a, b = statements(rows[2:], articles(rows))
    assert same_person(a, b).answer == same_person(b, a).answer == answer


def test_a_name_alone_is_no_person() -> None:
    rows = [
        article("a", names="Marta Kowal;Brevik", words="choir;prize;singer"),
        article("b", names="Marta Kowal;Callao", words="theft;court;charge"),
        aged("a", 41),
        aged("b", 21),
    ]
    assert outcomes(rows, RULE) == []


def test_kin_of_one_last_name_are_others() -> None:
    names = "Larvik;Callao;Astrid Moen;Matarani;Brevik;Fred Berg;Freddy Donald Berg"
    rows = [article("a", names=names), article("b"), aged("a", 70, person="Freddy Donald Berg"), aged("b", 47, person="Freddy Berg")]
    assert outcomes(rows, RULE) == []


def clock(document: str, low: int, high: int, **fields: object) -> Claim:
    """A `time` row of the story: when its event happened, in minutes of the day."""
    row = said(
        document,
        "[1, 1]",
        start=low,
        quote=f"{low}-{high}",
        within="2024-05-13",
        throughout="",
        time_quote="Monday",
        agent="",
        recipient="",
    )
    return replace(row, role="time", event="shoot", record="main", of="", clock_low=float(low), clock_high=float(high), **fields)  # type: ignore[arg-type]


@given(
    first=st.tuples(st.integers(0, 1380), st.integers(0, 59)),
    second=st.tuples(st.integers(0, 1380), st.integers(0, 59)),
    wider=st.integers(1, 40),
)
def test_a_wider_clock_time_adds_no_conflict(first: tuple[int, int], second: tuple[int, int], wider: int) -> None:
    def conflicts(more: int) -> bool:
        rows = [clock(name, low, low + width + more * (name == "a")) for name, (low, width) in zip("ab", (first, second), strict=True)]
        return "conflict" in outcomes([article("a"), article("b"), *rows], "agreement/event-time")

    if first[1] > 0:  # a time written to the minute is rounded, a range is as wide as its words
        assert conflicts(0) or not conflicts(wider)


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ((1275, 1275), (1350, 1350), ["conflict"]),  # 9:15 and 10:30 p.m.
        ((1275, 1275), (1280, 1280), []),  # 9:15 and 9:20 p.m.
        ((1260, 1290), (1285, 1315), ["review"]),  # about 9:15 and about 9:40 p.m.
        ((1080, 1440), (940, 940), []),  # "night" has loose ends
        ((600, 600), (1275, 1275), []),  # so far apart that they are of two events
    ],
)
def test_clock_times_of_one_event(one: tuple[int, int], other: tuple[int, int], outcome: list[str]) -> None:
    assert outcomes([article("a"), article("b"), clock("a", *one), clock("b", *other)], "agreement/event-time") == outcome


def test_times_of_other_days_are_not_compared() -> None:
    later = replace(clock("b", 1350, 1350), within=(date(2024, 5, 13) + timedelta(1)).isoformat())
    assert outcomes([article("a"), article("b"), clock("a", 1275, 1275), later], "agreement/event-time") == []
