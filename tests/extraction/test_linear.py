"""Reading costs in proportion to the length of the text, whatever the text: the steps taken are counted, not the time."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

import qcheck
from qcheck.extraction.numbers.digits import LONG_ROW
from qcheck.extraction.quantities import ADDRESS, read_quantities
from qcheck.language.pack import load_pack
from qcheck.model.desk import EMPTY_DESK
from qcheck.model.document import Document

PROSE = {
    "en": "The town bought more than 400 boats in May, and most of them lie in the old harbour, where they may be seen by all. ",
    "de": "Die Stadt kaufte im Mai mehr als 400 Boote, und die meisten liegen im alten Hafen, wo sie am Sonntag zu sehen sind. ",
}
LINES = [*'7 ,-aA$"\n(.\u00ad', "1-", "1/", "1.", "2022 ", "12:30 ", "a ", "one ", "hundert", "A."]
DENSE = [
    "May 2, ",
    "$1 ",
    "one million and ",
    "4 thousand ",
    "http://a1 ",
    "half of 5 ",
    "1 a ",
    "1e",
    "5\u00ad",
    "½",
    "since Monday ",
    "2. ",
]


@pytest.fixture(scope="module", autouse=True)
def compiled() -> None:
    """What is compiled once for each language is no step of reading."""
    for language, text in PROSE.items():
        for unit in (text, *LINES, *DENSE):
            steps(unit * (1000 // len(unit) + 1), language)


def steps(text: str, language: str) -> int:
    """The calls of Python functions and of compiled ones that it takes to read a text, claims included."""
    from qcheck.extraction.claims import claims_of

    count = 0

    def tally(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(tally)
    try:
        claims_of(Document("d", "", text, language, "2024-05-14"))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("unit", [*LINES, *DENSE])
def test_twice_the_text_takes_no_more_than_twice_the_steps(unit: str, language: str) -> None:
    once, twice = (unit * (size // len(unit)) for size in (1000, 2000))
    assert steps(twice, language) < 2.5 * steps(once, language) + 500


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("unit", LINES)
def test_a_line_of_signs_takes_no_more_steps_than_prose(unit: str, language: str) -> None:
    size = 3000
    assert steps(unit * (size // len(unit)), language) < steps(PROSE[language] * (size // len(PROSE[language])), language)


def read(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    timexes = qcheck.parse_times(text, language="en")
    found, rejected = read_quantities(text, pack=load_pack("en"), desk=EMPTY_DESK, timexes=timexes)
    return [item.quote for item in found], [(item.quote, item.reason) for item in rejected]


@pytest.mark.parametrize("row", ["2022 " * 30 + "2022", "1/" * 80 + "1", "12:30, " * 20 + "12:30"])
def test_a_long_row_of_numbers_is_read_by_nobody_and_said(row: str) -> None:
    assert read(f"{row}\n5 boats in May 2022") == (["5"], [(row, LONG_ROW)])


def test_a_list_of_years_is_no_long_row() -> None:
    assert len(qcheck.parse_times("In 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019 and 2020.", language="en")) > 5


def test_a_long_row_of_number_words_is_said() -> None:
    row = " ".join(["one"] * 2000)
    assert read(f"{row}, 5 boats") == (["5"], [(row, LONG_ROW)])


def test_what_is_refused_inside_a_web_address_is_told_once() -> None:
    assert read("see http://a.example/1.2.3.4/x") == ([], [("http://a.example/1.2.3.4/x", ADDRESS)])
