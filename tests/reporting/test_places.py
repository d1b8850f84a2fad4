"""From an article to its source and to lines and columns: exact where words are the same, never outside the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.reading.markdown import documents
from qcheck.reporting.places import Alignment, Lines

UNITS = st.sampled_from(["utf-8", "utf-16", "utf-32"])
WORDS = st.lists(st.sampled_from(["the", "400", "17", "trams", "of", "Larvik", "größer", "since", "3", "2031"]), min_size=1, unique=True)


@given(st.text(), UNITS)
def test_a_character_has_one_place_and_a_place_one_character(text: str, units: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    lines = Lines(text, units)
    for at, sign in enumerate(text):
        if sign not in "\r\n":
            assert lines.offset(*lines.place(at)) == at


@given(st.text(max_size=20), st.integers(0, 10), st.integers(0, 50), UNITS)
def test_no_place_lies_outside_the_text(text: str, line: int, column: int, units: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    assert 0 <= Lines(text, units).offset(line, column) <= len(text)


def test_only_the_line_ends_of_the_protocol_end_a_line() -> None:
    lines = Lines("a\r\nb\rc\nd\u2028e\x0bf")
    assert [lines.place(lines.text.index(sign)) for sign in "abcdef"] == [(0, 0), (1, 0), (2, 0), (3, 0), (3, 2), (3, 4)]


@given(WORDS, st.data())
def test_words_that_stand_once_are_found_whatever_marks_them(words: list[str], data: st.DataObject) -> None:
    marks = st.sampled_from(["{}", "**{}**", "[{}](http://x.example/a)", "<b>{}</b>", "*{}*"])
    source = "# A heading\n\n" + " ".join(data.draw(marks).format(word) for word in words) + "\n"
    (document,) = documents(source.encode(), "a.md")
    alignment = Alignment(document.text, source)
    body = document.text.index("\n\n") + 2
    found = [alignment.span(body + at, body + at + len(word)) for at, word in _places(words)]
    assert [source[start:end] for start, end in found] == words
    assert found == sorted(found)


def _places(words: list[str]) -> list[tuple[int, str]]:
    at, found = 0, []
    for word in words:
        found.append((at, word))
        at += len(word) + 1
    return found


@pytest.mark.parametrize(
    ("read", "source", "passage", "there"),
    [
        ("Sold for €400, he said", "Sold **for** €400, he said", "€400", "€400"),
        ("up 40% now", "*up* 40% now", "40%", "40%"),
        ("at http 500 trams there", "at [http](http://x/500) 500 trams there", "500 trams", "500 trams"),
        ("Title\n\n5 trams here", "---\ntitle: Title\nof: 5\n---\n5 trams here", "5 trams", "5 trams"),
        ("10⁶ trams in all of it", "10<sup>6</sup> trams in all of it", "trams", "trams"),
    ],
)
def test_markup_moves_nothing(read: str, source: str, passage: str, there: str) -> None:
    start = read.index(passage)
    low, high = Alignment(read, source).span(start, start + len(passage))
    assert source[low:high] == there
    assert low == source.rindex(there)


def test_what_stands_behind_a_long_head_is_found() -> None:
    """As in a page whose scripts are longer than its article."""
    head = "<title>Trams</title><script>" + "var x = f(y); " * 2000 + "</script>"
    read, source = "Trams\n\nLarvik has 5 trams again today", f"{head}<p>Larvik has 5 trams again today"
    at = read.index("5 trams")
    low, high = Alignment(read, source).span(at, at + 7)
    assert (low, source[low:high]) == (source.rindex("5 trams"), "5 trams")


def test_a_text_that_has_nothing_in_common_has_a_place_all_the_same() -> None:
    assert Alignment("a b", "c d").span(0, 1) == (0, 0)
    assert Alignment("", "").span(0, 0) == (0, 0)
