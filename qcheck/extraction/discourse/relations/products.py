"""Two measures and the third that they give: length and width an area, people and area a density, distance and time a speed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, product

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE
from qcheck.extraction.discourse.concepts import PERSONS
from qcheck.extraction.discourse.relations.terms import multiple, ranged
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.numbers.amounts import TIME_UNITS
from qcheck.extraction.numbers.scan import trie
from qcheck.extraction.units import base_factor
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed
from qcheck.model.interval import Interval

AREA, DENSITY, SPEED = "area", "density", "speed"
_LENGTH, _SQUARE, _PACE = "[length]", "[length] ** 2", "[length] / [time]"
_SLIP = (0.4, 2.5)  # what a product by a slip is of the right one
_NEAR = 6  # sentences between two sides and their area
_BETWEEN = 30  # characters between two sides
_BESIDE = 40  # characters between the sides and an area that is said to be theirs
_FEW = 2  # times that a speed may be of; the one beside the distance is meant
_PER = " per "
_MINUTE = 60.0
_ROUNDING = 0.03  # of a time, which is rounded less than the half of an hour that its digits would allow


def products(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `area` (area, length, width), `density` (density, number, area) and `speed` (speed, distance, time), each only likely unless
    the area stands beside its sides; none for a product that some measures of the article give.
    """
    told = [r for r in rows if r.role == "claim" and r.value_low == r.value_high and r.modality != "possible" and not r.same_as]
    areas = [r for r in told if r.dimension == _SQUARE]
    found = list(_areas(article, told, areas)) if areas else []
    if areas:
        found += _densities(article, told, areas)
    paces = [r for r in told if r.dimension == _PACE]
    return found + (list(_speeds(article, rows, told, paces)) if paces else [])


def _size(row: Claim) -> float:
    return row.value_low * row.base_factor


