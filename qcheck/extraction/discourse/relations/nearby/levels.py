"""A change or a multiple, and the two levels around it that are of one thing and of two times."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.changes import POINTS, Levels, Open, tie
from qcheck.extraction.discourse.relations.moments import follows, lasted, likely
from qcheck.extraction.discourse.relations.nearby.fits import (
    ELIDED,
    of_its_days,
    of_its_thing,
    of_one_measure,
    of_one_mood,
    of_one_thing,
    points_at,
    slipped,
    two_times,
)
from qcheck.extraction.discourse.relations.nearby.told import levels, meets, only, pairs, quotient, window
from qcheck.extraction.discourse.relations.sequence import Row, Told, operands_at
from qcheck.extraction.discourse.relations.terms import PERCENT, Factor, bare, factor_term, multiple
from qcheck.extraction.discourse.relations.words import directions, phrases
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed

_STAGES = ((0, 0), (1, 0), (0, 1), (1, 1), (2, 2))  # sentences before and after, the nearest ones first
_FAR = 6  # sentences to a level of which the other stands beside the change
_BESIDE = 1
_PLANNED, _PLAN_WORDS = 24, 3  # characters and words before a multiple in which a plan is told
_TOGETHER = 3  # sentences between two levels that a change further off is of
_REASON = "the only two numbers of one thing and of two times beside it"


def nearby_levels(article: Article, rows: Sequence[Row], left: Sequence[Open], used: set[str]) -> Iterator[Claim]:
    """The rows `percent_change`, `multiple` ... of changes that no template found levels for."""
    told_of = {c.change.start: c for row in rows for c in (*_multiples(rows, row, article), *_beside(article, row))}
    names = article.pack.relations.words["named_multiples"]
    left = [c for c in left if c.change.quote.lower() not in names and not (c.change.relation and _is_no_change(article, c.change))]
    opened = list((told_of | {c.change.start: c for c in left if c.trend or c.change.start not in told_of}).values())
    told = Counter(change.row.sentence.number for change in opened)
    for change in opened:
        others = [c for c in opened if c is not change]
        named = told[change.row.sentence.number] == 1 or (change.change.definite and not change.change.relation)
        alone = named and _is_relative(change.change) and change.change.claim not in used
        found = _levels(article, rows, change, others) if alone else None
        if found is not None:
            yield from tie(article, change.change, found, change.trend, reason=_REASON)


def _is_relative(change: Claim) -> bool:
    """Whether a change is told against the level before, and not only a limit of it ("up to 40 percent")."""
    fraction = change.unit == "count" and 0 < change.value_low < 1
    return (change.unit in (PERCENT, POINTS) or bool(change.relation) or fraction) and change.modifier != "at_most"


def _multiples(rows: Sequence[Row], row: Row, article: Article) -> Iterator[Open]:
    for operand in row.operands:
        if isinstance(operand, Factor) and not operand.share and not (_is_name(article, operand) or _is_no_change(article, operand)):
            yield from (Open(row, factor_term(article, home, operand), "") for home in _home(rows, row))


def _is_name(article: Article, factor: Factor) -> bool:
    """Whether a multiple is part of a name ("a triple homicide")."""
    return article.lowered[factor.start : factor.end].split()[-1] in article.pack.relations.words["named_multiples"]


def _is_no_change(article: Article, factor: Factor | Claim) -> bool:
    """Whether a multiple is still to come ("will double", "wants to triple"), or tells how often something is done ("twice a year")."""
    pack = article.pack
    before = article.lowered[max(0, factor.start - _PLANNED) : factor.start].split()[-_PLAN_WORDS:]
    behind = article.lowered[factor.end : factor.end + _PLANNED].split()[:2]
    often = bool(behind) and behind[0] in (*pack.cues.determiners, *pack.relations.words["per"])
    if often and any(behind[-1].strip(".,;:") in period for period in pack.relations.periods.values()):
        return True
    return not {*pack.times.future, *pack.calendar.infinitive}.isdisjoint(before)


def _home(rows: Sequence[Row], row: Row) -> list[Claim]:
    """A claim to take the place of a row from: the nearest one, moved to its sentence."""
    near = [c for r in rows if 0 <= r.sentence.number - row.sentence.number <= _FAR for c in r.claims]
    s = row.sentence
    return [
        changed(c, sentence=s.number, sentence_start=s.start, sentence_end=s.end, paragraph=s.paragraph.number, zone=s.paragraph.zone)
        for c in near[:1]
    ]


def _beside(article: Article, row: Row) -> Iterator[Open]:
    """The shares of a hundred and points right beside a word that tells a direction ("40 percent more")."""
    if not any(isinstance(operand, Claim) and operand.unit in (PERCENT, POINTS) for operand in row.operands):
        return
    tokens = row.tokens
    rise, fall = directions(article.pack)
    for at, operand in operands_at(row, tokens):
        if isinstance(operand, Factor) or operand.unit not in (PERCENT, POINTS):
            continue
        if at and tokens[at - 1] in phrases(article.pack, "reaching"):
            continue  # "fell to 5 percent"
        around = {*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 2]}
        if bool(around & rise) != bool(around & fall):
            yield Open(row, operand, "up" if around & rise else "down")


def _levels(article: Article, rows: Sequence[Row], change: Open, others: Sequence[Open]) -> Levels | None:
    """The levels of a change; None where numbers around it give it already, or several may be meant."""
    near = window(rows, change.row, before=_FAR, after=_FAR, paragraphs=_FAR)
    taken = {change.change.start, *(other.change.start for other in others)}
    told = [
        t
        for t in _measured(article, levels(near))
        if t.claim.start not in taken and not (t.claim.modality == "possible" or _step(article, t.claim))
    ]
    explaining = ((x, y) for x, y in pairs(told) if of_one_measure(x.claim, y.claim) and of_one_mood(change.change, x.claim, y.claim))
    if any(_gives(change, *_ordered(x.claim, y.claim, change)) for x, y in explaining):
        return None
    thing = _object(article, change.change)
    fitting = [
        (x, y)
        for x, y in pairs(told)
        if (not thing or any(thing in t.row.lowered[t.row.sentence.start : t.row.sentence.end] for t in (x, y)))
        and of_one_mood(change.change, x.claim, y.claim)
        and of_one_thing(change, x, y)
        and slipped(change.change, x.claim, y.claim)
        and two_times(article, x, y)
        and likely(change, Levels(*_ordered(x.claim, y.claim, change)))
        and not any(_gives(other, *_ordered(x.claim, y.claim, other)) for other in others)
    ]
    home = change.row.sentence.number
    for before, after in _STAGES:
        found = [(x, y) for x, y in fitting if home - before <= x.sentence and y.sentence <= home + after and _close(change, x, y)]
        if found:
            return _one_pair(article, change, found)
    found = [(x, y) for x, y in fitting if min(abs(x.sentence - home), abs(y.sentence - home)) <= _BESIDE]
    found = found or [(x, y) for x, y in fitting if of_its_days(change.change, x.claim, y.claim)]
    opens = change.row.sentence.paragraph.zone in ("headline", "lede") or points_at(change)
    beside = [(x, y) for x, y in fitting if abs(y.sentence - x.sentence) <= _TOGETHER]
    found = found or [(x, y) for x, y in beside if opens or of_its_thing(change.change, x.claim, y.claim)]
    return _one_pair(article, change, found)


def _object(article: Article, change: Claim) -> str:
    """What a verb right before it changes ("doubled its dividend"), in lower case; "" where no such word follows."""
    behind = article.lowered[change.end : change.end + _PLANNED * 2].split()
    possessive = len(behind) > 1 and behind[0] in article.pack.relations.words["possessive"]
    return behind[1].strip(".,;:") if possessive else ""


def _measured(article: Article, told: Sequence[Told]) -> list[Told]:
    """The numbers, those that leave out the unit of the one right before them with it ("152 kilograms; in 2019 it was 190")."""
    found: list[Told] = []
    for at, one in enumerate(told):
        before = told[at - 1] if at else None
        elided = one.claim.unit == "count" and not one.claim.of and before is not None and one.sentence - before.sentence <= ELIDED
        measured = elided and before is not None and before.claim.unit not in ("count", PERCENT, POINTS)
        term = bare(article, one.claim, like=before.claim) if measured and before is not None else None
        found.append(Told(one.row, term) if term is not None else one)
    return found


def _step(article: Article, claim: Claim) -> bool:
    """Whether a share of a hundred is a change itself ("deposits by 6 percent")."""
    before = article.lowered[claim.sentence_start : claim.start].split()[-1:]
    return claim.unit == PERCENT and bool(before) and before[0] in article.pack.relations.words["by"]


def _close(change: Open, one: Told, other: Told) -> bool:
    here = change.row.sentence.paragraph.number
    return all(abs(told.paragraph - here) <= 1 for told in (one, other))


def _ordered(one: Claim, other: Claim, change: Open) -> tuple[Claim, Claim]:
    """The level before and the one after, by the direction of the change."""
    small, big = sorted((one, other), key=lambda c: c.value_low)
    grew = change.trend == "up" or (change.change.relation != "" and change.change.unit != PERCENT and change.change.value_low > 1)
    return (small, big) if grew else (big, small)


def _gives(change: Open, before: Claim, after: Claim) -> bool:
    """Whether two levels give the change that is told."""
    size, sign = change.change, -1 if change.trend == "down" else 1
    if size.unit == POINTS:
        return before.unit == PERCENT and meets((sign * (after.low - before.high), sign * (after.high - before.low)), size.low, size.high)
    if size.relation and size.unit != PERCENT:
        widest = multiple(after.low, before.high), after.high / before.low if before.low > 0 else math.inf
        return meets(widest, size.typical_low, size.typical_high)
    factors = sorted((1 + sign * size.low / 100, 1 + sign * size.high / 100))
    return meets(quotient(after, before), factors[0], factors[1])


def _one_pair(article: Article, change: Open, found: Sequence[tuple[Told, Told]]) -> Levels | None:
    pair = only(found) or only([(x, y) for x, y in found if x.claim.of == y.claim.of != ""])
    if pair is None or not (change.trend or change.change.relation):
        return None
    terms = tuple(told.claim for told in pair if told.claim.relation)
    pair_levels = Levels(*_ordered(pair[0].claim, pair[1].claim, change), terms=terms)
    if not lasted(change, pair_levels):
        return None
    first = pair[0] if pair_levels.before is pair[0].claim else pair[1]
    timed = pair_levels.before.time_quote or _base_days(article, change)
    base = not timed and _told_earlier(article.pack, first.row, pair_levels.before)
    based = not change.row.says.isdisjoint(("than", "as"))
    return pair_levels if not based or base or timed or follows(article, pair_levels.before, pair_levels.after) else None


def _base_days(article: Article, change: Open) -> bool:
    """Whether the clause of a change goes on with days, its base ("twice as often as in 2022")."""
    home, end = change.row.sentence, change.change.end
    times = [t for t in article.timexes if end <= t.start < home.end]
    return any("," not in article.text[end : t.start] for t in times)


def _told_earlier(pack: Pack, row: Row, claim: Claim) -> bool:
    """Whether words of an earlier time stand between a number and the one before it ("the estimate had been 2.6 million")."""
    tokens = row.tokens
    places = [at for at, _ in operands_at(row, tokens)]
    at = next(at for at, operand in operands_at(row, tokens) if operand.start <= claim.start < operand.end)
    between = f" {' '.join(tokens[max((p for p in places if p < at), default=-1) + 1 : at])} "
    return any(f" {phrase} " in between for phrase in phrases(pack, "earlier"))
