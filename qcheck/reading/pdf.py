"""PDF files that hold text. The only importer of pypdfium2."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading.dateline import dated, named_date
from qcheck.reading.dates import real_day
from qcheck.reading.encoding import clean
from qcheck.reading.lines import EDGE, Line, joined
from qcheck.reading.title import find_title

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

PAGES = 2_000
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(\d{1,4})\W*(?:/\W*\d{1,4}\W*)?")
# pdfium writes U+FFFE, once U+0002, for a hyphen between two parts of a word, and goes on with the next line at once
_LINE = re.compile(r"([^\r\n\ufffe\x02]*)(\r\n|[\ufffe\x02]|[\r\n]|$)")


def documents(data: bytes, name: str) -> list[Document]:
    """The one article of a PDF file: its lines put together to paragraphs, without what repeats on the edges of its pages.

    Raises InputProblem for what is encrypted, broken, without text (scanned) or too long, and where pypdfium2 is not installed.
    """
    try:
        import pypdfium2
    except ImportError:
        raise InputProblem("is a PDF file, and what reads these is not installed", todo="pip install 'qcheck[pdf]'") from None
    try:
        with pypdfium2.PdfDocument(data) as file:
            if len(file) > PAGES:
                raise InputProblem(f"has more than {PAGES:,} pages", todo="split it")
            pages = [list(_lines(page, number)) for number, page in enumerate(file)]
            saved = _saved(file)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputProblem("is encrypted with a password", todo="save it without one") from None
        raise InputProblem(f"is a broken PDF file ({str(error)[:80]})", todo="export it again, or its text as .txt") from None
    text = joined(_without_edges(pages))
    if not text:
        raise InputProblem("has no text, only pictures of it", todo="let a text recognition (OCR) run over it, or save the text as .txt")
    document = Document(name, find_title(text), text)
    return [dated(document, (named_date(Path(name).stem), "file name"), (saved, "document properties"))]


def _lines(page: PdfPage, number: int) -> Iterator[Line]:
    """The lines of a page as they stand in the file, each with its place, from the lower left corner in points."""
    words = page.get_textpage()
    text = words.get_text_range()
    placed = len(text) == words.count_chars()  # else its letters cannot be told by their number
    for match in _LINE.finditer(text):
        part, end = match.groups()
        line = clean(part).strip() + ("-" if end and end in "\ufffe\x02" else "")
        if not part.strip():
            continue
        if not placed:
            yield Line(line, number)
            continue
        left, bottom, _, top = words.get_charbox(match.start() + len(part) - len(part.lstrip()), loose=True)
        _, _, right, _ = words.get_charbox(match.start() + len(part.rstrip()) - 1, loose=True)
        yield Line(line, number, left, right, bottom, top)
    words.close()


def _without_edges(pages: list[list[Line]]) -> list[Line]:
    """All lines but those on the upper and lower edge that stand on half of the pages, whatever their digits, and numbers of pages."""
    edges = [_edge(page) for page in pages]
    told = Counter(key for page in edges for key in sorted({_shape(line) for line in page}))
    often = {key for key, number in told.items() if number >= 2 and 2 * number >= len(pages)}
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        outer = {id(line) for line in edge if _shape(line) in often or _page_number(line)}
        kept += [line for line in page if id(line) not in outer]
    return kept


def _edge(page: list[Line]) -> list[Line]:
    """The lines that stand highest and lowest on a page, apart from the others, where the places of lines are known."""
    ordered = sorted((line for line in page if line.top), key=lambda line: -line.top)
    return [*_apart(ordered), *_apart(ordered[::-1])]


def _apart(ordered: list[Line]) -> list[Line]:
    """Of lines from an edge inwards the first ones, up to the first wide gap."""
    for number, (outer, inner) in enumerate(pairwise(ordered[: EDGE + 1]), 1):
        if abs(outer.top - inner.top) > 2 * outer.height:
            return ordered[:number]
    return []


def _page_number(line: Line) -> bool:
    found = _PAGE_NUMBER.fullmatch(line.text)
    return found is not None and int(found[1]) == line.page + 1


def _shape(line: Line) -> tuple[str, int]:
    """The words of a line without its digits, and about where it stands."""
    return _NUMBER.sub("#", line.text), round(line.top / 20)


def _saved(file: PdfDocument) -> date | None:
    """The day the file was made, by its properties (`D:20310506220000Z`); a later change is seldom one of the text."""
    told = file.get_metadata_dict(skip_empty=True)
    digits = _NUMBER.search(told.get("CreationDate", "") or told.get("ModDate", ""))
    return real_day(int(digits[0][:4]), int(digits[0][4:6]), int(digits[0][6:8])) if digits and len(digits[0]) >= 8 else None
