"""How the days of two statements lie to each other."""

from __future__ import annotations

from datetime import date

from qcheck.checking.statement import Statement
from qcheck.model.interval import Interval
from qcheck.model.timespan import year


def same_period(a: Statement, b: Statement) -> bool:
    """Both name the same days, and not vaguely."""
    return a.span.known and b.span.known and not (a.span.vague or b.span.vague) and a.span.within == b.span.within


def surely_inside(a: Statement, b: Statement) -> bool:
    """All days that `a` may mean lie in the days on which `b` held throughout."""
    return a.span.known and b.span.throughout is not None and a.span.proof.inside(b.span.throughout)


def surely_apart(a: Statement, b: Statement) -> bool:
    """No day that `a` may mean is one that `b` may mean."""
    return a.span.known and b.span.known and a.span.proof.disjoint(b.span.proof)


def read_apart(a: Statement, b: Statement) -> bool:
    """No day that a reader takes `a` to mean is one that `b` is taken to mean."""
    return a.span.known and b.span.known and a.span.within.disjoint(b.span.within)


def told_days(s: Statement) -> Interval[date]:
    """The days of a time row, also of a year that stands as a bare number; the first one of "since"."""
    quote, first = s.claim.quote, s.span.within.low
    if s.claim.time_bound == "since" and first is not None:
        return year(first.year) if (first.month, first.day) == (1, 1) else Interval(first, first)
    return year(int(quote)) if s.claim.role == "number" and len(quote) == 4 and quote.isdecimal() and quote >= "0001" else s.span.proof
