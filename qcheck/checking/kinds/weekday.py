"""Days that are not what the text says of them: another weekday, another distance from today, or no day at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.tense import TRUSTED_DATES
from qcheck.checking.lines import Value, in_words, line
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Statement
from qcheck.checking.wording import reason_words, weekday_words


class Weekday(Parameters):
    """`near`: days from the article's own day that a date without a year may lie away; beyond, it may be of any year."""

    near: int = 120


def wrong_weekday(said: Statement, operands: Sequence[Statement], parameters: Weekday) -> Proof | None:
    """conflict: no day that may be meant is that weekday; review: only one in another year than the nearest is, or the article's own
    date is a guess and the day is told by its distance from it.
    """
    low, high = said.span.within.low, said.span.within.high
    weekday = int(said.claim.value_low)
    if low is None or high is None or (high - low).days > 6:
        return None
    published = said.article.published
    own = [low + timedelta(n) for n in range((high - low).days + 1)]
    if said.claim.time_year == "dateline" and published is not None:
        years = {year: _in_year(low, year) for year in range(published.year - 1, published.year + 2)}
        ahead = said.claim.tense == "future"
        own = sorted((d for d in years.values() if d and not (ahead and d < published)), key=lambda day: abs((day - published).days))
        if not own or abs((own[0] - published).days) > parameters.near:
            return None
    if any(day.isoweekday() == weekday for day in own[: 1 if said.claim.time_year == "dateline" else None]):
        return None
    meant = own[0] if said.claim.time_year else own[-1]
    guessed = said.claim.time_year == "" and said.article.row.published_from not in TRUSTED_DATES
    elsewhere = [day for day in own[1:] if day.isoweekday() == weekday]
    if said.claim.tense == "past" and published is not None and meant > published and any(day < published for day in elsewhere):
        return None  # "last winter it closed on January 7, a Sunday"
    fitting = _nearest(meant, weekday)
    right, told = in_words(weekday_words, meant.isoweekday()), in_words(weekday_words, weekday)
    working = [line("weekday_is", day=meant, weekday=right, told=told)]
    working += [line("weekday_elsewhere", day=day, weekday=told) for day in elsewhere]
    values: dict[str, Value] = {"expected": right, "other_expected": fitting, "period": meant}
    return Proof("review" if elsewhere or guessed else "conflict", tuple(operands), tuple(working), values)


def wrong_distance(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """conflict: the date is not the day that "yesterday" or "last Friday" can be, counted from the article's own date; review: that
    date is a guess.
    """
    told, meant = operands[1].span.within, said.span.within
    if told.low is None or told.high is None or meant.low is None or meant.high is None or not told.disjoint(meant):
        return None
    sure = said.article.row.published_from in TRUSTED_DATES
    working = (
        line("published_on", day=said.article.published),
        line("can_be", quote=operands[0].claim.quote, first=meant.low, last=meant.high, told=operands[1].span),
    )
    return Proof(
        "conflict" if sure else "review", tuple(operands), working, {"expected": meant.high if told.low > meant.high else meant.low}
    )


def no_such_date(said: Statement, operands: Sequence[Statement], parameters: Parameters) -> Proof | None:
    """conflict: no calendar has the date."""
    reason = in_words(reason_words, said.claim.reason)
    return Proof("conflict", tuple(operands), (reason,), {"expected": reason})


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _nearest(day: date, weekday: int) -> date:
    """The day next to this one that is such a weekday."""
    away = (weekday - day.isoweekday() + 3) % 7 - 3
    return day + timedelta(away)
