"""A claim against a number that the desk holds to be settled."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.proof import Proof, day_text, reading
from qcheck.checking.statement import Statement
from qcheck.checking.wording import period_words, range_words
from qcheck.model.desk import SettledNumber
from qcheck.model.timespan import TimeSpan, days_from_text

_OTHER_KINDS = ("change", "share")


def against_settled(s: Statement, fact: SettledNumber, parameters: Parameters) -> Proof | None:
    """conflict: the claim is of the same thing and period for sure, and no hard reading agrees; review: only no typical one does, or it
    is only likely that both are of one thing or period; note: the number is no longer good on the day of the article.
    """
    c = s.claim
    if not s.numeric or c.unit != fact.unit or c.part == "part" or c.kind in _OTHER_KINDS:
        return None
    same = [
        _same(c.event, fact.event),
        _same_parties(s.agents, fact.agent),
        _same_parties(s.recipients, fact.recipient),
        _same_days(s, fact),
    ]
    if c.kind == "per_period" and not (s.timed and fact.within == c.within):
        return None
    if "different" in same or not s.typical.disjoint(fact.hard):
        return None
    told = range_words(fact.hard, fact.unit).removeprefix("exactly ")
    settled = f"settled: {fact.name}, {told}" + (f" ({fact.source})" if fact.source else "")
    values = {"other_quote": fact.name, "expected": told, "period": period_words(TimeSpan(*days_from_text(fact.within)[:1]))}
    published = s.article.published
    if fact.good_until is not None and published is not None and published > fact.good_until:
        expired = f"it was good until {day_text(fact.good_until)}, and the article is of {day_text(published)}"
        return Proof("note", (s,), (reading(s), settled, expired), values)
    certain = "likely" not in same and not c.scope and s.hard.disjoint(fact.hard)
    apart = "the ranges have no number in common" if s.hard.disjoint(fact.hard) else "the typical ranges have no number in common"
    return Proof("conflict" if certain else "review", (s,), (reading(s, typical=not certain), settled, apart), values)


def _same(said: str, settled: str) -> str:
    """Whether a claim tells what the desk's number tells: same, likely (the claim does not say), or different."""
    return "same" if not settled or said == settled else "different" if said else "likely"


def _same_parties(said: frozenset[str], settled: str) -> str:
    parties = frozenset(part.strip() for part in settled.split(";") if part.strip())
    return "same" if not parties or said == parties else "different" if said else "likely"


def _same_days(s: Statement, fact: SettledNumber) -> str:
    days, unknown = days_from_text(fact.within)
    if unknown == "both":
        return "different" if s.timed and s.span.within.high is not None and s.claim.time_year == "as written" else "same"
    if s.timed:
        return "same" if s.span.within == days else "different"
    published = s.article.published
    return "likely" if published is not None and published in days else "different"
