"""The rules in words: their list, the page of one, and how their examples cover them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qcheck.checking.messages import PLACEHOLDERS, fill
from qcheck.checking.selection import Chosen
from qcheck.checking.wording import date_words
from qcheck.model.finding import OUTCOMES
from qcheck.reporting.catalogue import load_catalogue
from qcheck.reporting.terminal import Line
from qcheck.reporting.wording import counted

if TYPE_CHECKING:
    from qcheck.checking.examples import Coverage
    from qcheck.checking.kinds.kind import Kind
    from qcheck.checking.rule import Example, Rule

_LOOKS = {
    "claim": "each claim by itself",
    "relation": "what a text says that its numbers are to each other",
    "sentence": "two claims of a sentence",
    "paragraph": "two claims of a paragraph",
    "headline": "a headline or caption and the text under it",
    "article": "an article",
    "articles": "two articles",
    "series": "what articles tell of one thing over time",
}
_SUBJECTS = {
    "claim": _LOOKS["claim"],
    "relation": _LOOKS["relation"],
    "article": "an article with all its claims",
    "pair": "two claims",
    "fact": "a claim and a settled number of the desk",
    "series": _LOOKS["series"],
}
_LANGUAGES = {"en": "English", "de": "German"}
_ASKED = {"near": "words near", "range": "a number within", "during": "days within"}
_FOUND = {"thing": "the same thing", "kind_of_thing": "the same kind of thing"}


def listed(rules: Iterable[Rule]) -> Iterator[Line]:
    """The rules by pack: id, severity, title, and why."""
    pack = None
    for rule in rules:
        if rule.id.partition("/")[0] != pack:
            pack = rule.id.partition("/")[0]
            yield [(pack, "strong")]
        yield [("  ", ""), (rule.id, "strong"), (f"  {rule.severity}  ", "dim"), (rule.title, "")]
        yield [("      ", ""), (rule.why, "dim")]


def page(rule: Rule) -> Iterator[Line]:
    """A rule as an entry of a style guide."""
    yield [(rule.title, "strong")]
    yield [(f"{rule.id} · {rule.severity} · {_scope(rule)}", "dim")]
    yield from _part("Why", [rule.why])
    yield from _part("How to check", [rule.howto])
    yield from _part(
        "What it tells", [f"{load_catalogue()(f'outcome.{o}')}: {_shown(rule.message[o])}" for o in OUTCOMES if o in rule.message]
    )
    yield from _part("What to do", dict.fromkeys(_shown(hint) for o in OUTCOMES if o in rule.message for hint in rule.hints.get(o, ())))
    yield from _part("What it looks at", _looked_at(rule))
    known = [example for example in rule.examples if not example.todo]
    yield from _examples("It fires on", [e for e in known if e.outcomes])
    yield from _examples("It is silent on", [e for e in known if not e.outcomes])
    yield from _part("Known false positives", rule.false_positives)
    yield from _examples("Known gaps", [e for e in rule.examples if e.todo])
    yield from _part("References", rule.references)


def kinds(listed: Iterable[tuple[str, Kind]]) -> Iterator[Line]:
    """The kinds of check: what each looks at, what its outcomes prove, and its parameters."""
    for name, kind in listed:
        yield [(name, "strong"), (f"  {_SUBJECTS[kind.subject]}", "dim")]
        yield [("    ", ""), (kind.about, "")]
        if kind.parameters.model_fields:
            yield [("    ", ""), (f"with {' '.join((kind.parameters.__doc__ or '').split())}", "dim")]


def covered(found: Sequence[Coverage], *, each: bool) -> Iterator[Line]:
    """What the examples of rules showed: the faults, with `each` also a line a rule, and a last line of sums."""
    width = max((len(c.rule.id) for c in found), default=0)
    for c in found:
        if each:
            counts = f"{c.fired:3} fired  {c.silent:3} silent  {c.todo:3} todo"
            unheard = f"  no example of: {', '.join(c.unheard)}" if c.unheard else ""
            yield [("  ", ""), (c.rule.id.ljust(width), "strong"), (f"  {counts}", ""), (unheard, "dim")]
        for fault in c.faults:
            yield [("  ", ""), (f"{c.rule.path}: {fault}", "conflict")]
    failed = sum(bool(c.faults) for c in found)
    sums = [counted(len(found), "rule", "rules"), counted(sum(len(c.trials) for c in found), "example", "examples")]
    todo = sum(c.todo for c in found)
    yield [(f"{', '.join(sums)}, {todo} todo: {counted(failed, 'rule fails', 'rules fail') if failed else 'all hold'}", "strong")]


def _part(title: str, lines: Iterable[str]) -> Iterator[Line]:
    told = [line for line in lines if line]
    if told:
        yield []
        yield [(title, "strong")]
        yield from ([("  ", ""), (line, "")] for line in told)


def _shown(template: str) -> str:
    """A message with the names of its placeholders as words: `“[quote]” and “[other quote]”`."""
    return fill(template, {name: f"[{name.replace('_', ' ')}]" for name in PLACEHOLDERS})


def _scope(rule: Rule) -> str:
    return " or ".join(_LOOKS[look] for look in rule.look)


def _looked_at(rule: Rule) -> Iterator[str]:
    yield f"{_scope(rule)}, by the check “{rule.check}”"
    for name, selector in (("of claims with", rule.select), ("one with", rule.one), ("the other with", rule.other)):
        if selector:
            yield f"{name} {_selector(selector)}"
    if rule.kind.subject == "pair":
        yield f"the two must share {', '.join(_FOUND.get(name, f'the {name}') for name in rule.same)}"
    for excuse in rule.unless:
        yield f"not where {_selector(excuse)}"


def _selector(selector: Mapping[str, Chosen]) -> str:
    parts = []
    for field, choice in selector.items():
        without = " not" if choice.excluded else ""
        parts.append(f"{_ASKED.get(field, field)}{without} {', '.join(str(value) or 'none' for value in choice.values)}")
    return "; ".join(parts)


def _examples(title: str, examples: Sequence[Example]) -> Iterator[Line]:
    if examples:
        yield []
        yield [(title, "strong")]
    for example in examples:
        said = " or ".join(outcome for outcome in example.expect if outcome != "silent")
        reason = "; ".join(part for part in (said, example.why, example.todo) if part)
        if reason:
            yield [("  ", ""), (reason, "dim")]
        for article in example.articles:
            where = ", ".join(part for part in (_LANGUAGES[article.language], date_words(article.published or "")) if part)
            title = f"{article.title}. " if article.title else ""
            yield [("    ", ""), (f"{title}{article.text}", ""), (f" ({where})", "dim")]
