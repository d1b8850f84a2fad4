"""A number that is told again with two of its digits in another order: "140 million", later "the 104 million"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.retold import RETOLD
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.model.claim import Claim, changed

_FEWEST = 3  # digits of a number that are not like those of others by chance
_FIRST = 6  # sentences in which a text tells what its headline tells
_SENTENCES = 12  # between the two
_REASON = "the same digits in another order"


def misprints(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `retold`, each only likely; none for a number that stood before, or that stands again further down."""
    told = [r for r in rows if r.role == "claim" and r.value_low == r.value_high and len(_digits(r)) >= _FEWEST and not r.trend]
    values = {(r.value_low, r.unit): r.start for r in reversed(told)}
    again = Counter((r.value_low, r.unit) for r in told if r.zone != "headline")
    found = []
    for later in told:
        if values[later.value_low, later.unit] < later.start:
            continue
        same = [r for r in told if r.end <= later.start and _one_thing(r, later) and _swapped(r, later) and _told_again(r, later, again)]
        if len({r.value_low for r in same}) == 1 and later.sentence - same[-1].sentence <= _SENTENCES:
            found.append(changed(relation(article, RETOLD, (same[-1], later), reason=_REASON), modality="possible"))
    return found


def _told_again(one: Claim, later: Claim, again: Mapping[tuple[float, str], int]) -> bool:
    """Whether a number is told again: it points back, or it stands below the headline, or it is of one thing at the same time."""
    if later.definite or (one.zone == "headline" and later.sentence <= _FIRST):
        return True
    once = max(again[c.value_low, c.unit] for c in (one, later)) == 1
    return once and one.of == later.of != "" and one.within == later.within and one.kind == later.kind and one.part == later.part


def _digits(claim: Claim) -> str:
    """The digits as they are written: of "140 million" three, of "36 million" two."""
    return "".join(filter(str.isdecimal, claim.quote))


def _one_thing(one: Claim, other: Claim) -> bool:
    """Whether two numbers measure the same, and count the same where they count; a compound counts what its last part counts."""
    headed = one.zone == "headline" and not one.of
    counted = (
        one.unit != "count" or headed or (one.of.endswith(other.of) and other.of != "") or (other.of.endswith(one.of) and one.of != "")
    )
    return one.unit == other.unit and one.sentence != other.sentence and counted


def _one_off(one: Claim, other: Claim) -> bool:
    """Whether two whole numbers differ in one digit of three or more."""
    a, b = (f"{c.value_low:.12g}" for c in (one, other))
    return len(a) == len(b) >= _FEWEST and a.isdecimal() and b.isdecimal() and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _swapped(one: Claim, other: Claim) -> bool:
    """Whether two numbers of one size are written with the same digits."""
    a, b = (f"{c.value_low:.12g}" for c in (one, other))
    return one.value_low != other.value_low and len(a) == len(b) and sorted(a) == sorted(b)
