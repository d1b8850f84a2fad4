"""The verdict: how much of what was found, each number with the part of the report that it leads to."""

from __future__ import annotations

from collections.abc import Sequence

from qcheck.model.finding import OUTCOMES, Finding
from qcheck.reporting.catalogue import Catalogue
from qcheck.reporting.view import Case, Count


def found(cases: Sequence[Case], ui: Catalogue) -> tuple[Count, ...]:
    """The findings by outcome; conflicts also where there is none."""
    counts = []
    for outcome in OUTCOMES:
        number = sum(case.finding.outcome == outcome for case in cases)
        if number or outcome == "conflict":
            counts.append(Count(number, ui(f"outcomes.{outcome}", number), outcome))
    return tuple(counts)


def rest(decided: int, agree: int, numbers: int, unread: int, articles: int, claims: int, ui: Catalogue) -> tuple[Count, ...]:
    """All else of the verdict, in its order; what is always told also where it is none."""
    counts = [
        Count(decided, ui("verdict.decided", decided), "decided"),
        Count(agree, ui("verdict.agree", agree), "agreeing"),
        Count(numbers, ui("verdict.numbers", numbers), "numbers"),
        Count(unread, ui("verdict.unread", unread), "unread"),
        Count(articles, ui("verdict.articles", articles), "articles"),
        Count(claims, ui("verdict.claims", claims), "articles"),
    ]
    return tuple(count for count in counts if count.number or count.part not in ("unread", "decided"))


def changes(cases: Sequence[Case], fixed: Sequence[Finding], ui: Catalogue) -> tuple[Count, ...]:
    """What is new, known, open again and gone since an earlier run; nothing where there was none or it had no findings."""
    counts = []
    for status in ("new", "reopened", "known"):
        fitting = [case for case in cases if case.finding.status == status]
        counts.append(Count(len(fitting), ui(f"changes.{status}", len(fitting)), fitting[0].anchor if fitting else ""))
    counts.append(Count(len(fixed), ui("changes.fixed", len(fixed)), "fixed"))
    return tuple(count for count in counts if count.number)
