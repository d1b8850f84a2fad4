"""JSON Lines: one article a line."""

from __future__ import annotations

import json

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading.encoding import decode
from qcheck.reading.fields import article


def documents(data: bytes, name: str) -> list[Document]:
    """One row for each line that is not blank; a broken line is a failed row and the others are still read. Raises InputProblem."""
    decoded = decode(data)
    rows: list[Document] = []
    for line, source in enumerate(decoded.text.split("\n"), 1):
        if not source.strip():
            continue
        each = f"{name}#{len(rows) + 1}"
        try:
            fields = json.loads(source)
        except (ValueError, RecursionError) as error:
            what = f"{error.msg} in column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
            rows.append(Document(each, status="failed", note=f"line {line} is not JSON ({what}); write one object a line", line=line))
            continue
        text = fields.get("text") if isinstance(fields, dict) else None
        if not isinstance(text, str):
            rows.append(Document(each, status="failed", note=f'line {line} has no text; write {{"text": "..."}}', line=line))
            continue
        rows.append(article(each, fields, text, published_from="column", encoding=decoded.encoding, note=decoded.note, line=line))
    if not rows:
        raise InputProblem("holds no article", todo="write one JSON object a line")
    return rows
