"""Rows are frozen dataclasses, however they are filled and changed."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from qcheck.model.claim import Claim, changed, content_id

ROW = Claim("a1", "time", "news.txt", start=3, end=9, quote="Friday", within="2024-05-17")


def test_a_row_has_what_it_was_filled_with_and_the_defaults_of_the_other_columns() -> None:
    told = {"claim": "a1", "role": "time", "document": "news.txt", "start": 3, "end": 9, "quote": "Friday", "within": "2024-05-17"}
    for column in fields(Claim):
        value = getattr(ROW, column.name)
        default = told.get(column.name, column.default)
        assert value == default or (value != value and default != default), column.name


def test_a_row_cannot_be_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        ROW.start = 4  # type: ignore[misc]


def test_a_column_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError):
        Claim(page=3)  # type: ignore[call-arg]
    with pytest.raises(KeyError):
        changed(ROW, page=3)


def test_a_changed_row_is_that_of_replace_and_leaves_the_first_as_it_was() -> None:
    other = changed(ROW, start=5, unit="count", low=2.0)
    assert repr(other) == repr(replace(ROW, start=5, unit="count", low=2.0))
    assert ROW.start == 3
    assert ROW.unit == ""


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda row: pickle.loads(pickle.dumps(row))])
def test_a_row_can_be_copied_and_sent_to_another_process(again: object) -> None:
    assert callable(again)
    assert repr(again(ROW)) == repr(ROW)


def test_an_id_comes_from_content_alone() -> None:
    assert content_id("wire.jsonl#2", 14, 0.5) == "05d83bb6a98b"
    assert content_id("wire.jsonl#21", 4, 0.5) == "f3f128848a52"  # the parts do not run into each other
    assert content_id("half a sign: \ud83d") == "b4ade868d3c4"  # no file can hold it, but a caller may
