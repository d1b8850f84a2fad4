"""One run over articles that were read: claims, findings, decisions on them, and the view that every output shows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qcheck.cli.options import FailOn
from qcheck.model.finding import OUTCOMES

if TYPE_CHECKING:
    import pandas as pd

    from qcheck.cli.settings import Settings
    from qcheck.model.errors import Problem
    from qcheck.model.finding import Finding
    from qcheck.reporting.view import View


@dataclass(frozen=True, slots=True)
class Checked:
    """What a run found, as every output shows it, and what is wrong with the files of decisions."""

    view: View
    problems: tuple[Problem, ...]


def checked(
    documents: pd.DataFrame,
    claims: pd.DataFrame,
    run: Settings,
    *,
    drafts: Collection[str],
    about: Collection[str] | None = None,
    before: Sequence[Finding] | None = None,
    sources: Mapping[str, str] | None = None,
    options: Mapping[str, str] | None = None,
) -> Checked:
    """Check claims under the rules of a run, with the decisions of today.

    `drafts` are the articles whose comments decide; findings that concern none of the articles `about` are left out (None: all stay);
    `before` are the findings of an earlier run, `sources` the files with markup as they were written,
    `options` what the run was told, for the report.
    """
    from qcheck.checking.check import check_with_topics
    from qcheck.cli.decisions import decided
    from qcheck.reporting.build import build_view

    found, topics, capped = check_with_topics(claims, rules=run.rules, desk=run.desk, ui=run.ui)
    if about is not None:
        found = found[_concern(found["claims"], claims, about)]
    result = decided(found, documents, claims, drafts=drafts, before=before)
    view = build_view(
        documents,
        claims,
        result.findings,
        topics=topics,
        rules=run.rules,
        remarks=(*capped, *result.remarks),
        fixed=result.fixed,
        before=before,
        options=options,
        sources=sources,
        ui=run.ui,
    )
    return Checked(view, result.problems)


def _concern(pairs: pd.Series[str], claims: pd.DataFrame, about: Collection[str]) -> list[bool]:
    """For each finding whether one of its claims stands in one of these articles; a copied article is not always one of its pair."""
    inside = set(claims["claim"][claims["document"].isin(list(about))])
    return [not inside.isdisjoint(ids.split()) for ids in pairs]


def outcome_code(view: View, fail_on: FailOn) -> int:
    """1 if a finding is open that is as grave as `fail_on` says, else 0."""
    failing = OUTCOMES[: OUTCOMES.index(fail_on.value) + 1] if fail_on != FailOn.never else ()
    return int(any(outcome in failing for outcome in view.outcomes))
