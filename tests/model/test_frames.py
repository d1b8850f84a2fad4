"""Frames hold exactly the fields of their rows, and give the same rows back."""

from __future__ import annotations

import dataclasses
import math
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.errors import UsageProblem
from qcheck.model.finding import Finding, Topic
from qcheck.model.frames import columns, from_frame, to_frame

KINDS: list[Any] = [Claim, Document, Finding, Topic]
CELLS = {
    "str": st.text(st.characters(codec="utf-8"), max_size=8),
    "float64": st.floats(),
    "int64": st.integers(-(2**63), 2**63 - 1),
    "bool": st.booleans(),
}


def rows(kind: Any) -> st.SearchStrategy[list[Any]]:
    """Any cells that the columns can hold; the closed words of some fields do not matter to a frame.

    NaN is a missing number, so a number with another default is never NaN.
    """
    cells = {field.name: CELLS[columns(kind)[field.name]] for field in dataclasses.fields(kind)}
    cells |= {
        f.name: st.floats(allow_nan=False) for f in dataclasses.fields(kind) if isinstance(f.default, float) and f.default == f.default
    }
    return st.lists(st.builds(kind, **cells), max_size=3)


def cells(several: list[Any]) -> list[list[Any]]:
    """The fields of rows, so that NaN is equal to NaN."""
    return [["NaN" if isinstance(cell, float) and math.isnan(cell) else cell for cell in dataclasses.astuple(row)] for row in several]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25)
@given(st.data())
def test_rows_come_back_as_they_went_in(kind: Any, data: st.DataObject) -> None:
    several = data.draw(rows(kind))
    assert cells(from_frame(to_frame(several, kind), kind)) == cells(several)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25)
@given(st.data())
def test_columns_and_types_do_not_depend_on_the_rows(kind: Any, data: st.DataObject) -> None:
    frame = to_frame(data.draw(rows(kind)), kind)
    assert list(frame.columns) == [field.name for field in dataclasses.fields(kind)]
    assert {name: "str" if str(dtype) in ("str", "string") else str(dtype) for name, dtype in frame.dtypes.items()} == columns(kind)


@given(rows(Document), rows(Document))
def test_parts_put_together_are_the_whole(first: list[Document], second: list[Document]) -> None:
    whole = to_frame([*first, *second], Document)
    parts = [frame for frame in (to_frame(first, Document), to_frame(second, Document)) if len(frame)]
    if parts:
        pd.testing.assert_frame_equal(pd.concat(parts, ignore_index=True), whole)


def test_empty_text_is_missing_only_where_asked() -> None:
    frame = to_frame([Document("a"), Document("b", published="2023-05-17")], Document, missing=("published",))
    assert frame["published"].isna().tolist() == [True, False]
    assert frame["title"].tolist() == ["", ""]


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA, pd.NaT])
@pytest.mark.parametrize("column", ["document", "published", "note"])
def test_missing_cells_take_the_default(nothing: Any, column: str) -> None:
    frame = pd.DataFrame({"document": pd.Series(["a"], dtype=object), column: pd.Series([nothing], dtype=object)})
    document = from_frame(frame, Document)[0]
    assert getattr(document, column) == ""


def test_missing_numbers_take_the_default_or_nan() -> None:
    claim = from_frame(pd.DataFrame({"low": [None], "base_factor": [None], "start": [float("nan")]}), Claim)[0]
    assert math.isnan(claim.low) and claim.base_factor == 1.0 and claim.start == 0


def test_other_columns_are_ignored_and_missing_ones_take_the_default() -> None:
    assert from_frame(pd.DataFrame({"document": ["a"], "desk": ["b"]}), Document) == [Document("a")]


@pytest.mark.parametrize("day", [date(2023, 5, 17), pd.Timestamp("2023-05-17 10:00"), "2023-05-17"])
def test_days_become_iso_dates(day: Any) -> None:
    assert from_frame(pd.DataFrame({"document": ["a"], "published": [day]}), Document)[0].published == "2023-05-17"


def test_a_frame_without_a_required_column_is_refused() -> None:
    with pytest.raises(UsageProblem, match=r"^the frame has no column text, title; it needs document, text, title$"):
        from_frame(pd.DataFrame({"document": ["a"]}), Document, required=("document", "text", "title"))


def test_a_cell_that_does_not_fit_names_its_column() -> None:
    with pytest.raises(UsageProblem, match=r"^the column low holds what is no float \(.*many.*\); mend it$"):
        from_frame(pd.DataFrame({"low": ["many"]}), Claim)


def test_tables_of_text_are_read_as_what_they_say() -> None:
    frame = pd.DataFrame({"low": ["12", ""], "definite": ["False", "True"], "start": ["3", ""]})
    one, other = from_frame(frame, Claim)
    assert (one.low, one.definite, one.start) == (12.0, False, 3)
    assert math.isnan(other.low) and other.definite and other.start == 0


def test_what_is_no_frame_is_refused() -> None:
    rows: Any = [{"document": "a"}]
    with pytest.raises(UsageProblem, match=r"^a list is no DataFrame; see the columns of Document$"):
        from_frame(rows, Document)


def test_a_column_that_is_there_twice_is_refused() -> None:
    frame = pd.DataFrame([["a", "b", "c", "d", "e"]], columns=["document", "title", "title", "note", "note"])
    with pytest.raises(UsageProblem, match=r"^the frame has the column note, title twice; drop one of them$"):
        from_frame(frame, Document)
