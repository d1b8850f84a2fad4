"""Every example of every built-in rule, end to end: from its articles through `extract` and `check`."""

from __future__ import annotations

import pytest

import qcheck
from qcheck.checking.rule import Example, Rule
from qcheck.checking.rules import load_rules
from qcheck.model.document import Document
from qcheck.model.finding import Finding
from qcheck.model.frames import from_frame, to_frame


def outcomes(rule: Rule, example: Example) -> set[str]:
    """What the rule says of the example's articles."""
    rows = [
        Document(
            document=f"article {number}",
            title=article.title,
            text=f"{article.title}\n\n{article.text}" if article.title else article.text,
            language=article.language,
            published=article.published or "",
            published_from="column" if article.published else "",
        )
        for number, article in enumerate(example.articles, 1)
    ]
    claims = qcheck.extract(to_frame(rows, Document, missing=("published",)), desk=example.desk)
    return {finding.outcome for finding in from_frame(qcheck.check(claims, rules=rule, desk=example.desk), Finding)}


EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}", marks=[pytest.mark.xfail(reason=example.todo)] if example.todo else [])
    for rule in load_rules()
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    said = outcomes(rule, example)
    assert said & example.outcomes if example.outcomes else not said


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_a_rule_has_examples_that_fire_and_near_misses_in_both_languages(rule: Rule) -> None:
    firing = {language for example in rule.examples if example.outcomes and not example.todo for language in example.languages}
    silent = {language for example in rule.examples if not example.outcomes for language in example.languages}
    assert firing == silent == {"de", "en"}
