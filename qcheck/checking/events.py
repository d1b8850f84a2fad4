"""Which articles tell of one event, from what their `document` rows say: names, rare words, dates.

An answer has three values, and a weak one lets nothing through: two articles of the same genre share words, only those of one event
share its names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from qcheck.checking.statement import Article

Answer = Literal["same", "different", "unclear"]

SHARED_NAMES = 3  # names that two articles must share to tell of one event
SHARED_WORDS = 0.25  # and the part of the shorter list of rare words
DAYS = 60  # between the two articles


@dataclass(frozen=True, slots=True)
class Link:
    """An answer with its reasons, each a line for the report."""

    answer: Answer
    reasons: tuple[str, ...] = ()


def same_event(a: Article, b: Article) -> Link:
    """Whether two articles tell of one event. Symmetric."""
    if a.document == b.document:
        return Link("same", ("both stand in one article",))
    names, words = sorted(a.names & b.names), a.words & b.words
    gap = abs((a.published - b.published).days) if a.published and b.published else None
    if gap is not None and gap > DAYS:
        return Link("unclear", (f"the articles lie {gap} days apart",))
    part = len(words) / max(1, min(len(a.words), len(b.words)))
    if len(names) >= SHARED_NAMES and part >= SHARED_WORDS:
        shown = ", ".join(names[:5])
        return Link("same", (f"both articles name {shown}", f"they share {round(100 * part)} % of their rare words"))
    if not names and a.names and b.names:
        return Link("different", ("the articles share no name",))
    return Link("unclear", ("the articles share too little to be sure that they tell of one event",))
