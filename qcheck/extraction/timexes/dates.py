"""Reads calendar dates and named periods: "17 May 2023", "Friday the 15th", "2016 November", "the 1990s", "Q3", "Easter"."""

from __future__ import annotations

from qcheck.extraction.timexes import calendar
from qcheck.extraction.timexes.calendar import MONTHS
from qcheck.extraction.timexes.numeric import numeric_date
from qcheck.extraction.timexes.period import Period
from qcheck.extraction.timexes.reader import Reader, century, minute_of
from qcheck.extraction.timexes.relative import LOST, Read, named, stepped

LEADING = ("articles", "part", "prepositions")


def event(r: Reader, i: int) -> Read:
    """A dated fact of the desk."""
    return Period(days=r.at[i].get("event"), event=True), i + 1


def weekday(r: Reader, i: int) -> Read:
    """ "Friday", "Friday, May 19", "Friday the 15th"."""
    weekday = r.at[i].get("weekday")
    if r.at[i - 1].get("every"):
        return None
    j = r.skip(r.sign(r.sign(i + 1, "."), ","), "articles")
    j = r.skip(j, "articles")
    dated = month(r, j) if r.at[j].get("month") else numeric_date(r, j) or day_first(r, j)
    if dated and dated[0].day:
        return dated[0]._replace(weekday=weekday), dated[1]
    day = r.day_number(j)
    if day and (day[1] or (r.at[j - 1].get("articles") and not r.at[j - 1].get("indefinite"))) and r.words[day[2]] not in ("-", "‑"):
        return Period(weekday=weekday, day=day[0]), day[2]
    if not _name_is_time(r, i, alone=True):
        return None
    return Period(weekday=weekday), i + 1


def weekday_part(r: Reader, i: int) -> Read:
    """A weekday and a part of it in one word ("Freitagabend")."""
    weekday, hours = r.at[i].get("weekday_part")
    low, high = map(minute_of, hours.split("/"))
    return Period(weekday=weekday, clock=(low, high)), i + 1


def weekend(r: Reader, i: int) -> Read:
    """A weekend of no told week ("at the weekend")."""
    if r.at[i].get("unit") != "weekend" or r.at[i].get("plural"):
        return None
    return Period(weekday=6, cuts=(lambda days: None if days.low is None else calendar.containing(days.low, "weekend"),)), i + 1


def _name_is_time(r: Reader, i: int, *, alone: bool) -> bool:
    """Whether a month's or weekday's name is that here, and not another word or a person."""
    token = r.tokens[i]
    if token.word not in r.lexicon.homonyms and token.word not in r.lexicon.persons:
        return True
    if token.word in r.lexicon.homonyms and not token.capital:
        return False
    before = i - 1 if r.words[i - 1] in ("-", "‑") else i
    return not alone or _led(r, before, "part", "step", "bound", "night_to") or r.words[i - 1] in r.lexicon.times.lone or _ends_range(r, i)


def _ends_range(r: Reader, i: int) -> bool:
    """Whether a name alone is the other end of a range of months ("between January and May", "from March to May")."""
    if not r.at[i - 1].get("connectors") or r.at[i - 2].get("month") is None:
        return False
    return not r.at[i - 1].get("joiners") or bool(r.at[i - 3].get("between"))


def month(r: Reader, i: int) -> Read:
    """ "May 17th, 2023", "May 2023", "September the twenty-first", "May"."""
    month = r.at[i].get("month")
    if month is None:
        return None
    j = r.sign(i + 1, ".")
    k = r.skip(r.sign(j, "-"), "articles")
    year = r.year(r.skip(r.skip(j, "of"), "articles"))
    if year and _name_is_time(r, i, alone=False):
        return Period(year=year[0], month=month), year[1]
    digits = r.at[j].get("number")
    if digits and len(digits) == 2 and digits.isdigit() and int(digits) > 31 and not r.joined(j):
        return Period(year=century(int(digits)), month=month), j + 1
    day = r.day_number(k) if r.words[k] not in r.lexicon.times.lone else None
    if day and _is_day(r, i, day[0], ordinal=day[1], j=day[2]):
        after = r.year(r.sign(day[2], ","))
        if after and (after[1] - day[2] > 0) and _name_is_time(r, i, alone=False):
            return Period(year=after[0], month=month, day=day[0]), after[1]
        if _name_is_time(r, i, alone=False) or day[1]:
            return Period(month=month, day=day[0]), day[2]
    if not _name_is_time(r, i, alone=True) or (not r.lexicon.times.capital_nouns and r.at[i - 1].get("on")):
        return None
    return Period(month=month), j if j > i + 1 and r.number(j) else i + 1


def _is_day(r: Reader, i: int, day: int, *, ordinal: bool, j: int) -> bool:
    """Whether a number behind a month is its day: not in "in May 12 people", where something is counted."""
    if r.lexicon.times.day_first and not ordinal:
        return False
    if r.at[j].get("unit") or r.words[j] in r.lexicon.times.counted or r.words[j] in ("%", "°"):
        return False
    if r.words[j] == ":" and r.joined(j + 1):
        return False
    if ordinal or r.year(r.sign(j, ",")):
        return True
    return r.words[i - 1] not in r.lexicon.times.inside


