"""Decisions on findings, and findings against those of an earlier run. A decision removes findings and does nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from qcheck.model.decision import Decision
from qcheck.model.finding import DECIDED, Finding


@dataclass(frozen=True, slots=True)
class Decided:
    """All findings with their status, in their order, and remarks on decisions that no longer hold."""

    findings: tuple[Finding, ...]
    remarks: tuple[str, ...]


def decide(findings: Sequence[Finding], decisions: Iterable[Decision], *, today: date, documents: Mapping[str, str]) -> Decided:
    """The findings with what was decided on them; nothing of a finding changes but `status` and `decision`.

    A decision is found by its finding's content. Where a side of that finding has changed since, the finding that still holds the other
    one is reopened; so is one whose decision has run out on the day `today`. `documents` gives the article of each claim.
    """
    ordered = sorted(decisions, key=lambda d: (d.where, d.finding, d.rule, d.document, d.words, d.sides))
    by_finding: dict[str, list[Decision]] = defaultdict(list)
    for decision in ordered:
        by_finding[decision.finding if not decision.document else ""].append(decision)
    comments = by_finding.pop("", [])
    used: set[Decision] = set()
    told = []
    for finding in findings:
        inside = {documents.get(claim, "") for claim in finding.claims.split()[:2]}
        fitting = [*by_finding.get(finding.fingerprint, ()), *(c for c in comments if c.document in inside and _names(c, finding))]
        used.update(fitting)
        lasting = [decision for decision in fitting if not _over(decision, today)]
        if lasting:
            told.append(replace(finding, status=lasting[0].verdict, decision=lasting[0].words))
        elif fitting:
            told.append(replace(finding, status="reopened", decision=f"was {fitting[0].words}"))
        else:
            told.append(finding)
    lost = [decision for decision in ordered if decision not in used]
    told, followed = _reopened(told, lost)
    read = set(documents.values())
    stale = [d for d in lost if d not in followed and read.issuperset(d.articles) and (not d.document or d.document in read)]
    return Decided(
        tuple(told),
        (
            *(f"{d.where}: ran out on {d.until}" for d in ordered if d in used and _over(d, today)),
            *(f"{d.where}: one side has changed since; the finding is open again" for d in lost if d in followed),
            *(f"{d.where}: fits no finding any more" for d in stale),
        ),
    )


def _names(decision: Decision, finding: Finding) -> bool:
    return decision.finding == finding.fingerprint if decision.finding else decision.rule == finding.rule


def _over(decision: Decision, today: date) -> bool:
    return decision.until is not None and decision.until < today


def _reopened(findings: list[Finding], lost: Iterable[Decision]) -> tuple[list[Finding], set[Decision]]:
    """Findings that hold a side of a decision whose own finding is gone, and those decisions."""
    by_side: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for decision in lost:
        for side in decision.sides:
            by_side[decision.rule, side].append(decision)
    told, followed = [], set()
    for finding in findings:
        before = [d for side in finding.sides.split("\n") for d in by_side.get((finding.rule, side), ())]
        if before and finding.status == "open":
            followed.update(before)
            finding = replace(finding, status="reopened", decision=f"was {before[0].words}")
        told.append(finding)
    return told, followed


def compared(findings: Iterable[Finding], before: Collection[str]) -> list[Finding]:
    """The findings, each that is open as known or new against the fingerprints of an earlier run."""
    return [
        replace(finding, status="known" if finding.fingerprint in before else "new") if finding.status == "open" else finding
        for finding in findings
    ]


def fixed(findings: Iterable[Finding], before: Iterable[Finding]) -> list[Finding]:
    """The findings of an earlier run that were open then and are gone."""
    still = {finding.fingerprint for finding in findings}
    return [finding for finding in before if finding.fingerprint not in still and finding.status not in DECIDED]
