"""Days told in the wrong tense or the wrong order, and the years since a beginning."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.tense import deadline_passed, descending, told_past, wrong_order
from qcheck.checking.kinds.years_since import YearsSince, years_since
from qcheck.checking.proof import Proof
from tests.checking.verdicts.statements import OPEN, dated, related, statement, told, values

PLAIN = Parameters()


def past(within: str, *, own: str = "?", on: str = "2024-05-14", dated_by: str = "dateline", **fields: Any) -> Proof | None:
    """What is said of days that the past tense tells of: those of the relation's own row, or of the day's."""
    row = dated(within, "the day", on=on, dated_by=dated_by)
    return told_past(related(on=on, within=own, **fields), (row,), PLAIN)


def test_the_past_tense_of_days_to_come() -> None:
    found = past("2024-05-15")
    assert told(found) == ("conflict", "the day", "the article is of 14 May 2024, and the past tense tells of days from 15 May 2024 on")
    assert past("2024-05-14") is None
    assert past("2024-05-14/2024-05-30") is None
    assert told(past("2024-05-15", dated_by="file name"))[0] == "review"
    assert told(past("2024-05-15", modality="possible"))[0] == "review"


def test_the_days_of_the_relation_are_looked_at_first() -> None:
    assert told(past("2024-05-01", own="2024-06-02"))[-1].endswith("from 2 June 2024 on")
    assert past("2024-06-02", own="2024-05-01") is None
    assert past("2024-06-02", own="../2024-06-05") is None


def test_without_days_nothing_is_said_of_the_tense() -> None:
    assert past("?") is None
    assert past("../2024-06-02") is None
    assert past("2024-06-02", on="") is None


def test_the_day_is_the_last_operand() -> None:
    claim, day = statement("a", "[3, 3]", within="2024-05-01", throughout="", time_quote="on 1 May"), dated("2024-06-02", "on 2 June")
    found = told_past(related(), (claim, day), PLAIN)
    assert told(found)[:3] == ("conflict", "a [3, 3]", "on 2 June")


def test_a_vague_period_may_begin_ten_days_earlier() -> None:
    assert told_past(related(), (dated("2024-05-24", "late May", time_vague=True),), PLAIN) is None
    assert told_past(related(), (dated("2024-05-25", "late May", time_vague=True),), PLAIN) is not None


def test_days_that_run_backwards() -> None:
    found = descending(related(), (dated("?", "from 9 to 3 May"),), PLAIN)
    assert told(found) == ("conflict", "from 9 to 3 May", "the last day comes before the first")


def test_a_deadline_that_has_passed() -> None:
    def until(within: str, on: str = "2024-05-14") -> Proof | None:
        return deadline_passed(related(on=on), (dated(within, "until then", on=on), dated("2024-05-01", "another")), PLAIN)

    found = until("../2024-05-13")
    assert told(found) == ("review", "until then", "the article is of 14 May 2024, and the last day is 13 May 2024")
    assert until("../2024-05-14") is None
    assert until("2024-05-01/..") is None
    assert until("../2024-05-13", on="") is None


def test_what_is_over_before_it_began() -> None:
    def order(first: str, last: str, modality: str = "asserted") -> Proof | None:
        return wrong_order(related(modality=modality), (dated(first, "it began"), dated(last, "it ended")), PLAIN)

    found = order("2024-05-08/2024-05-09", "2024-05-03/2024-05-07")
    assert told(found) == ("conflict", "it began", "it ended", "3 May 2024 to 7 May 2024 is over before 8 May 2024 to 9 May 2024 begins")
    assert told(order("2024-05-08/2024-05-09", "2024-05-03/2024-05-07", "possible")) == ("review", *told(found)[1:])
    assert order("2024-05-08/2024-05-09", "2024-05-03/2024-05-08") is None
    assert order("../2024-05-09", "2024-05-03") is None
    assert order("2024-05-08", "2024-05-03/..") is None


def since(years: int, begun: str, *, on: str = "2024-05-14", then: str = "", trend: str = "", reason: str = "stated") -> Proof | None:
    """What is said of so many years from a beginning to the article's own day, or to the days of `then`."""
    when = {"within": then, "throughout": "", "time_quote": "then"} if then else OPEN
    count = statement("a", f"[{years}, {years}]", on=on, quote=f"{years} years", **when)
    said = related(reason, on=on, value_low=float(years), trend=trend)
    return years_since(said, (count, dated(begun, "the beginning", on=on)), YearsSince())


