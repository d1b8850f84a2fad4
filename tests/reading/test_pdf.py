"""PDF files: lines become paragraphs, what belongs to the page is left out, and what cannot be read is told."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading.pdf import documents
from tests.reading.pages import Words, column, pdf

FIRST = [
    "The town of Larvik has bought 400 trams since the",
    "spring of 2031, said the mayor on Monday, and the",
    "drivers are glad of it.",
]


def only(data: bytes, name: str = "a.pdf") -> Document:
    (document,) = documents(data, name)
    return document


LISTED = ["The mayor of Larvik has named three of the reasons:", "• 400 trams that are new and that are longer than", "• 900 drivers"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (FIRST, " ".join(FIRST)),
        ([*FIRST, "", "The old ones are sold."], " ".join(FIRST) + "\n\nThe old ones are sold."),
        (["Larvik has bought new Straßen-", "bahnen, which are longer"], "Larvik has bought new Straßenbahnen, which are longer"),
        (["It is of the whole Rhein-", "Main region, which is near"], "It is of the whole Rhein-Main region, which is near"),
        (["They are of all the 20-", "year-olds, who are tired"], "They are of all the 20-year-olds, who are tired"),
        (["Trams for Larvik\t", *FIRST], "Trams for Larvik\n\n" + " ".join(FIRST)),
        ([*FIRST, "Year 2021", "Trams 400", "Drivers 900"], " ".join(FIRST) + "\n\nYear 2021\nTrams 400\nDrivers 900"),
        (LISTED, f"{LISTED[0]}\n\n{LISTED[1]}\n{LISTED[2]}"),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(lines: list[str], text: str) -> None:
    pitch = 24 if lines[0].endswith("\t") else 12
    assert only(pdf(column(*lines[:1]) + column(*lines[1:], top=700 - pitch))).text == text


def test_a_sentence_goes_on_over_columns_and_pages() -> None:
    one, two, three = ["Larvik has bought", "400 trams, which"], ["are longer than", "those that were"], ["sold last year."]
    text = only(pdf(column(*one) + column(*two, left=300), column(*three))).text
    assert text == "Larvik has bought 400 trams, which are longer than those that were sold last year."


def test_what_stands_on_the_edges_of_all_pages_is_left_out() -> None:
    pages: list[list[Words]] = [
        [
            (70, 800, "Larvik Post, 5 May 2031"),
            *column(*FIRST, f"Tram number {n}00 is red."),
            (300, 40, f"Page {n} of 3"),
            (500, 40, str(n)),
        ]
        for n in (1, 2, 3)
    ]
    text = only(pdf(*pages)).text
    assert "Larvik Post" not in text and "Page" not in text
    assert [f"Tram number {n}00 is red." in text for n in (1, 2, 3)] == [True] * 3
    assert text.count("400") == 3


def test_on_a_single_page_only_its_number_is_left_out() -> None:
    text = only(pdf([(70, 800, "Larvik Post, 5 May 2031"), *column(*FIRST), (300, 40, "- 1 -")])).text
    assert text == "Larvik Post, 5 May 2031\n\n" + " ".join(FIRST)


@pytest.mark.parametrize(
    ("name", "first", "day", "source"),
    [
        ("a.pdf", "Larvik, 3 May 2031", "2031-05-03", "dateline"),
        ("2031-05-04-trams.pdf", "Trams", "2031-05-04", "file name"),
        ("a.pdf", "Trams", "2031-05-06", "document properties"),
    ],
)
def test_the_day_it_was_made_is_the_last_guess_of_its_date(name: str, first: str, day: str, source: str) -> None:
    read = only(pdf(column(first, "", *FIRST), info="/CreationDate (D:20310506220000Z)"), name)
    assert (read.published, read.published_from) == (day, source)


ENCRYPTED = "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "ab" * 32 + "> /U <" + "cd" * 32 + "> >>"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (pdf([]), "has no text, only pictures of it"),
        (pdf(), "is a broken PDF file"),
        (pdf(column(*FIRST), trailer=ENCRYPTED), "is encrypted with a password"),
        (b"%PDF-1.7 cut", "is a broken PDF file"),
        (b"", "is a broken PDF file"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, found: str) -> None:
    with pytest.raises(InputProblem) as caught:
        documents(data, "a.pdf")
    assert found in caught.value.found and caught.value.todo


def test_without_the_library_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(InputProblem, match=r"pip install 'qcheck\[pdf\]'"):
        documents(pdf(column(*FIRST)), "a.pdf")


@given(st.lists(st.sampled_from(["Larvik", "bought", "400", "trams", "longer", "since"]), min_size=1, max_size=60), st.integers(30, 60))
def test_no_word_is_lost_wherever_lines_break(words: list[str], width: int) -> None:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    assert only(pdf(column(*lines))).text.split() == words
