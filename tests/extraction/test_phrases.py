"""Counted phrases and inflection beyond the corpora: where a phrase begins and ends, and what is no phrase."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.extraction.nouns.inflection import is_plural, plain, singular
from qcheck.extraction.nouns.phrases import counted
from qcheck.language.pack import languages, load_pack


def shown(text: str, language: str, *, attributive: bool = False) -> tuple[str, str] | None:
    """The words of the phrase as they stand, and its head."""
    at = text.index("|")
    whole = text.replace("|", "")
    phrase = counted(whole, at, load_pack(language), attributive=attributive)
    return (whole[phrase.start : phrase.end], phrase.head) if phrase else None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("12| old fishing boats sank", "en", ("old fishing boats", "boat")),
        ("12| of the boats sank", "en", ("boats", "boat")),
        ("one| of Lund's best boats", "en", ("Lund's best boats", "boat")),
        ("12| boats and 5 rafts", "en", ("boats", "boat")),
        ("12| boats, cranes", "en", ("boats", "boat")),
        ("12| miners' families", "en", ("miners' families", "family")),
        ("12| boats hit a rock", "en", ("boats", "boat")),
        ("12| strikes hit the port", "en", ("strikes", "strike")),
        ("12| sank", "en", None),
        ("one| old man suspected of theft", "en", ("old man", "man")),
        ("one| man's boat", "en", ("man's boat", "boat")),
        ("four| federal agents wounded there", "en", ("federal agents", "agent")),
        ("12| times more", "en", None),
        ("12| and more boats", "en", None),
        ("12|, boats", "en", None),
        ("20|-story tower", "en", ("story", "story")),
        ("12| vom Nachbarn bezahlte „stille“ Helfer kamen", "de", ("vom Nachbarn bezahlte „stille“ Helfer", "helfer")),
        ("Hunderte| von Booten", "de", ("Booten", "boot")),
        ("1,5-Milliarden-Euro|-Vertrag über", "de", ("Vertrag", "vertrag")),
        ("400| US-Soldaten", "de", ("US-Soldaten", "soldat")),
        ("12| in Oslo", "de", None),
        ("ein halbes Jahr| im großen Hafen streiten Fischer", "de", None),
        ("2500| Stellen gestrichen", "de", ("Stellen", "stelle")),
        ("zwei| der vier Boote", "de", None),
        ("two| of the four boats", "en", None),
        ("12| Ende Mai", "de", None),
        ("300| Helfer Ende Mai", "de", ("Helfer", "helfer")),
    ],
)
def test_where_a_phrase_begins_and_ends(text: str, language: str, expected: tuple[str, str] | None) -> None:
    assert shown(text, language) == expected


def test_an_attributive_number_stands_before_a_singular() -> None:
    assert shown("a 3 million dollar| road contract with", "en", attributive=True) == ("road contract", "contract")
    assert shown("a 3 million dollar| road contract with", "en") is None


SINGULARS = {
    "en": {
        "boats": "boat", "bodies": "body", "boxes": "box", "churches": "church", "glasses": "glass", "houses": "house", "viruses": "virus",
        "women": "woman", "thieves": "thief", "crises": "crisis", "potatoes": "potato", "shoes": "shoe", "movies": "movie",
        "passers-by": "passer-by", "co-workers": "co-worker", "news": "news", "series": "series", "police": "police", "Israelis": "israeli",
    },
    "de": {
        "Boote": "boot", "Frauen": "frau", "Bundesländer": "bundesland", "Zeitungen": "zeitung", "Soldaten": "soldat", "Helfer": "helfer",
        "Helfern": "helfer", "Anschläge": "anschlag", "Städte": "stadt", "Autos": "auto", "Firmen": "firma", "Lehrerinnen": "lehrerin",
        "Flugzeugen": "flugzeug", "Drohnen": "drohne", "Parteien": "partei", "Häuser": "haus", "Verletzten": "verletzte",
        "Journalisten": "journalist", "Bäume": "baum", "Ergebnisse": "ergebnis", "US-Soldaten": "us-soldat",
        "Asylsuchenden": "asylsuchende", "Feierabende": "feierabend",
    },
}  # fmt: skip


@pytest.mark.parametrize(("language", "plural", "expected"), [(code, p, s) for code, words in SINGULARS.items() for p, s in words.items()])
def test_singulars(language: str, plural: str, expected: str) -> None:
    assert singular(plural, load_pack(language)) == expected


@given(st.text(alphabet="abcdefghiklmnoprstuvwxyz-'", min_size=1, max_size=14))
def test_a_word_that_is_no_plural_is_its_own_singular(word: str) -> None:
    pack = load_pack("en")
    assert is_plural(word, pack) or singular(word, pack) == word


def test_adjectives_lose_their_case() -> None:
    assert {plain(word, load_pack("de")) for word in ("alter", "altes", "alten", "altem", "alte")} == {"alte"}


@pytest.mark.parametrize("language", languages())
@given(text=st.text(max_size=60))
def test_a_phrase_lies_inside_the_text_and_ends_with_its_head(language: str, text: str) -> None:
    phrase = counted(text, 0, load_pack(language))
    if phrase:
        assert 0 <= phrase.start < phrase.end <= len(text)
        assert phrase.of and phrase.of.endswith(phrase.head)
