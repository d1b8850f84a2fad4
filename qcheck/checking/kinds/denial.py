"""A denial against a report."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.periods import surely_apart
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.checking.voices import opposed


def denial(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """dispute: `one` denies what `other` reports, and they are not the same voice."""
    if one.claim.modality != "denied" or other.claim.modality != "asserted" or 0.0 in other.hard or surely_apart(one, other):
        return None
    against = opposed(one, other)
    if not against:
        return None
    return Proof("dispute", (one, other), (reading(one), reading(other), line("none_and_some", against=against)), anchored=True)
