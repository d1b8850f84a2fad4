"""A rate, a time and an amount that stand near each other: so many a day, so many days, so many in all."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.nearby.told import is_time, levels, meets, window
from qcheck.extraction.discourse.relations.rates import period_of
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.terms import PERCENT, converted, multiple
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.units import base_factor, factor
from qcheck.model.claim import Claim, changed

_NEAR = 3  # sentences between a rate and its time or its amount
_PARAGRAPHS = 2
_FEW = 2  # pairs of a time and an amount that may be meant at most
_SLIP = (0.4, 2.5)  # what an amount by a slip is of the right one
_PER = " per "
_SUCH = 2  # words from a number to what it counts ("180 such days")
_REASON = "the only rate, time and amount beside each other"


def nearby_rates(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `rate` (amount, rate, time) that no template found."""
    for row in rows:
        for rate in row.claims:
            if is_time(rate):
                continue
            period = period_of(article, row, rate)
            moved = rate.trend and _PER not in rate.unit
            if period not in article.pack.relations.periods or rate.claim in used or moved or rate.value_low != rate.value_high:
                continue
            near = window(rows, row, before=_NEAR, after=_NEAR, paragraphs=_PARAGRAPHS)
            unit = rate.unit.partition(_PER)[0]
            amounts = [
                t.claim
                for t in levels(near)
                if _measure(t.claim, period) == unit != PERCENT
                and t.claim.value_low > rate.value_low
                and (t.claim.of in ("", rate.of) or (unit != "count" and not rate.of))
                and t.claim is not rate
                and abs(t.claim.paragraph - row.sentence.paragraph.number) <= 1
                and (t.claim.start > rate.start or (unit != "count" and t.claim.sentence == rate.sentence and _PER in rate.unit))
            ]
            if not amounts:
                continue
            times = [(c, t) for r in near for c in r.claims if (t := _time(article, c, period)) is not None and c is not rate]
            rates = [c for r in near for c in r.claims if c.unit == rate.unit and c.value_low != rate.value_low]
            yield from _tied(article, rate, rates if _PER in rate.unit else [], period, times, amounts)


def _time(article: Article, claim: Claim, period: str) -> Claim | None:
    """A length of time in the periods of a rate: hours of a rate for an hour, also days at work for one for a day."""
    if claim.value_low != claim.value_high:
        return None
    if is_time(claim):
        times = factor(claim.unit, period)
        return converted(claim, times, period) if times is not None else None
    counted = [*claim.quote.lower().split(), *article.lowered[claim.end : claim.sentence_end].split()[:_SUCH]]
    worked = claim.unit == "count" and any(word.endswith(tuple(article.pack.relations.periods[period])) for word in counted)
    return converted(claim, 1.0, period) if worked else None


def _measure(claim: Claim, period: str) -> str:
    """The unit of an amount, also of one in a longer time ("120 a day, 21,600 a year"); "" for another rate of that time."""
    unit, _, per = claim.unit.partition(_PER)
    return "" if per == period else unit


def _together(rate: Claim, time: Claim, amount: Claim) -> bool:
    """Whether an amount and its time stand in one paragraph, side by side or with their rate, or an amount in the sentence of its rate."""
    beside = abs(time.sentence - amount.sentence) <= 1
    if rate.sentence == amount.sentence and _PER in rate.unit and time.modifier == "exact":
        return True
    return time.paragraph == amount.paragraph and (beside or rate.paragraph == time.paragraph)


def _tied(
    article: Article, rate: Claim, rates: Sequence[Claim], period: str, times: Sequence[tuple[Claim, Claim]], amounts: Sequence[Claim]
) -> Iterator[Claim]:
    fitting = []
    for time, term in times:
        for amount in amounts:
            if amount is time:
                continue
            if not _together(rate, time, amount):
                continue
            if any(
                meets((r.typical_low * term.low, r.typical_high * term.high), amount.typical_low, amount.typical_high)
                for r in (rate, *rates)
            ):
                return
            if _SLIP[0] <= multiple(amount.value_low, rate.value_low * term.value_low) <= _SLIP[1] and term.value_low > 1:
                fitting.append((amount, term))
    if 0 < len({(amount.value_low, term.value_low) for amount, term in fitting}) <= _FEW:
        amount, term = min(fitting, key=lambda pair: abs(math.log(multiple(pair[0].value_low, rate.value_low * pair[1].value_low))))
        # a rate of measured things is in base units for each second
        scaled = changed(term, base_factor=base_factor(period) if rate.dimension and _PER in rate.unit else 1.0)
        yield from (scaled, relation(article, "rate", (amount, rate, scaled), reason=_REASON))
