"""The picture of a topic: ranges, upright, over the days on which the articles appeared."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from qcheck.model.interval import Interval
from qcheck.reporting.catalogue import Catalogue
from qcheck.reporting.charts import ends
from qcheck.reporting.scale import number_ticks, scale_for, short_day
from qcheck.reporting.svg import percent, picture, tag

WIDEST = 640  # points; a picture of more dots than that has room for is scrolled


@dataclass(frozen=True, slots=True)
class Dot:
    """One reading of a topic on the timeline: its number in the list beside the picture, its day (ISO, "" unknown), its ranges.

    `disputed`: it is in a finding; `vague`: its words are; `revises`: the number of the reading that it corrects or brings up to date.
    """

    number: int
    day: str
    hard: Interval[float]
    typical: Interval[float] | None
    disputed: bool = False
    vague: bool = False
    revises: int = 0


def timeline(dots: Sequence[Dot], *, about: str, ui: Catalogue, unit: str = "", common: Interval[float] | None = None) -> Markup:
    """Ranges (upright) over the days on which the articles appeared; those without a day stand apart on the right.

    Open ends are arrows, revisions steps; the band is the range that all share, and where all tell one number they stand in a row. Nothing
    where fewer than two ranges have an end.
    """
    drawn = [dot for dot in dots if any(math.isfinite(end) and end for end in ends(dot.hard))]
    scale = scale_for([end for dot in drawn for i in (dot.hard, dot.typical) if i for end in ends(i)])
    if scale is None or len(drawn) < 2:
        return Markup("")
    flat = len({ends(dot.hard) for dot in drawn}) == 1 and drawn[0].hard.is_point
    top, bottom = 26.0, 62.0 if flat else 196.0

    def at(value: float) -> float:
        if math.isinf(value) or (scale.log and value <= 0):
            return top if value > 0 else bottom
        share = (scale.at(value) - scale.start) / (scale.end - scale.start)
        return max(top, min(bottom, bottom - 8 - share * (bottom - top - 16)))

    parts = []
    for value, words in [] if flat else number_ticks(scale, ui, 4):
        parts.append(tag("svg", tag("line", x2="100%"), tag("text", f"{words} {unit}".strip(), y=-4), class_="level", y=at(value)))
    if common and not flat:
        low, high = map(at, ends(common))
        parts.append(tag("rect", class_="shared", x="12%", y=high, width="88%", height=max(3.0, low - high)))
    places = _places(drawn)
    undated = [x for dot, x in zip(drawn, places, strict=True) if not dot.day]
    if undated and len(undated) < len(drawn):
        parts.append(tag("line", class_="apart", x1=percent(undated[0] - 5), x2=percent(undated[0] - 5), y1=top, y2=bottom + 44))
    parts += _steps(drawn, places, at)
    label_at, label = -99.0, "-"
    for dot, x in zip(drawn, places, strict=True):
        parts.append(_upright(dot, x, at, bottom))
        if dot.day != label and x - label_at >= (19 if dot.day else 13):
            label_at, label = x, dot.day
            parts.append(
                tag(
                    "text",
                    short_day(date.fromisoformat(dot.day), ui) if dot.day else ui("chart.no_date"),
                    class_="tick",
                    x=percent(x),
                    y=bottom + 40,
                )
            )
    parts.append(tag("line", class_="axis", x2="100%", y1=bottom, y2=bottom))
    least = len(drawn) * 34 + 60
    return picture("timeline", bottom + 50, about, parts, width=least if least > WIDEST else None)


def _steps(dots: Sequence[Dot], places: Sequence[float], at: Callable[[float], float]) -> list[Markup]:
    """Lines from what was revised: level to the later day, then up or down to what it became."""
    where = {dot.number: (x, at(_middle(dot))) for dot, x in zip(dots, places, strict=True)}
    parts = []
    for dot in dots:
        if dot.revises in where:
            (x1, y1), (x2, y2) = where[dot.revises], where[dot.number]
            parts.append(tag("line", class_="step", x1=percent(x1), x2=percent(x2), y1=y1, y2=y1))
            parts.append(tag("line", class_="step", x1=percent(x2), x2=percent(x2), y1=y1, y2=y2))
    return parts


def _middle(dot: Dot) -> float:
    low, high = ends(dot.typical or dot.hard)
    return high if math.isinf(low) else low if math.isinf(high) else (low + high) / 2


def _upright(dot: Dot, x: float, at: Callable[[float], float], bottom: float) -> Markup:
    low, high = map(at, ends(dot.hard))
    parts: list[Markup] = []
    if dot.hard.is_point:
        parts.append(tag("circle", class_="point", cy=low, r=6.5))
    else:
        parts.append(_box("hard vague" if dot.vague else "hard", 6, low, high))
        if dot.typical and dot.typical.is_point:
            parts.append(tag("circle", class_="point", cy=at(ends(dot.typical)[0]), r=5))
        elif dot.typical:
            parts.append(_box("typical", 3, *map(at, ends(dot.typical))))
        closed = (sign in "[]" for sign in dot.hard.closed)
        for end, y, way, cap in zip(ends(dot.hard), (low, high), (1, -1), closed, strict=True):
            if math.isinf(end):
                parts.append(tag("path", class_="arrow", d=f"M-10 {y - 9 * way:.2f} L0 {y:.2f} L10 {y - 9 * way:.2f}"))
            elif cap and not dot.vague:
                parts.append(tag("line", class_="cap", x1=-9, x2=9, y1=y, y2=y))
    if dot.disputed:
        parts.append(tag("text", "▲", class_="warn", y=14))
    parts.append(tag("text", str(dot.number), class_="tick strong", y=bottom + 18))
    return tag("svg", *parts, x=percent(x))


def _box(kind: str, half: int, low: float, high: float) -> Markup:
    return tag("rect", class_=kind, x=-half, width=2 * half, y=high, height=max(2.0, low - high))


def _places(dots: Sequence[Dot]) -> list[float]:
    """Percent of the width for each dot: by day where there is room, never closer than a dot needs; undated ones after the dated."""
    gap = min(9.0, 75.0 / len(dots))
    dated = [date.fromisoformat(dot.day).toordinal() for dot in dots if dot.day]
    undated = len(dots) - len(dated)
    start, end = 16.0, 91.0 - undated * gap - (6.0 if undated and dated else 0.0)
    days = (dated[-1] - dated[0]) or 1 if dated else 1
    places: list[float] = []
    for number, day in enumerate(dated):
        latest = end - (len(dated) - 1 - number) * gap
        wanted = start + (day - dated[0]) / days * (end - start)
        places.append(max(min(wanted, latest), places[-1] + gap if places else start))
    first = (end + 6.0 + gap) if dated else start
    return [*places, *(first + n * gap for n in range(undated))]
