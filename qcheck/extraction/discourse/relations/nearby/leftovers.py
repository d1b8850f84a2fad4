"""What is left of a number of things, beside what was used of it: "60 allotments ... 42 had been let ... leaves 18 still available"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.nearby.told import akin, levels, meets, window
from qcheck.extraction.discourse.relations.sequence import Row, Told
from qcheck.extraction.discourse.relations.terms import multiple
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

_FAR = 8  # sentences before what is left in which the whole and what was used stand
_BEHIND, _LED = 26, 24  # characters behind and before a number that tell that it is left, or used
_SLIP = (0.4, 2.5)  # what a rest by a slip is of the right one
_MOST = 6  # numbers before what is left that are added up
_REASON = "the only whole and the only used part of it before what is left"


def nearby_leftovers(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `sum` (whole, what was used, what is left) that no template found; none where some of the numbers before add up."""
    patterns = _words(article.pack)
    for row in rows:
        if "left_over" not in row.says:
            continue
        for rest in row.claims:
            behind = article.lowered[rest.end : min(rest.sentence_end, rest.end + _BEHIND)]
            before = article.lowered[max(rest.sentence_start, rest.start - _LED) : rest.start]
            left = patterns["behind"].match(behind) or patterns["before"].search(before)
            if rest.claim in used or rest.trend or rest.value_low != rest.value_high or left is None:
                continue
            near = [t for t in levels(window(rows, row, before=_FAR, after=0, paragraphs=_FAR)) if t.claim.end <= rest.start]
            near = [t for t in near if t.claim.unit == rest.unit and (t.claim.of == "" or rest.of == "" or akin(t.claim, rest))]
            if _adds(near[-_MOST:], rest):
                continue
            taken = [t for t in near if _is_used(article, t.claim)]
            wholes = [t for t in near if t not in taken and t.claim.part != "part" and t.claim.of]
            pairs = [(w.claim, u.claim) for w in wholes for u in taken if w.claim.value_low > u.claim.value_low]
            pairs = [(w, u) for w, u in pairs if _SLIP[0] <= multiple(rest.value_low, w.value_low - u.value_low) <= _SLIP[1]]
            if len({(w.value_low, u.value_low) for w, u in pairs}) == 1:
                yield relation(article, "sum", (*pairs[0], rest), reason=_REASON)


def _is_used(article: Article, claim: Claim) -> bool:
    """Whether words behind a number say that so many are gone ("42 had been let")."""
    behind = article.lowered[claim.end : min(claim.sentence_end, claim.end + _BEHIND)]
    before = article.lowered[max(claim.sentence_start, claim.start - _LED) : claim.start]
    return any(_words(article.pack)["used"].search(text) is not None for text in (behind, before))


def _adds(near: Sequence[Told], rest: Claim) -> bool:
    """Whether some numbers and what is left add up to another one."""
    for whole in near:
        parts = [t.claim for t in near if t is not whole and t.claim.value_low < whole.claim.value_low]
        for size in range(1, len(parts) + 1):
            for group in combinations((*parts,), size):
                low, high = (sum(getattr(c, end) for c in (*group, rest)) for end in ("typical_low", "typical_high"))
                if meets((low, high), whole.claim.typical_low, whole.claim.typical_high):
                    return True
    return False


@cache
def _words(pack: Pack) -> dict[str, re.Pattern[str]]:
    words = pack.relations.words
    return {
        "behind": re.compile(rf"(?: [^\W\d_]+){{0,2}}? (?:{trie(words['left_over'])})(?!\w)"),
        "before": re.compile(rf"(?<!\w)(?:{trie(words['leaves'])}) (?:[^\W\d_]+ )?$"),
        "used": re.compile(rf"(?<!\w)(?:{trie(words['used_up'])})(?!\w)"),
    }
