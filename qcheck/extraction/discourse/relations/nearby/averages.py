"""An average with the total and the number around it, and a total of several periods with the average of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE
from qcheck.extraction.discourse.concepts import PERSON
from qcheck.extraction.discourse.relations.nearby.told import counts, family, is_time, levels, meets, quotient, size, window
from qcheck.extraction.discourse.relations.rates import period_of
from qcheck.extraction.discourse.relations.sequence import Row, Told, operands_at
from qcheck.extraction.discourse.relations.terms import PERCENT, multiple, number_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.relations.words import phrases
from qcheck.extraction.units import factor
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.timespan import span_from_text

_NEAR, _PARAGRAPHS = 2, 1  # sentences and paragraphs between what each is or gets, and all of it
_FAR, _FAR_PARAGRAPHS = 8, 3  # and between an average and its total
_SLIP = (0.45, 2.2)  # what an average by a slip is of the right one
_REASON = "the likeliest total and count around it"
_BESIDE = 5  # words between a number and "each"
_PAIR = 2  # things that only explain an average, since they are told in words and are taken for others easily
_FEW = 2  # pairs of a total and a number that may be meant at most
_DEGREE = "degree"  # no total is told of degrees
_SHORTEST = 4  # letters of a noun
_PER = " per "
_DAY = "day"


def nearby_averages(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `average` (average, total, number) that no template found."""
    for row in rows:
        named = "on_average" in row.says
        if not named and row.says.isdisjoint(("each", "per_head")):
            continue
        close = window(rows, row, before=_NEAR, after=_NEAR, paragraphs=_PARAGRAPHS)
        far = window(rows, row, before=_FAR, after=_FAR, paragraphs=_FAR_PARAGRAPHS)
        for average in row.claims:
            if average.claim in used or average.unit == PERCENT or average.value_low != average.value_high or is_time(average):
                continue
            one = average.unit == "count" and average.value_low <= 1
            if (
                one
                or average.unit == AGE
                or average.unit.startswith(_DEGREE)
                or average.kind == "change"
                or _compared(row, average)
                or (not named and period_of(article, row, average))
            ):
                continue
            if named or _beside(article.pack, row, average, "per_head") or _per_thing(row, average, far):
                near = far
            elif _beside(article.pack, row, average, "each"):
                near = [r for r in close if r.sentence.paragraph == row.sentence.paragraph]
            else:
                continue
            yield from _tied(article, row, average, _totals(average, near), _numbers(average, near))


def _per_thing(row: Row, average: Claim, near: Sequence[Row]) -> bool:
    """Whether "per" and what is counted around it, or its last part, stand behind a number ("$90 per hole", of 900 potholes)."""
    tokens = row.text.split()
    place = next(at for at, operand in operands_at(row, tokens) if operand is average)
    behind = tokens[place + 1 : place + 3]
    if len(behind) < len(("per", "thing")) or behind[0] not in phrases(row.article.pack, "per"):
        return False
    return any(t.claim.of.endswith(behind[1]) for t in counts(near) if len(behind[1]) >= _SHORTEST)


def _compared(row: Row, average: Claim) -> bool:
    """Whether a number is what something has more than another ("each 30 metres taller than")."""
    behind = row.article.lowered[average.end : row.sentence.end].split()[:1]
    return bool(behind) and behind[0].strip(".,;:") in phrases(row.article.pack, "comparatives")


def _beside(pack: Pack, row: Row, average: Claim, name: str) -> bool:
    """Whether a phrase of a list ("each", "per head") stands beside a number, with no other number between."""
    tokens = row.tokens
    place = next(at for at, operand in operands_at(row, tokens) if operand is average)
    others = [at for at, operand in operands_at(row, tokens) if operand is not average]
    start = max([place - _BESIDE, 0, *(at + 1 for at in others if at < place)])
    around = f" {' '.join(tokens[start:place])} {' '.join(tokens[place + 1 : place + 3])} "
    return any(f" {phrase} " in around for phrase in phrases(pack, name))


def _totals(average: Claim, near: Sequence[Row]) -> list[Told]:
    """The larger amounts in the measure of an average, of its thing or of none that is told."""
    unit = average.unit.partition(_PER)[0]
    told = [t for t in levels(near) if t.claim.unit == unit or (average.dimension and t.claim.dimension == average.dimension)]
    told = [t for t in told if t.claim is not average and size(t.claim) > size(average) and t.claim.modality != "possible"]
    return [t for t in told if unit != "count" or t.claim.of in ("", average.of) or not average.of]


def _numbers(average: Claim, near: Sequence[Row]) -> list[Told]:
    two = [Told(r, c) for r in near for c in r.claims if c.unit == "count" and c.value_low == c.value_high == _PAIR]
    return [t for t in (*counts(near), *two) if t.claim is not average and (t.claim.of or average.unit != "count")]


def _tied(article: Article, row: Row, average: Claim, totals: Sequence[Told], numbers: Sequence[Told]) -> Iterator[Claim]:
    fitting: dict[tuple[float, float], tuple[tuple[int, bool, int], Claim, Claim]] = {}
    for total in totals:
        for number in (*(n.claim for n in numbers if n.claim is not total.claim), *_periods(article, average, total.claim)):
            if number.value_low <= 1 or number.value_low >= max(total.claim.value_low, 1e9):
                continue
            scale = total.claim.base_factor / average.base_factor
            low, high = quotient(total.claim, number)
            if meets((low * scale, high * scale), average.low, average.high):
                return
            of_total = multiple(average.value_low * number.value_low, total.claim.value_low * scale)
            if number.value_low > _PAIR and _SLIP[0] <= of_total <= _SLIP[1] and _bound(row, average, number):
                away = abs(total.sentence - row.sentence.number) + abs(number.sentence - row.sentence.number)
                other = average.unit == "count" and total.claim.of != average.of
                key = (total.claim.value_low, number.value_low)
                fitting.setdefault(key, ((-_bound(row, average, number), other, away), total.claim, number))
    if not 0 < len(fitting) <= _FEW:
        return
    _, total_of, number_of = min(fitting.values(), key=lambda found: found[0])
    yield from ([number_of] if number_of.relation else [])
    yield relation(article, "average", (average, total_of, number_of), reason=_REASON)


def _bound(row: Row, average: Claim, number: Claim) -> int:
    """How much speaks for a number as that of an average: it or its thing stands beside it (2), or it counts persons (1)."""
    if abs(number.sentence - row.sentence.number) <= 1 and _PER not in average.unit:
        return 2
    named = number.of != "" and (
        any(number.of.endswith(word) for word in row.text.split() if len(word) >= _SHORTEST) or number.quote.split()[-1].lower() in row.text
    )
    return 2 if named or number.relation or number.sentence == row.sentence.number else int(family(number) == PERSON)


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
