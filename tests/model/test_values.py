"""The small frozen values that have no file of their own."""

from __future__ import annotations

from datetime import date

import pytest

from qcheck.model.document import file_and_number
from qcheck.model.explanation import Explanation, Step
from qcheck.model.timespan import span_from_text
from qcheck.model.timex import Timex


def test_the_days_of_a_time_are_those_of_its_span() -> None:
    assert Timex(0, 6, "in May", "period").within is None
    span = span_from_text("2024-05")
    assert Timex(0, 6, "in May", "period", span).within == span.within
    assert span.within.low == date(2024, 5, 1)


def test_an_explanation_is_a_line_for_each_step() -> None:
    steps = (Step(0, 1, "4", "a number", "[4, 4]"), Step(2, 7, "boats", "what is counted", "boat"))
    assert str(Explanation("4 boats", steps)) == "'4': a number -> [4, 4]\n'boats': what is counted -> boat"


@pytest.mark.parametrize(
    ("document", "file", "number"),
    [
        ("wire.jsonl#2", "wire.jsonl", 2),
        ("wire.jsonl#12", "wire.jsonl", 12),
        ("a#1/wire.jsonl#2", "a#1/wire.jsonl", 2),
        ("wire.jsonl", "wire.jsonl", 0),
        ("wire.jsonl#", "wire.jsonl#", 0),
        ("draft#two.txt", "draft#two.txt", 0),
        ("draft#²", "draft#²", 0),
    ],
)
def test_the_file_of_a_document_and_its_number_there(document: str, file: str, number: int) -> None:
    assert file_and_number(document) == (file, number)
