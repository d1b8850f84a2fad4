"""Bytes -> text, and what was assumed of them."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from qcheck.model.errors import InputProblem

# longest first: the mark of UTF-16 LE begins that of UTF-32 LE
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP file (or .docx, .odt, .epub)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
# no text holds these; tab, line ends, form feed and escape may stand
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_BYTE = re.compile(_CONTROL.pattern.encode())


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with line feeds only, the encoding it was read as, and a note where that was a guess."""

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """The text that the bytes hold: by their byte order mark, as `declared` (a page's charset), as UTF-8, else as cp1252.

    Raises InputProblem for what is no text: known binary formats, NUL and other control characters, broken UTF-16.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputProblem(f"is {what}, not text", todo="export it as text")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _checked(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise InputProblem(f"is not {encoding} at byte {error.start}, as its first bytes say", todo="save it as UTF-8") from None
    control = _CONTROL_BYTE.search(data)
    if control:
        raise _no_text(data.count(b"\n", 0, control.start()) + 1, control[0][0])
    if declared:
        try:
            return _checked(data.decode(declared), codecs.lookup(declared).name)
        except (LookupError, UnicodeError):
            pass  # a page that names a wrong or unknown charset is read as if it named none
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    """Bytes that are not UTF-8: damaged UTF-8 where more of it is whole than broken, else cp1252."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(char > "\x7f" for char in text) > 2 * broken:
        return _checked(text, "utf-8", f"damaged UTF-8: {broken} unreadable characters replaced")
    try:
        return _checked(data.decode("cp1252"), "cp1252", "not UTF-8: cp1252 assumed")
    except UnicodeDecodeError as error:
        raise InputProblem(f"is neither UTF-8 nor cp1252 at byte {error.start}", todo="save it as UTF-8") from None


def _checked(text: str, encoding: str, note: str = "") -> Decoded:
    control = _CONTROL.search(text)
    if control:
        raise _no_text(text.count("\n", 0, control.start()) + 1, ord(control[0]))
    return Decoded(clean(text), encoding, note)


def _no_text(line: int, control: int) -> InputProblem:
    return InputProblem(f"holds the control character U+{control:04X} in line {line}, so it is no text", todo="export it as text")


def clean(text: str) -> str:
    """Line feeds only, no byte order mark, and no lone surrogates, which no output can write."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
