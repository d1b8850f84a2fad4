"""The rule file: what each key means, and what a rule may not be."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from qcheck.checking.kinds import KINDS
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.messages import PLACEHOLDERS, unknown_placeholders
from qcheck.checking.selection import FIELDS, Sameness, Selector
from qcheck.model.desk import DatedFact, Desk
from qcheck.model.finding import OUTCOMES, Outcome, Severity
from qcheck.model.interval import Interval

Look = Literal["claim", "relation", "article", "articles"]


def _listed(written: Any) -> Any:
    return [written] if isinstance(written, (str, dict)) else written


def _for_all_outcomes(written: Any) -> Any:
    return dict.fromkeys(OUTCOMES, written) if isinstance(written, (list, tuple)) else written


def _known_fields(selector: Selector) -> Selector:
    for field in selector:
        if field not in FIELDS:
            near = difflib.get_close_matches(field, FIELDS, n=1)
            raise ValueError(f"unknown field {field!r}" + (f"; did you mean {near[0]!r}?" if near else ""))
    return selector


def _known_placeholders(text: str) -> str:
    unknown = unknown_placeholders(text)
    if unknown:
        near = difflib.get_close_matches(unknown[0], sorted(PLACEHOLDERS), n=1)
        known = f"did you mean {{{near[0]}}}?" if near else f"known ones: {', '.join(sorted(PLACEHOLDERS))}"
        raise ValueError(f"unknown placeholder {{{unknown[0]}}}; {known}")
    return text


def _iso_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueError(f"{text!r} is no date; write it as 2022-02-24") from None


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


Text = Annotated[str, AfterValidator(_filled)]
Template = Annotated[str, AfterValidator(_filled), AfterValidator(_known_placeholders)]
IsoDate = Annotated[str, AfterValidator(_iso_date)]
Fields = Annotated[Selector, AfterValidator(_known_fields)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


class ExampleArticle(_Part):
    """A small article of an example."""

    text: Text
    language: Literal["en", "de"]
    published: IsoDate | None = None
    title: str = ""


class ExampleFact(_Part):
    """A dated event that the desk of an example knows."""

    name: Text
    date: IsoDate
    words: dict[str, tuple[str, ...]]


class Example(_Part):
    """Articles and what the rule says of them: outcomes, or `silent`. `todo` says what it would take (a known gap)."""

    articles: Annotated[tuple[ExampleArticle, ...], BeforeValidator(_listed), Field(min_length=1)]
    expect: Annotated[tuple[Outcome | Literal["silent"], ...], BeforeValidator(_listed), Field(min_length=1)]
    facts: tuple[ExampleFact, ...] = ()
    why: str = ""
    todo: str = ""

    @property
    def desk(self) -> Desk:
        """The desk that the example is checked with."""
        days = [date.fromisoformat(fact.date) for fact in self.facts]
        return Desk(facts=tuple(DatedFact(f.name, Interval(day, day), f.words) for f, day in zip(self.facts, days, strict=True)))

    @property
    def outcomes(self) -> frozenset[str]:
        """What the rule must say; empty where it must be silent."""
        return frozenset(self.expect) - {"silent"}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its articles, sorted."""
        return tuple(sorted({article.language for article in self.articles}))


class Rule(_Part):
    """One rule. `id` and `path` come from where it stands, all else from the file.

    `select` holds for every claim that the rule looks at, `one` and `other` tell the two of a pair apart, `same` is what must be equal
    for two to meet (`thing`: the link must say that they speak of one thing), `unless` excuses a finding if one of its claims fits.
    The rule reports only outcomes for which `message` has a text; `hints` are a list, or a list for each outcome.
    """

    id: str = ""
    path: str = ""
    title: Text
    severity: Severity
    check: str
    parameters: dict[str, Any] = Field(default_factory=dict, alias="with")
    look: Annotated[tuple[Look, ...], BeforeValidator(_listed), Field(min_length=1)]
    select: Fields = Field(default_factory=dict)
    one: Fields = Field(default_factory=dict)
    other: Fields = Field(default_factory=dict)
    same: Annotated[tuple[Sameness, ...], BeforeValidator(_listed)] = ("thing",)
    unless: Annotated[tuple[Fields, ...], BeforeValidator(_listed)] = ()
    message: dict[Outcome, Template]
    hints: Annotated[dict[Outcome, tuple[Template, ...]], BeforeValidator(_for_all_outcomes)]
    why: Text
    howto: Text
    false_positives: tuple[Text, ...]
    references: tuple[Text, ...] = ()
    examples: tuple[Example, ...]

    @property
    def settings(self) -> Parameters:
        """The parameters as the kind of check takes them."""
        return KINDS[self.check].parameters.model_validate(self.parameters)


def faults(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """What the shape alone cannot refuse: the key, what was found, and what to do."""
    kind = KINDS.get(rule.check)
    if kind is None:
        near = difflib.get_close_matches(rule.check, KINDS, n=1)
        yield (
            "check",
            f"unknown kind of check {rule.check!r}",
            f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(KINDS))}",
        )
    else:
        fits = {"claim": {"claim"}, "article": {"article"}, "relation": {"relation"}, "pair": {"article", "articles"}}[kind.subject]
        if not set(rule.look) <= fits:
            yield "look", f"{rule.check} cannot look at {', '.join(rule.look)}", f"write {' or '.join(sorted(fits))}"
    if not any(example.outcomes for example in rule.examples):
        yield "examples", "no example fires", "add one that does"
    if not any(not example.outcomes for example in rule.examples):
        yield "examples", "no example is silent", "add a near miss"
    for number, example in enumerate(rule.examples):
        if not example.outcomes <= set(rule.message):
            yield "examples", f"example {number + 1} expects an outcome that has no message", "add the message or change the outcome"
