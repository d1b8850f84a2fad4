"""A quantity as a text gives it: what its words allow, what a reader takes them to mean, and how it was written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from qcheck.model.interval import Interval

Trend = Literal["up", "down"]
Value = float | tuple[float, float] | None


class Modifier(StrEnum):
    """What the words around a number make of it. Closed and free of any language: packs only map their words to these."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    ALMOST = "almost"
    JUST_OVER = "just_over"
    VAGUE = "vague"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or vague word with its modifier and unit, at characters `start` to `end` (exclusive) of the text.

    `value` is the number as written (a pair for a range, None for a vague word), in `unit`; `hard` is the widest reading that the
    words and their rounding allow, `typical` lies inside it. `unit` is count, percent, percentage_point, ordinal, age, an
    ISO 4217 code, a pint unit name, or two of these joined by " per "; "unknown" where a unit stands there that nobody knows.
    `of` is the counted phrase: lower case, head last and singular, in the text's own language ("ballistic missile").
    `phrase_end` is where the counted phrase ends in the text (`end` where there is none), so that a claim's quote can show it.
    `wording` names how a vague or derived value came about, for the explanation.
    """

    start: int
    end: int
    quote: str
    value: Value
    hard: Interval[float]
    typical: Interval[float]
    modifier: Modifier = Modifier.EXACT
    trend: Trend | None = None
    unit: str = "count"
    of: str = ""
    phrase_end: int = 0
    wording: str = ""

    def __post_init__(self) -> None:
        if self.typical is not self.hard and not self.typical.inside(self.hard):
            raise ValueError(f"typical {self.typical} must lie inside hard {self.hard}: {self.quote!r}")


@dataclass(frozen=True, slots=True)
class NotQuantity:
    """Digits or number words that are no quantity, and the reason in words."""

    start: int
    end: int
    quote: str
    reason: str
