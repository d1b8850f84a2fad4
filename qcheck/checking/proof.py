"""What a kind of check hands back: the outcome, the claims it is about, and the working line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from qcheck.checking.statement import Statement
from qcheck.checking.wording import amount_words, date_words, period_words
from qcheck.model.finding import Outcome


@dataclass(frozen=True, slots=True)
class Proof:
    """`statements`: the pair that it is about first. `values`: placeholders of the message besides those that every claim has.

    `anchored`: it is about the first statement; what the same rule says of this one and others is one finding.
    """

    outcome: Outcome
    statements: tuple[Statement, ...]
    working: tuple[str, ...]
    values: Mapping[str, str] = field(default_factory=dict)
    anchored: bool = False


def reading(s: Statement, *, typical: bool = False) -> str:
    """The line of working that says how a claim was read: words -> range; period."""
    c = s.claim
    parts = []
    if s.numeric:
        parts.append(amount_words(c.low, c.high, c.closed, c.unit))
        if typical and s.typical != s.hard:
            parts.append(f"typically {amount_words(c.typical_low, c.typical_high, c.typical_closed, c.unit)}")
    elif c.modality == "denied":
        parts.append("denied: none")
    else:
        parts.append("some")
    if s.timed:
        parts.append(f"{period_words(s.span)} (“{c.time_quote}”)")
    return f"“{c.quote}” → {'; '.join(parts)}"


def comparison(a: Statement, b: Statement, *, typical: bool = False) -> str:
    """The line that says why no number lies in both ranges; `a` is the smaller one."""
    low, high = (a.typical, b.typical) if typical else (a.hard, b.hard)
    which = "typical " if typical else ""
    return f"no number lies in both {which}ranges: {low} ends below {high}"


def day_text(day: date | None) -> str:
    """A day as a reader of reports takes it."""
    return date_words(day.isoformat()) if day else "a day that is not given"
