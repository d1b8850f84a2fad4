"""The first verb: files -> documents."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading.dateline import find_dateline, named_date
from qcheck.reading.language import left_out, settle
from qcheck.reading.markup import blank_tags
from qcheck.reading.paths import Found, find, reason, refused

if TYPE_CHECKING:
    import pandas as pd

LIMIT = 20_000_000  # bytes of a file
UNPACKED = 100_000_000  # characters of all its articles
# suffix -> module of this folder that reads it
KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".docx": "docx",
    ".doc": "docx",
    ".pdf": "pdf",
    ".eml": "eml",
}


def read(paths: str | Path | Iterable[str | Path], *, limit: int = LIMIT, languages: Iterable[str] = ()) -> pd.DataFrame:
    """The documents frame: one line for each article under the paths (files, or folders that are walked), in the order of names.

    Columns are the fields of `qcheck.model.document.Document`; `published` is missing where unknown. What cannot be read (missing,
    binary, larger than `limit` bytes, broken) is a line with status failed, what is no article in a known language one with status
    skipped; both with empty text and a note that says what was found and what to do. Bad input raises nothing. `languages`: codes of
    those that alone are read (empty: all that are known).
    """
    files, rows = find([paths] if isinstance(paths, str | Path) else paths, KINDS)
    wanted = tuple(languages)
    for file in files:
        rows += read_file(file, limit=limit, languages=wanted)
    return documents_frame(rows)


def documents_frame(rows: Iterable[Document]) -> pd.DataFrame:
    """The documents frame of rows that were read in any order."""
    from qcheck.model.frames import to_frame

    return to_frame(sorted(rows, key=_order), Document, missing=("published",))


def read_file(file: Found, *, limit: int = LIMIT, languages: tuple[str, ...] = ()) -> list[Document]:
    """The articles of one file, or its failed row. It touches nothing but this file, so files can be read apart."""
    try:
        with open(file.path, "rb") as stream:
            data = stream.read(limit + 1)
    except (OSError, ValueError) as error:
        return [refused(file.name, f"cannot be read ({reason(error)}); check the file")]
    if len(data) > limit:
        return [refused(file.name, too_large(limit))]
    return read_bytes(data, file.name, suffix=file.path.suffix, languages=languages)


def too_large(limit: int) -> str:
    """What is told of a file with more bytes."""
    return f"is larger than {limit / 1e6:g} MB; split it"


def read_bytes(data: bytes, name: str, *, suffix: str, languages: tuple[str, ...] = ()) -> list[Document]:
    """The articles in the bytes of a file of a kind that `suffix` tells (one of `KINDS`), or its failed row."""
    kind = importlib.import_module(f"qcheck.reading.{KINDS[suffix.lower()]}")
    try:
        rows = [_complete(document) for document in kind.documents(data, name)]
    except InputProblem as problem:
        return [refused(name, str(problem))]
    if sum(len(row.text) for row in rows) > UNPACKED:
        return [refused(name, f"holds more than {UNPACKED / 1e6:g} million characters; split it")]
    return [row if row.status != "read" or not languages or row.language in languages else left_out(row, languages) for row in rows]


def _complete(document: Document) -> Document:
    """The document without stray tags, with its language and its date settled; or the row that says why it is not read."""
    if document.status != "read":
        return document
    document = replace(document, text=blank_tags(document.text))
    if not document.text.strip():
        return refused(document.document, "holds no text; nothing to check", status="skipped")
    document = settle(document)
    if document.status != "read" or document.published:
        return document
    day = find_dateline(document.text)
    if day:
        return replace(document, published=day.isoformat(), published_from="dateline")
    day = named_date(Path(document.document).stem) if "#" not in document.document else None
    return replace(document, published=day.isoformat(), published_from="file name") if day else document


def _order(document: Document) -> tuple[str, int]:
    """By path, then by the number of the article in its file."""
    match = re.fullmatch(r"(.*)#(\d{1,9})", document.document, re.DOTALL)
    return (match[1], int(match[2])) if match else (document.document, 0)
