"""Parts that come to more than their whole: a list of all of it, "the other 29", or shares of which each may be chosen only once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.nearby.told import PART, akin, counts
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.terms import PERCENT
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

_FAR = 10  # sentences from a whole to the parts of it
_MOST = 1.6  # what parts by a slip come to, of their whole
_BESIDE = 2  # words between "the other" and its number
_LIST = 3  # parts that a sentence lists at least, where nothing says that one is the rest
_SPREAD = 3  # sentences over which shares that exclude each other are told
_SHARES = (103, 140)  # percent that they come to by a slip
_WHOLE = "whole"
_FEWEST = 10  # of a whole
_REASON = "all of a whole, or the rest of it"


def nearby_excess(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `parts` (whole, parts) and `shares`."""
    told = [t.claim for t in counts(rows) if t.claim.of and t.claim.value_low >= _FEWEST and t.claim.modifier == "exact"]
    for row in rows:
        parts = [c for c in row.claims if c.unit == "count" and c.value_low == c.value_high and not c.trend]
        before = [w for w in told if 0 < row.sentence.number - w.sentence <= _FAR and w.part != PART]
        wholes = [w for w in before if len(parts) > 1 and _counts_all(article, row, w, parts)]
        if len({w.value_low for w in wholes}) != 1 or {p.claim for p in parts} & used:
            continue
        total = sum(p.value_low for p in parts)
        if wholes[0].value_low < total <= _MOST * wholes[0].value_low and all(p.value_low < wholes[0].value_low for p in parts):
            yield relation(article, "parts", (wholes[0], *parts), reason=_REASON)
    yield from _single_choice(article, rows, used)


def _counts_all(article: Article, row: Row, whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether a sentence counts some of a whole and then the others, or lists what became of all of it."""
    own, last = parts[0], parts[-1]
    before = article.lowered[max(row.sentence.start, last.start - len("die anderen ") - 1) : last.start].split()
    rest = len(parts) == len(("some", "rest")) and not set(before[-_BESIDE:]).isdisjoint(article.pack.relations.words["others_of_it"])
    if rest:
        return own.of == whole.of and akin(own, whole)
    bare = len(parts) >= _LIST and all(" " not in p.quote for p in parts) and len(row.operands) == len(parts)
    return bare and whole.part == _WHOLE


def _single_choice(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """Shares of those who could choose one thing only."""
    said = _words(article.pack).search(article.lowered)
    if said is None:
        return
    shares = [
        c for row in rows for c in row.claims if c.unit == PERCENT and not c.trend and c.value_low == c.value_high and c.kind != "change"
    ]
    shares = [c for c in shares if c.start > said.start() or c.sentence_start <= said.start() < c.sentence_end]
    if len(shares) < _LIST or shares[-1].sentence - shares[0].sentence > _SPREAD or {c.claim for c in shares} & used:
        return
    if _SHARES[0] <= sum(c.value_low for c in shares) <= _SHARES[1]:
        yield relation(article, "shares", shares, reason="shares of those who could choose one thing only")


@cache
def _words(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(pack.relations.words['single_choice'])})(?!\w)")
