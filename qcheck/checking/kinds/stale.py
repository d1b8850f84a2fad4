"""A number that was current once, told again after a newer one was known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement


def stale(series: Sequence[Statement], parameters: Parameters) -> list[Proof]:
    """review: the latest article gives the number of an early one again, and an article between the two had another one."""
    dated = [s for s in series if s.numeric and s.known_on is not None and not s.timed]
    found = []
    for at, late in enumerate(dated):
        before = dated[:at]
        early = next((s for s in before if s.hard == late.hard and s.claim.modifier == late.claim.modifier), None)
        if early is None or any(s.hard == late.hard and s.known_on == late.known_on for s in before):
            continue
        newer = [s for s in before if _between(early, s, late) and s.hard.disjoint(late.hard)]
        if newer:
            working = [line("known_on", day=s.known_on, reading=reading(s)) for s in (early, newer[-1], late)]
            found.append(Proof("review", (late, newer[-1]), (*working, line("back_again"))))
    return found


def _between(early: Statement, middle: Statement, late: Statement) -> bool:
    first, second, third = (s.known_on or date.min for s in (early, middle, late))
    return first < second < third
