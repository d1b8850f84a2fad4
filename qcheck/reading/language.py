"""Which language an article is in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from qcheck.language.pack import languages
from qcheck.model.document import Document

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 3_000  # characters that tell a language
SHORT = 20  # letters below which any guess but among the packs is noise
SURE = 0.8  # probability from which another language is believed


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest language of all, how likely it is (0 to 1), and the likeliest of those that have a pack."""

    language: str
    probability: float
    pack: str


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def guess(text: str) -> Guess:
    """The language of a text, by its first characters."""
    ranks = _identifier().rank(text[:SAMPLE])
    best, probability = ranks[0]
    return Guess(best, probability, next((code for code, _ in ranks if code in languages()), languages()[0]))


def settle(document: Document, *, hint: str = "") -> Document:
    """The document with the code of a language that has a pack; a skipped row where it is in another.

    A language that the document gives wins. `hint` (what a page says of itself, often wrongly) counts where the text is too short to tell.
    """
    if document.language:
        code = re.split(r"[-_]", document.language.strip().lower())[0]
        return replace(document, language=code) if code in languages() else _without_pack(document, document.language)
    letters = sum(map(str.isalpha, document.text[:SAMPLE]))
    if not letters:
        return skipped(document, "holds no words, so its language cannot be told; give the language")
    found = guess(document.text)
    hinted = re.split(r"[-_]", hint.strip().lower())[0]
    if found.language in languages() and (letters >= SHORT or not hinted):
        return replace(document, language=found.language)
    if letters >= SHORT and found.probability >= SURE:
        return _without_pack(document, found.language)
    code = hinted if hinted in languages() else found.pack
    return replace(document, language=code, note=_joined(document.note, f"language {code} assumed: too little text to tell"))


def skipped(document: Document, note: str) -> Document:
    """The row of an article that is not read."""
    return Document(document.document, encoding=document.encoding, status="skipped", note=_joined(document.note, note))


def left_out(document: Document, wanted: Iterable[str]) -> Document:
    """The row of an article in a language that is known and not wanted."""
    return skipped(document, f"language {document.language}: left out; wanted is {', '.join(sorted(wanted))}")


def _without_pack(document: Document, language: str) -> Document:
    return skipped(document, f"language {language[:20]}: no pack; known are {', '.join(languages())}")


def _joined(*notes: str) -> str:
    return "; ".join(note for note in notes if note)
