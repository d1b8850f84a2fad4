"""Claims of invented sentences: read as the corpora say, and the same in every language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from qcheck.extraction.claims import claims_of
from qcheck.files.yaml import read_yaml
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.interval import Interval, numbers
from qcheck.model.timespan import days_from_text

CORPORA = Path(__file__).parents[1] / "corpora"
LANGUAGES = ("de", "en")
PUBLISHED = "2024-05-20"
SHARED = ("of", "scope", "event", "agent", "recipient", "place", "modality", "by", "side", "covers", "time_bound")


@cache
def corpus(language: str) -> dict[str, dict[str, Any]]:
    data: dict[str, dict[str, Any]] = {}
    for path in sorted((CORPORA / language).glob("claims*.yaml")):
        data |= read_yaml(path).data
    return data


def claims(language: str, text: str) -> list[Claim]:
    rows = claims_of(Document("sentence", "", text, language, PUBLISHED))
    return sorted((r for r in rows if r.role == "claim"), key=lambda r: (r.start, r.end))


def numbers_of(language: str, text: str) -> set[str]:
    return {r.quote for r in claims_of(Document("sentence", "", text, language, PUBLISHED)) if r.role == "number"}


@pytest.mark.parametrize(("language", "key"), [(language, key) for language in LANGUAGES for key in corpus(language)])
def test_a_sentence_gives_its_claim(language: str, key: str) -> None:
    row = corpus(language)[key]
    found = claims(language, row["text"])
    assert found
    claim = found[row.get("claim", 1) - 1]
    if "hard" in row:
        assert str(Interval(claim.low, claim.high, claim.closed)) == str(numbers(row["hard"]))
    if "time" in row:
        assert days_from_text(claim.within) == days_from_text(row["time"])
    assert {f: getattr(claim, f) for f in SHARED if f in row} == {f: row[f] for f in SHARED if f in row}
    if row.get("rejected"):
        assert row["rejected"] in numbers_of(language, row["text"])
        assert row["rejected"] not in {c.quote for c in found}


@pytest.mark.parametrize("key", sorted(set(corpus("en")) & set(corpus("de"))))
def test_a_statement_gives_the_same_claim_in_both_languages(key: str) -> None:
    one, other = (claims(language, corpus(language)[key]["text"])[corpus(language)[key].get("claim", 1) - 1] for language in LANGUAGES)
    fields = ("low", "high", "closed", "unit", "of", "event", "agent", "recipient", "modality")
    assert [getattr(one, f) for f in fields] == [getattr(other, f) for f in fields]


def test_the_corpora_hold_the_same_statements() -> None:
    assert set(corpus("en")) == set(corpus("de"))
