"""A share of a whole, and the same things counted further down: "a quarter of the 160 flats are empty ... the 60 empty flats"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.nearby.told import PART, counts, meets
from qcheck.extraction.discourse.relations.retold import RETOLD
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.terms import multiple
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.model.claim import Claim

_SLIP = (0.4, 2.5)  # what a part by a slip is of the right one
_STEM = 4  # letters by which a word of the one sentence is known in the other
_BEHIND = 40  # characters behind a number that say which things it counts
_WORD = re.compile(r"[^\W\d_]{4,}")
_REASON = "counted again, in the words of the share"


def shares_again(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `retold` (a share of a number, the same things in another sentence): of one name and with what is said of them in common."""
    told = [t.claim for t in counts(rows)]
    # "a quarter of the 160 flats": the number as written is the whole, the range is that of the part
    shares = [c for row in rows for c in row.claims if c.part == PART and c.unit == "count" and c.of and c.high < c.value_low]
    for share in shares:
        said = _stems(article, share.end, share.sentence_end)
        again = [c for c in told if c.sentence != share.sentence and c.of == share.of and c.part != PART and c.value_low < share.value_low]
        if any(meets((share.low, share.high), c.low, c.high) for c in told if c is not share):
            continue
        same = [c for c in again if said & _stems(article, c.start, min(c.sentence_end, c.end + _BEHIND))]
        if len({c.value_low for c in same}) == 1 and _SLIP[0] <= multiple(same[0].value_low, share.low) <= _SLIP[1]:
            yield relation(article, RETOLD, (share, same[0]), reason=_REASON)


def _stems(article: Article, start: int, end: int) -> frozenset[str]:
    plain = (*article.pack.cues.common, *article.pack.cues.determiners)
    return frozenset(w.group()[:_STEM] for w in _WORD.finditer(article.lowered, start, end) if w.group() not in plain)
