"""Sentences on dates, ages, lengths and units: each is found by the rule that it stands under, and near misses are silent."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

import qcheck
from qcheck.checking.rules import builtin_folder, load_rules
from qcheck.files.yaml import read_yaml
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.finding import Finding
from qcheck.model.frames import from_frame, to_frame

LANGUAGES = ("en", "de")


@cache
def sentences(language: str) -> Any:
    return read_yaml(Path(__file__).parent / f"dates_and_units_{language}.yaml").data


def found(texts: list[str], language: str) -> list[set[str]]:
    """For each text the rules of both packs that find a conflict or something to review."""
    rows = [
        Document(f"{at:03}", text=text, language=language, published="2025-06-10", published_from="column") for at, text in enumerate(texts)
    ]
    claims = qcheck.extract(to_frame(rows, Document))
    home = {claim.claim: int(claim.document) for claim in from_frame(claims, Claim)}
    rules: list[set[str]] = [set() for _ in texts]
    for pack in ("calendar", "conversion"):
        for finding in from_frame(qcheck.check(claims, rules=load_rules(builtin_folder() / pack)), Finding):
            if finding.outcome in ("conflict", "review"):
                rules[home[finding.claims.split()[0]]].add(finding.rule)
    return rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_slip_is_found_by_its_rule(language: str) -> None:
    listed = [(rule, text) for rule, texts in sentences(language)["finds"].items() for text in texts]
    rules = found([text for _, text in listed], language)
    assert [text for (rule, text), own in zip(listed, rules, strict=True) if rule not in own] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_near_misses_are_silent(language: str) -> None:
    texts = sentences(language)["silent"]
    assert [(text, own) for text, own in zip(texts, found(texts, language), strict=True) if own] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_known_misses_are_misses(language: str) -> None:
    texts = sentences(language)["missed"]
    assert [(text, own) for text, own in zip(texts, found(texts, language), strict=True) if own] == []  # one that is found moves up