def _sides(article: Article, told: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The length and the width of something."""
    lengths = [r for r in told if r.dimension == _LENGTH]
    words = _words(article.pack)
    for one, other in pairwise(lengths):
        if one.sentence != other.sentence or other.start - one.end > _BETWEEN:
            continue
        between, behind = article.lowered[one.end : other.start], article.lowered[other.end : other.sentence_end]
        if words["by"].fullmatch(between) or (words["long"].match(between) and words["wide"].match(behind)):
            yield one, other


def _areas(article: Article, told: Sequence[Claim], areas: Sequence[Claim]) -> Iterator[Claim]:
    sides = list(_sides(article, told))
    given = [(one, other, _size(one) * _size(other)) for one, other in sides]
    fit = {area.claim for area in areas for *pair, size in given if _equal(area, size, pair)}
    for one, other, size in given:
        near = [a for a in areas if abs(a.sentence - one.sentence) <= _NEAR]
        if any(_equal(a, size, (one, other)) for a in areas) or _PER in one.unit:
            continue
        wrong = [a for a in near if a.claim not in fit and _SLIP[0] <= multiple(_size(a), size) <= _SLIP[1]]
        if len({a.value_low for a in wrong}) != 1 or len(given) != 1 or len({a.value_low for a in near}) > 2:
            continue
        area = wrong[0]
        between = article.lowered[other.end : area.start] if area.start > other.end else ""
        said = 0 < len(between) <= _BESIDE and _words(article.pack)["is_area"].search(between) is not None
        tie = relation(article, AREA, (area, one, other))
        yield tie if said and "." not in between else changed(tie, modality="possible")


def _equal(area: Claim, size: float, sides: Sequence[Claim]) -> bool:
    """Whether an area is what two sides give, each with its rounding and the area with that of a reader."""
    low = math.prod(side.low * side.base_factor for side in sides)
    high = math.prod(side.high * side.base_factor for side in sides)
    return low <= area.high * area.base_factor * (1 + 1e-9) and area.low * area.base_factor <= high * (1 + 1e-9)


def _densities(article: Article, told: Sequence[Claim], areas: Sequence[Claim]) -> Iterator[Claim]:
    """So many people on so much land: a rate for a unit of area."""
    squares = {a.unit for a in areas}
    rates = [r for r in told if _PER in r.unit and r.unit.partition(_PER)[2] in squares and r.unit.startswith("count")]
    people = [r for r in told if r.unit == "count" and (r.of in PERSONS or any(r.of == rate.of for rate in rates))]
    pairs = list(product(people, areas))
    given = [pair for pair in pairs if any(_gives(rate, *pair) for rate in rates)]
    for rate in rates:
        factor = base_factor(rate.unit.partition(_PER)[2])
        wrong = [
            (n, a)
            for n, a in pairs
            if n.value_low > rate.value_low and _SLIP[0] <= multiple(rate.value_low / factor, multiple(n.value_low, _size(a))) <= _SLIP[1]
        ]
        if not given and len({(n.value_low, a.value_low) for n, a in wrong}) == 1:
            number, area = wrong[0]
            low, high = (end * area.base_factor / factor for end in (area.low, area.high))
            land = ranged(article, area, area.start, area.end, _size(area) / factor, Interval(low, high))
            yield land
            yield changed(relation(article, DENSITY, (rate, number, land)), modality="possible")


def _gives(rate: Claim, number: Claim, area: Claim) -> bool:
    """Whether a number on an area is so many for each unit of area, as a reader takes the two."""
    scale = base_factor(rate.unit.partition(_PER)[2]) / area.base_factor
    low, high = multiple(number.typical_low, area.typical_high) * scale, multiple(number.typical_high, area.typical_low) * scale
    return low <= rate.high * (1 + 1e-9) and rate.low <= high * (1 + 1e-9)


def _speeds(article: Article, rows: Sequence[Claim], told: Sequence[Claim], paces: Sequence[Claim]) -> Iterator[Claim]:
    """An average speed, with the one distance and the one time that it can be of."""
    distances = [r for r in told if r.dimension == _LENGTH and r.trend == "" and r.kind != "change"]
    times = [r for r in told if r.unit in TIME_UNITS and r.unit != AGE and r.unit not in ("year", "month", "week", "day")]
    told_lengths = [(t, t.value_low * base_factor(t.unit)) for t in times]
    lengths = [(t, size * (1 - _ROUNDING), size * (1 + _ROUNDING)) for t, size in told_lengths]
    lengths += list(_between_clocks(article, rows))
    for pace in paces:
        beside = article.lowered[max(pace.sentence_start, pace.start - _BESIDE) : min(pace.sentence_end, pace.end + _BESIDE)]
        fits = [
            (d, t)
            for d, (t, low, high) in product(distances, lengths)
            if pace.low * pace.base_factor * low <= d.high * d.base_factor and d.low * d.base_factor <= pace.high * pace.base_factor * high
        ]
        if fits or not _words(article.pack)["on_average"].search(beside):
            continue
        wrong = [
            (d, t, low, high)
            for d, (t, low, high) in product(distances, lengths)
            if d is not pace and _SLIP[0] <= multiple(_size(pace) * (low + high) / 2, _size(d)) <= _SLIP[1]
        ]
        if len({d.value_low for d, *_ in wrong}) == 1 and len({low for _, _, low, _ in wrong}) <= _FEW:
            distance, time, low, high = min(wrong, key=lambda found: abs(found[0].start - found[1].start))
            term = changed(ranged(article, time, time.start, time.end, (low + high) / 2, Interval(low, high)), dimension="")
            yield term
            yield changed(relation(article, SPEED, (pace, distance, term)), modality="possible")


def _between_clocks(article: Article, rows: Sequence[Claim]) -> Iterator[tuple[Claim, float, float]]:
    """The time between two clock times of an article, where it tells two."""
    clocks = [r for r in rows if r.role == "time" and r.clock_low == r.clock_high]
    if len({r.clock_low for r in clocks}) == 2:
        first, last = clocks[0], next(r for r in clocks if r.clock_low != clocks[0].clock_low)
        minutes = (last.clock_low - first.clock_low) % (24 * _MINUTE)
        yield last, (minutes - 1) * _MINUTE, (minutes + 1) * _MINUTE


@cache
def _words(pack: Pack) -> dict[str, re.Pattern[str]]:
    words = pack.dimensions
    return {
        "by": re.compile(rf"\s*(?:{trie(words.by)}|×)\s*"),
        "long": re.compile(rf" (?:{trie(words.long)})(?!\w)"),
        "wide": re.compile(rf" (?:{trie(words.wide)})(?!\w)"),
        "is_area": re.compile(rf"(?<!\w)(?:{trie(words.is_area)})(?!\w)|^, $"),
        "on_average": re.compile(rf"(?<!\w)(?:{trie(words.on_average)})"),
    }
