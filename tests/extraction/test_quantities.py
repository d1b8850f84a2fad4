"""Every corpus of quantities, by what the phrasings mean: add a phrasing to tests/corpora/<language>/ before mending the grammar."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import qcheck
from qcheck.model.interval import numbers
from qcheck.model.quantity import Quantity

CORPORA = Path(__file__).parent.parent / "corpora"
TOPICS = ("numerals", "modifiers", "ranges", "trends", "units", "money", "phrases")
FIELDS = {"value", "hard", "typical", "unit", "of", "modifier", "trend", "wording", "texts"}


def corpora() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(CORPORA.glob("*/*.yaml")):
        if path.stem in TOPICS:
            yield path.parent.name, yaml.safe_load(path.read_text("utf-8"))


def phrasings(part: str) -> list[tuple[str, str, dict[str, Any]]]:
    return [(language, text, entry) for language, corpus in corpora() for entry in corpus[part] for text in entry["texts"]]


def meant(text: str, language: str) -> Quantity:
    start, end = text.find("[["), text.find("]]") - 2
    plain = text.replace("[[", "").replace("]]", "")
    found = [q for q in qcheck.parse(plain, language=language) if q.unit != "ordinal"]
    if start >= 0:
        found = [q for q in found if q.start < end and start < q.end]
    assert len(found) == 1, [q.quote for q in found]
    assert plain[found[0].start : found[0].end] == found[0].quote
    return found[0]


def says(text: str, language: str, entry: dict[str, Any]) -> None:
    assert set(entry) <= FIELDS, set(entry) - FIELDS
    quantity = meant(text, language)
    if "value" in entry:
        value = entry["value"]
        assert quantity.value == pytest.approx(tuple(value) if isinstance(value, list) else value)
    if "hard" in entry:
        assert str(quantity.hard) == str(numbers(entry["hard"]))
        assert str(quantity.typical) == str(numbers(entry.get("typical", entry["hard"])))
    if "trend" in entry:
        assert quantity.trend == (None if entry["trend"] == "none" else entry["trend"])
    for field in ("unit", "of", "modifier", "wording"):
        if field in entry:
            assert getattr(quantity, field) == entry[field]


@pytest.mark.parametrize(("language", "text", "entry"), phrasings("quantities"))
def test_phrasings_mean_what_the_corpus_says(language: str, text: str, entry: dict[str, Any]) -> None:
    says(text, language, entry)


@pytest.mark.parametrize(("language", "text", "entry"), phrasings("known_misses"))
@pytest.mark.xfail(strict=True, raises=AssertionError)
def test_known_misses(language: str, text: str, entry: dict[str, Any]) -> None:
    says(text, language, entry)


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, corpus in corpora() for text in corpus["near_misses"]])
def test_near_misses_hold_no_quantity(language: str, text: str) -> None:
    assert [q.quote for q in qcheck.parse(text, language=language) if q.unit != "ordinal"] == []
