"""What a kind of check hands back: the outcome, the claims it is about, and the working line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import inf

from qcheck.checking.lines import Line, Value, in_words, line
from qcheck.checking.statement import Statement
from qcheck.checking.wording import amount_words, range_words
from qcheck.model.finding import Outcome
from qcheck.model.interval import Interval


@dataclass(frozen=True, slots=True)
class Proof:
    """`statements`: the pair that it is about first. `working`: lines of the catalogue; plain text is told as it is in every language.
    `values`: placeholders of the message besides those that every claim has.

    `anchored`: it is about the first statement; what the same rule says of this one and others is one finding.
    """

    outcome: Outcome
    statements: tuple[Statement, ...]
    working: tuple[Value, ...]
    values: Mapping[str, Value] = field(default_factory=dict)
    anchored: bool = False


def reading(s: Statement, *, typical: bool = False) -> Line:
    """The line of working that says how a claim was read: words -> range; period."""
    c = s.claim
    parts: list[Value] = []
    if s.numeric:
        parts.append(in_words(amount_words, c.low, c.high, c.closed, c.unit))
        if typical and s.typical != s.hard:
            parts.append(line("typically", amount=in_words(amount_words, c.typical_low, c.typical_high, c.typical_closed, c.unit)))
    else:
        parts.append(line("none_denied" if c.modality == "denied" else "some"))
    if s.timed:
        parts.append(line("dated", period=s.span, words=c.time_quote))
    return line("read", quote=c.quote, as_=tuple(parts))


def comparison(a: Statement, b: Statement, *, typical: bool = False) -> Line:
    """The line that says why no number lies in both ranges; `a` is the smaller one."""
    low, high = (a.typical, b.typical) if typical else (a.hard, b.hard)
    most = Interval(-inf, low.high, f"({low.closed[1]}")  # type: ignore[arg-type]
    least = Interval(high.low, inf, f"{high.closed[0]})")  # type: ignore[arg-type]
    return line("typically_apart" if typical else "apart", most=in_words(range_words, most, ""), least=in_words(range_words, least, ""))
