"""Two ages of one person that no birthday explains."""

from __future__ import annotations

from datetime import date, timedelta

from qcheck.checking.births import births, of_then, spoken_of
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Line, line
from qcheck.checking.persons import suffix
from qcheck.checking.proof import Proof, reading
from qcheck.checking.slots import DEAD, ends
from qcheck.checking.statement import Statement
from qcheck.model.interval import Interval

GENERATION = 12  # years that namesakes of one family lie apart at least
# sources of an article's date that prove nothing about a day
GUESSED = frozenset({"page metadata", "file name", "document properties", "mail header"})
A_YEAR = 366  # days by which the age of a dead person may be older than the article
BIRTHDAY_NEAR = 7  # days in which a birthday would be a rare chance


def two_ages(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """conflict: no birth day fits both ages, or both are of a dead person and differ; review: only a birthday within a few days
    explains them, or they differ by a year in one article or between days that were guessed; update: a birthday lies between two
    articles, so that next year's age is never at odds with this year's.
    """
    a, b = (one, other) if _order(one) <= _order(other) else (other, one)
    if not a.hard.disjoint(b.hard) or of_then(a) or of_then(b) or _of_namesakes(a, b):
        return None
    (low, high), (other_low, other_high) = ends(a.hard), ends(b.hard)
    by = max(low, other_low) - min(high, other_high)
    sure = not any(s.article.row.published_from in GUESSED for s in (a, b))
    inside = a.claim.document == b.claim.document
    working = [reading(a), reading(b)]
    dead = _dead(a, b)
    if dead:
        return Proof("review" if inside and by <= 1 else "conflict", (one, other), (*working, dead))
    days, later = spoken_of(a), spoken_of(b)
    if days is None or later is None:
        return Proof("review" if by <= 1 else "conflict", (one, other), (*working, line("two_ages"))) if inside else None
    first, second = births(a, *days), births(b, min(later[0], days[1]), later[1])
    if first is None or second is None:
        return None
    if first.disjoint(second):
        working += [_born(a, first), _born(b, second), line("no_birth_day")]
        return Proof("conflict" if (sure or inside) and not (inside and by <= 1) else "review", (one, other), tuple(working))
    near = days[0] == days[1] and later[0] == later[1] and (later[1] - days[1]).days <= BIRTHDAY_NEAR
    if near and sure and not inside:
        why = line("birthday_between", first=days[1], last=later[1])
        return Proof("review", (one, other), (*working, why))
    if inside or not a.hard.below(b.hard):
        return None
    return Proof("update", (a, b), (*working, line("birthday_between", first=days[0], last=later[1])))


def age_and_birth(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """conflict: no day of birth that fits the age (`one`) lies in the days that are told as that of birth (`other`); review: it is an age
    of one year more or less, and the day of the age is guessed or that of a death before the article.
    """
    days, born = spoken_of(one), other.span.proof
    if days is None or of_then(one) or not other.span.known or born.low is None or born.high is None:
        return None
    found = births(one, days[0] - timedelta(A_YEAR) if one.claim.event == DEAD else days[0], days[1])
    if found is None or not found.disjoint(born):
        return None
    near = births(one, days[0] - timedelta(A_YEAR), days[1] + timedelta(A_YEAR))
    sure = one.article.row.published_from not in GUESSED or (near is not None and near.disjoint(born))
    working = (_born(one, found), line("born_told", quote=other.claim.quote, period=other.span), line("no_birth_day"))
    return Proof("conflict" if sure else "review", (one, other), working)


def _order(s: Statement) -> tuple[str, str, int, str]:
    published = s.article.published
    return published.isoformat() if published else "", s.claim.document, s.claim.start, s.claim.claim


def _of_namesakes(a: Statement, b: Statement) -> bool:
    """Whether only one name has a suffix ("Jr.") and the ages lie a generation apart, so that they are a parent's and a child's."""
    differ = suffix(a.claim.person) != suffix(b.claim.person)
    return differ and abs(ends(a.hard)[0] - ends(b.hard)[0]) >= GENERATION


def _dead(a: Statement, b: Statement) -> Line | None:
    """Why both ages are those of a dead person; None where they need not be. `a` is the earlier one: who was dead then is dead later."""
    if a.claim.event == DEAD and a.article.published:
        return line("dead_by", day=a.article.published)
    if DEAD in (a.claim.event, b.claim.event) and a.claim.document == b.claim.document:
        return line("dead_here")
    return None


def _born(s: Statement, days: Interval[date]) -> Line:
    key = "born_between" if days.low else "born_up_to"
    return line(key, quote=s.claim.quote, published=s.article.published, first=days.low, last=days.high)
