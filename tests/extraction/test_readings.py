"""What is read of sentences on all that news counts, claim by claim; and numbers that count nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from qcheck.extraction.claims import claims_of
from qcheck.files.yaml import read_yaml
from qcheck.language.pack import load_pack
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.interval import Interval

CORPORA = Path(__file__).parents[1] / "corpora"
LANGUAGES = ("de", "en")
FIELDS = {"unit": "count", "of": "", "event": "", "scope": "", "kind": "", "place": "", "by": "", "modality": "asserted"}
"""What a claim must say, and what it says where the corpus leaves it out."""


@cache
def readings(language: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = read_yaml(CORPORA / language / "readings.yaml").data
    return rows


@cache
def near_misses(language: str, kind: str) -> list[str]:
    sentences: list[str] = read_yaml(CORPORA / language / "near_misses.yaml").data[kind]
    return sentences


def claims(language: str, text: str) -> list[Claim]:
    rows = claims_of(Document("sentence", "", text, language, "2024-05-20"))
    return sorted((r for r in rows if r.role == "claim"), key=lambda r: (r.start, r.end))


def read(claim: Claim) -> dict[str, str]:
    said = {field: getattr(claim, field) for field, usual in FIELDS.items() if getattr(claim, field) != usual}
    return {"is": str(Interval(claim.low, claim.high, claim.closed)), **said}  # type: ignore[arg-type]


@pytest.mark.parametrize(("language", "index"), [(language, i) for language in LANGUAGES for i in range(len(readings(language)))])
def test_all_claims_of_a_sentence_are_read_right(language: str, index: int) -> None:
    row = readings(language)[index]
    assert [read(claim) for claim in claims(language, row["text"])] == row["claims"]


@pytest.mark.parametrize("section", ["things", "events", "states"])
def test_both_languages_have_words_for_the_same_concepts(section: str) -> None:
    """What only one language can say would never meet across them."""
    one, other = (set(getattr(load_pack(language).concepts, section)) for language in LANGUAGES)
    assert one == other


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in LANGUAGES for text in near_misses(language, "silent")])
def test_numbers_that_are_names_places_and_times_count_nothing(language: str, text: str) -> None:
    assert [c.quote for c in claims(language, text) if c.unit == "count"] == []


@pytest.mark.xfail(strict=True, reason="these numbers are still taken for counts")
@pytest.mark.parametrize(("language", "text"), [(language, text) for language in LANGUAGES for text in near_misses(language, "known")])
def test_numbers_that_are_still_taken_for_counts(language: str, text: str) -> None:
    assert [c.quote for c in claims(language, text) if c.unit == "count"] == []
