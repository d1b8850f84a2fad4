"""The words of proofs and rules: every line is there in every language, with the same places, and every built-in rule speaks German."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qcheck.checking.catalogue import catalogue, interfaces
from qcheck.checking.lines import Value, in_words, line, text_of
from qcheck.checking.rule import Rule
from qcheck.checking.rules import load_rules
from qcheck.checking.wording import date_words, party_words, period_words, range_words, reason_words
from qcheck.language.pack import load_pack
from qcheck.model.errors import UsageProblem
from qcheck.model.interval import numbers
from qcheck.model.timespan import span_from_text

CHECKING = Path(__file__).parents[2] / "qcheck" / "checking"
RULES = load_rules()


def places(text: str) -> set[str]:
    return set(re.findall(r"\{(\w*)\}", text))


def calls() -> Iterator[tuple[str, set[str]]]:
    """Each line that the code asks for by name, with its values."""
    for path in sorted(CHECKING.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "line" and node.args:
                for key in _constants(node.args[0]):
                    yield key, {word.arg for word in node.keywords if word.arg}


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from (*_constants(node.body), *_constants(node.orelse))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


@pytest.mark.parametrize("ui", interfaces())
def test_every_language_has_the_same_lines_with_the_same_places(ui: str) -> None:
    english, other = catalogue("en").lines, catalogue(ui).lines
    assert list(other) == list(english)
    assert [key for key in english if places(other[key]) != places(english[key])] == []


@pytest.mark.parametrize("ui", interfaces())
def test_a_reason_has_as_many_places_in_every_language(ui: str) -> None:
    for english, told in catalogue(ui).reasons.items():
        assert english.count("{}") == told.count("{}"), english


def test_every_line_that_is_asked_for_is_there_with_its_values() -> None:
    lines = catalogue("en").lines
    for key, values in calls():
        assert key in lines, key
        assert places(lines[key]) <= values, key


def test_every_line_is_asked_for() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(CHECKING.rglob("*.py")))
    made = tuple(re.findall(r'line\(f"(\w+)\{', source))
    assert [key for key in catalogue("en").lines if f'"{key}"' not in source and not key.startswith(made)] == []


def test_every_event_of_the_packs_has_a_german_name() -> None:
    assert set(load_pack("en").concepts.events) <= set(catalogue("de").events)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_built_in_rule_speaks_german(rule: Rule) -> None:
    assert rule.de is not None, "add the section de"
    assert list(rule.de.message) == list(rule.message)
    for outcome in rule.message:
        assert places(rule.de.message[outcome]) == places(rule.message[outcome]), outcome
        english, german = (set().union(*map(places, hints.get(outcome, ()))) for hints in (rule.hints, rule.de.hints))
        assert english == german, outcome
    assert rule.spoken("de").title == rule.de.title and rule.spoken("en") is rule


def test_a_rule_without_german_is_told_as_it_is_written() -> None:
    plain = RULES[0].model_copy(update={"de": None})
    assert plain.spoken("de") is plain


@pytest.mark.parametrize(
    ("value", "english", "german"),
    [
        (1234.5, "1,234.5", "1.234,5"),
        (
            in_words(range_words, numbers("[1.65e9, 1.75e9]"), "EUR"),
            "1.65 billion to 1.75 billion EUR",
            "1,65 Milliarden bis 1,75 Milliarden Euro",
        ),
        (in_words(range_words, numbers("[1e6, 1e6]"), "kilometer"), "exactly 1 million kilometers", "genau 1 Million Kilometer"),
        (in_words(range_words, numbers("[1, 1]"), "megawatt_hour"), "exactly 1 megawatt hour", "genau 1 Megawattstunde"),
        (
            in_words(range_words, numbers("(3, inf)"), "kilometer per hour"),
            "more than 3 kilometers per hour",
            "mehr als 3 Kilometer pro Stunde",
        ),
        (in_words(range_words, numbers("[3, 3]"), "ordinal"), "rank 3", "Rang 3"),
        (in_words(date_words, "2031-05-04"), "4 May 2031", "4. Mai 2031"),
        (in_words(period_words, span_from_text("../2031-02-28")), "before 1 March 2031", "vor dem 1. März 2031"),
        (span_from_text("2030-08/2031-05-04"), "August 2030 to 4 May 2031", "August 2030 bis 4. Mai 2031"),
        (in_words(party_words, "NO;Ada Quill"), "Norway, Ada Quill", "Norwegen, Ada Quill"),
        (in_words(reason_words, "“March” lies inside “2031”"), "“March” lies inside “2031”", "„March“ liegt innerhalb von „2031“"),
        (in_words(reason_words, "a reason of one's own"), "a reason of one's own", "a reason of one's own"),
        (None, "a day that is not given", "einem Tag, der nicht genannt ist"),
        (line("read", quote="{x}", as_=("a", 2.5)), "“{x}” → a; 2.5", "„{x}“ → a; 2,5"),
    ],
)
def test_values_are_said_in_the_language_of_the_reader(value: Value, english: str, german: str) -> None:
    assert (text_of(value), text_of(value, "de")) == (english, german)


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(UsageProblem, match="use de or en"):
        text_of(1, "fr")


def test_findings_differ_only_in_their_words() -> None:
    """All that is told of each example in German, and what it stands for: no line of a proof is English."""
    from qcheck.checking.check import check
    from qcheck.checking.examples import documents_of
    from qcheck.extraction.claims import extract
    from qcheck.model.document import Document
    from qcheck.model.frames import to_frame

    told: dict[str, Any] = {}
    for rule in RULES:
        example = next(e for e in rule.examples if e.outcomes and not e.todo)
        claims = extract(to_frame(documents_of(example), Document, missing=("published",)), desk=example.desk)
        english, german = (check(claims, rules=rule, desk=example.desk, ui=ui) for ui in ("en", "de"))
        assert english.drop(columns=["message", "working", "paired", "hints"]).equals(
            german.drop(columns=["message", "working", "paired", "hints"])
        )
        same = [
            one
            for column in ("message", "working", "hints")
            for cells in zip(english[column], german[column], strict=True)
            for one, other in zip(*(cell.split("\n") for cell in cells), strict=True)
            if one and one == other
        ]
        if same:
            told[rule.id] = same
    assert told == {}
