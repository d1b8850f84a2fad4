"""Numbers that only relations speak of: the ends of "from 200 to 300", the two of "doubled", an amount that was taken for a share."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from typing import Any

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.numbers.amounts import unit_facts
from qcheck.extraction.numbers.numerals import numerals
from qcheck.extraction.numbers.scan import lowered
from qcheck.model.claim import Claim, changed, content_id
from qcheck.model.interval import Interval
from qcheck.model.magnitude import Magnitude, readings
from qcheck.model.quantity import Modifier

TERM = "term"
PERCENT = "percent"
_BARE: dict[str, Any] = {"unit": "count", "of": "", "dimension": "", "within": "", "time_quote": ""}
_FRACTION_ROOM, _FRACTION_USUAL = 0.15, 0.07


@dataclass(frozen=True, slots=True)
class Factor:
    """A word that says a multiple ("more than doubled"), at characters `start` to `end` of the article with its modifiers.

    Or one that says a share ("a third"), of which `value` is the part in a hundred.
    """

    start: int
    end: int
    value: str
    modifier: Modifier = Modifier.EXACT
    share: bool = False


def multiple(number: float, other: float) -> float:
    """How many times another number the one is; NaN, which no range holds, where the other is nothing."""
    return number / other if other else math.nan


def ends(article: Article, claim: Claim) -> tuple[Claim, Claim] | None:
    """The two numbers of a range as terms, each with the room that its own digits leave."""
    text = article.document.text[claim.start : claim.end]
    found = [n for n in numerals(text, lowered(text), article.pack) if n.magnitude is not None and n.form == "number"]
    if len(found) < 2:
        return None
    pair = []
    for number, value in ((found[0], claim.value_low), (found[1], claim.value_high)):
        assert number.magnitude is not None
        magnitude = _carried(number.magnitude, value)
        if magnitude is None:
            return None
        at = number.start - (number.start > 0 and unicodedata.category(text[number.start - 1]) == "Sc")
        pair.append(_term(claim, magnitude, claim.start + at, claim.start + number.end, text[at : number.end]))
    return pair[0], pair[1]


def _carried(number: Magnitude, value: float) -> Magnitude | None:
    """The number with the scale that only the other end has ("from 2 to 3 million")."""
    size = float(number.value)
    if size == value:
        return number
    factor = round(value / size) if size else 0
    return number.times(factor) if factor and abs(size * factor - value) <= 1e-9 * abs(value) else None


def bare(article: Article, claim: Claim, *, like: Claim | None = None) -> Claim | None:
    """The number of a claim alone, without words that bound it, in the unit of another one (a count where there is none).

    For a number that took the unit of the one beside it ("120, or 40 percent"), or that lacks its unit ("in all the 412,000").
    """
    text = article.document.text[claim.start : claim.end]
    found = [n for n in numerals(text, lowered(text), article.pack) if n.magnitude is not None]
    if len(found) != 1 or found[0].magnitude is None:
        return None
    start, end = found[0].start, found[0].end
    unit, dimension, factor = (like.unit, like.dimension, like.base_factor) if like else ("count", "", 1.0)
    home = changed(claim, unit=unit, dimension=dimension, base_factor=factor)
    return _term(home, found[0].magnitude, claim.start + start, claim.start + end, text[start:end])


def factor_term(article: Article, home: Claim, factor: Factor) -> Claim:
    """The multiple that a word says ("doubled"): half of one more or less at most, a tenth of itself typically.

    `home` is a claim that gives the row its place.
    """
    size = float(factor.value)
    room, usual = (0.5 if size > 1 else size / 4), size / 10
    ranges: dict[Modifier, tuple[Interval[float], Interval[float]]] = {
        Modifier.MORE_THAN: (Interval(size, math.inf, "()"), Interval(size, math.inf, "()")),
        Modifier.AT_LEAST: (Interval(size, math.inf, "[)"), Interval(size, math.inf, "[)")),
        Modifier.LESS_THAN: (Interval(0.0, size, "()"), Interval(0.0, size, "()")),
        Modifier.AT_MOST: (Interval(0.0, size, "(]"), Interval(0.0, size, "(]")),
        Modifier.ALMOST: (Interval(size - room, size, "[)"), Interval(size - room / 2, size, "[)")),
        Modifier.JUST_OVER: (Interval(size, size + room), Interval(size, size + room / 2)),
    }
    both = ranges.get(factor.modifier, (Interval(size - room, size + room), Interval(size - usual, size + usual)))
    quote = article.document.text[factor.start : factor.end]
    return _row(home, factor.start, factor.end, quote, size, both, factor.modifier, **_BARE, trend="")


def share_term(article: Article, home: Claim, share: Factor) -> Claim:
    """A share in words ("a third") as a share of a hundred."""
    size = float(share.value) / 100
    quote = article.document.text[share.start : share.end]
    row = changed(home, start=share.start, end=share.end, quote=quote, low=size, high=size, value_low=size, modifier=share.modifier.value)
    return fraction_term(changed(row, **_BARE, trend=""))


def fraction_term(change: Claim) -> Claim:
    """A fraction ("by a third") as a share of a hundred; in words it is never meant to the point."""
    size = change.value_low * 100
    both = (
        Interval(size * (1 - _FRACTION_ROOM), size * (1 + _FRACTION_ROOM)),
        Interval(size * (1 - _FRACTION_USUAL), size * (1 + _FRACTION_USUAL)),
    )
    if change.low != change.high:  # it has a bound of its own
        both = Interval(change.low * 100, change.high * 100), Interval(change.low * 100, change.high * 100)
    return _row(change, change.start, change.end, change.quote, size, both, Modifier(change.modifier), unit=PERCENT)


def number_term(article: Article, home: Claim, start: int, end: int, number: float) -> Claim:
    """What characters of the text stand for, as a count without room: a list for the number of its members."""
    point = Interval(number, number)
    return _row(home, start, end, article.document.text[start:end], number, (point, point), Modifier.EXACT, **_BARE)


def ranged(article: Article, home: Claim, start: int, end: int, number: float, range_: Interval[float]) -> Claim:
    """What characters of the text stand for, as a count with the room that a range gives it."""
    return _row(home, start, end, article.document.text[start:end], number, (range_, range_), Modifier.EXACT, **_BARE)


def converted(time: Claim, times: float, unit: str, *, base_factor: float = 1.0) -> Claim:
    """A length of time in another unit (two weeks are fourteen days), as it is written; `base_factor` if it is to be in base units."""
    size = time.value_low * times
    point = Interval(size, time.value_high * times)
    row = _row(time, time.start, time.end, time.quote, size, (point, point), Modifier.EXACT, **_BARE | {"unit": unit})
    return changed(row, base_factor=base_factor)


def _term(claim: Claim, number: Magnitude, start: int, end: int, quote: str) -> Claim:
    return _row(claim, start, end, quote, float(number.value), readings(number, unit=unit_facts(claim.unit)), Modifier.EXACT)


def _row(
    claim: Claim,
    start: int,
    end: int,
    quote: str,
    value: float,
    both: tuple[Interval[float], Interval[float]],
    modifier: Modifier,
    **fields: Any,
) -> Claim:
    hard, typical = both
    assert hard.low is not None and hard.high is not None and typical.low is not None and typical.high is not None
    return changed(
        claim,
        claim=content_id(claim.document, start, end, TERM, quote),
        role="relation",
        relation=TERM,
        base_factor=claim.base_factor if fields.get("unit", claim.unit) == claim.unit else 1.0,
        operands="",
        same_as="",
        start=start,
        end=end,
        quote=quote,
        low=hard.low,
        high=hard.high,
        closed=hard.closed,
        typical_low=typical.low,
        typical_high=typical.high,
        typical_closed=typical.closed,
        value_low=value,
        value_high=value,
        modifier=modifier.value,
        **fields,
    )
