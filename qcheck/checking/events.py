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
    """What two articles must share that lie at most `days` apart: names (country codes aside) and rare words (their part or number)."""

    days: int
    names: int
    words: float


# Measured on 1,387 articles of local news: the two tiers hold for 383 of 1,109 pairs of one event, and for 51 of about 911,000 pairs of
# different clusters, one in 18,000 (a few of these tell of one event all the same). One name with more words would find more events, but
# the claims of such pairs were mostly of different things.
EVIDENCE = (Evidence(7, 2, 0.25), Evidence(30, 3, 0.3))
UNDATED = Evidence(0, 4, 0.3)
# Across languages the rare words that two articles share are mostly names of one word: their number counts, not their part. No pile of
# one event in two languages was at hand; in one language, two names and three words that are names hold for 245 pairs against 12.
ACROSS_LANGUAGES = (Evidence(3, 2, 3),)
NAMES_ALONE, NAMES_ALONE_AND_FAR = 2.5, 3.5  # within a week or at any time; all countries together count half
A_WEEK = 7
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
    common = len(a.words & b.words)
    gap = abs((a.published - b.published).days) if a.published and b.published else None
    if a.row.language != b.row.language:
        enough = NAMES_ALONE if gap is not None and gap <= A_WEEK else NAMES_ALONE_AND_FAR
        if len(names) + 0.5 * (len(shared) > len(names)) >= enough:
            return Link("same", (f"both articles name {shown}",))
        if gap is not None and any(_reaches(e, gap, len(names), common) for e in ACROSS_LANGUAGES):
            return Link("same", (f"both articles name {shown}", f"they share the words {', '.join(sorted(a.words & b.words)[:6])}"))
        return Link("unclear", ("the articles share too few names to be sure that they tell of one event",))
    part = common / max(1, min(len(a.words), len(b.words)))
    tiers = (UNDATED,) if gap is None else EVIDENCE
    if any(_reaches(e, gap or 0, len(names), part) for e in tiers):
        return Link("same", (f"both articles name {shown}", f"they share {round(100 * part)} % of their rare words"))
    return Link("unclear", ("the articles share too little to be sure that they tell of one event",))


def headlines_apart(a: Article, b: Article) -> bool:
    """Whether each headline names what the other article does not name at all."""
    return all(one.headed and one.headed.isdisjoint(_shared(one, other)) for one, other in ((a, b), (b, a)))


def _reaches(needed: Evidence, gap: int, names: int, words: float) -> bool:
    return gap <= needed.days and names >= needed.names and words >= needed.words


def _shared(a: Article, b: Article) -> set[str]:
    """The names of one article that the other has too, as they are or with a word before."""
    return {name for name in a.names if name in b.endings or not b.names.isdisjoint(endings(name))}


def _is_country(name: str) -> bool:
    return len(name) == 2 and name.isupper()
