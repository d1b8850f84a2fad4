"""The findings of a report, the most certain first, with the readings that they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qcheck.model.finding import DECIDED, OUTCOMES, SEVERITIES, Finding
from qcheck.reporting import wording
from qcheck.reporting.catalogue import Catalogue
from qcheck.reporting.translation import translated
from qcheck.reporting.view import Case, Reading, Rule


def cases_of(
    findings: Sequence[Finding], by_id: Mapping[str, Reading], rules: Mapping[str, Rule], topics: Mapping[str, str], ui: Catalogue
) -> tuple[Case, ...]:
    """The cases in the order of the report, numbered from 1: open ones first. `topics` are anchors by the id of a topic."""

    def certain_first(finding: Finding) -> tuple[Any, ...]:
        first = by_id.get(finding.claims.partition(" ")[0])
        place = (first.article.document.document, first.claim.start) if first else ("", 0)
        return (
            finding.status in DECIDED,
            OUTCOMES.index(finding.outcome),
            SEVERITIES.index(finding.severity),
            *place,
            finding.rule,
            finding.claims,
            finding.fingerprint,
        )

    cases = []
    for number, finding in enumerate(sorted(findings, key=certain_first), 1):
        label = ui(f"outcome.{finding.outcome}")
        status = "" if finding.status == "open" else f" · {ui(f'status.{finding.status}')}"
        readings = tuple(by_id[name] for name in dict.fromkeys(finding.claims.split()) if name in by_id)
        pair = [reading.claim for reading in readings[:2]]
        # two claims of one thing, or one amount in two units; numbers that only reckon with one another do not meet
        compared = len(pair) == 2 and (bool(finding.paired) or pair[0].unit != pair[1].unit)
        cases.append(
            Case(
                number=number,
                anchor=f"finding-{number}",
                finding=finding,
                label=label,
                badge=f"{label} {number}{status}",
                meaning=ui(f"meaning.{finding.outcome}"),
                readings=readings,
                working=_lines(finding.working),
                paired=_lines(finding.paired),
                hints=_lines(finding.hints),
                rule=rules.get(finding.rule, Rule(finding.rule)),
                topic=topics.get(finding.topic, ""),
                decision=translated(finding.decision, "decided", ui),
                numbers_apart=wording.numbers_meet(pair[0], pair[1], ui) if compared else "",
                days_apart=wording.days_meet(pair[0], pair[1], ui) if compared and finding.paired else "",
            )
        )
    return tuple(cases)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())
