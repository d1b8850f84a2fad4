"""Two ages of one person, and an age against a day of birth."""

from __future__ import annotations

from typing import Any

import pytest

from qcheck.checking.kinds.age import age_and_birth, two_ages
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Statement
from tests.checking.verdicts.statements import dated, statement, told

NOW = {"within": "2024-05-14", "throughout": "", "time_quote": ""}


def aged(document: str, hard: str, *, on: str = "2024-05-14", **fields: Any) -> Statement:
    low = hard.strip("[(").partition(",")[0]
    plain = {"unit": "age", "value_low": float(low), "event": "", "person": "Ada Quill", "start": 0, **NOW, "within": on or "2024-05-14"}
    return statement(document, hard, on=on, **{**plain, **fields})


def ages(a: Statement, b: Statement) -> tuple[str, ...]:
    """What is said of two ages; the same lines whichever is given first."""
    one, other = two_ages(a, b, Parameters()), two_ages(b, a, Parameters())
    assert (one and (told(one)[0], told(one)[3:])) == (other and (told(other)[0], told(other)[3:]))
    return told(one) if one else ()


def test_no_birth_day_fits_two_ages() -> None:
    assert ages(aged("a", "[34, 34]"), aged("b", "[36, 36]", on="2024-05-16")) == (
        "conflict",
        "a [34, 34]",
        "b [36, 36]",
        "“a [34, 34]” → 34 years old",
        "“b [36, 36]” → 36 years old",
        "“a [34, 34]” in an article of 14 May 2024 → born from 15 May 1989 to 14 May 1990",
        "“b [36, 36]” in an article of 16 May 2024 → born from 15 May 1987 to 16 May 1988",
        "no birth day lies in both",
    )


def test_an_age_without_an_upper_end_has_no_first_day_of_birth() -> None:
    lines = ages(aged("a", "[70, inf)"), aged("b", "[34, 34]", on="2024-05-16"))
    assert lines[5] == "“a [70, inf)” in an article of 14 May 2024 → born up to 14 May 1954"


def test_ages_that_agree() -> None:
    assert ages(aged("a", "[34, 34]"), aged("b", "[34, 34]", on="2024-05-16")) == ()
    assert ages(aged("a", "[30, 40)"), aged("b", "[34, 34]")) == ()


def test_only_a_birthday_within_some_days_explains_a_year() -> None:
    birthday = ages(aged("a", "[34, 34]"), aged("b", "[35, 35]", on="2024-05-16"))
    assert birthday[0] == "review"
    assert birthday[-1] == "only a birthday between 14 May 2024 and 16 May 2024 explains both"
    assert ages(aged("a", "[34, 34]"), aged("b", "[35, 35]", on="2024-05-21"))[0] == "review"
    later = ages(aged("a", "[34, 34]"), aged("b", "[35, 35]", on="2024-05-22"))
    assert (later[0], later[-1]) == ("update", "only a birthday between 14 May 2024 and 22 May 2024 explains both")
    assert ages(aged("a", "[34, 34]"), aged("b", "[35, 35]"))[0] == "conflict"  # on one day nobody is of two ages
    assert ages(aged("a", "[35, 35]"), aged("b", "[34, 34]", on="2024-05-16"))[0] == "conflict"  # nobody grows younger


def test_days_that_were_guessed_give_no_conflict() -> None:
    for source in ("page metadata", "file name", "document properties", "mail header"):
        assert ages(aged("a", "[34, 34]", dated_by=source), aged("b", "[36, 36]", on="2024-05-16"))[0] == "review"
        assert ages(aged("a", "[34, 34]"), aged("b", "[36, 36]", on="2024-05-16", dated_by=source))[0] == "review"
    for source in ("dateline", "column", "front matter"):
        assert ages(aged("a", "[34, 34]", dated_by=source), aged("b", "[36, 36]", on="2024-05-16"))[0] == "conflict"
    guessed = aged("a", "[34, 34]", dated_by="file name")
    assert ages(guessed, aged("b", "[35, 35]", on="2024-05-16"))[:1] == ("update",)
    assert ages(guessed, aged("a", "[36, 36]", start=9, dated_by="file name"))[0] == "conflict"  # in one article its day matters to none


