"""JSONL and CSV: one article a row, and a broken row harms no other."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading import csv as comma
from qcheck.reading import jsonl

TEXT = (
    st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"), exclude_characters="\ufeff"), min_size=1)
    .map(str.strip)
    .filter(bool)
)
FULL = {"title": "Mill closes", "text": "Three mills.", "language": "en", "published": "2023-07-04", "source": "Harrow Post"}
ARTICLE = Document(
    "a#1", "Mill closes", "Mill closes\n\nThree mills.", "en", "2023-07-04", "Harrow Post", published_from="column", encoding="utf-8"
)


def as_csv(rows: list[dict[str, str]], delimiter: str = ",") -> bytes:
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode()


def test_all_fields_are_taken() -> None:
    assert jsonl.documents(json.dumps(FULL).encode(), "a") == [replace(ARTICLE, line=1)]
    assert comma.documents(as_csv([FULL]), "a") == [replace(ARTICLE, line=2)]
    assert (
        jsonl.documents(b'{"TEXT": "x", "text": "Three mills.", "Lang": "en", "date": "4 July 2023", "more": [1]}', "a")[0].published
        == "2023-07-04"
    )


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_every_text_comes_back_in_its_row(texts: list[str]) -> None:
    for documents, data in (
        (jsonl.documents, "\n".join(json.dumps({"text": text}) for text in texts).encode()),
        (comma.documents, as_csv([{"text": text, "id": "1"} for text in texts])),
    ):
        read = documents(data, "a")
        assert [(d.document, d.text) for d in read] == [(f"a#{n}", text) for n, text in enumerate(texts, 1)]


def test_each_article_has_the_line_where_it_begins() -> None:
    lines = b'{"text": "One."}\n\n{broken\n{"text": "Two."}\n'
    assert [each.line for each in jsonl.documents(lines, "a")] == [1, 3, 4]
    rows = b'title,text\n"Two\nlines",One.\n\nOne line,Two.\nshort\n'
    assert [each.line for each in comma.documents(rows, "a")] == [2, 5, 6]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_delimiter_is_found(delimiter: str, mark: str) -> None:
    data = mark.encode() + as_csv([{"Title": "a; b, c\td", "Text": "One, two;\nthree\tfour"}], delimiter)
    assert [(d.title, d.text) for d in comma.documents(data, "a")] == [("a; b, c d", "a; b, c d\n\nOne, two;\nthree\tfour")]


def test_a_broken_line_of_json_is_a_failed_row() -> None:
    lines = [
        '{"text": "One."}',
        "",
        "{broken",
        '{"text": 5}',
        "[1]",
        '{"title": "x"}',
        "[" * 100_000,
        "9" * 5000,
        '{"text": "\\ud800 two."}',
    ]
    read = jsonl.documents("\n".join(lines).encode(), "a")
    assert [(d.document, d.status, d.text) for d in read] == [
        ("a#1", "read", "One."),
        *((f"a#{n}", "failed", "") for n in range(2, 8)),
        ("a#8", "read", "? two."),
    ]
    assert read[1].note.startswith("line 3 is not JSON (Expecting property name")
    assert [d.note for d in read[2:5]] == [f'line {n} has no text; write {{"text": "..."}}' for n in (4, 5, 6)]
    assert all("\n" not in d.note and len(d.note) < 200 for d in read)


def test_a_broken_row_of_csv_is_a_failed_row() -> None:
    read = comma.documents(b'text,title\nOne.,a\nTwo.\n\nThree, four,b\n"Five."x,c\nSix.,d\n"Seven,e\n', "a")
    assert [(d.document, d.status, d.text) for d in read] == [
        ("a#1", "read", "a\n\nOne."),
        ("a#2", "failed", ""),
        ("a#3", "failed", ""),
        ("a#4", "failed", ""),
        ("a#5", "read", "d\n\nSix."),
        ("a#6", "failed", ""),
    ]
    assert read[1].note == "the row in line 3 has 1 cells, the header 2; quote cells that hold ','"
    assert read[5].note == "the row in line 8 is broken (unexpected end of data); mend its quotes"


def test_cells_may_be_long_and_the_limit_of_csv_is_as_before() -> None:
    before = csv.field_size_limit()
    assert len(comma.documents(b"text\n" + b"mill " * 100_000, "a")[0].text) == 500_000
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"title,body\na,b\n", "has no column text in its header 'title,body'; name the column that holds the articles text"),
        (b"", "has no column text in its header ''; name the column that holds the articles text"),
        (b"text,title\n", "holds no article; write one a row under the header"),
    ],
)
def test_a_table_without_texts_is_a_problem(data: bytes, found: str) -> None:
    with pytest.raises(InputProblem) as error:
        comma.documents(data, "a")
    assert str(error.value) == found


def test_an_empty_file_of_json_lines_is_a_problem() -> None:
    with pytest.raises(InputProblem, match="holds no article; write one JSON object a line"):
        jsonl.documents(b"\n\n", "a")


@pytest.mark.parametrize("published", ["", None, "soon", "2023-02-31", 20230704, True, {"day": 4}])
def test_a_cell_that_is_no_date_is_left_out_and_noted(published: object) -> None:
    article = jsonl.documents(json.dumps({"text": "Three mills.", "published": published}).encode(), "a")[0]
    assert (article.published, article.published_from, article.text) == ("", "", "Three mills.")
    assert bool(article.note) == (published not in ("", None))
