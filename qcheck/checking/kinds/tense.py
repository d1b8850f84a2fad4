"""Told in the past tense, dated in the future."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.proof import Proof, day_text, reading
from qcheck.checking.statement import Statement

TRUSTED_DATES = frozenset({"dateline", "front matter", "column"})  # other dates are guesses and never drive an error


def future_past(statement: Statement, parameters: Parameters) -> Proof | None:
    """conflict: it is told in the past tense of days that all lie after the article's date (review: that date is a guess)."""
    published, first = statement.article.published, statement.span.proof.low
    if statement.claim.tense != "past" or not statement.span.known or published is None or first is None or first <= published:
        return None
    sure = statement.article.row.published_from in TRUSTED_DATES
    working = (reading(statement), f"the article is of {day_text(published)}, and the past tense tells of days from {day_text(first)} on")
    return Proof("conflict" if sure else "review", (statement,), working)
