"""A rate, a time and the amount that they give; an average, a number and their total; one amount said in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.changes import alike
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.templates import Match, matches
from qcheck.extraction.discourse.relations.terms import bare, converted
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.numbers.amounts import TIME_UNITS
from qcheck.extraction.units import base_factor, factor
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed
from qcheck.model.quantity import Modifier

_PER = " per "


def rates(article: Article, rows: Sequence[Row]) -> Iterator[Claim]:
    """`rate` (amount, rate, time), `average` (average, total, number), `equal` (one, other) where one of them is a share of a number."""
    for row in rows:
        if len(row.operands) < 2:
            continue
        taken: set[int] = set()
        for match in matches(row, "rate"):
            yield from _rate(article, match, taken)
        yield from _rate_before(article, row, rows, taken)
        for match in matches(row, "average"):
            yield from _average(article, match, taken)
        for match in matches(row, "equal"):
            one, other = match.operands["one"], match.operands["other"]
            if isinstance(one, Claim) and isinstance(other, Claim) and _derived(one) != _derived(other) and alike(one, other):
                yield relation(article, "equal", (one, other))


def _rate(article: Article, match: Match, taken: set[int]) -> Iterator[Claim]:
    rate, time, amount = (match.operands[name] for name in ("rate", "time", "amount"))
    if not (isinstance(rate, Claim) and isinstance(time, Claim) and isinstance(amount, Claim)) or rate.start in taken:
        return
    unit, _, per = rate.unit.partition(_PER)
    per = per or match.period
    times = factor(time.unit, per) if per else None
    things = not amount.of or not rate.of or amount.of == rate.of
    if times is None or unit != amount.unit or not things:
        return
    taken.add(rate.start)
    # a rate of measured things is in base units for each second
    term = converted(time, times, per, base_factor=base_factor(per) if rate.dimension and _PER in rate.unit else 1.0)
    yield from (term, relation(article, "rate", (amount, rate, term)))


def _rate_before(article: Article, row: Row, rows: Sequence[Row], taken: set[int]) -> Iterator[Claim]:
    """The rate of the sentence before, of which this one tells the time and the amount ("... a day. Over six weeks ... in all")."""
    before = [r for r in rows if r.sentence.number == row.sentence.number - 1 and r.sentence.paragraph == row.sentence.paragraph]
    told = [m for r in before for m in matches(r, "rate_alone")]
    told += [Match({"rate": c}, "") for r in before for c in r.claims if _PER in c.unit]
    if len({m.operands["rate"].start for m in told}) == 1:
        for match in matches(row, "rate_total"):
            yield from _rate(article, Match({**told[0].operands, **match.operands}, "", told[0].period), taken)
        yield from _rate_concluded(article, row, told[0], taken)


def _rate_concluded(article: Article, row: Row, told: Match, taken: set[int]) -> Iterator[Claim]:
    """A rate with the only time and the only amount of a sentence that concludes, in any order ("for the 30 days ... therefore")."""
    rate = told.operands["rate"]
    if not isinstance(rate, Claim) or "so" not in row.says:
        return
    times = [c for c in row.claims if c.unit in TIME_UNITS]
    amounts = [c for c in row.claims if c.unit == rate.unit.partition(_PER)[0] and c.value_low > rate.value_low]
    if len(times) == len(amounts) == 1:
        operands = {"rate": rate, "time": times[0], "amount": amounts[0]}
        for found in _rate(article, Match(operands, "", told.period), taken):
            yield changed(found, modality="possible") if found.operands else found


def period_of(article: Article, row: Row, rate: Claim) -> str:
    """The unit of time that a number is a rate of: in its unit, or by the words beside it ("30 kilometres each day"); "" for none."""
    named = rate.unit.partition(_PER)[2]
    if named:
        return named
    told = [m.period for m in matches(row, "rate_alone") if m.operands["rate"] is rate]
    return told[0] if told else _period_around(article.pack, row, rate)


def _period_around(pack: Pack, row: Row, rate: Claim) -> str:
    """The only unit of time in the sentence of a number that is told by the period ("800 loaves leave the oven daily"), or in itself."""
    words = {*rate.quote.lower().split()} if _PER not in rate.unit else set()
    if rate.kind == "per_period":
        words |= {*row.tokens}
    units = {unit for unit, names in pack.relations.periods.items() if not words.isdisjoint(names)}
    return units.pop() if len(units) == 1 else ""


def _average(article: Article, match: Match, taken: set[int]) -> Iterator[Claim]:
    average, number, total = (match.operands[name] for name in ("average", "number", "total"))
    if not (isinstance(average, Claim) and isinstance(number, Claim) and isinstance(total, Claim)) or average.start in taken:
        return
    if number.unit == total.unit and (average.value_low < 1) != (total.value_low < number.value_low):
        number, total = total, number  # "18 goals in 24 games", "in 39 jars 9,360 coins"
    if number.unit != "count" or average.unit.partition(_PER)[0] != total.unit or average.value_low >= total.value_low:
        return
    taken.add(average.start)
    terms = []
    if number.modifier != Modifier.EXACT:  # "over 12 games" is no bound
        term = bare(article, number)
        if term is None:
            return
        terms, number = [term], term
    yield from (*terms, relation(article, "average", (average, total, number)))


def _derived(claim: Claim) -> bool:
    """Whether a number is a share of the number that is written ("one in five of the 400")."""
    return (
        claim.unit == "count" and claim.value_low == claim.value_low and claim.value_low > claim.high and claim.modifier == Modifier.EXACT
    )
