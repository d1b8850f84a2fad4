"""Laws of the calendar rules: what is right on any day, for any age and length, is silent; a slip of it is found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qcheck
from qcheck.checking.rules import builtin_folder, load_rules
from qcheck.model.document import Document
from qcheck.model.finding import Finding
from qcheck.model.frames import from_frame, to_frame

RULES = load_rules(builtin_folder() / "calendar")
PUBLISHED = date(2025, 6, 10)
WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
}
MONTHS = {
    "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    "de": ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
}
LANGUAGES = st.sampled_from(["en", "de"])


def said(text: str, language: str) -> list[str]:
    """The rules that find something in a text of 10 June 2025, that are not notes."""
    row = Document("draft", text=text, language=language, published=PUBLISHED.isoformat(), published_from="column")
    found = from_frame(qcheck.check(qcheck.extract(to_frame([row], Document)), rules=RULES), Finding)
    return [finding.rule for finding in found if finding.outcome in ("conflict", "review")]


def written(day: date, language: str, *, weekday: int, year: bool) -> str:
    """ "on Friday, June 6, 2025", "am Freitag, 6. Juni 2025"."""
    name, month = WEEKDAYS[language][weekday - 1], MONTHS[language][day.month - 1]
    if language == "en":
        return f"on {name}, {month} {day.day}" + (f", {day.year}," if year else "")
    return f"am {name}, {day.day}. {month}" + (f" {day.year}" if year else "")


@settings(max_examples=15)
@given(LANGUAGES, st.dates(date(1950, 1, 1), PUBLISHED), st.integers(1, 6))
def test_a_date_fits_its_own_weekday_and_no_other(language: str, day: date, off: int) -> None:
    verb = {"en": "The ferry of Larvik sank {}.", "de": "Die Fähre von Larvik sank {}."}[language]
    right, wrong = day.isoweekday(), (day.isoweekday() + off - 1) % 7 + 1
    assert said(verb.format(written(day, language, weekday=right, year=True)), language) == []
    assert said(verb.format(written(day, language, weekday=wrong, year=True)), language) == ["calendar/weekday"]


@settings(max_examples=15)
@given(LANGUAGES, st.integers(-40, 40))
def test_a_near_date_without_a_year_fits_its_own_weekday(language: str, away: int) -> None:
    day = PUBLISHED + timedelta(away)
    verb = {"en": "The court of Larvik meets {}.", "de": "Das Gericht von Larvik tagt {}."}[language]
    assert said(verb.format(written(day, language, weekday=day.isoweekday(), year=False)), language) == []


@settings(max_examples=15)
@given(LANGUAGES, st.integers(1900, 2010), st.integers(1, 60))
def test_a_length_fits_the_years_that_it_counts(language: str, first: int, years: int) -> None:
    last = first + years
    text = {
        "en": f"The mill of Larvik ran from {first} to {last}, or {years + 3} years, under one owner.",
        "de": f"Die Mühle von Larvik lief von {first} bis {last}, also {years + 3} Jahre lang, unter einem Besitzer.",
    }[language]
    assert said(text, language) == ["calendar/length"]
    assert said(text.replace(f" {years + 3} ", f" {years} "), language) == []


@settings(max_examples=15)
@given(LANGUAGES, st.dates(date(1930, 1, 1), date(1990, 1, 1)), st.dates(date(2000, 1, 1), PUBLISHED), st.integers(2, 9))
def test_an_age_at_death_is_counted_from_birthday_to_birthday(language: str, born: date, died: date, off: int) -> None:
    age = died.year - born.year - ((died.month, died.day) < (born.month, born.day))
    birth, death = (
        (f"{MONTHS[language][d.month - 1]} {d.day}, {d.year}", f"{d.day}. {MONTHS[language][d.month - 1]} {d.year}") for d in (born, died)
    )
    text = {
        "en": f"Ada Vik was born on {birth[0]}, in Larvik and died on {death[0]}, aged {{}}.",
        "de": f"Ada Vik wurde am {birth[1]} in Larvik geboren und starb am {death[1]} im Alter von {{}} Jahren.",
    }[language]
    assert said(text.format(age), language) == []
    assert said(text.format(age + off), language) == ["calendar/years-since"]


@pytest.mark.parametrize("day", ["30 February 2024", "29 February 2023", "31 April 2024", "31 June", "31 September 2024", "31 November"])
def test_no_calendar_has_the_day(day: str) -> None:
    assert said(f"The ferry of Larvik will be tested on {day} by its crew.", "en") == ["calendar/no-such-date"]


def test_a_guessed_date_of_an_article_proves_nothing_of_yesterday() -> None:
    text = "Yesterday, June 3, the bridge of Larvik was opened."
    rows = [Document("draft", text=text, language="en", published="2025-06-10", published_from=known) for known in ("column", "file name")]
    outcomes = [from_frame(qcheck.check(qcheck.extract(to_frame([row], Document)), rules=RULES), Finding)[0].outcome for row in rows]
    assert outcomes == ["conflict", "review"]
