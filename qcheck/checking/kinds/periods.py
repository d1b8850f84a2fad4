"""Periods that exclude each other where one side covers all."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.periods import read_apart, surely_apart
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.checking.voices import opposed
from qcheck.checking.wording import period_words


def exclusive_periods(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """dispute or conflict: `one` puts all of it in days of which none is a day of `other` (review: none that a reader takes it to mean)."""
    if one.claim.covers != "all" or not read_apart(one, other) or 0.0 in other.hard:
        return None
    sure = surely_apart(one, other)
    working = [
        f"{reading(one)}: all of it",
        f"{reading(other)}: some of it",
        f"{period_words(one.span)} and {period_words(other.span)} share no day" + ("" if sure else ", as a reader takes them"),
    ]
    against = opposed(one, other)
    if against:
        working.append(against)
    return Proof("dispute" if against else "conflict" if sure else "review", (one, other), tuple(working), anchored=True)
