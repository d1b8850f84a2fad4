"""Periods that exclude each other where one side covers all."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.periods import read_apart, surely_apart
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.checking.voices import opposed


def exclusive_periods(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """dispute or conflict: `one` puts all of it in days of which none is a day of `other` (review: none that a reader takes it to mean)."""
    if one.claim.covers != "all" or not read_apart(one, other) or 0.0 in other.hard:
        return None
    sure = surely_apart(one, other)
    working = [
        line("all_of_it", reading=reading(one)),
        line("some_of_it", reading=reading(other)),
        line("no_shared_day" if sure else "no_shared_day_as_read", one=one.span, other=other.span),
    ]
    against = opposed(one, other)
    if against:
        working.append(against)
    return Proof("dispute" if against else "conflict" if sure else "review", (one, other), tuple(working), anchored=True)
