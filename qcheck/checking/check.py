"""The verb `check`: from claims to findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from qcheck.checking.alignment import soon
from qcheck.checking.corpus import REQUIRED, Corpus, corpus_of
from qcheck.checking.events import Link
from qcheck.checking.garbage import no_collection
from qcheck.checking.lines import Value, in_words, line, text_of
from qcheck.checking.link import Kinds, link
from qcheck.checking.messages import fill, values_of
from qcheck.checking.pairs import Meetings
from qcheck.checking.persons import by_name, same_person
from qcheck.checking.proof import Proof
from qcheck.checking.rules import RuleSource, load_rules
from qcheck.checking.selection import LINKED, selects
from qcheck.checking.statement import AGE, Statement
from qcheck.checking.topics import topic_groups, topic_rows
from qcheck.checking.wording import reason_words
from qcheck.model.claim import Claim, content_id
from qcheck.model.desk import Desk, SettledNumber
from qcheck.model.finding import OUTCOMES, SEVERITIES, Finding, Outcome, Severity, Topic
from qcheck.model.frames import from_frame, to_frame

if TYPE_CHECKING:
    import pandas as pd

    from qcheck.checking.kinds.kind import Kind, Parameters
    from qcheck.checking.rule import Rule

# the outcome fixes how grave a finding can be: what claims no contradiction is no error
_GRAVEST: dict[Outcome, Severity] = {"conflict": "error", "review": "warning", "dispute": "warning", "update": "note", "note": "note"}


# what may differ in two claims that meet under a name: the one counts a kind of what the other counts
_KINDS: dict[str, Kinds] = {"kind_of_thing": "second", "toll": "either"}
_Order: TypeAlias = tuple[int, int, list[tuple[str, int, str]]]


class Checked(NamedTuple):
    """What `check` and `topics` give for claims, and what is to be said of what was not compared."""

    findings: pd.DataFrame
    topics: pd.DataFrame
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    proof: Proof
    paired: tuple[Value, ...]


@dataclass(slots=True)
class _Group:
    """Hits that make one finding: the first one, which is shown, and of each its place in their order and its statements."""

    first: _Hit
    told: list[tuple[_Order, tuple[Statement, ...]]]

    def add(self, hit: _Hit) -> None:
        """One more hit; of the working of all but the first nothing is kept."""
        order = _order(hit)
        if order < _order(self.first):
            self.first = hit
        self.told.append((order, hit.proof.statements))

    @property
    def statements(self) -> list[Statement]:
        """The statements of all hits, those of the first one first."""
        return [s for _, statements in sorted(self.told, key=itemgetter(0)) for s in statements]


def check(
    claims: pd.DataFrame, *, rules: RuleSource | Iterable[RuleSource] | None = None, desk: Desk | None = None, ui: str = "en"
) -> pd.DataFrame:
    """The findings frame (columns of `Finding`) of a claims frame, sorted by outcome, rule and claims.

    `rules`: None for the built-in ones, the path of a rule file or folder, loaded rules, or a list of these. The settled numbers of the
    `desk` are compared with the claims. Pure: the order of the rows does not matter, and a copy of an article adds no finding, only its
    claims to those that are there. `ui` is the language of messages, working, reasons and hints (en, de); nothing else depends on it.
    Raises UsageProblem for a frame that lacks columns, Problems for rules that are wrong.
    """
    return to_frame(_run(claims, rules, desk, ui)[0], Finding)


def check_with_topics(
    claims: pd.DataFrame, *, rules: RuleSource | Iterable[RuleSource] | None = None, desk: Desk | None = None, ui: str = "en"
) -> Checked:
    """The frames of `check` and of `topics`, with remarks; articles of one event are looked for once for both."""
    found, meetings = _run(claims, rules, desk, ui)
    topics = to_frame(topic_rows(meetings.corpus, meetings), Topic)
    return Checked(to_frame(found, Finding), topics, tuple(text_of(remark, ui) for remark in meetings.remarks))


def _run(
    claims: pd.DataFrame, rules: RuleSource | Iterable[RuleSource] | None, desk: Desk | None, ui: str
) -> tuple[list[Finding], Meetings]:
    loaded = [rule.spoken(ui) for rule in load_rules(rules)]
    meetings = Meetings(corpus_of(from_frame(claims, Claim, required=REQUIRED)))
    return findings(meetings.corpus, loaded, numbers=desk.numbers if desk else (), ui=ui, meetings=meetings), meetings


@no_collection()
def findings(
    corpus: Corpus, rules: Iterable[Rule], *, numbers: Sequence[SettledNumber] = (), ui: str = "en", meetings: Meetings | None = None
) -> list[Finding]:
    """All findings of a corpus in the language `ui`; `numbers` are those that the desk holds to be settled, `meetings` finds its pairs and
    tells afterwards which were not compared.
    """
    meetings = meetings or Meetings(corpus)
    series = topic_groups(corpus, meetings)
    topics = {s.claim.claim: topic for topic, group in series.items() for s in group}
    found: list[Finding] = []
    for rule in rules:
        hits = _of_series(rule, corpus, series.values()) if rule.kind.subject == "series" else _hits(rule, corpus, meetings, numbers)
        found += _merged(rule, hits, corpus, topics, meetings, ui)
    return sorted(found, key=lambda f: (OUTCOMES.index(f.outcome), f.rule, f.claims))


def _hits(rule: Rule, corpus: Corpus, meetings: Meetings, numbers: Sequence[SettledNumber]) -> Iterator[_Hit]:
    kind, settings = rule.kind, rule.settings
    on = {document for document in corpus.articles if rule.looks_at(document)}
    if kind.subject == "article":
        for document in sorted(on):
            chosen = [s for s in corpus.by_document[document] if _looked_at(rule, s)]
            yield from (_Hit(proof, ()) for proof in kind.run(corpus.articles[document], chosen, settings))
    elif kind.subject == "relation":
        names = [kind.relation] if kind.relation else corpus.relations
        for said, operands in (tie for name in names for tie in corpus.relations.get(name, ())):
            if said.claim.document in on and _looked_at(rule, said) and not any(_excused(rule, o) for o in operands):
                reasons = (in_words(reason_words, said.claim.reason),) if said.claim.reason else ()
                yield from (_Hit(proof, reasons) for proof in kind.run(said, operands, settings))
    else:
        roles = rule.select["role"].values if "role" in rule.select else ("claim",)
        chosen = [s for s in corpus.claims(roles) if s.claim.document in on and _looked_at(rule, s)]
        if kind.subject == "claim":
            yield from (_Hit(proof, ()) for s in chosen for proof in kind.run(s, settings))
        elif kind.subject == "fact":
            alike = ((s, number) for s in chosen for number in numbers if number.of == s.claim.of)
            yield from (_Hit(proof, ()) for s, number in alike for proof in kind.run(s, number, settings))
        else:
            yield from _compared(rule, kind, settings, chosen, meetings)


def _of_series(rule: Rule, corpus: Corpus, series: Iterable[Sequence[Statement]]) -> Iterator[_Hit]:
    on = {document for document in corpus.articles if rule.looks_at(document)}
    for group in series:
        chosen = [s for s in group if s.claim.document in on and _looked_at(rule, s)]
        yield from (_Hit(proof, (line("one_thing"),)) for proof in rule.kind.run(chosen, rule.settings))


def _looked_at(rule: Rule, s: Statement) -> bool:
    return selects(rule.select, s.claim) and not _excused(rule, s)


def _excused(rule: Rule, s: Statement) -> bool:
    return any(selects(excuse, s.claim) for excuse in rule.unless)


def _compared(rule: Rule, kind: Kind, settings: Parameters, chosen: list[Statement], meetings: Meetings) -> Iterator[_Hit]:
    paired = tuple(line(f"shared_{name}") for name in rule.same if name not in (*LINKED, "agent", "recipient"))
    told_apart = bool(rule.one or rule.other)
    ones = frozenset(s for s in chosen if selects(rule.one, s.claim)) if told_apart else frozenset(chosen)
    others = frozenset(s for s in chosen if selects(rule.other, s.claim)) if told_apart else ones
    if not (ones and others):
        return
    for a, b in _pairs(rule, [s for s in chosen if s in ones or s in others], meetings):
        for one, other in ((a, b), (b, a)) if told_apart else ((a, b),):
            if told_apart and not (one in ones and other in others):
                continue
            proofs = kind.run(one, other, settings)
            if not proofs:
                continue
            # the link is asked last: it costs more than comparing numbers
            linked = [_link(one, other, name, meetings) for name in rule.same if name in LINKED]
            answers = {answer.answer for answer in linked}
            reasons = tuple(reason for answer in linked for reason in answer.reasons)
            if answers <= {"same", "likely", "possible"}:
                reached = [_within_reach(proof, answers) for proof in proofs]
                yield from (_Hit(proof, (*paired, *reasons)) for proof in reached if proof is not None)


def _within_reach(proof: Proof, answers: Collection[str]) -> Proof | None:
    """What a link lets a proof say: all where it is sure; an update where the events are likely the same; that one looks again where
    only the two things may be others.
    """
    if "likely" in answers:
        return proof if proof.outcome == "update" else None
    if "possible" in answers:
        return replace(proof, outcome="review") if proof.outcome in ("conflict", "review") else None
    return proof


def _link(one: Statement, other: Statement, name: str, meetings: Meetings) -> Link:
    if name == "person":
        return same_person(one, other)
    if name == "story":
        event = meetings.event(one.article, other.article)
        return event if event.answer == "same" else Link("unclear", event.reasons)
    if name == "wording":
        return _by_wording(one, other, meetings)
    return link(one, other, kinds=_KINDS.get(name, ""), events=meetings.event)


def _by_wording(one: Statement, other: Statement, meetings: Meetings) -> Link:
    """The link of two numbers by the words around them; those of one thing that is known are the matter of other rules."""
    event = meetings.event(one.article, other.article)
    if event.answer not in ("same", "likely") or (event.answer == "likely" and not soon(one.article, other.article)):
        return Link("unclear", event.reasons)
    known = link(one, other, kinds="either", events=meetings.event)
    if known.answer == "same":
        return Link("unclear", known.reasons)
    found = meetings.alignment.link(one, other)
    answer = "possible" if found.answer == "same" and event.answer == "likely" else found.answer
    return Link(answer, (*event.reasons, *found.reasons))


def _pairs(rule: Rule, chosen: list[Statement], meetings: Meetings) -> Iterator[tuple[Statement, Statement]]:
    if "article" in rule.look:
        yield from meetings.inside(chosen, rule.same)
    else:
        if "headline" in rule.look:
            yield from meetings.headed(chosen, rule.same)
        for narrower in ("paragraph", "sentence"):
            if narrower in rule.look:
                yield from meetings.inside(chosen, (*rule.same, narrower))
    if "articles" in rule.look:
        # a name finds its person again in articles of which nothing else is known to be of one event
        yield from by_name(chosen) if "person" in rule.same else meetings.across(chosen, rule.same)


def _merged(rule: Rule, hits: Iterable[_Hit], corpus: Corpus, topics: dict[str, str], meetings: Meetings, ui: str) -> Iterator[Finding]:
    """One finding for all hits of one outcome that are about the same things; or about one anchor, where the kind names one."""
    groups: dict[tuple[object, ...], _Group] = {}
    for hit in hits:
        if hit.proof.outcome in rule.message:
            groups.setdefault((hit.proof.outcome, *_about(hit.proof, topics, corpus)), _Group(hit, [])).add(hit)
    for group in groups.values():
        yield _finding(rule, group, corpus, topics, meetings, ui)


def _about(proof: Proof, topics: dict[str, str], corpus: Corpus) -> list[tuple[str, ...]]:
    """What a finding is about: each claim's topic with what it says; of two ranges that differ the ranges alone, whatever the words.

    What stands in one article is told of each article, but only once of near copies; so is the age of a person.
    """
    if proof.anchored:
        return [(corpus.same_words[proof.statements[0].claim.claim],)]
    pair = proof.statements[:2]
    ranges = len(pair) == 2 and pair[0].hard != pair[1].hard
    voices = {corpus.voices[s.claim.document] for s in pair}
    inside = tuple(voices) if len(voices) == 1 else ()
    said = [(str(s.hard), s.claim.by if proof.outcome == "dispute" else "", *inside) if ranges else s.content for s in pair]
    things = [(s.claim.unit != AGE and topics.get(s.claim.claim)) or corpus.same_words.get(s.claim.claim, s.claim.claim) for s in pair]
    return sorted((thing, *words) for thing, words in zip(things, said, strict=True))


def _order(hit: _Hit) -> _Order:
    """The order of hits that make one finding: pairs of one article first, then pairs with numbers, then by place."""
    said = hit.proof.statements
    places = [(s.claim.document, s.claim.start, s.claim.claim) for s in said]
    return len({s.claim.document for s in said}), sum(not s.numeric for s in said), places


def _finding(rule: Rule, group: _Group, corpus: Corpus, topics: dict[str, str], meetings: Meetings, ui: str) -> Finding:
    proof = group.first.proof
    everyone = {s.claim.claim: s for s in group.statements}
    pair = [s.claim.claim for s in proof.statements[:2]]
    rest = corpus.with_copies(everyone)
    told: dict[str, Value] = {
        **values_of(proof.statements[0]),
        **values_of(proof.statements[-1], prefix="other_"),
        "count": len(everyone),
        **proof.values,
    }
    sides = [_side(s) for s in proof.statements[:2]]
    grade = max(SEVERITIES.index(rule.severity), SEVERITIES.index(_GRAVEST[proof.outcome]))
    return Finding(
        rule=rule.id,
        outcome=proof.outcome,
        severity=SEVERITIES[grade],
        claims=" ".join([*pair, *(one for one in rest if one not in pair)]),
        message=_sentence(fill(rule.message[proof.outcome], told, ui=ui)),
        working="\n".join(text_of(each, ui) for each in proof.working),
        fingerprint=content_id(rule.id, *sorted(set(sides))),
        paired="\n".join(text_of(each, ui) for each in (*group.first.paired, *meetings.caps(pair))),
        hints="\n".join(fill(hint, told, ui=ui) for hint in rule.hints.get(proof.outcome, ())),
        topic=next((topics[one] for one in everyone if one in topics), ""),
        sides="\n".join(sides),
    )


def _sentence(text: str) -> str:
    """The text with a capital first letter: it may begin with a name, or with "the article"."""
    return text[:1].upper() + text[1:]


def _side(s: Statement) -> str:
    """What a claim of a finding says, on one line: quote, range, period; of an article its title, or the words that it is about."""
    c = s.claim
    return " | ".join([" ".join((c.quote or c.title or c.words).split()), str(s.hard) if s.numeric else "", c.within])
