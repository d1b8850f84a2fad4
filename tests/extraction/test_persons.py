"""Whose age a number is, who is told to be dead, ages of groups, and the clock times of an event: read as the corpora say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from qcheck.extraction.claims import claims_of
from qcheck.files.yaml import read_yaml
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.interval import Interval, number_text

CORPORA = Path(__file__).parents[1] / "corpora"
LANGUAGES = ("de", "en")
PUBLISHED = "2024-05-20"


@cache
def corpus(language: str) -> dict[str, dict[str, Any]]:
    return dict(read_yaml(CORPORA / language / "persons.yaml").data)


def rows(language: str, text: str) -> list[Claim]:
    return sorted(claims_of(Document("sentence", "", text, language, PUBLISHED)), key=lambda r: (r.start, r.end))


def is_group(claim: Claim) -> bool:
    return bool(claim.members) or claim.low != claim.high


def age(claim: Claim) -> str:
    told = " dead" if claim.event == "kill" and claim.person else " then" if claim.within == "?" else ""
    return f"{number_text(claim.low, '')} of {claim.person or f'[{claim.of}]'}{told}"


def group(claim: Claim) -> str:
    return f"{Interval(claim.low, claim.high)}: {claim.members}"


def clock(row: Claim) -> str:
    middle = int((row.clock_low + row.clock_high) / 2)
    return f"{middle // 60:02}:{middle % 60:02} {row.event}"


@pytest.mark.parametrize(("language", "key"), [(language, key) for language in LANGUAGES for key in corpus(language)])
def test_ages_and_clock_times_are_read_as_the_corpus_says(language: str, key: str) -> None:
    want = corpus(language)[key]
    found = rows(language, want["text"])
    told = [r for r in found if r.role == "claim" and r.unit == "age"]
    if "ages" in want:
        assert [age(c) for c in told if not is_group(c)] == want["ages"]
    if "groups" in want:
        assert [group(c) for c in told if is_group(c)] == want["groups"]
    if "times" in want:
        assert [clock(r) for r in found if r.role == "time" and r.record == "main"] == want["times"]
    if "born" in want:
        assert [f"{r.person} {r.within}" for r in found if r.role == "time" and r.event == "bear"] == want["born"]
