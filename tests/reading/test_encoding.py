"""Bytes -> text: what is assumed is said, and what is no text is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.errors import InputProblem
from qcheck.reading.encoding import decode

TEXT = "Die Mühle – 5 €\n„zu“\n"
WORDS = st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"), exclude_characters="\ufeff"), min_size=1).filter(
    lambda text: not text.startswith(("%PDF-", "PK\x03", "{\\rtf", "GIF8"))
)


@given(WORDS)
def test_utf_8_and_every_text_with_a_mark_is_read_back(text: str) -> None:
    assert decode(text.encode()).text == text
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        decoded = decode(mark + text.encode(encoding))
        assert (decoded.text, decoded.encoding, decoded.note) == (text, encoding, "")


def test_utf_32_with_a_mark_is_not_taken_for_utf_16() -> None:
    assert decode(codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le")).text == TEXT


def test_cp1252_is_a_guess_that_is_told() -> None:
    decoded = decode(TEXT.encode("cp1252"))
    assert (decoded.text, decoded.encoding, decoded.note) == (TEXT, "cp1252", "not UTF-8: cp1252 assumed")


def test_a_cut_off_utf_8_file_stays_utf_8() -> None:
    decoded = decode((TEXT * 3).encode() + b"\xe2\x80")
    assert decoded.encoding == "utf-8" and decoded.text.startswith(TEXT * 3)
    assert decoded.note == "damaged UTF-8: 1 unreadable characters replaced"


def test_a_declared_charset_counts_unless_it_is_wrong() -> None:
    assert decode("Łódź".encode("iso8859-2"), declared="ISO-8859-2").text == "Łódź"
    assert decode(TEXT.encode(), declared="us-ascii").text == TEXT
    assert decode(TEXT.encode(), declared="no-such").text == TEXT
    assert decode(TEXT.encode(), declared="base64").text == TEXT


def test_all_line_ends_become_line_feeds() -> None:
    assert decode(b"a\r\nb\rc\nd").text == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\nx", "is a PDF file, not text; export it as text"),
        (b"PK\x03\x04x", "is a ZIP file (or .docx, .odt, .epub), not text; export it as text"),
        (b"\x89PNG\r\n", "is a picture, not text; export it as text"),
        (b"a\nb\x00", "holds the control character U+0000 in line 2, so it is no text; export it as text"),
        (TEXT.encode("utf-16-le"), "holds the control character U+0000 in line 1, so it is no text; export it as text"),
        (codecs.BOM_UTF16_LE + b"a\x00\x01\x00", "holds the control character U+0001 in line 1, so it is no text; export it as text"),
        (codecs.BOM_UTF16_LE + b"abc", "is not utf-16-le at byte 2, as its first bytes say; save it as UTF-8"),
        (b"M\xfchle \x81", "is neither UTF-8 nor cp1252 at byte 6; save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, found: str) -> None:
    with pytest.raises(InputProblem) as error:
        decode(data)
    assert str(error.value) == found
