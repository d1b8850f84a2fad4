"""An article whose parts have names: a line of JSONL, a row of CSV, front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qcheck.model.document import Document
from qcheck.reading.dateline import date_alone
from qcheck.reading.encoding import clean
from qcheck.reading.title import find_title, with_title

# field of Document -> the names it goes by, the first one that is filled counts
NAMES = {
    "title": ("title", "headline"),
    "language": ("language", "lang"),
    "published": ("published", "date"),
    "source": ("source", "publisher", "author"),
}


def article(
    name: str, fields: Mapping[str, Any], text: str, *, published_from: str, encoding: str, note: str = "", line: int = 0
) -> Document:
    """The document that named fields and a text make; a value that cannot be used is left out, and the note says so.

    `text` begins with the title and a blank line; without a title in the fields, a headline in the text is the title.
    """
    known = {str(key).strip().casefold(): value for key, value in fields.items()}
    values: dict[str, str] = {}
    notes = [note]
    for field, names in NAMES.items():
        value = next((known[each] for each in names if known.get(each) not in (None, "")), "")
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            value = ", ".join(value)
        if not isinstance(value, str | int | float):
            notes.append(f"{field} is no text and was left out")
            value = ""
        values[field] = " ".join(clean(str(value)).split())
    day = date_alone(values["published"]) if values["published"] else None
    if values["published"] and not day:
        notes.append(f"published {values['published'][:40]!r} is no date (write it as 2023-05-17) and was left out")
    text = clean(text)
    return Document(
        name,
        title=values["title"] or find_title(text),
        text=with_title(values["title"], text),
        language=values["language"],
        published=day.isoformat() if day else "",
        source=values["source"],
        published_from=published_from if day else "",
        encoding=encoding,
        note="; ".join(each for each in notes if each),
        line=line,
    )
