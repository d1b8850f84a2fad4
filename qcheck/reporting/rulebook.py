"""The rules in words: their list, the page of one, and how their examples cover them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from qcheck.checking.messages import PLACEHOLDERS, fill
from qcheck.checking.selection import LINKED, Chosen
from qcheck.checking.wording import date_words
from qcheck.model.finding import OUTCOMES
from qcheck.reporting.catalogue import Catalogue, load_catalogue
from qcheck.reporting.terminal import Line
from qcheck.reporting.wording import counted

if TYPE_CHECKING:
    from qcheck.checking.examples import Coverage
    from qcheck.checking.kinds.kind import Kind
    from qcheck.checking.rule import Example, Rule

_SUBJECTS = {
    "claim": "each claim by itself",
    "relation": "what a text says that its numbers are to each other",
    "article": "an article with all its claims",
    "pair": "two claims",
    "fact": "a claim and a settled number of the desk",
    "series": "what articles tell of one thing over time",
}


def listed(rules: Iterable[Rule], *, ui: str) -> Iterator[Line]:
    """The rules by pack: id, severity, title, and why."""
    words, pack = load_catalogue(ui), None
    for rule in rules:
        if rule.id.partition("/")[0] != pack:
            pack = rule.id.partition("/")[0]
            yield [(pack, "strong")]
        spoken = rule.spoken(ui)
        yield [("  ", ""), (rule.id, "strong"), (f"  {words(f'severity.{rule.severity}')}  ", "dim"), (spoken.title, "")]
        yield [("      ", ""), (spoken.why, "dim")]


def page(rule: Rule, *, ui: str) -> Iterator[Line]:
    """A rule as an entry of a style guide."""
    words, rule = load_catalogue(ui), rule.spoken(ui)
    outcomes = [outcome for outcome in OUTCOMES if outcome in rule.message]
    yield [(rule.title, "strong")]
    yield [(f"{rule.id} · {words(f'severity.{rule.severity}')} · {_scope(rule, words)}", "dim")]
    yield from _part(words("rulebook.why"), [rule.why])
    yield from _part(words("rulebook.howto"), [rule.howto])
    yield from _part(words("rulebook.tells"), [f"{words(f'outcome.{o}')}: {_shown(rule.message[o], words)}" for o in outcomes])
    yield from _part(words("rulebook.hints"), dict.fromkeys(_shown(hint, words) for o in outcomes for hint in rule.hints.get(o, ())))
    yield from _part(words("rulebook.looks_at"), _looked_at(rule, words))
    known = [example for example in rule.examples if not example.todo]
    yield from _examples(words("rulebook.fires"), [e for e in known if e.outcomes], words)
    yield from _examples(words("rulebook.silent"), [e for e in known if not e.outcomes], words)
    yield from _part(words("rulebook.false_positives"), rule.false_positives)
    yield from _examples(words("rulebook.gaps"), [e for e in rule.examples if e.todo], words)
    yield from _part(words("rulebook.references"), rule.references)


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


def _shown(template: str, words: Catalogue) -> str:
    """A message with the names of its placeholders as words: `“[quote]” and “[other quote]”`."""
    return fill(template, {name: f"[{words(f'placeholder.{name}')}]" for name in PLACEHOLDERS})


def _scope(rule: Rule, words: Catalogue) -> str:
    return words("rulebook.or").join(words(f"look.{look}") for look in rule.look)


def _looked_at(rule: Rule, words: Catalogue) -> Iterator[str]:
    yield words("rulebook.by_check", scope=_scope(rule, words), check=rule.check)
    for name, selector in (("select", rule.select), ("one", rule.one), ("other", rule.other)):
        if selector:
            yield words(f"rulebook.{name}", selector=_selector(selector, words))
    if rule.kind.subject == "pair":
        named = (words(f"share.{name}") if name in LINKED else words("share.other", name=name) for name in rule.same)
        yield words("rulebook.same", names=", ".join(named))
    for excuse in rule.unless:
        yield words("rulebook.unless", selector=_selector(excuse, words))


def _selector(selector: Mapping[str, Chosen], words: Catalogue) -> str:
    parts = []
    for field, choice in selector.items():
        values = ", ".join(str(value) or words("rulebook.empty") for value in choice.values)
        parts.append(words.known("selector", field) + (words("rulebook.not", values=values) if choice.excluded else f" {values}"))
    return "; ".join(parts)


def _examples(title: str, examples: Sequence[Example], words: Catalogue) -> Iterator[Line]:
    if examples:
        yield []
        yield [(title, "strong")]
    for example in examples:
        said = words("rulebook.or").join(words(f"outcome.{outcome}").lower() for outcome in example.expect if outcome != "silent")
        reason = "; ".join(part for part in (said, example.why, example.todo) if part)
        if reason:
            yield [("  ", ""), (reason, "dim")]
        for article in example.articles:
            day = date_words(article.published or "", ui=words.language)
            where = ", ".join(part for part in (words(f"language.{article.language}"), day) if part)
            headline = f"{article.title}. " if article.title else ""
            yield [("    ", ""), (f"{headline}{article.text}", ""), (f" ({where})", "dim")]
