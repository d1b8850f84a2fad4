"""explain tells which words gave what, in the order of the text."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qcheck.extraction.explain import explain, guess


def readings(text: str, language: str | None = None) -> list[tuple[str, str]]:
    return [(s.words, s.result) for s in explain(text, language=language, published=date(2023, 5, 17)).steps]


def test_modifier_number_thing_range_and_days_are_told_in_order() -> None:
    words = [w for w, _ in readings("more than 400 pumps since August 2022")]
    assert words == ["more than", "400", "pumps", "more than 400 pumps", "since August 2022"]


def test_the_range_stands_with_the_whole_phrase() -> None:
    told = dict(readings("more than 400 pumps since August 2022"))
    assert told["more than 400 pumps"] == "hard (400, inf), typical (400, 500), count"
    assert told["pumps"] == "pump"
    assert told["since August 2022"].startswith("2022-08/2023-05-17")


def test_german_is_told_from_english_by_its_words() -> None:
    assert guess("mehr als 400 Pumpen seit August") == "de"
    assert guess("more than 400 pumps since August") == "en"
    assert [w for w, _ in readings("mehr als 400 Pumpen")] == ["mehr als", "400", "Pumpen", "mehr als 400 Pumpen"]


def test_what_is_no_quantity_is_told_with_its_reason() -> None:
    steps = explain("The 11th of them met on 30 February.", language="en").steps
    assert steps
    assert all(s.result for s in steps)


@given(st.text(max_size=60))
def test_steps_quote_the_text(text: str) -> None:
    for step in explain(text, language="en").steps:
        assert step.words in text
        assert 0 <= step.start <= step.end <= len(text)