def test_an_age_that_the_day_of_birth_does_not_give() -> None:
    found = since(30, "1980-03-03")
    assert told(found) == ("conflict", "30 years", "the beginning", "from 3 March 1980 to 2024: 44 years")
    assert values(found) == {"expected": "44", "other_expected": "1994", "period": "3 March 1980"}
    assert told(since(30, "1980-03-03", reason="near")) == ("review", *told(found)[1:])


def test_an_age_names_its_own_days_in_words_only() -> None:
    count = statement("a", "[20, 20]", within="2000-05-05", throughout="", time_quote="")
    said = related(value_low=20.0)
    assert told(years_since(said, (count, dated("1980-03-03", "the beginning")), YearsSince()))[-1] == "from 3 March 1980 to 2024: 44 years"


@pytest.mark.parametrize(
    ("begun", "fitting", "counted"),
    [
        ("1980-03-03", [44], "44 years"),
        ("1980-04-13", [44], "44 years"),  # a month on both sides of 14 May
        ("1980-04-14", [43, 44], "43 to 44 years"),
        ("1980-06-14", [43, 44], "43 to 44 years"),
        ("1980-06-15", [43], "43 years"),
        ("1980", [43, 44], "43 to 44 years"),
        ("1980-03", [44], "44 years"),
    ],
)
def test_the_ages_between_two_days(begun: str, fitting: list[int], counted: str) -> None:
    assert [years for years in range(40, 50) if since(years, begun) is None] == fitting
    assert told(since(40, begun))[-1].endswith(counted)
    assert values(since(40, begun))["expected"] == str(fitting[-1])


@pytest.mark.parametrize(
    ("then", "trend", "fitting", "line"),
    [
        ("2000-03-02", "", [19], "from 3 March 1980 to 2000: 19 years"),
        ("2000-03-03", "", [20], "from 3 March 1980 to 2000: 20 years"),
        ("2000", "", [19, 20], "from 3 March 1980 to 2000: 19 to 20 years"),
        ("2000/2002", "", [19, 20, 21, 22], "from 3 March 1980 to 2000–2002: 19 to 22 years"),
        ("2000/2002", "up", [20, 21, 22], "from 3 March 1980 to 2000–2002: 20 to 22 years"),
        ("1980-03-04/2002-05-05", "", list(range(23)), "from 3 March 1980 to 1980–2002: 0 to 22 years"),
        # days that are no other time than the article's
        ("1980-03-03", "", [44], "from 3 March 1980 to 2024: 44 years"),
        ("1979", "", [44], "from 3 March 1980 to 2024: 44 years"),
        ("../2000", "", [44], "from 3 March 1980 to 2024: 44 years"),
        ("2000/..", "", [44], "from 3 March 1980 to 2024: 44 years"),
        ("?", "", [44], "from 3 March 1980 to 2024: 44 years"),
    ],
)
def test_the_years_up_to_other_days_than_the_article_s(then: str, trend: str, fitting: list[int], line: str) -> None:
    assert [years for years in range(60) if since(years, "1980-03-03", then=then, trend=trend) is None] == fitting
    assert told(since(59, "1980-03-03", then=then, trend=trend))[-1] == line


def test_an_anniversary_may_be_kept_a_year_early_or_late() -> None:
    assert [years for years in range(60) if since(years, "1980-03-03", trend="up") is None] == [43, 44, 45]
    found = since(50, "1980-03-03", trend="up")
    assert told(found)[-1] == "from 3 March 1980 to 2024: 43 to 45 years"
    assert values(found) == {"expected": "44", "other_expected": "1974", "period": "3 March 1980"}
    assert [years for years in range(60) if since(years, "1980/1985", trend="up") is None] == [38, 39, 40, 41, 42, 43, 44, 45]


def test_an_anniversary_around_the_turn_of_a_year() -> None:
    found = since(50, "1980", trend="up", on="2024-12-20")
    assert told(found)[-1] == "from 1980 to 2024–2025: 43 to 46 years"
    assert values(found)["expected"] == "44"
    assert [years for years in range(60) if since(years, "1980", trend="up", on="2024-12-20") is None] == [43, 44, 45, 46]


def test_what_has_not_begun_has_no_years() -> None:
    assert since(3, "2024-07-01") is None
    assert since(3, "2025", trend="up") is not None
    assert told(since(3, "2024-06-14"))[-1] == "from 14 June 2024 to 2024: 0 years"
    assert since(3, "2026", trend="up") is None


def test_where_days_are_missing_no_years_are_counted() -> None:
    assert since(3, "?") is None
    assert since(3, "../1980") is None
    assert since(3, "1980/..") is None
    assert since(3, "1980", on="") is None
    assert told(since(3, "1980", on="", then="2000"))[0] == "conflict"
