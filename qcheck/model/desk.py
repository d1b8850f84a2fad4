"""What a newsroom knows and says its own way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from qcheck.model.interval import Interval


@dataclass(frozen=True, slots=True)
class DatedFact:
    """An event with its days and the words that articles use for it, by language code ({"en": ("the invasion", ...)})."""

    name: str
    days: Interval[date]
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SettledNumber:
    """A number that the desk holds to be settled: what it counts, its range, and where it is from."""

    name: str
    of: str
    hard: Interval[float]
    unit: str = "count"
    event: str = ""
    agent: str = ""
    recipient: str = ""
    within: str = "?"
    source: str = ""
    good_until: date | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything of it, frozen: dated facts, settled numbers, concepts (lemma -> words by language), units (word -> unit name)."""

    facts: tuple[DatedFact, ...] = ()
    numbers: tuple[SettledNumber, ...] = ()
    concepts: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


EMPTY_DESK = Desk()
