"""Of which event a count is, and whether it counts all: as the corpora say, the same in every language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from qcheck.extraction.claims import claims_of
from qcheck.model.document import Document

CORPORA = Path(__file__).parents[1] / "corpora"
PUBLISHED = "2024-05-20"


def corpus(language: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load((CORPORA / language / "records.yaml").read_text("utf-8"))
    return loaded


CASES = [pytest.param(language, told, id=f"{language}-{name}") for language in ("en", "de") for name, told in corpus(language).items()]


@pytest.mark.parametrize(("language", "told"), CASES)
def test_record_and_part(language: str, told: dict[str, Any]) -> None:
    text = f"{told['title']}\n\n{told['text']}"
    document = Document(document="d", title=told["title"], text=text, language=language, published=PUBLISHED)
    found = {row.quote: row for row in claims_of(document) if row.role == "claim"}
    for quote, (record, part) in told["says"].items():
        (claim,) = [row for words, row in found.items() if quote in words and not row.members]
        assert (quote, claim.record, claim.part) == (quote, record, part)


def test_the_corpora_hold_the_same_cases_with_the_same_answers() -> None:
    english, german = ({name: list(told["says"].values()) for name, told in corpus(language).items()} for language in ("en", "de"))
    assert english == german
