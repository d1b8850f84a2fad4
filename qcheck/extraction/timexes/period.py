"""A calendar period as its words give it, and what it comes to against the date of the document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import NamedTuple

from qcheck.extraction.timexes import calendar
from qcheck.extraction.timexes.calendar import Days

Cut = Callable[[Days], Days | None]
SOON, RECENTLY, LONG_AGO = 31, 14, 270  # days: without a verb that tells, a date that near ahead is meant rather than one that long past


class Period(NamedTuple):
    """What the words say; what they leave out is None.

    yearly      the days of a season, quarter or holiday in a given year
    days        already resolved; `lost` where they would be but the document's date is unknown
    cuts        parts and counted pieces of it ("late", "second week of"), from the inside out
    relative    the document's date was used; toward: -1 last, 1 next, 0 the current one, None where not said
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    yearly: Callable[[int], Days | None] | None = None
    days: Days | None = None
    cuts: tuple[Cut, ...] = ()
    toward: int | None = None
    relative: bool = False
    lost: bool = False
    vague: bool = False
    event: bool = False
    clock: tuple[float, float] | None = None
    late: bool = False

    @property
    def point(self) -> bool:
        """Whether the words name one day."""
        return self.day is not None or (self.weekday is not None and self.days is None and not self.cuts)

    @property
    def tensed(self) -> bool:
        """Whether a verb nearby must tell if the last or the next one is meant."""
        named = self.year is not None and (self.month or self.yearly or self.day is None)
        return self.days is None and not self.lost and self.toward is None and not named

    def in_year(self, year: int) -> Days | None:
        """Its days if it lies in a given year."""
        if self.yearly:
            return self.yearly(year)
        if self.month is None:
            return calendar.years(year, 1)
        if self.day is None:
            return calendar.month_run(year, self.month, 1)
        return calendar.single(calendar.day(year, self.month, self.day))

    def cut(self, days: Days | None) -> Days | None:
        """The piece of it that the words name."""
        for cut in self.cuts:
            days = None if days is None else cut(days)
        return days


class Resolved(NamedTuple):
    """The days (None: unknown), whether the document's date was used or is needed, whether the words name the year, what is impossible."""

    days: Days | None
    relative: bool = False
    explicit_year: bool = False
    impossible: str = ""


def resolve(period: Period, published: date | None, toward: int, *, not_before: date | None = None) -> Resolved:
    """The days of a period. `toward` is the time of the verb nearby: -1 past, 1 future, 0 unsaid; `not_before` orders a range."""
    if period.lost:
        return Resolved(None, relative=True)
    if period.days is not None:
        return Resolved(period.cut(period.days), relative=period.relative)
    if period.month and period.day and not _possible(period):
        return Resolved(None, explicit_year=period.year is not None, impossible=_reason(period))
    if period.year is not None and (period.month or period.yearly or period.day is None):
        return Resolved(period.cut(period.in_year(period.year)), period.relative, not period.relative)
    if not_before is None and published is None:
        return Resolved(None, relative=True)
    candidates = [days for days in _candidates(period, not_before or published) if days is not None]
    return Resolved(
        _choose(candidates, published, period.toward if period.toward is not None else toward, not_before, period), relative=True
    )


def _candidates(period: Period, around: date | None) -> list[Days | None]:
    assert around is not None
    if period.month or period.yearly:
        spread = 8 if (period.month, period.day) == (2, 29) else 2
        found = [period.in_year(y) for y in range(around.year - spread, around.year + spread + 1)]
        if period.weekday and period.day:
            near = [days for days in found if days and days.low and abs(days.low.year - around.year) <= 1]
            same = [days for days in near if days.low and days.low.isoweekday() == period.weekday]
            found = [*same] or [*found]
    elif period.day:
        months = [calendar.step(around, "month", n) for n in range(-14, 15)]
        found = [calendar.single(calendar.day(m.low.year, m.low.month, period.day)) for m in months if m and m.low]
        if period.weekday:
            found = [days for days in found if days and days.low and days.low.isoweekday() == period.weekday]
    elif period.weekday:
        found = calendar.weekdays(around, period.weekday)
    else:
        return []
    return [period.cut(days) for days in found] if period.cuts else found


def _choose(found: list[Days], published: date | None, toward: int, not_before: date | None, period: Period) -> Days | None:
    """The last one that has begun, or the next one that is not over, as the words tell."""
    if not_before is not None:
        return next((days for days in found if days.low and days.low >= not_before), None)
    assert published is not None
    begun = [days for days in found if days.low and days.low <= published]
    ahead = [days for days in found if days.high and days.high >= published]
    if period.toward == -1:
        begun = [days for days in found if days.high and days.high < published]
    elif period.toward == 1:
        ahead = [days for days in found if days.low and days.low > published]
    elif period.toward == 0:
        return next((days for days in found if days.low and days.low.year == published.year), None)
    elif toward == 0 and begun and ahead and period.month and ahead[0] != begun[-1]:
        assert ahead[0].low and begun[-1].high
        if (ahead[0].low - published).days <= SOON and (published - begun[-1].high).days >= LONG_AGO:
            return ahead[0]
    elif toward == 0 and period.weekday and period.day and begun and ahead:
        assert ahead[0].low and begun[-1].high
        return min(begun[-1], ahead[0], key=lambda days: abs(((days.low or published) - published).days))
    if toward == 1 and period.day and begun and ahead and period.toward is None:
        assert ahead[0].low and begun[-1].high
        if (published - begun[-1].high).days <= RECENTLY and (ahead[0].low - published).days >= LONG_AGO:
            return begun[-1]
    if toward == 1:
        return ahead[0] if ahead else None
    return begun[-1] if begun else ahead[0] if ahead and period.weekday and period.day else None


def _possible(period: Period) -> bool:
    assert period.month and period.day
    if period.year is None:
        return calendar.day(2000, period.month, period.day) is not None
    return calendar.day(period.year, period.month, period.day) is not None


def _reason(period: Period) -> str:
    assert period.month
    days = calendar.month_run(period.year or 2000, period.month, 1)
    last = days.high.day if days and days.high else 0
    name = f"month {period.month}" if period.year is None else f"{period.year:04}-{period.month:02}"
    return f"{name} has {last} days, not {period.day}"


def fill(period: Period, other: Period) -> Period:
    """A period with the year and month that the other end of a range names ("from 4 to 22 May 2018", "May 19th to 21st")."""
    if period.days is not None or period.lost:
        return period
    if period.day and period.month is None and not period.weekday:
        period = period._replace(month=other.month, year=other.year, relative=other.relative)
    return period


PART_CUTS: dict[str, Cut] = {name: partial(calendar.part, which=name) for name in ("early", "mid", "late")}
