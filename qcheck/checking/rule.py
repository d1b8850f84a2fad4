"""The rule file: what each key means, and what a rule may not be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from datetime import date
from fnmatch import fnmatchcase
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from qcheck.checking.conditions import CONDITIONS
from qcheck.checking.kinds import kind_names, kind_of
from qcheck.checking.kinds.kind import Kind, Parameters, Subject
from qcheck.checking.messages import PLACEHOLDERS, unknown_placeholders
from qcheck.checking.selection import FIELDS, Sameness, Selector
from qcheck.model.claim import Claim
from qcheck.model.desk import DatedFact, Desk, SettledNumber
from qcheck.model.errors import RuleProblem
from qcheck.model.finding import OUTCOMES, Outcome, Severity
from qcheck.model.interval import Interval, numbers
from qcheck.model.timespan import days_from_text

Look = Literal["claim", "relation", "sentence", "paragraph", "headline", "article", "articles", "series"]
# what each subject of a kind of check can look at: a pair stands in one sentence, in headline or caption and body, in two articles, ...
LOOKS: dict[Subject, tuple[Look, ...]] = {
    "claim": ("claim",),
    "fact": ("claim",),
    "series": ("series",),
    "relation": ("relation",),
    "article": ("article",),
    "pair": ("sentence", "paragraph", "headline", "article", "articles"),
}
Expected = Outcome | Literal["silent"]
_VALUES = {name: get_args(hint) for name, hint in get_type_hints(Claim).items() if get_args(hint)}


def _listed(written: Any) -> Any:
    return [written] if isinstance(written, (str, dict)) else written


def _for_all_outcomes(written: Any) -> Any:
    return dict.fromkeys(OUTCOMES, written) if isinstance(written, (list, tuple)) else written


def _known_fields(selector: Selector) -> Selector:
    for field, choice in selector.items():
        if field not in FIELDS:
            raise ValueError(f"unknown field {field!r}{_instead(field, FIELDS)}")
        faults = [CONDITIONS[field].fault(str(value)) for value in choice.values] if field in CONDITIONS else []
        faults += [
            f"{value!r} is none{_instead(value, _VALUES[field])}" for value in choice.values if value not in _VALUES.get(field, (value,))
        ]
        if any(faults):
            raise ValueError(f"{field}: {next(filter(None, faults))}")
    return selector


def _instead(written: object, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(str(written), sorted(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


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


def _interval(text: str) -> str:
    numbers(text)
    return text


def _period(text: str) -> str:
    days_from_text(text)
    return text


def _filled(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


def _one_answer(expected: tuple[str, ...]) -> tuple[str, ...]:
    if "silent" in expected and len(expected) > 1:
        raise ValueError("is silent, or has outcomes, but not both")
    return expected


Text = Annotated[str, Field(max_length=2_000), AfterValidator(_filled)]
Prose = Annotated[str, Field(max_length=20_000), AfterValidator(_filled)]
Template = Annotated[str, Field(max_length=1_000), AfterValidator(_filled), AfterValidator(_known_placeholders)]
IsoDate = Annotated[str, AfterValidator(_iso_date)]
Fields = Annotated[Selector, AfterValidator(_known_fields)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


class ExampleArticle(_Part):
    """A small article of an example."""

    text: Prose
    language: Literal["en", "de"]
    published: IsoDate | None = None
    title: str = ""


class ExampleFact(_Part):
    """A dated event that the desk of an example knows."""

    name: Text
    date: IsoDate
    words: dict[str, tuple[str, ...]]


class ExampleNumber(_Part):
    """A number that the desk of an example holds to be settled; `hard` as in "[4, 4]"."""

    name: Text
    of: Text
    hard: Annotated[str, AfterValidator(_interval)]
    unit: Text = "count"
    event: str = ""
    agent: str = ""
    recipient: str = ""
    within: Annotated[str, AfterValidator(_period)] = "?"
    good_until: IsoDate | None = None

    @property
    def settled(self) -> SettledNumber:
        """As the desk holds it."""
        until = date.fromisoformat(self.good_until) if self.good_until else None
        return SettledNumber(**{**self.model_dump(), "hard": numbers(self.hard), "good_until": until})


class Example(_Part):
    """Articles and what the rule says of them: outcomes, or `silent`. `todo` says what it would take (a known gap)."""

    articles: Annotated[
        tuple[ExampleArticle, ...],
        BeforeValidator(_listed, json_schema_input_type=ExampleArticle | tuple[ExampleArticle, ...]),
        Field(min_length=1, max_length=20),
    ]
    expect: Annotated[
        tuple[Expected, ...],
        BeforeValidator(_listed, json_schema_input_type=Expected | tuple[Expected, ...]),
        Field(min_length=1),
        AfterValidator(_one_answer),
    ]
    facts: tuple[ExampleFact, ...] = ()
    numbers: tuple[ExampleNumber, ...] = ()
    why: str = ""
    todo: str = ""

    @property
    def desk(self) -> Desk:
        """The desk that the example is checked with."""
        days = [date.fromisoformat(fact.date) for fact in self.facts]
        facts = tuple(DatedFact(f.name, Interval(day, day), f.words) for f, day in zip(self.facts, days, strict=True))
        return Desk(facts=facts, numbers=tuple(number.settled for number in self.numbers))

    @property
    def outcomes(self) -> frozenset[str]:
        """What the rule must say; empty where it must be silent."""
        return frozenset(self.expect) - {"silent"}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its articles, sorted."""
        return tuple(sorted({article.language for article in self.articles}))


