"""The examples inside rules: run through reading and checking, and what they cover."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qcheck.model.document import Document
from qcheck.model.finding import OUTCOMES, Finding, Outcome
from qcheck.model.frames import from_frame, to_frame

if TYPE_CHECKING:
    import pandas as pd

    from qcheck.checking.rule import Example, Rule

Extract = Callable[..., "pd.DataFrame"]  # the verb `qcheck.extract`, which lies beside this layer


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule said of one of its examples: outcomes, in the order of their weight."""

    rule: Rule
    number: int
    example: Example
    said: tuple[Outcome, ...]

    @property
    def as_expected(self) -> bool:
        """Whether it said what the example expects, and nothing else: one of the outcomes or several, or nothing."""
        return bool(self.said) is bool(self.example.outcomes) and self.example.outcomes.issuperset(self.said)

    @property
    def fault(self) -> str:
        """Why the example fails, in a line; empty if it does not. A known gap (`todo`) fails as soon as it is none any more."""
        if self.example.todo:
            return "is no gap any more; remove its todo" if self.as_expected else ""
        said, wanted = " and ".join(self.said) or "nothing", " or ".join(self.example.expect)
        return "" if self.as_expected else f"should be {wanted}, but the rule says {said}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the examples of a rule cover it; `unheard` are outcomes that have a message and that no example brings about."""

    rule: Rule
    fired: int
    silent: int
    todo: int
    unheard: tuple[Outcome, ...]
    trials: tuple[Trial, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """What makes the rule fail: examples that do not hold, and that nothing makes it fire."""
        wrong = [f"example {trial.number} {trial.fault}" for trial in self.trials if trial.fault]
        return (*wrong, *(() if self.fired else ("nothing makes it fire",)))


def trial(rule: Rule, number: int, example: Example, *, extract: Extract) -> Trial:
    """What a rule says of an example: its articles go through `extract` (the verb of that name), then through the rule alone."""
    from qcheck.checking.check import check

    frame = to_frame(documents_of(example), Document, missing=("published",))
    findings = from_frame(check(extract(frame, desk=example.desk), rules=rule, desk=example.desk), Finding)
    said = {finding.outcome for finding in findings}
    return Trial(rule, number, example, tuple(outcome for outcome in OUTCOMES if outcome in said))


def coverage(rules: Iterable[Rule], *, extract: Extract) -> tuple[Coverage, ...]:
    """All examples of the rules, run one by one."""
    return tuple(_coverage(rule, extract) for rule in rules)


def _coverage(rule: Rule, extract: Extract) -> Coverage:
    trials = tuple(trial(rule, number, example, extract=extract) for number, example in enumerate(rule.examples, 1))
    held = [t for t in trials if t.as_expected and not t.example.todo]
    heard = {outcome for t in held for outcome in t.said}
    return Coverage(
        rule=rule,
        fired=sum(bool(t.said) for t in held),
        silent=sum(not t.said for t in held),
        todo=sum(bool(t.example.todo) for t in trials),
        unheard=tuple(outcome for outcome in OUTCOMES if outcome in rule.message and outcome not in heard),
        trials=trials,
    )


def documents_of(example: Example) -> list[Document]:
    """The articles of an example as documents."""
    return [
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
