"""Names of one word: found as the corpora say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from qcheck.extraction.claims import claims_of
from qcheck.files.yaml import read_yaml
from qcheck.model.document import Document

CORPORA = Path(__file__).parents[1] / "corpora"
LANGUAGES = ("de", "en")


@cache
def corpus(language: str) -> dict[str, dict[str, Any]]:
    return dict(read_yaml(CORPORA / language / "names.yaml").data)


def names(language: str, text: str, title: str = "") -> list[str]:
    """The rare words of an article that have a capital."""
    document = Document("sentence", title, f"{title}\n\n{text}".strip(), language, "2024-05-20")
    words = next(row.words for row in claims_of(document) if row.role == "document")
    return [word for word in words.split(";") if word[:1].isupper()]


@pytest.mark.parametrize(("language", "case"), [(code, case) for code in LANGUAGES for case in corpus(code)])
def test_names_of_one_word(language: str, case: str) -> None:
    told = corpus(language)[case]
    assert names(language, told["text"], told.get("title", "")) == told["names"]