def test_in_one_article_a_year_is_a_review() -> None:
    assert ages(aged("a", "[34, 34]"), aged("a", "[35, 35]", start=9))[0] == "review"
    assert ages(aged("a", "[34, 34]"), aged("a", "[35.5, 35.5]", start=9))[0] == "conflict"
    assert ages(aged("a", "[34, 34]"), aged("a", "[30, 33]", start=9))[0] == "review"
    assert ages(aged("a", "[34, 34]"), aged("a", "[30, 32]", start=9))[0] == "conflict"


def test_an_article_of_no_day_tells_two_ages_only_in_itself() -> None:
    found = ages(aged("a", "[34, 34]", on=""), aged("a", "[36, 36]", on="", start=9))
    assert (found[0], found[-1]) == ("conflict", "one article, two ages")
    assert ages(aged("a", "[34, 34]", on=""), aged("a", "[35, 35]", on="", start=9))[0] == "review"
    assert ages(aged("a", "[34, 34]", on=""), aged("b", "[36, 36]", on="")) == ()
    assert ages(aged("a", "[34, 34]", on=""), aged("b", "[36, 36]")) == ()


def test_the_dead_grow_no_older() -> None:
    dead = ages(aged("a", "[34, 34]", event="kill"), aged("b", "[35, 35]", on="2024-09-16"))
    assert (dead[0], dead[-1]) == ("conflict", "the person was dead by 14 May 2024: an age no longer grows")
    assert ages(aged("a", "[34, 34]"), aged("b", "[35, 35]", on="2024-09-16", event="kill"))[0] == "update"  # alive in May
    here = ages(aged("a", "[34, 34]"), aged("a", "[36, 36]", start=9, event="kill"))
    assert (here[0], here[-1]) == ("conflict", "the article tells of a dead person: an age no longer grows")
    assert ages(aged("a", "[34, 34]", event="kill"), aged("a", "[35, 35]", start=9))[0] == "review"
    assert ages(aged("a", "[34, 34]", event="kill"), aged("b", "[35, 35]"))[0] == "conflict"
    later = ages(aged("a", "[35, 35]", on="2024-09-16"), aged("b", "[34, 34]", event="kill"))
    assert later[-1] == "the person was dead by 14 May 2024: an age no longer grows"


def test_of_a_death_without_a_day_nobody_knows_whether_the_other_age_is_of_the_living() -> None:
    undated = aged("a", "[34, 34]", on="", event="kill")
    assert ages(undated, aged("b", "[33, 33]")) == ()
    assert ages(undated, aged("a", "[36, 36]", on="", start=9))[-1] == "the article tells of a dead person: an age no longer grows"


def test_an_age_of_another_time_is_not_compared() -> None:
    assert ages(aged("a", "[34, 34]", within="?"), aged("b", "[36, 36]")) == ()
    assert ages(aged("a", "[34, 34]"), aged("b", "[36, 36]", within="?")) == ()


def test_namesakes_lie_a_generation_apart() -> None:
    junior = {"person": "Ada Quill Jr."}
    assert ages(aged("a", "[34, 34]", **junior), aged("b", "[46, 46]")) == ()
    assert ages(aged("a", "[46, 46]", **junior), aged("b", "[34, 34]")) == ()
    assert ages(aged("a", "[34, 40]", **junior), aged("b", "[46, 46]")) == ()
    assert ages(aged("a", "[46, 46]", **junior), aged("b", "[34, 40]")) == ()
    assert ages(aged("a", "[34, 34]", **junior), aged("b", "[45, 45]"))[0] == "conflict"
    assert ages(aged("a", "[34, 34]", **junior), aged("b", "[60, 60]", **junior))[0] == "conflict"
    assert ages(aged("a", "[34, 34]"), aged("b", "[60, 60]"))[0] == "conflict"


def test_an_age_told_of_days_long_before_its_article_holds_from_then_on() -> None:
    early = {"within": "2020-01-01/2020-12-31", "time_quote": "in 2020"}
    grown = ages(aged("a", "[30, 30]", **early), aged("b", "[34, 34]"))
    assert (grown[0], grown[-1]) == ("update", "only a birthday between 1 January 2020 and 14 May 2024 explains both")
    assert ages(aged("a", "[30, 30]", **early), aged("a", "[34, 34]", start=9)) == ()
    assert ages(aged("a", "[28, 28]", **early), aged("b", "[34, 34]"))[0] == "conflict"


