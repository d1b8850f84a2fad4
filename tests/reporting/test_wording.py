"""Ranges, days and places in words."""

from __future__ import annotations

import math

import pytest

from qcheck.checking.wording import amount_words, period_words, range_words, when_words
from qcheck.model.claim import Claim
from qcheck.model.interval import numbers
from qcheck.model.timespan import span_from_text
from qcheck.reporting import wording
from qcheck.reporting.catalogue import load_catalogue
from tests.reporting import story

UI = load_catalogue()


@pytest.mark.parametrize(
    ("interval", "unit", "words"),
    [
        ("[20, 20]", "count", "exactly 20"),
        ("(400, inf)", "count", "more than 400"),
        ("[12, inf)", "count", "at least 12"),
        ("[0, 400)", "count", "fewer than 400"),
        ("[0, 9]", "count", "0 to 9"),
        ("(0, inf)", "count", "some, no number given"),
        ("(-inf, inf)", "count", "any number"),
        ("(-inf, 5]", "degree_celsius", "at most 5 degrees celsius"),
        ("(-inf, -2)", "degree_celsius", "less than −2 degrees celsius"),
        ("[350, 450]", "count", "350 to 450"),
        ("[300, 400)", "count", "300 to under 400"),
        ("(175, 450]", "count", "over 175, up to 450"),
        ("(400, 500)", "count", "over 400, under 500"),
        ("[1.65e9, 1.75e9]", "USD", "1.65 billion to 1.75 billion USD"),
        ("[14.45, 14.55]", "percent", "14.45 to 14.55 %"),
        ("[11500, 12500]", "count", "11,500 to 12,500"),
        ("[1234567, 1234567]", "count", "exactly 1,234,567"),
        ("[3, 3]", "ordinal", "rank 3"),
        ("[1e300, 1e300]", "count", "exactly 1e+300"),
        ("[5, 5]", "unknown", "exactly 5 (unit unknown)"),
    ],
)
def test_ranges(interval: str, unit: str, words: str) -> None:
    assert range_words(numbers(interval), unit) == words


@pytest.mark.parametrize(
    ("within", "words"),
    [
        ("2031-05-04", "4 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("2030-08/2031-05-04", "August 2030 to 4 May 2031"),
        ("2030-10/2030-12", "October 2030 to December 2030"),
        ("2031-01/2031-03", "January 2031 to March 2031"),
        ("2029/2030", "2029 to 2030"),
        ("2031-05-04/2031-12", "4 May 2031 to December 2031"),
        ("../9999-12-31", "up to 31 December 9999"),
        ("../2031-02-28", "before 1 March 2031"),
        ("?/2031-02-28", "up to 28 February 2031"),
        ("2031/?", "from 2031 on"),
        ("2031-04/..", "from April 2031 on"),
        ("?", "time not told"),
    ],
)
def test_periods(within: str, words: str) -> None:
    assert period_words(span_from_text(within)) == words


def test_a_vague_period_says_so() -> None:
    assert period_words(span_from_text("2031-05-21/2031-05-31", vague=True)) == "21 May 2031 to 31 May 2031, roughly"


def test_a_period_that_is_written_wrong_is_not_told() -> None:
    assert wording.span(Claim(within="spring")) is None


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (Claim(zone="headline", paragraph=1, sentence=1), "headline"),
        (Claim(paragraph=3, sentence=7), "paragraph 3, sentence 7"),
        (Claim(zone="caption", sentence=2), "caption, sentence 2"),
        (Claim(), ""),
    ],
)
def test_places(claim: Claim, words: str) -> None:
    assert wording.place_words(claim, UI) == words


def test_how_two_ranges_meet() -> None:
    assert wording.numbers_meet(story.MORE, story.FEWER, UI) == "no number fits both"
    assert wording.numbers_meet(story.MORE, story.HUNDREDS, UI) == "both allow more than 400"
    assert wording.numbers_meet(story.PEOPLE, story.LEFT, UI) == "both allow 1,145 to 1,155"
    assert wording.numbers_meet(story.MORE, story.LEAKED, UI) == ""
    assert wording.numbers_meet(story.MORE, story.EUROS, UI) == ""


def test_ranges_in_units_of_one_dimension_meet_in_the_first_ones_unit() -> None:
    metres = Claim(low=900, high=1100, closed="[]", unit="metre", dimension="[length]")
    kilometre = Claim(low=1, high=2, closed="[]", unit="kilometre", dimension="[length]", base_factor=1000)
    assert wording.numbers_meet(metres, kilometre, UI) == "both allow 1,000 to 1,100 metres"


def test_how_two_periods_meet() -> None:
    assert wording.days_meet(story.LEAKED, story.REPAIRS, UI) == "no day lies in both"
    assert wording.days_meet(story.MORE, story.HUNDREDS, UI) == "both allow 4 May 2031"
    assert wording.days_meet(story.MORE, story.EUROS, UI) == ""


@pytest.mark.parametrize(
    ("text", "shown"), [("a\u202eb", "a[U+202E]b"), ("a\x1bb", "a[U+001B]b"), ("a\nb\tü", "a\nb\tü"), ("Ab\xadteil", "Ab\xadteil")]
)
def test_acting_signs_are_written_out(text: str, shown: str) -> None:
    assert wording.visible(text) == shown


def test_countries_go_by_name_and_others_by_their_own() -> None:
    claim = Claim(scope="field", of="pump", event="supply", agent="Ada Quill;CA", recipient="KE", modality="planned")
    assert wording.subject_words(claim, UI) == "field pump · supply · by Ada Quill, Canada · to Kenya · planned"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ((1, 1, "[]", "day"), "1 day"),
        ((2.5, 3.5, "[]", "day"), "2.5 to 3.5 days"),
        ((119.5, 120.5, "[]", "kilometer_per_hour"), "119.5 to 120.5 kilometers per hour"),
        ((3, 3, "[]", "cubic_foot"), "3 cubic feet"),
        ((5, 5, "[]", "EUR"), "5 EUR"),
        ((14, 14, "[]", "count"), "14"),
        ((400, math.inf, "()", "count"), "more than 400"),
        ((0, math.inf, "()", "count"), "some"),
        ((math.nan, math.nan, "", ""), "some"),
    ],
)
def test_amounts_as_a_sentence_takes_them(amount: tuple[float, float, str, str], words: str) -> None:
    assert amount_words(*amount) == words


def test_days_that_only_the_date_of_the_article_gives_are_told_as_such() -> None:
    days = span_from_text("../2024-06-03", "")
    assert when_words(days, named=False) == "no day named, so up to 3 June 2024"
    assert when_words(days, named=True) == period_words(days)
