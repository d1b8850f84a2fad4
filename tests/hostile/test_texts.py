"""Numbers that were written to be misread: each is read for what a person sees, or refused with the reason, and none is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.checking.check import findings
from qcheck.checking.corpus import corpus_of
from qcheck.checking.rules import load_rules
from qcheck.extraction.claims import claims_of
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.reading.read import read_bytes
from tests.fuzz.doors import hold_claims, hold_document
from tests.fuzz.seeds import DRAFT, HOSTILE

OTHER, NAME, LONG = "digits of another script, or of several", "part of a name", "more than 40 digits"
ROW = "one of a long row of numbers: a table or a code"


def rows(text: str, language: str = "en") -> list[Claim]:
    found = claims_of(Document("d.txt", "", text, language, "2024-05-14"))
    hold_claims(Document("d.txt", "", text, language), found)
    return sorted((row for row in found if row.role != "document"), key=lambda row: (row.start, row.end))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1\u00a0234", 1234),
        ("1\u202f234\u202f567", 1_234_567),
        ("1\u2009234", 1234),
        ("12\u00ad34", 1234),
        ("1,2\u200b34", 1234),
        ("1\ufeff234", 1234),
        ("1\u2060,234", 1234),
        ("\u202e432\u202c", 432),
        ("\u2066432\u2069", 432),
        ("4\u200e32", 432),
        ("1e5", 100_000),
        ("7 ½", 7.5),
    ],
)
def test_signs_that_nobody_sees_change_no_number(written: str, value: float) -> None:
    (claim,) = rows(f"The town bought {written} lorries.")
    assert (claim.role, claim.value_low, claim.value_high, claim.of) == ("claim", value, value, "vehicle")


@pytest.mark.parametrize(
    ("written", "reasons"),
    [
        ("٤٠٠", [OTHER]),
        ("４００", [OTHER]),
        ("\U0001d7d2\U0001d7ce\U0001d7ce", [OTHER]),
        ("४००", [OTHER]),
        ("4٠٠", [OTHER]),
        ("⑤", [OTHER]),
        ("Ⅻ", [OTHER]),
        ("4O0", [NAME, NAME]),  # a letter for the nought, Latin and Cyrillic
        ("1О0", [NAME, NAME]),
        ("l2", [NAME]),
        ("9" * 5000, [LONG]),
        ("1," * 2000 + "000", [ROW]),
        ("1e400", ["an exponent beyond 60"]),
    ],
)
def test_what_only_looks_like_a_number_is_refused_and_told(written: str, reasons: list[str]) -> None:
    found = rows(f"The town bought {written} lorries.")
    assert [(row.role, row.reason) for row in found] == [("number", reason) for reason in reasons]


def test_digits_of_another_script_spoil_no_other_number() -> None:
    assert [(row.role, row.quote) for row in rows("The town bought 1\u00a0234 lorries and ٤ boats.")] == [
        ("claim", "1\u00a0234 lorries"),
        ("number", "٤"),
    ]


@pytest.mark.parametrize("mark", ["¹", "²", "[1]", "*", "†", "<sup>1</sup>", '<sup><a href="#n">[1]</a></sup>'])
def test_the_mark_of_a_note_joins_no_number(mark: str) -> None:
    for suffix, before, after in ((".html", "<html><body><article><p>", "</p></article></body></html>"), (".md", "", "")):
        text = f"The town of Ostby has bought 312{mark} lorries since May, said the mayor, and it will keep all of them for years."
        (document,) = read_bytes(f"{before}{text}{after}".encode(), f"a{suffix}", suffix=suffix)
        assert {row.value_low for row in claims_of(document) if row.role == "claim"} == {312.0}, document.text


@pytest.mark.parametrize("hidden", ["display:none", "visibility:hidden", "color:#fff;background:#fff", "font-size:0", "opacity:0"])
def test_hidden_numbers_are_no_claims(hidden: str) -> None:
    text = "The town of Ostby has bought 312 lorries since May, said the mayor, and it will keep all of them for years."
    second = f'<p style="{hidden}">It bought 999 boats in June, said the same mayor.</p>'
    page = f"<html><body><article><p>{text}</p>{second}</article></body></html>"
    (document,) = read_bytes(page.encode(), "a.html", suffix=".html")
    assert "312" in document.text and "999" not in document.text


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("31 February 2023", "2023-02 has 28 days, not 31"),
        ("29 February 2023", "2023-02 has 28 days, not 29"),
        ("29 February 1900", "1900-02 has 28 days, not 29"),
        ("31 April 2023", "2023-04 has 30 days, not 31"),
    ],
)
def test_a_day_that_does_not_exist_is_told_and_has_no_days(written: str, reason: str) -> None:
    time = next(row for row in rows(f"The town bought 312 lorries on {written}.") if row.role == "time")
    assert (time.within, time.reason) == ("?", reason)


@pytest.mark.parametrize(
    "written", ["in the year 0", "in the year 10000", "on 2023-13-45", "on 0000-01-01", "on 10000-01-01", "on 99/99/9999"]
)
def test_a_year_that_no_calendar_has_gives_no_days(written: str) -> None:
    found = rows(f"The town bought lorries {written}.")
    assert found
    assert not any(row.role == "time" and row.within != "?" for row in found), found


def test_a_message_is_one_line_whatever_lines_its_quote_has() -> None:
    text = "The town bought 312 lorries in 2023, and they came on the\n31\nFebruary 2023."
    claims = claims_of(Document("d.txt", "A\ntitle", text, "en", "2024-05-14"))
    (finding,) = findings(corpus_of(claims), load_rules())
    assert finding.rule == "calendar/no-such-date"
    assert "31 February 2023" in finding.message and "\n" not in finding.message


@pytest.mark.parametrize("published", ["0001-01-01", "0001-03-01", "9998-12-31", "9999-12-31"])
@pytest.mark.parametrize("written", ["from 1990 to 2005", "from 1 to 9 May 0001", "from 3 May to 31 December 9999", "since 29 February"])
def test_no_day_is_counted_beyond_the_calendar(published: str, written: str) -> None:
    text = f"The 9,000-year fair of Ostby, {written}, began last week. Ada Quill, 34, died on Friday, 31 December. Ada Quill was 36."
    claims = claims_of(Document("d.txt", "", text, "en", published))
    assert "article/undated" in {finding.rule for finding in findings(corpus_of(claims), load_rules())}


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=5), max_size=6), st.integers(0, len(DRAFT)), st.sampled_from(["en", "de"]))
def test_every_number_of_a_hostile_article_has_its_row(pieces: list[str], at: int, language: str) -> None:
    text = DRAFT[:at] + "".join(pieces) + DRAFT[at:]
    (document,) = read_bytes(text.encode("utf-8", "replace"), "any.txt", suffix=".txt")
    hold_document(document)
    if document.status == "read":
        rows(document.text, language)
