"""Word files (.docx): what a reader of the finished text would see, tracked insertions in and deletions out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading.dateline import date_alone, dated, named_date
from qcheck.reading.title import find_title
from qcheck.reading.word.content import content
from qcheck.reading.word.names import name
from qcheck.reading.word.package import open_package
from qcheck.reading.word.pieces import Block, laid_out


def documents(data: bytes, name: str) -> list[Document]:
    """The one article of a Word file; its note tells what was left out. Raises InputProblem."""
    parts = open_package(data).parts
    try:
        found = content(parts)
    except RecursionError:
        raise InputProblem("is nested too deeply", todo="save its text as .txt") from None
    text, _ = laid_out(found.blocks)
    left_out = ", ".join(f"{what} ({number})" for what, number in found.left_out.items())
    document = Document(name, _title(found.blocks, text), text, note=f"left out: {left_out}" if left_out else "")
    return [dated(document, (named_date(Path(name).stem), "file name"), (_saved(parts.get("core-properties")), "document properties"))]


def _title(blocks: tuple[Block, ...], text: str) -> str:
    titles = [block.text for block in blocks if block.kind == "title"]
    if not titles and blocks and blocks[0].kind == "heading":
        titles = [blocks[0].text]
    return " ".join(titles[0].split()) if titles else find_title(text)


def _saved(properties: Any) -> date | None:
    """The day a file was last saved, else made, as its properties tell: all that a draft says of its date."""
    told = {name(each).removeprefix("*:"): each.text or "" for each in properties} if properties is not None else {}
    days = [date_alone(told.get(each, "")[:10]) for each in ("modified", "created")]
    return next((day for day in days if day), None)
