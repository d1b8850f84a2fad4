"""What is left of a whole: "the remaining 4,300" closes a list of parts, wherever the list began."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.nearby.told import levels, meets, window
from qcheck.extraction.discourse.relations.sequence import Row, Told, operands_at
from qcheck.extraction.discourse.relations.terms import PERCENT, multiple
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.relations.words import phrases
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

_BACK = 4  # sentences from what is left to its whole
_BESIDE = 2  # words between "the remaining" and its number
_MOST = 7  # numbers before it that may be parts
_SLIP = (0.72, 1.38)  # what parts with a slip come to, of their whole
_COUNT = "count"
_FEWEST = 12  # of a counted whole: of fewer the parts are too small to be read as levels
_REASON = "the last part is told as what is left of a whole"


def nearby_rests(article: Article, rows: Sequence[Row], tied: Sequence[Claim]) -> Iterator[Claim]:
    """The rows `sum` (whole, parts) whose last part is told as the rest."""
    summed: set[str] | None = None
    for row in rows:
        if "rest" not in row.says:
            continue
        for rest in rests(article.pack, row):
            summed = summed if summed is not None else {o for r in tied if r.relation == "sum" for o in r.operands.split(";")}
            if rest.claim in summed or rest.unit == PERCENT or rest.trend or rest.value_low != rest.value_high:
                continue
            near = window(rows, row, before=_BACK, after=0)
            before = [t for t in levels(near) if t.claim.unit == rest.unit and t.claim.start < rest.start][-_MOST:]
            found = _parts(rest, before)
            if found is not None:
                yield relation(article, "sum", (*found, rest), reason=_REASON)


def rests(pack: Pack, row: Row) -> Iterator[Claim]:
    """The numbers right behind a word for the rest."""
    tokens = row.tokens
    for at, operand in operands_at(row, tokens):
        if isinstance(operand, Claim) and not set(tokens[max(0, at - _BESIDE) : at]).isdisjoint(phrases(pack, "rest")):
            yield operand


def _adds(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether parts add up to a whole, as a reader takes them."""
    return meets((sum(c.typical_low for c in parts), sum(c.typical_high for c in parts)), whole.typical_low, whole.typical_high)


def _parts(rest: Claim, before: Sequence[Told]) -> list[Claim] | None:
    """The whole and its other parts; None where some of the numbers before add up with the rest to one of them."""
    told = [t.claim for t in before]
    for whole in told:
        others = [c for c in told if c is not whole and c.value_low < whole.value_low]
        for size in range(1, len(others) + 1):
            for group in combinations(others, size):
                if _adds(whole, (*group, rest)):
                    return None
    for at in range(len(told) - 2, -1, -1):
        whole, parts = told[at], told[at + 1 :]
        total = rest.value_low + sum(c.value_low for c in parts)
        if whole.unit == _COUNT and whole.value_low < _FEWEST:
            continue
        if all(c.value_low < whole.value_low for c in (*parts, rest)) and _SLIP[0] <= multiple(total, whole.value_low) <= _SLIP[1]:
            return [whole, *parts]
    return None
