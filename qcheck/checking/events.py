"""Which articles tell of one event, from what their `document` rows say: names, rare words, dates.

An answer has three values, and a weak one lets nothing through: two articles of one genre share words, those of one town and month
share names of places, only those of one event share both and lie close in time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from qcheck.checking.statement import Article, endings

Answer = Literal["same", "different", "unclear"]


class Evidence(NamedTuple):
    """What two articles must share that lie at most `days` apart: names (country codes aside), and the part of the rare words."""

    days: int
    names: int
    words: float


# measured on piles of local news: what lets at most one pair in 40,000 of different events through
EVIDENCE = (Evidence(7, 2, 0.25), Evidence(30, 3, 0.3))
UNDATED = Evidence(0, 4, 0.3)
# rare words cannot be compared across languages: names, of which all countries together count half, within a week or at any time
ACROSS_LANGUAGES, ACROSS_AND_FAR = 2.5, 3.5
FEWEST_NAMES = 2


@dataclass(frozen=True, slots=True)
class Link:
    """An answer with its reasons, each a line for the report."""

    answer: Answer
    reasons: tuple[str, ...] = ()


def same_event(a: Article, b: Article) -> Link:
    """Whether two articles tell of one event. Symmetric."""
    if a.document == b.document:
        return Link("same", ("both stand in one article",))
    shared = min(_shared(a, b), _shared(b, a), key=lambda names: (len(names), sorted(names)))
    if not shared and a.names and b.names:
        return Link("different", ("the articles share no name",))
    names = sorted(name for name in shared if not _is_country(name))
    shown = ", ".join([*names[:4], *sorted(shared.difference(names))[:4]])
    if a.row.language != b.row.language:
        near = a.published and b.published and abs((a.published - b.published).days) <= EVIDENCE[0].days
        if len(names) + 0.5 * (len(shared) > len(names)) >= (ACROSS_LANGUAGES if near else ACROSS_AND_FAR):
            return Link("same", (f"both articles name {shown}",))
        return Link("unclear", ("the articles share too few names to be sure that they tell of one event",))
    part = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    needed = _needed(a, b)
    if needed and len(names) >= needed.names and part >= needed.words:
        return Link("same", (f"both articles name {shown}", f"they share {round(100 * part)} % of their rare words"))
    return Link("unclear", ("the articles share too little to be sure that they tell of one event",))


def _shared(a: Article, b: Article) -> set[str]:
    """The names of one article that the other has too, as they are or with a word before."""
    return {name for name in a.names if name in b.endings or not b.names.isdisjoint(endings(name))}


def _needed(a: Article, b: Article) -> Evidence | None:
    if a.published is None or b.published is None:
        return UNDATED
    gap = abs((a.published - b.published).days)
    return next((evidence for evidence in EVIDENCE if gap <= evidence.days), None)


def _is_country(name: str) -> bool:
    return len(name) == 2 and name.isupper()
