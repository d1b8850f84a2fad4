"""Computes the view of a report from the frames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import qcheck
from qcheck.checking.reach import idle
from qcheck.checking.wording import date_words, range_words, when_words
from qcheck.model.claim import Claim, content_id
from qcheck.model.document import Document, file_and_number
from qcheck.model.errors import Problems
from qcheck.model.finding import DECIDED, OUTCOMES, Finding, Topic
from qcheck.model.frames import from_frame
from qcheck.model.interval import SOME
from qcheck.reporting import cases, verdict, wording
from qcheck.reporting.catalogue import Catalogue, load_catalogue
from qcheck.reporting.passages import paragraphs, passage
from qcheck.reporting.translation import translated
from qcheck.reporting.view import Article, Case, Pack, Reading, Rule, Subject, View

if TYPE_CHECKING:
    import pandas as pd

    from qcheck.checking.rule import Rule as LoadedRule


def build_view(
    documents: pd.DataFrame,
    claims: pd.DataFrame,
    findings: pd.DataFrame | None = None,
    *,
    topics: pd.DataFrame | None = None,
    rules: Iterable[LoadedRule] | None = None,
    remarks: Sequence[str] = (),
    fixed: Sequence[Finding] = (),
    before: Sequence[Finding] | None = None,
    options: Mapping[str, str] | None = None,
    sources: Mapping[str, str] | None = None,
    ui: str = "en",
) -> View:
    """The view of the frames, whatever the order of their rows; without findings, of what was read only.

    `topics` are those of the claims, found anew where not given; `rules` those that were checked, for their titles and reasons; the
    built-in ones where not given. `remarks` tell of decisions that no longer hold and of caps, `fixed` are the findings of an earlier
    run that are gone, `before` all of that run, `options` what the run was told, in the order to show it in, `sources` the files with
    markup as they were written, for the lines of passages; `ui` is the language of the report (en, de).
    Raises UsageProblem for a frame without its columns or a language without a catalogue.
    """
    rows = from_frame(claims, Claim, required=("claim", "role", "document"))
    found = [] if findings is None else from_frame(findings, Finding, required=[f.name for f in fields(Finding)][:7])
    spoken_of = [] if findings is None else from_frame(qcheck.topics(claims) if topics is None else topics, Topic)
    read = from_frame(documents, Document, required=("document", "text"))
    loaded = () if findings is None else _loaded(rules)
    told = {finding.rule for finding in found}
    rulebook = {r.id: Rule(r.id, r.title, r.why, r.howto, tuple(r.false_positives), r.severity) for r in (r.spoken(ui) for r in loaded)}
    view = view_of(read, rows, found, spoken_of, rules=rulebook, remarks=remarks, fixed=fixed, ui=ui)
    return replace(
        view,
        idle=tuple(f"{rule}: {key}" for rule, key in idle(rows, loaded)),
        silent=tuple(r.id for r in loaded if r.id not in told),
        checked=tuple(rulebook[name] for name in sorted(rulebook)),
        packs=_packs(loaded),
        options=tuple((options or {}).items()),
        sources=sources or {},
        before=None if before is None else frozenset(finding.fingerprint for finding in before),
    )


def _loaded(rules: Iterable[LoadedRule] | None) -> tuple[LoadedRule, ...]:
    """The rules that were checked, as far as they are at hand."""
    from qcheck.checking.rules import load_rules

    try:
        return load_rules() if rules is None else tuple(rules)
    except Problems:
        return ()


def _packs(rules: Sequence[LoadedRule]) -> tuple[Pack, ...]:
    """The packs of rules, each with a digest of all that its rules say, wherever their files lie."""
    of_pack = _grouped((rule.id.partition("/")[0], rule.model_dump_json(exclude={"path"})) for rule in rules)
    return tuple(Pack(name, len(texts), content_id(*texts)) for name, texts in sorted(of_pack.items()))


def view_of(
    documents: Sequence[Document],
    rows: Sequence[Claim],
    findings: Sequence[Finding],
    topics: Sequence[Topic],
    *,
    rules: Mapping[str, Rule],
    remarks: Sequence[str] = (),
    fixed: Sequence[Finding] = (),
    idle: Sequence[str] = (),
    ui: str = "en",
) -> View:
    """The view of plain rows, whatever their order."""
    catalogue = load_catalogue(ui)
    rows = sorted(rows, key=lambda c: (*file_and_number(c.document), c.start, c.end, c.role, c.claim))
    by_document: dict[str, list[Claim]] = {}
    for row in rows:
        by_document.setdefault(row.document, []).append(row)
    known = {d.document for d in documents}
    every = sorted([*documents, *(Document(name) for name in by_document if name not in known)], key=lambda d: file_and_number(d.document))
    read = [d for d in every if d.status == "read"]
    articles = {d.document: _article(d, n, by_document.get(d.document, ()), catalogue) for n, d in enumerate(read, 1)}
    unread = tuple(_article(d, n, (), catalogue) for n, d in enumerate((d for d in every if d.status != "read"), 1))
    readings = [_reading(row, n, articles[row.document], catalogue) for n, row in enumerate(rows, 1) if row.document in articles]
    by_id = {reading.claim.claim: reading for reading in readings}

    subjects = _subjects(topics, by_id, catalogue)
    every_case = cases.cases_of(findings, by_id, rules, {s.topic.topic: s.anchor for s in subjects}, catalogue)
    open_cases = tuple(case for case in every_case if case.finding.status not in DECIDED)
    decided = tuple(case for case in every_case if case.finding.status in DECIDED)
    cases_of = _grouped((reading.claim.claim, case) for case in open_cases for reading in case.readings)
    subjects = tuple(_with_cases(s, cases_of) for s in subjects)
    agreeing = tuple(s for s in subjects if s.topic.agree)
    claims = [r for r in readings if r.claim.role == "claim" and not r.claim.same_as]
    agree = {r.claim.claim for s in agreeing for r in s.readings}
    together = {r.claim.claim for s in subjects for r in s.readings} | set(cases_of)
    of_article = _grouped((r.article.anchor, r) for r in readings)
    numbers = _grouped((r.claim.reason or catalogue("not_read.no_reason"), r) for r in readings if r.claim.role == "number")
    return View(
        version=qcheck.__version__,
        ui=ui,
        articles=tuple(articles.values()),
        unread=unread,
        undated=sum(not d.published for d in read),
        rows=tuple(rows),
        findings=tuple(case.finding for case in every_case),
        topics=tuple(s.topic for s in subjects),
        cases=open_cases,
        decided=decided,
        fixed=tuple(sorted(fixed, key=lambda f: (OUTCOMES.index(f.outcome), f.rule, f.message))),
        remarks=tuple(translated(remark, "decided", catalogue) for remark in remarks),
        idle=tuple(idle),
        subjects=subjects,
        agreeing=agreeing,
        alone=tuple(r for r in claims if r.claim.claim not in together),
        repeated=tuple(r for r in readings if r.claim.role == "repeat" or (r.claim.role == "claim" and r.claim.same_as)),
        numbers=tuple(sorted(numbers.items(), key=lambda item: (-len(item[1]), item[0]))),
        found=verdict.found(open_cases, catalogue),
        rest=verdict.rest(len(decided), len(agree), sum(map(len, numbers.values())), len(unread), len(articles), len(claims), catalogue),
        changes=verdict.changes(open_cases, fixed, catalogue),
        rules=tuple(rules.get(name, Rule(name)) for name in sorted({f.rule for f in findings})),
        silent=(),
        checked=tuple(rules[name] for name in sorted(rules)),
        packs=(),
        options=(),
        agree=len(agree),
        claims=len(claims),
        readings=of_article,
        texts={a.anchor: paragraphs(a.document.text, [r.claim for r in of_article.get(a.anchor, ())]) for a in articles.values()},
        claims_in={a.anchor: sum(r.claim.role == "claim" for r in of_article.get(a.anchor, ())) for a in articles.values()},
        cases_in=_grouped((anchor, case) for case in open_cases for anchor in dict.fromkeys(r.article.anchor for r in case.readings)),
        cases_of=cases_of,
    )


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, tuple[Any, ...]]:
    groups: dict[str, list[Any]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def _article(document: Document, number: int, rows: Sequence[Claim], ui: Catalogue) -> Article:
    own = next((row for row in rows if row.role == "document"), Claim())
    return Article(
        number=number,
        anchor=f"article-{number}" if document.status == "read" else f"unread-{number}",
        document=document,
        title=document.title or own.title or document.document.rpartition("/")[2],
        date=date_words(document.published or own.published, ui=ui.language),
        date_from=ui.known("date_from", document.published_from or own.published_from),
        note=translated(document.note, "note", ui) or (ui.known("document_status", document.status) if document.status != "read" else ""),
        digest=content_id(document.text),
    )


def _reading(claim: Claim, number: int, article: Article, ui: Catalogue) -> Reading:
    hard, typical = wording.hard(claim), wording.typical(claim)
    return Reading(
        claim=claim,
        anchor=f"c{_short(number)}",
        article=article,
        passage=passage(claim, article.document.text),
        place=wording.place_words(claim, ui),
        range="" if hard == SOME else range_words(hard, claim.unit, ui=ui.language),
        exact=wording.exact_text(hard),
        typical=range_words(typical, claim.unit, ui=ui.language) if typical and typical != hard else "",
        period=when_words(wording.span(claim), named=bool(claim.time_quote), ui=ui.language),
        subject=wording.subject_words(claim, ui),
        remark=ui.known("reason", claim.reason) or (ui("reading.repeated") if claim.role == "repeat" else ""),
    )


def _short(number: int) -> str:
    """A number in digits and letters: a page names each claim four times."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    higher, last = divmod(number, len(digits))
    return (_short(higher) if higher else "") + digits[last]


