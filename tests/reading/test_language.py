"""The language of an article: one that has a pack, or the article is skipped."""

from __future__ import annotations

import pytest

from qcheck.model.document import Document
from qcheck.reading.language import settle


def settled(text: str, language: str = "", hint: str = "") -> tuple[str, str, str]:
    document = settle(Document("a", text=text, language=language), hint=hint)
    return document.language, document.status, document.note


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The town has three mills, and none of them is old.", "en"),
        ("Die Stadt hat drei Mühlen, und keine davon ist alt.", "de"),
        ("Mill closes after sixty years", "en"),
        ("Mühle schließt nach sechzig Jahren", "de"),
        ("more than 400 mills since August 2022", "en"),
        ("mehr als 400 Mühlen seit August 2022", "de"),
    ],
)
def test_the_language_is_found(text: str, language: str) -> None:
    assert settled(text) == (language, "read", "")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("La ville compte trois moulins, et aucun n'a été construit avant la guerre.", "fr"),
        ("De stad heeft drie molens, en geen daarvan is voor de oorlog gebouwd.", "nl"),
        ("La ciudad tiene tres molinos y ninguno se construyó antes de la guerra.", "es"),
        ("В городе три мельницы, и ни одна из них не построена до войны.", "ru"),
        ("Miasto ma trzy młyny, a żaden z nich nie powstał przed wojną.", "pl"),
        ("城里有三座磨坊，没有一座是在战前建造的。", "zh"),
    ],
)
def test_another_language_is_skipped_and_named(text: str, code: str) -> None:
    language, status, note = settled(text * 3)
    assert (language, status) == ("", "skipped")
    assert note.startswith(f"language {code}: no pack; known are de, en")


@pytest.mark.parametrize(("given", "code"), [("en", "en"), ("de", "de"), ("DE", "de"), ("en-GB", "en"), ("de_AT", "de"), (" en ", "en")])
def test_a_given_language_wins(given: str, code: str) -> None:
    assert settled("La ville compte trois moulins anciens.", given) == (code, "read", "")


@pytest.mark.parametrize("given", ["fr", "english", "xx", "5"])
def test_a_given_language_without_a_pack_is_skipped(given: str) -> None:
    assert settled("The town has three mills.", given) == ("", "skipped", f"language {given}: no pack; known are de, en")


def test_a_short_text_takes_the_likelier_pack_or_the_hint_and_says_so() -> None:
    assert settled("Hm, 5", hint="de-DE") == ("de", "read", "language de assumed: too little text to tell")
    assert settled("Hm, 5", hint="fr")[1:] == settled("Hm, 5")[1:]
    assert settled("Hm, 5")[2].endswith("assumed: too little text to tell")


def test_a_text_without_letters_is_skipped() -> None:
    assert settled("412 - 5.") == ("", "skipped", "holds no words, so its language cannot be told; give the language")
    assert settled("412 - 5.", "en") == ("en", "read", "")


def test_what_was_assumed_of_the_bytes_is_still_said() -> None:
    document = settle(
        Document("a", text="La ville compte trois moulins anciens, et aucun pont.", encoding="cp1252", note="not UTF-8: cp1252 assumed")
    )
    assert document.note == "not UTF-8: cp1252 assumed; language fr: no pack; known are de, en"
    assert document.encoding == "cp1252"
