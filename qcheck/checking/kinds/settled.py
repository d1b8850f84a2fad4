"""A claim against a number that the desk holds to be settled."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Value, in_words, line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.checking.wording import amount_words
from qcheck.model.desk import SettledNumber
from qcheck.model.timespan import days_from_text, span_from_text

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
    told = in_words(amount_words, fact.hard.low, fact.hard.high, fact.hard.closed, fact.unit)
    settled = line("settled_by" if fact.source else "settled", name=fact.name, told=told, source=fact.source)
    values: dict[str, Value] = {"other_quote": fact.name, "expected": told, "period": span_from_text(fact.within)}
    published = s.article.published
    if fact.good_until is not None and published is not None and published > fact.good_until:
        expired = line("expired", until=fact.good_until, published=published)
        return Proof("note", (s,), (reading(s), settled, expired), values)
    certain = "likely" not in same and not c.scope and s.hard.disjoint(fact.hard)
    apart = line("nothing_in_common" if s.hard.disjoint(fact.hard) else "nothing_typical_in_common")
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
