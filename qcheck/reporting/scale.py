"""Axes: where a value lies, and the round numbers and days to name on it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qcheck.checking.catalogue import catalogue
from qcheck.reporting.catalogue import Catalogue
from qcheck.reporting.wording import compact

_LARGEST = 1e18


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values to percent of the width; logarithmic where the values span much."""

    low: float
    high: float
    log: bool
    start: float = 6.0
    end: float = 94.0

    def at(self, value: float) -> float:
        """Percent of the width, or the very edge for an end that is open."""
        if math.isinf(value):
            return 0.0 if value < 0 else 100.0
        if self.log and value <= 0:
            return 0.0
        share = (
            (_log(value) - _log(self.low)) / (_log(self.high) - _log(self.low)) if self.log else (value - self.low) / (self.high - self.low)
        )
        return max(0.0, min(100.0, self.start + share * (self.end - self.start)))


def _log(value: float) -> float:
    return math.log10(value)


def scale_for(values: Sequence[float], *, logs: bool = True) -> Scale | None:
    """A scale that holds all finite values with some room; None where there is none. What no article counts is left to the edges."""
    ends = sorted({v for v in values if abs(v) < _LARGEST})
    if not ends:
        return None
    low, high = ends[0], ends[-1]
    positive = [v for v in ends if v > 1 / _LARGEST]
    if logs and low >= 0 and positive and positive[-1] / positive[0] > 25:
        return Scale(positive[0] / 1.6, positive[-1] * 1.6, True)
    room = (high - low) * 0.12 or abs(high) * 0.25 or 1.0
    return Scale(0.0 if low >= 0 and low - room < 0 else low - room, high + room, False)


def number_ticks(scale: Scale, ui: Catalogue, most: int = 5) -> list[tuple[float, str]]:
    """Round numbers on the scale, with their words."""
    if scale.log:
        decades = range(math.floor(_log(scale.low)), math.ceil(_log(scale.high)) + 1)
        for steps in ((1, 2, 5), (1,)):
            ticks = [s * 10.0**d for d in decades for s in steps if scale.low <= s * 10.0**d <= scale.high]
            if len(ticks) <= most + 1:
                break
        ticks = ticks[:: max(1, math.ceil(len(ticks) / (most + 1)))]
    else:
        step = 10.0 ** math.floor(_log((scale.high - scale.low) / most))
        step *= next(m for m in (1, 2, 5, 10) if (scale.high - scale.low) / (step * m) <= most)
        if scale.high - scale.low >= 2:
            step = max(step, 1.0)  # most of what is counted comes in whole numbers
        first = math.ceil(scale.low / step - 1e-9)
        ticks = [n * step for n in range(first, first + most + 2) if n * step <= scale.high]
    return [(tick, compact(float(f"{tick:.10g}"), ui)) for tick in ticks]


def clock_ticks(scale: Scale, most: int = 6) -> list[tuple[float, str]]:
    """Full hours or parts of them, on a scale of minutes."""
    step = next((step for step in (5, 10, 15, 30, 60, 120, 180, 240) if (scale.high - scale.low) / step <= most), 360)
    minutes = range(math.ceil(scale.low / step) * step, math.floor(scale.high) + 1, step)
    return [(float(minute), f"{minute // 60 % 24:02}:{minute % 60:02}") for minute in minutes]


def day_ticks(scale: Scale, ui: Catalogue, most: int = 5) -> list[tuple[float, str]]:
    """Firsts of years or months, or days, on a scale of day numbers."""
    low, high = (date.fromordinal(max(1, min(date.max.toordinal(), round(end)))) for end in (scale.low, scale.high))
    months = (high.year - low.year) * 12 + high.month - low.month
    if months >= 24:
        step = math.ceil(((high.year - low.year) + 1) / most)
        days = [date(year, 1, 1) for year in range(low.year + 1, high.year + 1) if year % step == 0]
        return [(day.toordinal(), str(day.year)) for day in days]
    if months >= 3:
        step = math.ceil(months / most)
        numbers = [n for n in range(low.year * 12 + low.month, high.year * 12 + high.month) if n % step == 0]
        return [(date(n // 12, n % 12 + 1, 1).toordinal(), f"{_month(n % 12, ui)} {n // 12}") for n in numbers]
    step = max(1, math.ceil((high - low).days / (most - 1)))
    days = [low + timedelta(days=n) for n in range(step // 2, (high - low).days + 1, step)]
    return [(day.toordinal(), short_day(day, ui)) for day in days]


def short_day(day: date, ui: Catalogue) -> str:
    """A day for an axis: 17 May 2023; 3 Feb 2023."""
    return catalogue(ui.language).day.format(day=day.day, month=_month(day.month - 1, ui), year=day.year)


def _month(number: int, ui: Catalogue) -> str:
    return catalogue(ui.language).months[number][:3]
