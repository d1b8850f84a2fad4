"""Every country is known in both languages, by name, by capital and by adjective."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.extraction.claims import claims_of
from qcheck.language.pack import load_pack
from qcheck.model.claim import Claim
from qcheck.model.document import Document

LANDS = {language: load_pack(language).countries.countries for language in ("en", "de")}
CODES = sorted(LANDS["en"])
SENTENCES = {"en": "{a} has delivered {n} tanks to {b}.", "de": "{a} hat {n} Panzer an {b} geliefert."}


def claim(language: str, text: str) -> Claim:
    return next(r for r in claims_of(Document("d", "", text, language, "2024-05-20")) if r.role == "claim")


def test_the_packs_know_the_same_countries() -> None:
    assert sorted(LANDS["de"]) == CODES


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("code", CODES)
def test_a_country_acts_by_its_name(language: str, code: str) -> None:
    other = "NO" if code != "NO" else "SE"
    name, receiver = LANDS[language][code].names[0], LANDS[language][other].names[0]
    found = claim(language, SENTENCES[language].format(a=name, n=25, b=receiver))
    assert (found.of, found.event, found.agent, found.recipient) == ("tank", "supply", code, other)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("code", [code for code in CODES if LANDS["en"][code].capitals and LANDS["de"][code].capitals])
def test_a_capital_stands_for_its_country(language: str, code: str) -> None:
    other = "NO" if code != "NO" else "SE"
    name, receiver = LANDS[language][code].capitals[0], LANDS[language][other].capitals[0]
    found = claim(language, SENTENCES[language].format(a=name, n=25, b=receiver))
    assert (found.agent, found.recipient) == (code, other)


@given(st.sampled_from(CODES), st.sampled_from(CODES), st.integers(2, 99))
def test_the_same_statement_is_the_same_claim_in_both_languages(one: str, other: str, n: int) -> None:
    said = [
        claim(language, SENTENCES[language].format(a=LANDS[language][one].names[0], n=n, b=LANDS[language][other].names[0]))
        for language in ("en", "de")
    ]
    fields = ("low", "high", "unit", "of", "event", "agent", "modality", "within")
    assert [getattr(said[0], f) for f in fields] == [getattr(said[1], f) for f in fields]
