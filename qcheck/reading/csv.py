"""Being built."""

from __future__ import annotations

from qcheck.model.document import Document
from qcheck.reading.text import documents as _plain


def documents(data: bytes, name: str) -> list[Document]:
    """The articles of the file."""
    return _plain(data, name)
