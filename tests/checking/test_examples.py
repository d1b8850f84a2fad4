"""Every example of every built-in rule, end to end: from its articles through `extract` and `check`."""

from __future__ import annotations

import pytest

import qcheck
from qcheck.checking.examples import trial
from qcheck.checking.rule import Example, Rule
from qcheck.checking.rules import load_rules

EXAMPLES = [
    pytest.param(rule, number, example, id=f"{rule.id}-{number}")
    for rule in load_rules()
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "number", "example"), EXAMPLES)
def test_example(rule: Rule, number: int, example: Example) -> None:
    assert not trial(rule, number, example, extract=qcheck.extract).fault


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_a_rule_has_examples_that_fire_and_near_misses_in_both_languages(rule: Rule) -> None:
    firing = {language for example in rule.examples if example.outcomes and not example.todo for language in example.languages}
    silent = {language for example in rule.examples if not example.outcomes for language in example.languages}
    assert firing == silent == {"de", "en"}