def day_first(r: Reader, i: int) -> Read:
    """ "17 May 2023", "the 17th of May", "17. Mai", or an ordinal day alone with its article ("the 22nd")."""
    day = r.day_number(i)
    if day is None:
        return None
    number, ordinal, j = day
    k = r.skip(r.skip(r.sign(j, "-."), "of"), "articles")
    month = r.at[k].get("month")
    if month and _name_is_time(r, k, alone=False):
        j = r.sign(k + 1, ".") if r.year(r.sign(k + 1, ".")) else k + 1
        year = r.year(r.sign(r.sign(j, ","), "-"))
        if year:
            return Period(year=year[0], month=month, day=number), year[1]
        digits = r.at[j].get("number")
        if digits and len(digits) == 2 and digits.isdigit() and int(digits) > 31:
            return Period(year=century(int(digits)), month=month, day=number), j + 1
        return Period(month=month, day=number), k + 1
    outer = stepped(r, k) if ordinal and k > j and r.at[k].get("step") is not None else None
    if outer and (joined := inside(Period(day=number), outer[0])):
        return joined, outer[1]
    return None


def inside(inner: Period, outer: Period) -> Period | None:
    """A period within a relative one that follows it."""
    if inner.days is not None or inner.lost:
        return None
    if outer.lost:
        return LOST
    if outer.cuts or outer.day or outer.weekday or outer.yearly:
        return None
    if outer.year and not outer.month and inner.year is None and (inner.month or inner.yearly):
        return inner._replace(year=outer.year, relative=True)
    if outer.year and outer.month and inner.day and inner.month is None:
        return inner._replace(year=outer.year, month=outer.month, relative=True)
    low, high = (outer.days.low, outer.days.high) if outer.days else (None, None)
    if low and high and (high - low).days == 6 and inner.weekday and not inner.day:
        return Period(days=calendar.single(calendar.shift(low, "day", inner.weekday - 1)), relative=True)
    return None


def season(r: Reader, i: int) -> Read:
    """A season, with its year: "spring 2023", "winter 2022/23"."""
    if not _name_is_time(r, i, alone=True):
        return None
    if not r.lexicon.times.capital_nouns and r.tokens[i].capital and i + 1 < len(r.tokens) and r.tokens[i + 1].capital:
        return None  # "Spring Street"
    found, j = named(r, i)
    year = r.year(r.skip(r.skip(j, "of"), "articles"))
    if year is None:
        return (found, j) if _led(r, i, *LEADING, "bound", "step", "openers", "connectors") else None
    j = year[1] + 2 if r.words[year[1]] == "/" and r.at[year[1] + 1].get("number") else year[1]
    return found._replace(year=year[0]), j


def holiday(r: Reader, i: int) -> Read:
    """A holiday; its year may follow."""
    return named(r, i)


def lettered(r: Reader, i: int) -> Read:
    """ "Q3", "H1"."""
    written = r.at[i].get("lettered")
    size = 3 if written[0] in r.lexicon.times.quarter_letters else 6
    number = int(written[1:])
    if number * size > 12:
        return None
    return Period(yearly=lambda y: calendar.month_run(y, (number - 1) * size + 1, size)), i + 1


def numbered(r: Reader, i: int) -> Read:
    """ "third quarter", "2. Halbjahr"."""
    day = r.day_number(i)
    if day is None or not day[1]:
        return None
    j = r.sign(day[2], "-‑")
    unit, number = r.at[j].get("unit"), day[0]
    if unit not in ("quarter", "half") or number * MONTHS[unit] > 12:
        return None
    size = MONTHS[unit]
    return Period(yearly=lambda year: calendar.month_run(year, (number - 1) * size + 1, size)), j + 1


def decade(r: Reader, i: int) -> Read:
    """ "the 1990s", "the '40s", "den 90er Jahren", "the nineties"."""
    written = r.at[i].get("decade")
    if isinstance(written, str):
        digits = "".join(c for c in written if c.isdigit())
        first = int(digits) if len(digits) == 4 else century(int(digits)) if len(digits) == 2 else 0
        if first % 10 or not 1000 <= first < 2100 or (len(digits) == 2 and not _led(r, i, *LEADING)):
            return None
    else:
        first = written
        if not _led(r, i, *LEADING):
            return None
    j = i + 1
    k = r.sign(j, "-‑")
    j = k + 1 if r.at[k].get("unit") == "year" else j
    return Period(days=calendar.years(first, 100 if first % 100 == 0 and first < 2000 else 10)), j


def _led(r: Reader, i: int, *roles: str) -> bool:
    """Whether a word of one of some roles stands before."""
    return any(name in r.at[i - 1] for name in roles)


def year_first(r: Reader, i: int) -> Read:
    """ "2022", "2016 the third quarter", "2016 November", "2019-aug-1"."""
    year = r.year(i)
    if year is None:
        return day_first(r, i)
    number, j = year
    k = r.skip(r.sign(j, "-"), "articles")
    month = r.at[k].get("month")
    if month and _name_is_time(r, k, alone=False):
        if k > j and r.words[k + 1] == "-" and (day := r.day_number(k + 2)):
            return Period(year=number, month=month, day=day[0]), day[2]
        if r.day_number(k + 1) is None:
            return Period(year=number, month=month), k + 1
    if k == j or r.at[k - 1].get("articles"):
        inner = lettered(r, k) if r.at[k].get("lettered") else numbered(r, k)
        if inner:
            return inner[0]._replace(year=number), inner[1]
    return Period(year=number), j


def calendar_week(r: Reader, i: int) -> Read:
    """A numbered week ("KW 12")."""
    number = r.at[i + 1].get("number")
    if not number or not number.isdigit() or not 1 <= int(number) <= 53:
        return None
    return Period(yearly=lambda y: calendar.iso_week(y, int(number))), i + 2
