"""An average with the total and the number around it, and a total of several periods with the average of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.nearby.told import Told, counts, levels, meets, quotient, says, window
from qcheck.extraction.discourse.relations.sequence import Row, operands_at
from qcheck.extraction.discourse.relations.templates import phrases
from qcheck.extraction.discourse.relations.terms import PERCENT, number_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.units import factor
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.timespan import span_from_text

_BACK = 2  # sentences between an average and its total
_SLIP = (0.4, 2.5)  # what an average by a slip is of the right one
_REASON = "the only total and the only count beside it"
_BESIDE = 2  # words between a number and "each"
_PER = " per "
_DAY = "day"


def nearby_averages(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `average` (average, total, number) that no template found."""
    for row in rows:
        named = says(article.pack, row, "on_average")
        if not (named or says(article.pack, row, "each")):
            continue
        near = window(rows, row, before=_BACK, after=0)
        for average in row.claims:
            unit = average.unit.partition(_PER)[0]
            if (
                not (named or _each(article.pack, row, average))
                or average.claim in used
                or unit == PERCENT
                or average.value_low != average.value_high
            ):
                continue
            totals = [t for t in levels(near) if t.claim is not average and t.claim.unit == unit and t.claim.value_low > average.value_low]
            totals = [t for t in totals if t.claim.of in ("", average.of) or not average.of]
            numbers = [t for t in counts(near) if t.claim is not average and t.claim.of]
            numbers += [t for t in counts(near) if t.claim is not average and t not in numbers and average.unit != "count"]
            yield from _tied(article, average, totals, numbers)


def _each(pack: Pack, row: Row, average: Claim) -> bool:
    """Whether "each" or "per" stands right beside a number."""
    tokens = row.text.split()
    place = next(at for at, operand in operands_at(row, tokens) if operand is average)
    around = f" {' '.join(tokens[max(0, place - _BESIDE) : place + 1 + _BESIDE])} "
    return any(f" {phrase} " in around for phrase in phrases(pack, "each"))


def _tied(article: Article, average: Claim, totals: Sequence[Told], numbers: Sequence[Told]) -> Iterator[Claim]:
    fitting = []
    for total in totals:
        own = [n.claim for n in numbers if n.claim is not total.claim and n.claim.value_low < max(total.claim.value_low, 1e9)]
        own += _periods(article, average, total.claim)
        for number in own:
            if number is not total.claim and number.value_low > 1:
                if meets(quotient(total.claim, number), average.low, average.high):
                    return
                if abs(number.sentence - total.sentence) <= 1:
                    fitting.append((total.claim, number))
    fitting = [(t, n) for t, n in fitting if _SLIP[0] <= average.value_low * n.value_low / t.value_low <= _SLIP[1]]
    if len({(t.value_low, n.value_low) for t, n in fitting}) == 1:
        total_of, number_of = fitting[0]
        yield from ([number_of] if number_of.relation else [])
        yield relation(article, "average", (average, total_of, number_of), reason=_REASON)


def _periods(article: Article, average: Claim, total: Claim) -> list[Claim]:
    """How many of the periods that an average is of ("a month") the days of a total are ("in the first quarter")."""
    period = average.unit.partition(_PER)[2]
    days = span_from_text(total.within).within if total.within and total.time_quote else None
    times = factor(_DAY, period) if period else None
    if days is None or days.low is None or days.high is None or times is None:
        return []
    number = round(((days.high - days.low).days + 1) * times)
    at = article.text.find(total.time_quote, total.sentence_start, total.sentence_end)
    return [number_term(article, total, at, at + len(total.time_quote), float(number))] if number > 1 and at >= 0 else []
