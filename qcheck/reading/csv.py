"""CSV with a header: one article a row."""

from __future__ import annotations

import csv
import io
import sys

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading.encoding import decode
from qcheck.reading.fields import article

DELIMITERS = (",", ";", "\t")


def documents(data: bytes, name: str) -> list[Document]:
    """One row for each row under the header; a broken one is a failed row. Raises InputProblem without a column `text`."""
    decoded = decode(data)
    header, delimiter = _header(decoded.text)
    rows: list[Document] = []
    limit = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        reader = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter, strict=True)
        next(reader)
        while True:
            each, line = f"{name}#{len(rows) + 1}", reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                break
            except csv.Error as error:
                note = f"the row in line {line} is broken ({error}); mend its quotes"
                rows.append(Document(each, status="failed", note=note, line=line))
                continue
            if not any(cells):
                continue
            if len(cells) != len(header):
                note = f"the row in line {line} has {len(cells)} cells, the header {len(header)}; quote cells that hold {delimiter!r}"
                rows.append(Document(each, status="failed", note=note, line=line))
                continue
            fields = dict(zip(header, cells, strict=True))
            told = {"encoding": decoded.encoding, "note": decoded.note}
            rows.append(article(each, fields, fields["text"], published_from="column", line=line, **told))
    finally:
        csv.field_size_limit(limit)
    if not rows:
        raise InputProblem("holds no article", todo="write one a row under the header")
    return rows


def _header(text: str) -> tuple[list[str], str]:
    """The names of the columns, and the delimiter under which one of them is `text`."""
    first = text.split("\n", 1)[0]
    for delimiter in DELIMITERS:
        names = [cell.strip().strip('"').strip().casefold() for cell in first.split(delimiter)]
        if "text" in names:
            return names, delimiter
    raise InputProblem(f"has no column text in its header {first[:60]!r}", todo="name the column that holds the articles text")
