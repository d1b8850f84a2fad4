"""Whatever stands in a rule file: it is refused with its place, or it is used; nothing else ever happens."""

from __future__ import annotations

import copy
import json
import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import qcheck
from qcheck.checking import check
from qcheck.checking.corpus import Corpus, corpus_of
from qcheck.checking.examples import documents_of
from qcheck.checking.rule import Rule
from qcheck.checking.rules import builtin_folder, load_rules, sound_rules
from qcheck.files.yaml import read_yaml
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.frames import from_frame, to_frame
from tests.checking.story import article, said

FILES = sorted(builtin_folder().rglob("*.yaml"))
ODD = ["", "a", "[0, 100]", "(inf, -inf)", "[1, 1", "nan", "2024-02-30", "{quote}", "{x}", "(", "a|b", "\x07", "é" * 300, "9" * 400]
NAMES = ["of", "claim", "articles", "thing", "off", "__class__", "a+b", "a/0", "a**b**b"]
WORDS = st.sampled_from([*ODD, *NAMES])
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@cache
def data_of(path: Path) -> Any:
    return read_yaml(path).data


@cache
def corpus() -> Corpus:
    """A claims frame with something for every kind of check: the first articles that each built-in rule fires on."""
    documents = []
    for rule in load_rules():
        example = next(example for example in rule.examples if example.outcomes)
        documents += [replace(document, document=f"{rule.id} {document.document}") for document in documents_of(example)]
    rows = from_frame(qcheck.extract(to_frame(documents, Document)), Claim)
    return corpus_of(
        [*rows, article("a"), article("b"), said("a", "[412, 412]"), said("b", "(500, inf)"), said("b", "[380, 380]", start=60)]
    )


@st.composite
def mutants(draw: st.DrawFn) -> Any:
    """A built-in rule with one to three values replaced, dropped, or doubled into a list."""
    data = copy.deepcopy(data_of(draw(st.sampled_from(FILES))))
    for _ in range(draw(st.integers(1, 3))):
        node, key = data, draw(st.sampled_from(sorted(data)))
        while isinstance(node[key], dict) and node[key] and draw(st.booleans()):
            node, key = node[key], draw(st.sampled_from(sorted(node[key])))
        kind = draw(st.sampled_from(["replace", "replace", "drop", "double"]))
        if kind == "drop":
            del node[key]
        else:
            node[key] = draw(JUNK) if kind == "replace" else [node[key], node[key]]
        if not data:
            break
    return data


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutants() | JUNK)
def test_a_rule_file_is_refused_with_its_place_or_used(data: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "mutant.yaml"
        file.write_text(json.dumps(data), encoding="utf-8")
        rules, problems = sound_rules(file)
    assert bool(rules) is not bool(problems)
    assert all(problem.path == file.as_posix() and "\n" not in str(problem) and len(str(problem)) < 3_000 for problem in problems)
    assert all(example.desk for rule in rules for example in rule.examples)
    for finding in check.findings(corpus(), rules):
        assert finding.message and finding.rule == rules[0].id


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_a_rule_that_selects_nothing_in_particular_still_runs(rule: Rule) -> None:
    for finding in check.findings(corpus(), [rule.model_copy(update={"select": {}, "one": {}, "other": {}, "unless": ()})]):
        assert finding.message