def test_a_caption_may_be_years_old() -> None:
    old = {"zone": "caption"}
    assert ages(aged("a", "[30, 30]", **old), aged("b", "[34, 34]"))[0] == "update"
    assert ages(aged("a", "[29, 29]", **old), aged("b", "[34, 34]"))[0] == "conflict"
    assert ages(aged("a", "[36, 36]"), aged("b", "[34, 34]", on="2024-05-16", **old)) == ()


def test_an_age_that_no_calendar_holds_is_not_compared() -> None:
    assert ages(aged("a", "[3000, 3000]"), aged("b", "[34, 34]")) == ()
    assert ages(aged("a", "[34, 34]"), aged("b", "[3000, 3000]")) == ()


def birth(one: Statement, within: str, **fields: Any) -> tuple[str, ...]:
    found: Proof | None = age_and_birth(one, dated(within, f"born {within}", **fields), Parameters())
    return told(found) if found else ()


def test_an_age_that_the_day_of_birth_does_not_give() -> None:
    assert birth(aged("a", "[34, 34]"), "1988-05-14") == (
        "conflict",
        "a [34, 34]",
        "born 1988-05-14",
        "“a [34, 34]” in an article of 14 May 2024 → born from 15 May 1989 to 14 May 1990",
        "“born 1988-05-14” → born 14 May 1988",
        "no birth day lies in both",
    )


@pytest.mark.parametrize(
    ("born", "outcome"),
    [("1989-05-14", "conflict"), ("1989-05-15", ""), ("1990-05-14", ""), ("1990-05-15", "conflict"), ("1989", ""), ("1988", "conflict")],
)
def test_the_days_of_birth_that_fit_an_age(born: str, outcome: str) -> None:
    assert "".join(birth(aged("a", "[34, 34]"), born)[:1]) == outcome


def test_an_age_told_of_days_long_before_its_article_fits_births_from_then_on() -> None:
    early = {"within": "2020-01-01/2020-12-31", "time_quote": "in 2020"}
    assert birth(aged("a", "[30, 30]", **early), "1989-01-01")[0] == "conflict"
    assert birth(aged("a", "[30, 30]", **early), "1989-01-02") == ()
    assert birth(aged("a", "[30, 30]", event="kill", **early), "1988-01-01") == ()
    assert birth(aged("a", "[30, 30]", dated_by="file name", **early), "1988-01-01")[0] == "review"


def test_an_age_at_death_may_be_older_than_its_article() -> None:
    assert birth(aged("a", "[34, 34]", event="kill"), "1988-05-15") == ()
    assert birth(aged("a", "[34, 34]", event="kill"), "1988-05-14") != ()
    assert birth(aged("a", "[34, 34]", event="injure"), "1988-05-15") != ()


def test_an_age_in_an_article_of_a_guessed_day_is_a_review_within_a_year() -> None:
    guessed = aged("a", "[34, 34]", dated_by="file name")
    assert birth(guessed, "1988-05-15")[0] == "review"
    assert birth(guessed, "1988-05-14")[0] == "conflict"
    assert birth(guessed, "1991-05-15")[0] == "review"
    assert birth(guessed, "1991-05-16")[0] == "conflict"


def test_without_a_day_of_birth_or_of_the_age_nothing_is_said() -> None:
    assert birth(aged("a", "[34, 34]"), "?") == ()
    assert birth(aged("a", "[34, 34]"), "../1988") == ()
    assert birth(aged("a", "[34, 34]"), "1988/..") == ()
    assert birth(aged("a", "[34, 34]", on=""), "1988") == ()
    assert birth(aged("a", "[34, 34]", within="?"), "1988") == ()
    assert birth(aged("a", "[3000, 3000]"), "1988") == ()


def test_a_vague_time_of_birth_is_ten_days_wider() -> None:
    assert birth(aged("a", "[34, 34]"), "1990-05-24", time_vague=True) == ()
    assert birth(aged("a", "[34, 34]"), "1990-05-25", time_vague=True) != ()
