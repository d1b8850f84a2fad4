"""Plain text."""

from __future__ import annotations

from qcheck.model.document import Document
from qcheck.reading.encoding import decode
from qcheck.reading.title import find_title


def documents(data: bytes, name: str) -> list[Document]:
    """The one article of a plain text file; its text stays whole, a headline in it is also the title. Raises InputProblem."""
    decoded = decode(data)
    return [Document(name, find_title(decoded.text), decoded.text, encoding=decoded.encoding, note=decoded.note)]
