"""An article: text with what is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["read", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class Document:
    """One row of the documents frame.

    `document` is the path as given, with / (and `#N` for the Nth article of a file of several, counted from 1). `text` begins with
    the title and a blank line where there is one; in plain text, lines such as a dateline may stand above it. `published` is an
    ISO 8601 date, empty (missing in the frame) where unknown; `published_from` says where it comes from (dateline, front matter,
    page metadata, column, file name, document properties, mail header), `encoding` what was assumed of the bytes. `status` tells whether
    the article was read; `note` says why it was not, what was assumed, or what was left out. `line` is where the article begins in a file
    of several (counted from 1), else 0.
    """

    document: str
    title: str = ""
    text: str = ""
    language: str = ""
    published: str = ""
    source: str = ""
    published_from: str = ""
    encoding: str = ""
    status: Status = "read"
    note: str = ""
    line: int = 0


def file_and_number(document: str) -> tuple[str, int]:
    """`wire.jsonl` and 2 of `wire.jsonl#2`; the number is 0 for the one article of a file."""
    path, hash_, number = document.rpartition("#")
    return (path, int(number)) if hash_ and number.isascii() and number.isdigit() else (document, 0)
