"""A number that an article tells twice: what the headline, a caption or a later sentence makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from qcheck.checking.kinds.bound_lost import BOUNDS, HEDGES
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.other_period import significant_digits
from qcheck.checking.lines import Value, in_words, line
from qcheck.checking.proof import Proof, comparison, reading
from qcheck.checking.statement import Statement
from qcheck.checking.voices import opposed
from qcheck.checking.wording import reason_words
from qcheck.model.quantity import Modifier


class BoundDropped(Parameters):
    """`least`: the smallest number whose bound matters; of a handful everybody counts on."""

    least: float = 10.0


def retold_amounts(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """conflict: the two tell of one thing for sure and no number lies in both hard ranges; review: it is only likely that they do;
    dispute: each has a named source of its own.
    """
    first, second = operands
    if not (first.numeric and second.numeric and first.hard.disjoint(second.hard)) or first.claim.value_low == second.claim.value_low:
        return None
    small, big = (first, second) if first.hard.below(second.hard) else (second, first)
    working: list[Value] = [reading(first), reading(second), comparison(small, big)]
    against = None if _same_digits(first, second) else opposed(first, second, both=True)
    if against:
        working.append(against)
    sure = said.claim.modality == "asserted"
    return Proof("dispute" if against else "conflict" if sure else "review", (first, second), tuple(working))


def _same_digits(one: Statement, other: Statement) -> bool:
    """Whether two numbers are written with the same digits in another order: a slip, whoever says it."""
    a, b = (f"{s.claim.value_low:.12g}" for s in (one, other))
    return len(a) == len(b) and sorted(a) == sorted(b)


def bound_dropped(said: Statement, operands: Sequence[Statement], parameters: BoundDropped) -> Proof | None:
    """review: the first, which readers see first, gives as the amount what the second gives as a limit."""
    first, second = operands
    if first.claim.value_low != second.claim.value_low or first.claim.modifier in (*BOUNDS, *HEDGES, Modifier.VAGUE):
        return None
    if second.claim.modifier not in BOUNDS or first.claim.value_low < parameters.least:
        return None
    return Proof("review", (first, second), (reading(first), reading(second), line("bound_not_in_headline")))


def part_exceeds(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """conflict: the part is above the whole by all hard readings; review: only likely, or only typically, is it a part that exceeds."""
    whole, part = operands
    if not (whole.numeric and part.numeric and whole.typical.below(part.typical)):
        return None
    proved = whole.hard.below(part.hard)
    working = (
        reading(whole, typical=not proved),
        reading(part, typical=not proved),
        line("part_of_whole", why=in_words(reason_words, said.claim.reason)),
    )
    return Proof("conflict" if proved and said.claim.modality == "asserted" else "review", (whole, part), working)


def sudden_precision(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """review: what was told as a rough number comes back with more digits than anybody counted."""
    rough, precise = operands
    if rough.claim.modifier != Modifier.ABOUT or precise.claim.modifier != Modifier.EXACT or rough.hard.disjoint(precise.hard):
        return None
    if significant_digits(precise.claim.value_low) <= significant_digits(rough.claim.value_low):
        return None
    return Proof(
        "review",
        (rough, precise),
        (reading(rough), reading(precise), line("precise_out_of_nowhere")),
    )
