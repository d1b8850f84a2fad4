"""Told in the past tense, dated in the future; ended before it began."""

from __future__ import annotations

from collections.abc import Sequence

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.periods import told_days
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Statement
from qcheck.model.timespan import TimeSpan

TRUSTED_DATES = frozenset({"dateline", "front matter", "column"})  # other dates are guesses and never drive an error


def told_past(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """conflict: the text says that something has happened on days after the article's date; review: that date is a guess.

    Operands: the claim that tells it, if there is one, and the day.
    """
    row = operands[-1]
    published = row.article.published
    first = (said if said.span.known else row).span.proof.low
    if published is None or first is None or first <= published:
        return None
    sure = row.article.row.published_from in TRUSTED_DATES and said.claim.modality == "asserted"
    working = (line("past_of_later_days", published=published, first=first),)
    return Proof("conflict" if sure else "review", tuple(operands), working)


def descending(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """conflict: a range of days of one month ends before it begins."""
    return Proof("conflict", tuple(operands), (line("runs_backwards"),))


def deadline_passed(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """review: the text says that something can be done until a day before the article's own."""
    row = operands[0]
    published, last = row.article.published, told_days(row).high
    if published is None or last is None or last >= published:
        return None
    return Proof("review", (row,), (line("open_until_a_day_past", published=published, last=last),))


def wrong_order(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """conflict: what can only come last lies before what comes first; review: it is only likely that the one ends the other."""
    first, last = told_days(operands[0]), told_days(operands[1])
    if first.low is None or last.high is None or last.high >= first.low:
        return None
    working = (line("over_before_it_began", last=TimeSpan(last), first=TimeSpan(first)),)
    return Proof("conflict" if said.claim.modality == "asserted" else "review", tuple(operands), working)
