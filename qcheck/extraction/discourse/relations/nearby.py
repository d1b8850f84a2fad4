"""Operands that stand around the words that tie them in any order: bound by their kind, thing and time, so that the tie is only likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE
from qcheck.extraction.discourse.relations.apart import earlier, follows, lasted, level, likely, of_two_times, points_back
from qcheck.extraction.discourse.relations.changes import POINTS, Levels, Open, alike, tie
from qcheck.extraction.discourse.relations.sequence import Row, operands_at
from qcheck.extraction.discourse.relations.templates import directions, phrases
from qcheck.extraction.discourse.relations.terms import PERCENT, Factor, bare, factor_term, fraction_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.numbers.amounts import TIME_UNITS
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

_NEAR = 2  # sentences between the words that tie and their operands
_FEWEST_PARTS, _MOST_PARTS = 3, 12
_YEAR = 4  # characters of a year
_SUM = (0.6, 1.6)  # what parts that miss their whole by a slip come to, of the whole
_SLIP = (0.25, 4.0)  # what a share by a slip is of the right one
_SMALL_SLIP = (0.5, 2.0)  # the same of a share of something, that points back


def nearby(article: Article, rows: Sequence[Row], left: Sequence[Open], tied: Sequence[Claim]) -> list[Claim]:
    """The relations that no template found, each marked as possible; `tied` are those that were found."""
    used = {operand for row in tied for operand in row.operands.split(";")}
    found = [
        *_changes(article, rows, left, used),
        *_shares(article, rows, used),
        *_sums(article, rows, used),
        *_averages(article, rows, used),
    ]
    return [replace(row, modality="possible") if row.operands else row for row in found]


def _window(rows: Sequence[Row], row: Row, *, before: int, after: int) -> list[Row]:
    """The rows at most so many sentences before and after one, and in paragraphs beside its own."""
    home = row.sentence
    return [
        r
        for r in rows
        if -before <= r.sentence.number - home.number <= after and abs(r.sentence.paragraph.number - home.paragraph.number) <= 1
    ]


def _changes(article: Article, rows: Sequence[Row], left: Sequence[Open], used: set[str]) -> Iterator[Claim]:
    """A change or a multiple with the only two levels beside it that are of one thing and of two times."""
    told_of = {c.change.start: c for row in rows for c in (*_multiples(article, rows, row), *_beside(article, row))}
    opened = (told_of | {c.change.start: c for c in left if c.trend or c.change.start not in told_of}).values()
    told = Counter(change.row.sentence.number for change in opened)
    for change in opened:
        alone = told[change.row.sentence.number] == 1 and change.change.claim not in used
        levels = _levels(article, rows, change) if alone else None
        if levels is not None:
            yield from tie(
                article, change.change, levels, change.trend, reason="the only two numbers of one thing and of two times beside it"
            )


def _multiples(article: Article, rows: Sequence[Row], row: Row) -> Iterator[Open]:
    for operand in row.operands:
        if isinstance(operand, Factor) and not operand.share:
            yield from (Open(row, factor_term(article, home, operand), "") for home in _home(article, rows, row))


def _beside(article: Article, row: Row) -> Iterator[Open]:
    """The shares of a hundred and points right beside a word that tells a direction ("40 percent more")."""
    if not any(isinstance(operand, Claim) and operand.unit in (PERCENT, POINTS) for operand in row.operands):
        return
    tokens = row.text.split()
    rise, fall = directions(article.pack)
    for at, operand in operands_at(row, tokens):
        if isinstance(operand, Factor) or operand.unit not in (PERCENT, POINTS):
            continue
        around = {*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 2]}
        if bool(around & rise) != bool(around & fall):
            yield Open(row, operand, "up" if around & rise else "down")


def _home(article: Article, rows: Sequence[Row], row: Row) -> list[Claim]:
    """A claim to take the place of a row from: the nearest one, moved to its sentence."""
    near = [c for r in _window(rows, row, before=0, after=_NEAR) for c in r.claims]
    s = row.sentence
    return [
        replace(c, sentence=s.number, sentence_start=s.start, sentence_end=s.end, paragraph=s.paragraph.number, zone=s.paragraph.zone)
        for c in near[:1]
    ]


def _levels(article: Article, rows: Sequence[Row], change: Open) -> Levels | None:
    for before, after in ((0, 0), (1, 0), (0, 1), (1, 1), (_NEAR, _NEAR)):
        near = _window(rows, change.row, before=before, after=after)
        told = [
            (r, c)
            for r in near
            for c in r.claims
            if level(c) and c.unit != AGE and c.start != change.change.start and c.modality == "asserted"
        ]
        pairs = [
            (one, other, x, y)
            for at, (one, x) in enumerate(told)
            for other, y in told[at + 1 :]
            if x.value_low != y.value_low
            and (_alike(x, y) or _counts_of_years(x, y))
            and (x.unit != PERCENT or (x.time_quote and y.time_quote and change.change.unit in (PERCENT, POINTS)))
        ]
        if pairs:
            return _one_pair(article, change, pairs)
    return None


def _alike(one: Claim, other: Claim) -> bool:
    """Whether two levels are of one thing, also where one of them leaves out the rate of the other ("1,150 dollars a month")."""
    short, long = sorted((one, other), key=lambda c: len(c.unit))
    elided = not short.of and long.unit.startswith(f"{short.unit} per ")
    return elided or alike(one, other)


def _counts_of_years(one: Claim, other: Claim) -> bool:
    """Whether two counts in other words are of two years that the text names."""
    named = one.time_quote and other.time_quote and one.within != other.within
    return bool(named) and one.unit == other.unit == "count" and len(one.within) == len(other.within) == _YEAR


def _one_pair(article: Article, change: Open, pairs: Sequence[tuple[Row, Row, Claim, Claim]]) -> Levels | None:
    if len({frozenset((x.value_low, y.value_low)) for _, _, x, y in pairs}) != 1:
        return None
    one, other, x, y = pairs[0]
    if not (of_two_times(article, x, y) or earlier(article.pack, one, other)):
        return None
    small, big = sorted((x, y), key=lambda c: c.value_low)
    if not (change.trend or change.change.relation):
        return None
    grew = change.trend == "up" or (change.change.relation != "" and change.change.value_low > 1)
    levels = Levels(small, big) if grew else Levels(big, small)
    based = any(f" {phrase} " in f" {change.row.text} " for name in ("than", "as") for phrase in phrases(article.pack, name))
    fits = likely(change, levels) and lasted(change, levels)
    timed = levels.before.time_quote or _base_days(article, change)
    base = not timed and _told_earlier(article.pack, one if levels.before is x else other, levels.before)
    return levels if fits and (not based or base or follows(article, levels.before, levels.after)) else None


def _base_days(article: Article, change: Open) -> bool:
    """Whether the clause of a change goes on with days, its base ("twice as often as in 2022")."""
    home, end = change.row.sentence, change.change.end
    times = [t for t in article.timexes if end <= t.start < home.end]
    return any("," not in article.text[end : t.start] for t in times)


def _told_earlier(pack: Pack, row: Row, claim: Claim) -> bool:
    """Whether words of an earlier time stand between a number and the one before it ("the estimate had been 2.6 million")."""
    tokens = row.text.split()
    places = [at for at, _ in operands_at(row, tokens)]
    at = next(at for at, operand in operands_at(row, tokens) if operand is claim)
    between = f" {' '.join(tokens[max((p for p in places if p < at), default=-1) + 1 : at])} "
    return any(f" {phrase} " in between for phrase in phrases(pack, "earlier"))


def _shares(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """A share with the only part and whole in its sentence or before it, where words say that the part is one of the whole."""
    for row in rows:
        for share in row.claims:
            fraction = share.unit == "count" and 0 < share.value_low < 1 and share.low < 1
            told = share.claim in used or share.trend or share.zone == "headline"
            if told or not (fraction or share.unit == PERCENT):
                continue
            if not (fraction or not share.of or share.definite or points_back(article.pack, row)):
                continue
            slip = _SMALL_SLIP if share.of else _SLIP
            near = _window(rows, row, before=_NEAR, after=_NEAR if fraction else 0)
            counts = [(r, c) for r in near for c in r.claims if level(c) and c.unit == "count" and c.value_low > 1]
            pairs = [
                (part, whole)
                for first, whole in counts
                for second, part in counts
                if part.start != whole.start
                and part.value_low < whole.value_low
                and part.of in ("", whole.of)
                and not part.definite
                and (not fraction or share.of == whole.of)
                and 0 <= second.sentence.number - first.sentence.number <= 1
                and _part_of(article.pack, first, second, whole)
            ]
            if len(pairs) != 1:
                continue
            part, whole = pairs[0]
            size = share.value_low * (100 if fraction else 1)
            if slip[0] <= size / (100 * part.value_low / whole.value_low) <= slip[1]:
                term = fraction_term(share) if fraction else share
                yield from ([term] if fraction else [])
                yield relation(article, "share", (term, part, whole), reason="the only part and whole beside it")


def _part_of(pack: Pack, first: Row, second: Row, whole: Claim) -> bool:
    """Whether words say that a part is told: "of them" beside it, or "of the" before the whole in its own sentence."""
    text = f" {second.text} "
    if any(f" {phrase} " in text for phrase in phrases(pack, "of_these")):
        return True
    if first is not second:
        return False
    tokens = first.text.split()
    return any(
        operand is whole and set(tokens[max(0, at - 2) : at]) & set(phrases(pack, "of")) for at, operand in operands_at(first, tokens)
    )


def _sums(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """A whole with as many parts as the text says there are ("divided among four towns. ...")."""
    for row in rows:
        for number in row.claims:
            if number.unit != "count" or number.value_low != number.value_high or not _FEWEST_PARTS <= number.value_low <= _MOST_PARTS:
                continue
            before = [c for r in _window(rows, row, before=_NEAR, after=0) for c in r.claims if c.end <= number.start and level(c)]
            for listed in _window(rows, row, before=0, after=1):
                parts = [c for c in listed.claims if c.start > number.end and c.unit not in (AGE, *TIME_UNITS)]
                if len(parts) != number.value_low or {c.claim for c in parts} & used:
                    continue
                wholes = [w for w in before if _adds(w, parts)]
                if len(wholes) == 1:
                    terms = [bare(article, c, like=wholes[0]) if c.unit != wholes[0].unit else None for c in parts]
                    tied = [t or c for t, c in zip(terms, parts, strict=True)]
                    yield from (t for t in terms if t is not None)
                    yield relation(article, "sum", (wholes[0], *tied), reason=f"“{number.quote}” are told, and as many parts are listed")
                    break


def _adds(whole: Claim, parts: Sequence[Claim]) -> bool:
    same = all(c.unit == whole.unit or (c.unit == "count" and not c.of) for c in parts)
    things = {c.of for c in parts if c.of} - {whole.of}
    low, high = _SUM
    return (
        same
        and not (things and whole.unit == "count")
        and all(c.value_low < whole.value_low for c in parts)
        and (low <= sum(c.value_low for c in parts) / whole.value_low <= high)
    )


def _averages(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """An average with the total of its unit in its sentence, and the only count in it or right before."""
    for row in rows:
        if len(row.claims) < 2 or not any(f" {phrase} " in f" {row.text} " for phrase in phrases(article.pack, "on_average")):
            continue
        near = _window(rows, row, before=1, after=0)
        for average in row.claims:
            totals = [c for c in row.claims if c is not average and c.unit == average.unit and c.value_low > average.value_low]
            counts = [c for r in near for c in r.claims if c.unit == "count" and c.of and level(c)]
            if average.claim in used or average.unit in ("count", PERCENT) or len(totals) != 1 or len(counts) != 1:
                continue
            expected = totals[0].value_low / counts[0].value_low
            if _SLIP[0] <= average.value_low / expected <= _SLIP[1]:
                yield relation(article, "average", (average, totals[0], counts[0]), reason="the only total and the only count beside it")
