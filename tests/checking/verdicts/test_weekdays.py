"""Weekdays, "yesterday" and dates that no calendar has, against the days that are meant."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.weekday import Weekday, no_such_date, wrong_distance, wrong_weekday
from qcheck.checking.proof import Proof
from tests.checking.verdicts.statements import dated, related, told, values

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(1, 8)


def weekday(number: int, within: str, *, near: int = 120, **fields: Any) -> Proof | None:
    """What is said of a date that is told to be such a weekday; the article is of Tuesday, 14 May 2024."""
    said = related(within=within, value_low=float(number), **{"time_year": "as written", **fields})
    return wrong_weekday(said, (dated(within, "the date"),), Weekday(near=near))


def test_a_date_that_is_another_weekday() -> None:
    found = weekday(MONDAY, "2024-05-08")
    assert told(found) == ("conflict", "the date", "8 May 2024 is a Wednesday, not a Monday")
    assert values(found) == {"expected": "Wednesday", "other_expected": "6 May 2024", "period": "8 May 2024"}
    assert weekday(WEDNESDAY, "2024-05-08") is None


@pytest.mark.parametrize(
    ("number", "near"),
    [(THURSDAY, "9"), (FRIDAY, "10"), (SATURDAY, "11"), (SUNDAY, "5"), (MONDAY, "6"), (TUESDAY, "7")],
)
def test_the_nearest_such_weekday(number: int, near: str) -> None:
    assert values(weekday(number, "2024-05-08"))["other_expected"] == f"{near} May 2024"


def test_where_several_days_may_be_meant_none_may_be_the_weekday() -> None:
    weekend = "2024-05-11/2024-05-12"
    assert weekday(SATURDAY, weekend) is None and weekday(SUNDAY, weekend) is None
    assert told(weekday(FRIDAY, weekend)) == ("conflict", "the date", "11 May 2024 is a Saturday, not a Friday")
    assert told(weekday(FRIDAY, weekend, time_year=""))[2] == "12 May 2024 is a Sunday, not a Friday"
    assert weekday(FRIDAY, "2024-05-11/2024-05-17") is None
    assert told(weekday(FRIDAY, "2024-05-11/2024-05-16"))[0] == "conflict"
    assert weekday(FRIDAY, "2024-05-11/2024-05-18") is None  # some day of eight is any weekday, also one of no number
    assert weekday(8, "2024-05-11/2024-05-18") is None and weekday(8, "2024-05-11/2024-05-17") is not None


def test_without_days_nothing_is_said_of_a_weekday() -> None:
    assert weekday(FRIDAY, "2024-05-11/..") is None
    assert weekday(FRIDAY, "../2024-05-11") is None
    assert weekday(FRIDAY, "?") is None


def test_a_date_told_by_its_distance_from_a_guessed_day_is_a_review() -> None:
    assert weekday(MONDAY, "2024-05-13", time_year="", dated_by="file name") is None
    assert told(weekday(FRIDAY, "2024-05-13", time_year="", dated_by="file name"))[0] == "review"
    assert told(weekday(FRIDAY, "2024-05-13", time_year=""))[0] == "conflict"
    assert told(weekday(FRIDAY, "2024-05-13", dated_by="file name"))[0] == "conflict"  # the date itself is written
    assert told(weekday(FRIDAY, "2024-05-13", time_year="", dated_by="column"))[0] == "conflict"
    assert told(weekday(FRIDAY, "2024-05-13", time_year="", dated_by="front matter"))[0] == "conflict"


def test_a_date_without_a_year_may_be_of_the_year_before_or_after() -> None:
    found = weekday(WEDNESDAY, "2024-05-20", time_year="dateline")
    assert told(found) == ("conflict", "the date", "20 May 2024 is a Monday, not a Wednesday")
    elsewhere = weekday(TUESDAY, "2024-05-20", time_year="dateline")
    assert told(elsewhere) == (
        "review",
        "the date",
        "20 May 2024 is a Monday, not a Tuesday",
        "20 May 2025 would be a Tuesday, in another year",
    )
    assert values(elsewhere) == {"expected": "Monday", "other_expected": "21 May 2024", "period": "20 May 2024"}
    assert told(weekday(SATURDAY, "2024-05-20", time_year="dateline"))[3:] == ("20 May 2023 would be a Saturday, in another year",)
    assert told(weekday(FRIDAY, "2024-05-20", time_year="dateline"))[0] == "conflict"  # it was one in 2022
    assert weekday(MONDAY, "2024-05-20", time_year="dateline") is None
    assert told(weekday(WEDNESDAY, "2024-05-20", time_year="dateline", dated_by="file name"))[0] == "conflict"


def test_of_a_date_far_from_the_article_nobody_knows_the_year() -> None:
    assert told(weekday(MONDAY, "2024-05-24", time_year="dateline", near=10))[0] == "conflict"
    assert weekday(MONDAY, "2024-05-25", time_year="dateline", near=10) is None
    assert told(weekday(MONDAY, "2024-05-04", time_year="dateline", near=10))[0] == "conflict"
    assert weekday(MONDAY, "2024-05-03", time_year="dateline", near=10) is None
    assert Weekday().near == 120


def test_what_lies_ahead_is_not_of_a_day_before_the_article() -> None:
    ahead: dict[str, Any] = {"time_year": "dateline", "tense": "future"}
    assert weekday(FRIDAY, "2024-05-10", **ahead) is None  # it is 2025, too far away
    assert told(weekday(THURSDAY, "2024-05-10", time_year="dateline"))[0] == "conflict"
    assert told(weekday(FRIDAY, "2024-05-14", **ahead))[2] == "14 May 2024 is a Tuesday, not a Friday"
    assert told(weekday(FRIDAY, "2024-05-10", near=400, **ahead)) == ("conflict", "the date", "10 May 2025 is a Saturday, not a Friday")


def test_what_is_past_may_be_of_last_year() -> None:
    past: dict[str, Any] = {"time_year": "dateline", "tense": "past"}
    assert weekday(SATURDAY, "2024-05-20", **past) is None  # in 2023 it was one
    assert told(weekday(TUESDAY, "2024-05-20", **past))[0] == "review"  # in 2025 it will be one
    assert told(weekday(WEDNESDAY, "2024-05-20", **past))[0] == "conflict"
    assert told(weekday(WEDNESDAY, "2024-05-10", **past))[0] == "review"  # 2023; the day meant is over in this year, too
    assert told(weekday(SUNDAY, "2024-05-14", **past))[0] == "review"  # 2023; the article's own day is not to come


def test_a_leap_day_is_looked_for_in_leap_years_only() -> None:
    found = weekday(FRIDAY, "2024-02-29", time_year="dateline")
    assert told(found) == ("conflict", "the date", "29 February 2024 is a Thursday, not a Friday")


def test_a_date_without_a_year_in_an_undated_article_is_taken_as_it_is() -> None:
    said = related(on="", within="2024-05-20", value_low=3.0, time_year="dateline")
    assert told(wrong_weekday(said, (dated("2024-05-20", "the date"),), Weekday()))[0] == "conflict"


def distance(meant: str, written: str, **fields: Any) -> Proof | None:
    said = related(within=meant, **fields)
    return wrong_distance(said, (dated("?", "yesterday"), dated(written, "the date")), Parameters())


def test_a_date_that_is_not_yesterday() -> None:
    found = distance("2024-05-13", "2024-05-10")
    assert told(found) == (
        "conflict",
        "yesterday",
        "the date",
        "the article is of 14 May 2024",
        "“yesterday” can then be 13 May 2024 to 13 May 2024, not 10 May 2024",
    )
    assert values(found) == {"expected": "13 May 2024"}
    assert told(distance("2024-05-13", "2024-05-10", dated_by="file name"))[0] == "review"


def test_the_next_day_that_it_can_be() -> None:
    assert values(distance("2024-05-06/2024-05-12", "2024-05-14")) == {"expected": "12 May 2024"}
    assert values(distance("2024-05-06/2024-05-12", "2024-05-05")) == {"expected": "6 May 2024"}
    assert distance("2024-05-06/2024-05-12", "2024-05-12") is None
    assert distance("2024-05-06/2024-05-12", "2024-05-12/2024-05-20") is None


@pytest.mark.parametrize(
    ("meant", "written"),
    [
        ("?", "2024-05-10"),
        ("2024-05-13", "?"),
        ("../2024-05-01", "2024-05-10"),
        ("2024-05-13/..", "2024-05-10"),
        ("2024-05-13", "../2024-05-10"),
        ("2024-05-13", "2024-05-14/.."),
    ],
)
def test_a_distance_needs_both_ends_of_both(meant: str, written: str) -> None:
    assert distance(meant, written) is None


def test_a_date_that_no_calendar_has() -> None:
    found = no_such_date(related("2024-02 has 29 days, not 31"), (dated("?", "31 February"),), Parameters())
    assert told(found) == ("conflict", "31 February", "2024-02 has 29 days, not 31")
    assert values(found) == {"expected": "2024-02 has 29 days, not 31"}
