"""Pictures of ranges as inline SVG, drawn by hand: across in percent, so that they fit any width and their words keep their size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from qcheck.model.interval import Interval
from qcheck.model.timespan import TimeSpan
from qcheck.reporting.catalogue import Catalogue
from qcheck.reporting.scale import Scale, clock_ticks, day_ticks, number_ticks, scale_for
from qcheck.reporting.svg import percent, picture, tag

_ROW, _BAR = 44, 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One range to draw: `hard` as a light bar, `typical` solid inside it; ends that are unknown instead of open get a question mark,
    and a vague range has a dashed outline and no caps.
    """

    label: str
    hard: tuple[float, float]
    typical: tuple[float, float] | None = None
    caps: tuple[bool, bool] = (True, True)
    doubtful: tuple[bool, bool] = (False, False)
    vague: bool = False


Row = tuple[str, Interval[float], Interval[float] | None, bool]


def ranges(rows: Sequence[Row], *, unit: str, about: str, ui: Catalogue) -> Markup:
    """The hard and typical ranges of several readings on one axis; nothing where no range has an end.

    `rows` holds a label, the hard and the typical range, all in one unit, and whether its words are vague; `about` is the text that
    stands for the picture.
    """
    bars = [
        Bar(label, ends(hard), ends(typical) if typical else None, (hard.closed[0] == "[", hard.closed[1] == "]"), vague=vague)
        for label, hard, typical, vague in rows
    ]
    scale = scale_for([end for bar in bars for end in (*bar.hard, *(bar.typical or ()))])
    return _bars(bars, scale, number_ticks(scale, ui), unit, about) if scale else Markup("")


def clocks(rows: Sequence[Row], *, about: str) -> Markup:
    """Times of day, in minutes, on one axis."""
    bars = [Bar(label, ends(hard)) for label, hard, *_ in rows]
    scale = scale_for([end for bar in bars for end in bar.hard], logs=False)
    return _bars(bars, scale, clock_ticks(scale), "", about) if scale else Markup("")


def periods(rows: Sequence[tuple[str, TimeSpan]], *, about: str, ui: Catalogue) -> Markup:
    """The days of several readings on one axis: when it was (light), and when it held throughout (solid)."""
    bars = [
        Bar(
            label,
            _days(span.within),
            _days(span.throughout) if span.throughout else None,
            doubtful=(span.unknown == "start", span.unknown == "end"),
            vague=span.vague,
        )
        for label, span in rows
    ]
    scale = scale_for([end for bar in bars for end in bar.hard], logs=False)
    return _bars(bars, scale, day_ticks(scale, ui), "", about) if scale else Markup("")


def ends(values: Interval[float]) -> tuple[float, float]:
    """Both ends, infinite where open."""
    return (-math.inf if values.low is None else values.low, math.inf if values.high is None else values.high)


def _days(days: Interval[date]) -> tuple[float, float]:
    """Day numbers; the last day lasts until the next one begins."""
    low, high = days.low, days.high
    return (-math.inf if low is None else float(low.toordinal()), math.inf if high is None else high.toordinal() + 1.0)


def _bars(bars: Sequence[Bar], scale: Scale, ticks: Sequence[tuple[float, str]], unit: str, about: str) -> Markup:
    bottom = len(bars) * _ROW + 4.0
    parts = [_tick(scale.at(value), f"{words} {unit}".strip(), bottom) for value, words in ticks]
    if len(bars) == 2:
        left, right = sorted((scale.at(bar.hard[0]), scale.at(bar.hard[1])) for bar in bars)
        if left[1] < right[0]:
            parts.append(tag("rect", class_="gap", x=percent(left[1]), y=4, width=percent(right[0] - left[1]), height=bottom - 4))
    for number, bar in enumerate(bars):
        y = number * _ROW + 8
        parts.append(tag("text", bar.label, class_="label", y=y + 9))
        parts += _bar(bar, scale, y + 17)
    parts.append(tag("line", class_="axis", x2="100%", y1=bottom, y2=bottom))
    return picture("bars", bottom + 22, about, parts)


def _tick(at: float, words: str, bottom: float) -> Markup:
    """A line of the grid with its words below."""
    return tag("svg", tag("path", d=f"M0 4V{bottom:g}"), tag("text", words, y=bottom + 16), class_="at", x=percent(at))


def _bar(bar: Bar, scale: Scale, y: int) -> list[Markup]:
    low, high = scale.at(bar.hard[0]), scale.at(bar.hard[1])
    middle = y + _BAR / 2
    if bar.hard[0] == bar.hard[1]:
        return [tag("circle", class_="point", cx=percent(low), cy=middle, r=6.5)]
    parts = [tag("rect", class_="hard vague" if bar.vague else "hard", x=percent(low), y=y, width=percent(high - low), height=_BAR)]
    if bar.typical:
        left, right = scale.at(bar.typical[0]), scale.at(bar.typical[1])
        if left == right:
            parts.append(tag("circle", class_="point", cx=percent(left), cy=middle, r=5))
        else:
            parts.append(tag("rect", class_="typical", x=percent(left), y=y + 3, width=percent(right - left), height=_BAR - 6))
    for side, at, way in ((0, low, -1), (1, high, 1)):
        if math.isinf(bar.hard[side]) and bar.doubtful[side]:
            parts.append(tag("text", "?", class_="doubt", x=percent(at), y=middle + 5, text_anchor="start" if way < 0 else "end"))
        elif math.isinf(bar.hard[side]) or (scale.log and bar.hard[side] <= 0):
            arrow = tag("path", class_="arrow", d=f"M{-9 * way} -10 L0 0 L{-9 * way} 10")
            parts.append(tag("svg", arrow, x=percent(at), y=middle))
        elif bar.caps[side] and not bar.vague:
            parts.append(tag("line", class_="cap", x1=percent(at), x2=percent(at), y1=y - 3, y2=y + _BAR + 3))
    return parts
