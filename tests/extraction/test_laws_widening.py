"""Widening holds: words that leave more open are read as intervals that hold all that the narrower words allow."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

import qcheck
from qcheck.model.interval import Interval
from qcheck.model.quantity import Quantity
from qcheck.model.timespan import TimeSpan

RANGES = {"en": "between {} and {} boats", "de": "zwischen {} und {} Booten"}
AGES = {"en": "women aged between {} and {}", "de": "Frauen im Alter zwischen {} und {} Jahren"}
LOWER = {"en": ("more than {} boats", "at least {} boats"), "de": ("mehr als {} Boote", "mindestens {} Boote")}
UPPER = {"en": ("fewer than {} boats", "up to {} boats"), "de": ("weniger als {} Boote", "höchstens {} Boote")}
BLURRED = {"en": "about {} boats", "de": "etwa {} Boote"}
LANGUAGES = st.sampled_from(["en", "de"])
DAYS = st.dates(date(2001, 1, 1), date(2023, 12, 31))
YEARS = {year for year in range(1500, 2100) if year % 50}
PUBLISHED = date(2024, 5, 14)


def only(text: str, language: str) -> Quantity:
    (found,) = qcheck.parse(text, language=language, published=PUBLISHED)
    return found


def hard(text: str, language: str) -> Interval[float]:
    return only(text, language).hard


def span(text: str, language: str = "en") -> TimeSpan:
    (found,) = qcheck.parse_times(text, language=language, published=PUBLISHED)
    return found.span


@given(st.integers(20, 900), st.integers(1, 90), st.integers(0, 18), st.integers(0, 99), LANGUAGES)
def test_widening_holds_for_ranges(low: int, length: int, down: int, up: int, language: str) -> None:
    narrow = RANGES[language].format(low, low + length)
    assert hard(narrow, language).inside(hard(RANGES[language].format(low - down, low + length + up), language))


@given(st.integers(10, 60), st.integers(1, 9), st.integers(0, 5), st.integers(0, 20), LANGUAGES)
def test_widening_holds_for_ages(low: int, length: int, down: int, up: int, language: str) -> None:
    narrow = AGES[language].format(low, low + length)
    assert hard(narrow, language).inside(hard(AGES[language].format(low - down, low + length + up), language))


@given(st.integers(20, 10**6), st.integers(0, 18), st.integers(0, 1), LANGUAGES)
def test_widening_holds_for_bounds(number: int, more: int, which: int, language: str) -> None:
    assume(not {number - more, number, number + more} & YEARS)
    lower, upper = LOWER[language][which], UPPER[language][which]
    assert hard(lower.format(number), language).inside(hard(lower.format(number - more), language))
    assert hard(upper.format(number), language).inside(hard(upper.format(number + more), language))
    assert hard(LOWER[language][0].format(number), language).inside(hard(LOWER[language][1].format(number), language))


@given(st.integers(2, 10**6), LANGUAGES)
def test_widening_holds_for_blurred_numbers(number: int, language: str) -> None:
    assume(number not in YEARS)
    bare = only(f"{number} {BLURRED[language].split()[-1]}", language)
    blurred = only(BLURRED[language].format(number), language)
    assert bare.hard.inside(blurred.hard)
    assert bare.typical.inside(blurred.typical)


@given(DAYS, st.integers(0, 300), st.integers(0, 40), st.integers(0, 40))
def test_widening_holds_for_days(first: date, length: int, down: int, up: int) -> None:
    def between(low: date, high: date) -> TimeSpan:
        return span(f"between {low:%B} {low.day}, {low.year} and {high:%B} {high.day}, {high.year}")

    last = first + timedelta(length + 1)
    narrow, wide = between(first, last), between(first - timedelta(down), last + timedelta(up))
    assert narrow.within.inside(wide.within)


@given(DAYS)
def test_widening_holds_from_the_day_to_its_month_and_its_year(day: date) -> None:
    spans = [span(text) for text in (f"{day:%B} {day.day}, {day.year}", f"{day:%B} {day.year}", f"in {day.year}")]
    assert spans[0].within.inside(spans[1].within)
    assert spans[1].within.inside(spans[2].within)
