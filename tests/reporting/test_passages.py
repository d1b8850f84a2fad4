"""Laws of cutting texts for reading."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.claim import Claim
from qcheck.reporting.passages import LONGEST_SENTENCE, Passage, in_one_sentence, paragraphs, passage

TEXTS = st.text(alphabet="ab .\n", max_size=60)
ROLES = st.sampled_from(["claim", "repeat", "number", "time", "list"])


@st.composite
def rows(draw: st.DrawFn) -> tuple[str, list[Claim]]:
    text = draw(TEXTS)
    ends = st.integers(-2, len(text) + 2)
    spans = draw(st.lists(st.tuples(ends, ends, ROLES), max_size=6))
    return text, [Claim(str(n), role, "a", start=start, end=end) for n, (start, end, role) in enumerate(spans)]  # type: ignore[arg-type]


@given(rows())
def test_paragraphs_lose_nothing_but_blank_lines(drawn: tuple[str, list[Claim]]) -> None:
    text, claims = drawn
    kept = "".join(piece.text for paragraph in paragraphs(text, claims) for piece in paragraph)
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text)


@given(rows())
def test_a_row_opens_at_most_once_and_where_its_words_are(drawn: tuple[str, list[Claim]]) -> None:
    text, claims = drawn
    opened = [row for paragraph in paragraphs(text, claims) for piece in paragraph if piece.opens for row in piece.rows]
    assert len(opened) == len(set(opened))
    assert all(0 <= claims[row].start < claims[row].end <= len(text) for row in opened)


@given(rows())
def test_every_row_with_visible_words_is_opened(drawn: tuple[str, list[Claim]]) -> None:
    text, claims = drawn
    opened = {row for paragraph in paragraphs(text, claims) for piece in paragraph if piece.opens for row in piece.rows}
    for number, row in enumerate(claims):
        if 0 <= row.start < row.end <= len(text) and text[row.start].strip():
            assert number in opened


@given(rows(), st.integers(0, 60), st.integers(0, 60))
def test_a_passage_marks_the_quote(drawn: tuple[str, list[Claim]], start: int, end: int) -> None:
    text, claims = drawn
    for row in claims:
        if 0 <= row.start < row.end <= len(text):
            shown = passage(replace(row, sentence_start=start, sentence_end=end), text)
            assert shown.marked == re.sub(r"\s+", " ", text[row.start : row.end])


def test_a_long_sentence_is_shortened_at_words_on_both_sides() -> None:
    text = "word " * 200 + "412 homes" + " word" * 200
    shown = passage(Claim("1", start=1000, end=1009, sentence_start=0, sentence_end=len(text)), text)
    assert shown.marked == "412 homes"
    assert len(shown.text) < LONGEST_SENTENCE + 40
    assert shown.before.startswith("… word") and shown.after.endswith("word …")


def test_where_no_sentence_is_told_the_passage_stays_in_its_paragraph_and_shows_where_it_is_cut() -> None:
    text = "A title\n\n" + "word " * 50 + "at 9 p.m. it rained.\n\nMore."
    start = text.index("9 p.m.")
    shown = passage(Claim("1", "time", start=start, end=start + 6), text)
    assert shown.before.startswith("… word") and shown.after == " it rained."


def test_an_article_without_a_quote_shows_its_beginning_without_its_title() -> None:
    shown = passage(Claim("1", "document"), "The title\n\nThe first sentence. " + "More of it. " * 50)
    assert shown.after.startswith("The first sentence.") and shown.after.endswith(" …")
    assert not shown.marked


def test_the_words_of_the_time_are_told_apart_once() -> None:
    shown = Passage("On Sunday, ", "412 homes", " burned; on Sunday it rained")
    kinds = [kind for kind, _ in shown.pieces("on  Sunday")]
    assert kinds == ["", "quote", "", "time", ""]
    assert shown.pieces("On Sunday")[0] == ("time", "On Sunday")


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_pieces_join_to_the_sentence(before: str, marked: str, after: str, also: str) -> None:
    assert "".join(text for _, text in Passage(before, marked, after).pieces(also)) == f"{before}{marked}{after}"


def test_several_rows_of_a_sentence_are_marked_in_it_once() -> None:
    text = "Before. Prices rose from 200 to 300 euros,\nup 40 percent. After."
    start, end = text.index("Prices"), text.index(" After")
    rows = []
    for quote in ("40 percent", "300 euros", "300", "200"):
        at = text.index(quote)
        rows.append(Claim(quote, "claim", "a", start=at, end=at + len(quote), quote=quote, sentence_start=start, sentence_end=end))
    pieces = in_one_sentence(rows, text)
    assert "".join(words for _, words in pieces) == "Prices rose from 200 to 300 euros, up 40 percent."
    assert [words for kind, words in pieces if kind == "quote"] == ["200", "300 euros", "40 percent"]
