"""Assertions on what the rules say of a few texts; a failure shows every finding with its quotes and its working."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.errors import UsageProblem
from qcheck.model.finding import OUTCOMES, Finding, Outcome

if TYPE_CHECKING:
    import pandas as pd

    from qcheck.checking.rules import RuleSource
    from qcheck.model.desk import Desk

    Check = Callable[[pd.DataFrame], pd.DataFrame]
    Text = str | tuple[str, str, str | date | None]
    Texts = str | Sequence[Text] | pd.DataFrame

CONTRADICTIONS: tuple[Outcome, ...] = ("conflict", "review", "dispute", "update")


def assert_silent(
    texts: Texts, *, rules: Any = None, desk: Desk | None = None, outcomes: Iterable[Outcome] = CONTRADICTIONS, language: str = "en"
) -> None:
    """Raise AssertionError if a rule finds anything in the texts.

    `texts` is one text, a list of texts or of (text, language, published), or a documents frame; `language` is that of plain texts,
    which have no date. Notes (an article without a date, a passage that stands twice) claim no contradiction and count only if
    `outcomes` names them. `rules` and `desk` are passed to `qcheck.check`.
    """
    wanted = _known(outcomes)
    findings, claims = found_in(texts, rules=rules, desk=desk, language=language)
    loud = [finding for finding in findings if finding.outcome in wanted]
    if loud:
        raise AssertionError(f"expected no finding, got {len(loud)}:\n{shown(loud, claims)}")


def assert_fires(
    texts: Texts,
    *,
    rule: str | None = None,
    outcome: Outcome | None = None,
    rules: Any = None,
    desk: Desk | None = None,
    language: str = "en",
) -> list[Finding]:
    """The findings in the texts of this `rule` and `outcome` (of any where left out). Raise AssertionError if there is none.

    The other arguments are those of `assert_silent`. A `rule` may be named by the end of its id ("falling-total").
    """
    if outcome is not None:
        _known([outcome])
    findings, claims = found_in(texts, rules=rules, desk=desk, language=language)
    fits: Callable[[Finding], bool] = lambda finding: (  # noqa: E731
        (rule is None or f"/{finding.rule}".endswith(f"/{rule}")) and (outcome is None or finding.outcome == outcome)
    )
    fired = [finding for finding in findings if fits(finding)]
    if not fired:
        wanted = " ".join(part for part in (outcome, f"of rule {rule}" if rule else "") if part) or "finding"
        got = f"got only:\n{shown(findings, claims)}" if findings else f"got none; the claims were:\n{claims_shown(claims)}"
        raise AssertionError(f"expected a {wanted}, {got}")
    return fired


def assert_invariant(
    check: Check | RuleSource | Iterable[RuleSource] | None,
    documents: Texts,
    transform: Callable[[pd.DataFrame], pd.DataFrame],
    *,
    language: str = "en",
) -> None:
    """Raise AssertionError if a change of the documents that should not matter changes what is found.

    `check` is a rule, the path of one or of a pack, a list of these, None for the built-in ones, or a function from a documents frame to
    a findings frame. `documents` are as for `assert_silent`. `transform` takes the documents frame and gives a changed one: another
    order, a copy of an article, a line more. The same is found if each finding has its rule, its outcome and what its sides say again.
    """  # fmt: skip
    frame = documents_of(documents, language)
    run = check if callable(check) else _checking(check)
    before, after = Counter(_said(run(frame))), Counter(_said(run(transform(frame))))
    if before != after:
        lines = [
            *(f"  only before: {said}" for said in (before - after).elements()),
            *(f"  only after: {said}" for said in (after - before).elements()),
        ]
        raise AssertionError("the change should not matter, but other things are found:\n" + "\n".join(sorted(lines)))


def _checking(rules: Any) -> Check:
    import qcheck

    return lambda documents: qcheck.check(qcheck.extract(documents), rules=rules)


def _said(findings: pd.DataFrame) -> list[str]:
    """Rule, outcome and sides of each finding; the order of its sides is that of the articles' names."""
    from qcheck.model.frames import from_frame

    return [f"{f.outcome} ({f.rule}): {' / '.join(sorted(f.sides.splitlines()))}" for f in from_frame(findings, Finding)]


def _known(outcomes: Iterable[Outcome]) -> tuple[Outcome, ...]:
    wanted = tuple(outcomes)
    for outcome in wanted:
        if outcome not in OUTCOMES:
            raise UsageProblem(f"no outcome {outcome!r}", todo=f"use one of {', '.join(OUTCOMES)}")
    return wanted


def found_in(texts: Texts, *, rules: Any, desk: Desk | None, language: str) -> tuple[list[Finding], dict[str, Claim]]:
    """What the rules find, and the claims by id."""
    import qcheck
    from qcheck.model.frames import from_frame

    claims = qcheck.extract(documents_of(texts, language), desk=desk)
    findings = qcheck.check(claims, rules=rules, desk=desk)
    return from_frame(findings, Finding), {claim.claim: claim for claim in from_frame(claims, Claim)}


def documents_of(texts: Texts, language: str) -> pd.DataFrame:
    """The documents frame of texts; plain ones are named "text 1", "text 2" ... in their order."""
    from qcheck.model.frames import to_frame

    if isinstance(texts, str):
        texts = [texts]
    if not isinstance(texts, Sequence):
        return texts
    rows = []
    for number, item in enumerate(texts, 1):
        text, of_language, published = (item, language, None) if isinstance(item, str) else item
        day = published.isoformat() if isinstance(published, date) else published or ""
        rows.append(Document(document=f"text {number}", text=text, language=of_language, published=day))
    return to_frame(rows, Document, missing=("published",))


def shown(findings: Iterable[Finding], claims: dict[str, Claim]) -> str:
    """Findings with their claims and their working, a line each."""
    lines = []
    for finding in findings:
        lines.append(f"  {finding.outcome} ({finding.rule}): {finding.message}")
        lines += [f"    {_claim_shown(claims[claim])}" for claim in finding.claims.split() if claim in claims]
        lines += [f"    {line}" for line in finding.working.splitlines()]
    return "\n".join(lines)


def claims_shown(claims: dict[str, Claim]) -> str:
    """What was read, a line for each claim."""
    shown = [f"    {_claim_shown(claim)}" for claim in claims.values() if claim.role == "claim"]
    return "\n".join(shown) or "    none"


def _claim_shown(claim: Claim) -> str:
    if claim.role != "claim":
        return f"{claim.document}: {claim.quote!r}"
    said = " ".join(part for part in (claim.agent, claim.event, claim.recipient) if part)
    of = " ".join(part for part in (claim.unit, claim.of) if part)
    hard = f"{claim.closed[:1]}{claim.low:g}, {claim.high:g}{claim.closed[1:]}"
    return f"{claim.document}: {claim.quote!r} = {hard} {of}; {said}; {claim.within}"
