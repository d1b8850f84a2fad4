"""Amounts of one thing that cannot both be true."""

from __future__ import annotations

from typing import Literal, NamedTuple

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Line, line
from qcheck.checking.periods import same_period, surely_inside
from qcheck.checking.proof import Proof, comparison, reading
from qcheck.checking.statement import Statement
from qcheck.checking.voices import opposed


class Amounts(Parameters):
    """`settled`: events that are done once and for all, so that later knowledge does not make their amount of money grow.

    `speakers`: `one` compares only what one named speaker says, `others` all else.
    """

    settled: tuple[str, ...] = ()
    speakers: Literal["one", "others"] = "others"


class _Time(NamedTuple):
    why: Line
    proved: bool


def amounts(a: Statement, b: Statement, parameters: Amounts) -> Proof | None:
    """conflict: the hard ranges are disjoint and both speak of one time; review: only the typical ones are, or it is only likely that
    they speak of one time; dispute: opposed sources. Totals that were known on different days are the matter of `running_total`.
    """
    if a.readings or b.readings or not (a.numeric and b.numeric and a.typical.disjoint(b.typical)):
        return None
    if (parameters.speakers == "one") != _of_one_speaker(a, b):
        return None
    apart = a.hard.disjoint(b.hard)
    small, big = (a, b) if a.typical.below(b.typical) else (b, a)
    when = _one_time(small, big)
    known = _known_alike(a, b)
    if when is None or (known == "differ" and not _settled(a, b, parameters)):
        return None
    certain = apart and when.proved and known != "open"
    against = opposed(a, b, both=True)
    working = [reading(small, typical=not apart), reading(big, typical=not apart), when.why, comparison(small, big, typical=not apart)]
    if against:
        working.append(against)
    return Proof("dispute" if certain and against else "conflict" if certain else "review", (a, b), tuple(working))


def _of_one_speaker(a: Statement, b: Statement) -> bool:
    """Whether one person said both; of an office ("police") several may speak."""
    return a.claim.by == b.claim.by and " " in a.claim.by and a.claim.by[0].isupper()


def _one_time(small: Statement, big: Statement) -> _Time | None:
    """Why the smaller number cannot be of other days than the bigger one; None where nothing says so."""
    if same_period(small, big) and not (small.timed or big.timed):
        return _Time(line("known_on_one_day", day=small.known_on), True)
    if same_period(small, big):
        return _Time(line("same_days", period=small.span), True)
    kinds = {small.claim.kind, big.claim.kind}
    if kinds <= {"", "total"} and surely_inside(big, small):
        return _Time(line("inside", part=big.span, whole=small.span), True)
    if "level" in kinds and small.span.throughout and big.span.throughout and not small.span.throughout.disjoint(big.span.throughout):
        return _Time(line("held", one=small.span, other=big.span), True)
    if "per_period" in kinds or small.timed or big.timed:
        return None
    if small.claim.document == big.claim.document:
        return _Time(line("one_article"), True)
    return _Time(line("no_other_days"), bool(small.known_on and big.known_on))


def _known_alike(a: Statement, b: Statement) -> str:
    """Whether both figures were known on one day ("alike"), on different ones ("differ"), or nobody can tell ("open")."""
    if a.claim.document == b.claim.document or (a.known_on and a.known_on == b.known_on):
        return "alike"
    return "differ" if a.known_on and b.known_on else "open"


def _settled(a: Statement, b: Statement, parameters: Amounts) -> bool:
    """Whether the figures are such as later knowledge does not let grow."""
    if {a.claim.kind, b.claim.kind} <= {"level", "share", "change"}:
        return same_period(a, b)
    return a.claim.unit != "count" and a.claim.event in parameters.settled
