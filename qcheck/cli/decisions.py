"""What was decided on the findings of a run, from the files beside its articles: the one place where the day is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from qcheck.model.errors import Problem
    from qcheck.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Result:
    """The findings with their status, remarks on decisions that no longer hold, what is fixed, and what is wrong with the files."""

    findings: pd.DataFrame
    remarks: tuple[str, ...]
    fixed: tuple[Finding, ...]
    problems: tuple[Problem, ...]


def decided(
    findings: pd.DataFrame, documents: pd.DataFrame, claims: pd.DataFrame, *, drafts: Iterable[str], before: Sequence[Finding] | None
) -> Result:
    """The findings after the decisions beside the articles and in drafts, as of today, and against those of an earlier run."""
    from datetime import date

    from qcheck.checking.decisions import compared, decide, fixed
    from qcheck.model.finding import Finding
    from qcheck.model.frames import from_frame, to_frame
    from qcheck.reading.decisions import decisions_beside

    decisions, problems = decisions_beside(documents["document"], drafts=drafts)
    homes = dict(zip(claims["claim"], claims["document"], strict=True))
    found = decide(from_frame(findings, Finding), decisions, today=date.today(), documents=homes)
    if before is None:
        return Result(to_frame(found.findings, Finding), found.remarks, (), problems)
    told = compared(found.findings, {finding.fingerprint for finding in before})
    return Result(to_frame(told, Finding), found.remarks, tuple(fixed(told, before)), problems)
