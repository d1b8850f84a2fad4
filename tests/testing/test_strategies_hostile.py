"""Hostile text and YAML: nothing of it stops qcheck, and every trick is what it is called."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import qcheck
from qcheck.extraction.claims import claims_of
from qcheck.extraction.quantities import read_quantities
from qcheck.files.yaml import load_yaml
from qcheck.language.pack import load_pack
from qcheck.model.desk import EMPTY_DESK
from qcheck.model.document import Document
from qcheck.model.errors import Problem, Problems, RuleProblem
from qcheck.testing.strategies import hostile_numbers, hostile_yaml
from qcheck.testing.strategies.hostile import NUMBER_TRICKS, YAML_TRICKS, NumberTrick, YamlTrick

SENTENCE = {"en": "The port has {} boats, and more than {} crews.", "de": "Der Hafen hat {} Boote und mehr als {} Besatzungen."}


@given(hostile_numbers(max_digits=400), hostile_numbers(max_digits=60), st.sampled_from(["en", "de"]))
def test_every_digit_of_a_hostile_number_is_accounted_for(one: str, other: str, language: str) -> None:
    text = SENTENCE[language].format(one, other)
    timexes = qcheck.parse_times(text, language=language)
    found, rejected = read_quantities(text, pack=load_pack(language), desk=EMPTY_DESK, timexes=timexes)
    places = [(item.start, item.end) for items in (found, rejected, timexes) for item in items]
    for at, sign in enumerate(text):
        if sign in "0123456789":
            assert any(start <= at < end for start, end in places), text[max(0, at - 20) : at + 20]


@given(hostile_numbers(), st.sampled_from(["en", "de"]))
def test_a_hostile_number_becomes_rows_whose_quotes_stand_in_the_text(number: str, language: str) -> None:
    text = SENTENCE[language].format(number, 12)
    for row in claims_of(Document("d", "", text, language, "2024-05-14")):
        assert row.role == "document" or text[row.start : row.end] == row.quote


@given(hostile_yaml())
def test_hostile_yaml_is_plain_data_or_a_problem_with_its_place(text: str) -> None:
    told: tuple[Problem, ...] = ()
    try:
        load_yaml(text, path="rule.yaml")
    except Problems as problems:
        told = problems.problems
    assert all(isinstance(one, RuleProblem) and one.path == "rule.yaml" and len(str(one)) < 2_000 for one in told)


@given(hostile_yaml(tricks=["alias", "duplicate", "tag", "selfish"]))
def test_what_yaml_can_do_beyond_plain_data_is_refused(text: str) -> None:
    with pytest.raises(Problems):
        load_yaml(text)


@pytest.mark.parametrize("trick", NUMBER_TRICKS)
def test_each_trick_on_numbers_shrinks_to_its_plainest_form(trick: NumberTrick) -> None:
    smallest = find(hostile_numbers(tricks=[trick]), lambda text: True, settings=settings(derandomize=True, database=None))
    assert len(smallest) <= 30
    assert smallest == {
        "script": "٠", "space": "\u00a00", "format": "\u00ad0", "sign": "-0", "long": "1" * 30, "exponent": "0e0",
        "superscript": "0⁰", "fraction": "0/0", "groups": "0.0", "homoglyph": "O0",
    }[trick]  # fmt: skip


@pytest.mark.parametrize("trick", YAML_TRICKS)
def test_each_trick_in_yaml_shrinks_to_a_few_lines(trick: YamlTrick) -> None:
    smallest = find(hostile_yaml(tricks=[trick]), lambda text: True, settings=settings(derandomize=True, database=None))
    assert len(smallest) < 100 and smallest.count("\n") <= 2


def test_numbers_are_as_long_as_is_asked() -> None:
    longest = find(hostile_numbers(tricks=["long"], max_digits=40), lambda text: len(text) >= 40, settings=settings(database=None))
    assert longest == "1" * 40


@pytest.mark.parametrize("zero", "٠०０")
def test_digits_of_other_scripts_are_digits(zero: str) -> None:
    assert all(unicodedata.category(sign) == "Nd" for sign in find(hostile_numbers(tricks=["script"]), lambda text: text[0] == zero))