Hints = Annotated[
    dict[Outcome, tuple[Template, ...]],
    BeforeValidator(_for_all_outcomes, json_schema_input_type=tuple[Template, ...] | dict[Outcome, tuple[Template, ...]]),
]


class Texts(_Part):
    """What a rule says, in another language than English."""

    title: Text
    message: Annotated[dict[Outcome, Template], Field(min_length=1)]
    hints: Hints
    why: Text
    howto: Text
    false_positives: tuple[Text, ...]


class Rule(_Part):
    """One rule. `id` and `path` come from where it stands, `on_in` and `off_in` from a configuration, all else from the file.

    `select` holds for every claim that the rule looks at, `one` and `other` tell the two of a pair apart, `same` is what must be equal
    for two to meet (`thing`: the link must say that they speak of one thing), `unless` excuses a finding if one of its claims fits.
    The rule reports only outcomes for which `message` has a text; `hints` are a list, or a list for each outcome.
    `de` says the same in German, for `--ui de`.
    `on_in` and `off_in` are glob patterns of the articles that alone it looks at, and of those that it does not look at.
    """

    id: str = ""
    path: str = ""
    on_in: tuple[str, ...] = ()
    off_in: tuple[str, ...] = ()
    title: Text
    severity: Severity
    check: str
    parameters: dict[str, Any] = Field(default_factory=dict, alias="with")
    look: Annotated[tuple[Look, ...], BeforeValidator(_listed, json_schema_input_type=Look | tuple[Look, ...]), Field(min_length=1)]
    select: Fields = Field(default_factory=dict)
    one: Fields = Field(default_factory=dict)
    other: Fields = Field(default_factory=dict)
    same: Annotated[tuple[Sameness, ...], BeforeValidator(_listed, json_schema_input_type=Sameness | tuple[Sameness, ...])] = ("thing",)
    unless: Annotated[tuple[Fields, ...], BeforeValidator(_listed, json_schema_input_type=Selector | tuple[Selector, ...])] = ()
    message: Annotated[dict[Outcome, Template], Field(min_length=1)]
    hints: Hints
    why: Text
    howto: Text
    false_positives: tuple[Text, ...]
    de: Texts | None = None
    references: tuple[Text, ...] = ()
    examples: Annotated[tuple[Example, ...], Field(max_length=200)]

    def looks_at(self, document: str) -> bool:
        """Whether the rule is on in an article; a pattern fits the end of its path, from any folder on."""
        return (not self.on_in or any_fits(self.on_in, document)) and not any_fits(self.off_in, document)

    def spoken(self, ui: str) -> Rule:
        """The rule with its texts in a language, as they are written where it has none in it."""
        return self.model_copy(update=dict(self.de)) if ui == "de" and self.de else self

    @property
    def settings(self) -> Parameters:
        """The parameters as the kind of check takes them."""
        return self.kind.parameters.model_validate(self.parameters)

    @property
    def kind(self) -> Kind:
        """The kind of check. Raises RuleProblem if there is none of that name."""
        kind = kind_of(self.check)
        if kind is None:
            near = _instead(self.check, kind_names()).removeprefix("; ")
            raise RuleProblem(f"unknown kind of check {self.check!r}", todo=near or f"known: {', '.join(kind_names())}")
        return kind


def any_fits(patterns: Iterable[str], document: str) -> bool:
    """Whether one of the glob patterns fits the end of a path, from any of its folders on."""
    return any(fnmatchcase(f"/{document}", f"*/{pattern.removeprefix('/')}") for pattern in patterns)


def faults(rule: Rule) -> Iterator[tuple[str, str, str]]:
    """What the shape alone cannot refuse: the key, what was found, and what to do."""
    try:
        looks = LOOKS[rule.kind.subject]
    except RuleProblem as problem:
        yield "check", problem.found, problem.todo
    else:
        others = [look for look in rule.look if look not in looks]
        if others:
            yield "look", f"{rule.check} cannot look at {', '.join(others)}", f"write {' or '.join(looks)}"
        wanted = rule.select.get("relation")
        if wanted and rule.kind.relation and (rule.kind.relation in wanted.values) is wanted.excluded:
            yield "select", f"{rule.check} looks at the relation {rule.kind.relation!r} alone", "select this one, or none"
    mute = [outcome for outcome in rule.message if rule.de and outcome not in rule.de.message]
    if mute:
        yield "de", f"has no message for {', '.join(mute)}", "say in German, too, what `message` says"
    if not any(example.outcomes for example in rule.examples):
        yield "examples", "no example fires", "add one that does"
    if not any(not example.outcomes for example in rule.examples):
        yield "examples", "no example is silent", "add a near miss"
    for number, example in enumerate(rule.examples):
        if not example.outcomes <= set(rule.message):
            yield "examples", f"example {number + 1} expects an outcome that has no message", "add the message or change the outcome"
