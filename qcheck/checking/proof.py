"""What a kind of check hands back: the outcome, the claims it is about, and the working line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from qcheck.checking.statement import Statement
from qcheck.checking.wording import date_words, period_words
from qcheck.model.finding import Outcome
from qcheck.model.interval import Interval, number_text


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
    unit = "" if c.unit in ("", "count") else f" {c.unit}"
    parts = []
    if s.numeric:
        parts.append(f"{_range(s, s.hard)}{unit}")
        if typical and s.typical != s.hard:
            parts.append(f"typically {_range(s, s.typical)}{unit}")
    elif c.modality == "denied":
        parts.append("denied: none")
    else:
        parts.append("some")
    if s.span.known:
        parts.append(period_words(s.span) + (f" (“{c.time_quote}”)" if c.time_quote else ""))
    return f"“{c.quote}” → {'; '.join(parts)}"


def _range(s: Statement, interval: Interval[float]) -> str:
    """The interval in the unit as written, and in base units where these differ."""
    factor = s.claim.base_factor
    if factor == 1.0:
        return str(interval)
    written = [number_text(float(f"{end / factor:.12g}"), "") for end in (interval.low or 0.0, interval.high or 0.0)]
    return f"{interval.closed[0]}{written[0]}, {written[1]}{interval.closed[1]}"


def comparison(a: Statement, b: Statement, *, typical: bool = False) -> str:
    """The line that says why no number lies in both ranges; `a` is the smaller one."""
    low, high = (a.typical, b.typical) if typical else (a.hard, b.hard)
    which = "typical " if typical else ""
    return f"no number lies in both {which}ranges: {low} ends below {high}"


def day_text(day: date | None) -> str:
    """A day as a reader of reports takes it."""
    return date_words(day.isoformat()) if day else "a day that is not given"
