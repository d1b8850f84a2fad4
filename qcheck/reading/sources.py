"""The files with markup as they were written, so that a place in an article can be told as a line of its file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qcheck.model.errors import InputProblem
from qcheck.reading.encoding import decode

SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm"})


def source_texts(documents: Iterable[str]) -> dict[str, str]:
    """Document -> the text of its file, for Markdown and HTML; files that cannot be read any more are left out."""
    found = {}
    for name in documents:
        path = Path(name)
        if path.suffix.lower() in SUFFIXES:
            try:
                found[name] = decode(path.read_bytes()).text
            except (OSError, InputProblem):
                continue
    return found