def _subjects(topics: Sequence[Topic], by_id: Mapping[str, Reading], ui: Catalogue) -> tuple[Subject, ...]:
    found = []
    for topic in topics:
        readings = [by_id[name] for name in topic.claims.split() if name in by_id]
        if readings:
            common = range_words(wording.interval(topic.low, topic.high, topic.closed), topic.unit, ui=ui.language)
            title = wording.topic_title(topic, ui)
            found.append((topic, title, tuple(sorted(readings, key=_by_date)), common))
    found.sort(key=lambda f: (f[0].agree, -f[0].documents, -len(f[2]), f[1], f[0].topic))
    return tuple(
        Subject(
            n,
            f"topic-{n}",
            topic,
            title,
            readings,
            common,
            (),
            rounded=topic.agree and _by_rounding(readings),
            story="" if topic.agent or topic.recipient else readings[0].article.title,
        )
        for n, (topic, title, readings, common) in enumerate(found, 1)
    )


def _by_rounding(readings: Sequence[Reading]) -> bool:
    """Whether no number is what all of them usually mean, though one lies in all their ranges."""
    first, common = readings[0].claim, wording.typical(readings[0].claim)
    for reading in readings[1:]:
        factor, usual = wording.conversion(reading.claim, first), wording.typical(reading.claim)
        if not common or not usual or not factor:
            return False
        common = common & wording.scaled(usual, factor)
        if common is None:
            return True
    return False


def _by_date(reading: Reading) -> tuple[bool, str, int, int]:
    published = reading.article.document.published[:10]
    return not published, published, reading.article.number, reading.claim.start


def _with_cases(subject: Subject, cases_of: Mapping[str, tuple[Case, ...]]) -> Subject:
    on_it = {case.number: case for r in subject.readings for case in cases_of.get(r.claim.claim, ()) if case.finding.outcome != "note"}
    return replace(subject, cases=tuple(on_it[number] for number in sorted(on_it)))
