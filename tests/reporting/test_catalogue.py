"""The catalogue of the interface: the same keys and places in every language, and all of them in use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import qcheck
from qcheck.checking.catalogue import interfaces
from qcheck.extraction import quantities
from qcheck.extraction.nouns import rejects, shapes
from qcheck.extraction.numbers import digits, drafts, pairs
from qcheck.language.pack import languages, load_pack
from qcheck.model.errors import UsageProblem
from qcheck.reporting import html
from qcheck.reporting.build import view_of
from qcheck.reporting.catalogue import FOLDER, Forms, load_catalogue
from tests.reporting import story

PACKAGE = Path(qcheck.__file__).parent
ENGLISH = load_catalogue("en")
CALL = re.compile(r"""(?:\b(?:ui|words|catalogue)|\))\(\s*f?["']([a-z_]+\.[a-z_]*)""")
CHOICE = re.compile(r"""["']([a-z_]+\.[a-z_]+)["'] (?:if|else)|else ["']([a-z_]+\.[a-z_]+)["']""")
PART = re.compile(r"""\b(?:(?:ui|words|catalogue)\.known\(|translated\([\w.]+, )["']([a-z_]+)["']""")


def places(text: str | Forms) -> Iterator[set[str]]:
    for form in (text,) if isinstance(text, str) else (text.one, text.many):
        yield set(re.findall(r"\{([a-z_]+)\}", form))


@pytest.mark.parametrize("code", interfaces())
def test_every_language_has_the_same_keys_and_places(code: str) -> None:
    other = load_catalogue(code)
    assert list(other.texts) == list(ENGLISH.texts)
    for key, text in ENGLISH.texts.items():
        assert type(other.texts[key]) is type(text), key
        assert set().union(*places(other.texts[key])) == set().union(*places(text)), key
        assert all(form.strip() for form in ([text] if isinstance(text, str) else [text.one, text.many])), key


def test_every_key_that_is_asked_for_is_there_and_every_key_is_asked_for() -> None:
    asked: set[str] = set()
    begun: set[str] = set()
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.jinja")]):
        source = path.read_text(encoding="utf-8")
        asked |= {key for key in CALL.findall(source) if not key.endswith(".")}
        asked |= {key for pair in CHOICE.findall(source) for key in pair if key in ENGLISH.texts}
        begun |= {key for key in CALL.findall(source) if key.endswith(".")} | {f"{part}." for part in PART.findall(source)}
    assert sorted(asked - ENGLISH.texts.keys()) == []
    assert sorted(key for key in ENGLISH.texts if key not in asked and not key.startswith(tuple(begun))) == []


def test_a_number_chooses_the_form_and_is_grouped_as_the_language_does() -> None:
    assert [load_catalogue("en")("count.claims", n) for n in (0, 1, 1250)] == ["0 claims", "1 claim", "1,250 claims"]
    assert load_catalogue("de")("count.claims", 1250) == "1.250 Angaben"


def test_a_value_with_braces_stays_as_it_is() -> None:
    assert ENGLISH("finding.usually", range="{n} {range}") == "usually {n} {range}"


def test_a_name_of_the_data_that_the_catalogue_does_not_know_is_shown_as_it_is() -> None:
    assert load_catalogue("de").known("date_from", "page metadata") == "Angaben der Seite"
    assert load_catalogue("de").known("date_from", "a sundial") == "a sundial"


def test_every_reason_why_a_number_is_no_claim_is_said_in_every_language() -> None:
    modules = (digits, drafts, pairs, rejects, shapes, quantities)
    constants = [text for module in modules for name, text in vars(module).items() if name.isupper() and isinstance(text, str)]
    told = {text for text in constants if text.isascii() and " " in text}
    packs = [load_pack(code).phrases for code in languages()]
    told |= {reason for phrases in packs for reason in (*phrases.name_before, *phrases.name_after)}
    assert len(told) > 20
    assert sorted(reason for reason in told if f"reason.{reason}" not in ENGLISH.texts) == []


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(UsageProblem, match=r"'fr'.*de or en"):
        load_catalogue("fr")


def test_only_the_catalogues_stand_in_their_folder() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(f"{code}.yaml" for code in interfaces())


def test_a_report_in_german_says_nothing_of_its_own_in_english() -> None:
    page = html.render(view_of(story.DOCUMENTS, story.CLAIMS, story.FINDINGS, story.TOPICS, rules={}, ui="de"))
    assert '<html lang="de">' in page and "1 Widerspruch" in page and "keine Zahl passt zu beiden" in page
    for key, text in ENGLISH.texts.items():
        for form in [text] if isinstance(text, str) else [text.one, text.many]:
            if form.count(" ") > 1 and "{" not in form and form not in repr(story.FINDINGS):
                assert form not in page, key
