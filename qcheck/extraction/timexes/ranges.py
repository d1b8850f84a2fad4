"""Reads ranges of days, whose ends fill what the other leaves out: "from May 19th to 21st", "2014-18", "in May and June 2022"."""

from __future__ import annotations

from qcheck.extraction.timexes import pieces
from qcheck.extraction.timexes.period import Period, Resolved, fill, resolve
from qcheck.extraction.timexes.reader import Reader
from qcheck.extraction.timexes.spans import Found
from qcheck.model.interval import Interval
from qcheck.model.timespan import UNKNOWN_SPAN, TimeSpan


def ranged(r: Reader, i: int) -> Found | None:
    """ "from 2014 to 2018", "between May 3 and 7", "May 19th to 21st", "2014-18"."""
    if not r.joins:
        return None
    j = i
    while r.at[j].get("prepositions") and not r.at[j].get("openers") and j < i + 2:
        j += 1
    opener = r.at[j].get("openers")
    start = r.skip(j + 1, "articles") if opener else j
    ends = _ends(r, start, between=bool(r.at[j].get("between")), opened=bool(opener))
    if ends is None:
        return None
    left, right, end = ends
    if left.days is None and right.days is None and not (left.month or left.year or left.yearly or left.weekday or left.lost or right.lost):
        return None
    found = range_found(r, i, (left, right, end))
    if found and left == Period(year=left.year) and right == Period(year=right.year):
        return found._replace(period=right, bare_year=True, prepositioned=start > i or bool(r.at[j - 1].get("era")))
    return found


def range_of_days(r: Reader, i: int, outer: Period) -> tuple[Period, Period, int] | None:
    """Days of a month that stands before them: "Im März zwischen dem 4. und dem 9."."""
    if not r.joins or not r.at[i].get("openers"):
        return None
    ends = _ends(r, r.skip(i + 1, "articles"), between=bool(r.at[i].get("between")), opened=True)
    if ends is None or ends[0] != Period(day=ends[0].day):
        return None
    first, last = (outer._replace(day=end.day) for end in ends[:2])
    return first, last, ends[2]


def range_found(r: Reader, i: int, ends: tuple[Period, Period, int]) -> Found | None:
    """The expression from token `i` for the two ends of a range and the next place; None where they are no range."""
    left, right, end = ends
    if right.year and not left.year and left.days is None and (left.month or left.yearly):
        left = left._replace(year=right.year, relative=right.relative)
        low, high = left.in_year(right.year), right.in_year(right.year)
        if low and high and low.low and high.high and low.low > high.high:
            left = left._replace(year=right.year - 1)
    first = resolve(left, r.published, r.toward(i, end))
    after = first.days.low if first.days else None
    last = resolve(right, r.published, r.toward(i, end), not_before=after)
    if first.impossible or last.impossible:
        return Found(i, end, {"kind": "impossible", "reason": first.impossible or last.impossible})
    explicit = first.explicit_year or last.explicit_year
    fields = {"kind": "period", "relative": first.relative and not first.explicit_year, "explicit_year": explicit}
    if first.days is None or last.days is None or first.days.low is None or last.days.high is None:
        return Found(i, end, fields | {"relative": True, "span": _half_known(first, last)}) if first.relative or last.relative else None
    if first.days.low > last.days.high:
        return None
    days = Interval(first.days.low, last.days.high)
    vague = left.vague or right.vague
    return Found(i, end, fields | {"span": TimeSpan(days, None if vague or days.is_point else days, "", vague)})


def _half_known(first: Resolved, last: Resolved) -> TimeSpan:
    """A range whose one end needs the document's date: "from May 2022 to last month", undated."""
    if first.days and first.days.low:
        return TimeSpan(Interval(first.days.low, None), None, "end")
    if last.days and last.days.high:
        return TimeSpan(Interval(None, last.days.high), None, "start")
    return UNKNOWN_SPAN


def _ends(r: Reader, i: int, *, between: bool, opened: bool) -> tuple[Period, Period, int] | None:
    for left, end in _left_ends(r, i):
        j = r.sign(end, ",") if r.at[r.sign(end, ",")].get("connectors") else end
        if not (r.at[j].get("connectors") or r.words[j] == "/" or r.at[j].get("joiners")):
            continue
        joined = r.at[j].get("joiners") and not between
        k = r.skip(r.skip(r.skip(j + 1, "prepositions"), "articles"), "prepositions") if not r.at[j + 1].get("step") else j + 1
        right = _right_end(r, k, left, sign=r.words[j], opened=opened)
        if right is None:
            continue
        if r.words[j] == "/" and not (left.year and right[0].year):
            continue
        if joined and not _adjacent(left, right[0]):
            continue
        filled = fill(left, right[0])
        return filled, fill(right[0], filled), right[1]
    return None


def _adjacent(left: Period, right: Period) -> bool:
    """Whether "and" joins two days or months that follow one another ("on 3 and 4 May", "in May and June 2022")."""
    if left.cuts or right.cuts:
        return False
    if left == Period(year=left.year) and left.year is not None:
        return right == Period(year=left.year + 1)
    if not right.month:
        return False
    if left.day and right.day:
        return right.day == left.day + 1 and left.month in (None, right.month)
    return not left.day and not right.day and left.month is not None and left.year is None and right.month == left.month + 1


def _left_ends(r: Reader, i: int) -> list[tuple[Period, int]]:
    found = [read] if (read := pieces.period(r, i)) else []
    day = r.day_number(i)
    if day:
        found.append((Period(day=day[0]), day[2]))
    return found


def _right_end(r: Reader, k: int, left: Period, *, sign: str, opened: bool) -> tuple[Period, int] | None:
    bare_left = left == Period(day=left.day)
    digits = r.at[k].get("number")
    if left.year and not left.month and digits and len(digits) == 2 and digits.isdigit() and sign in ("-", "–", "/") and r.joined(k):
        year = left.year // 100 * 100 + int(digits)
        return (Period(year=year), k + 1) if year > left.year else None
    read = pieces.period(r, k)
    if read and (not bare_left or read[0].day):
        return read
    day = r.day_number(k)
    if day is None or not (left.day or left.weekday):
        return None
    behind = pieces.attached_day(r, day[0], day[2])
    if behind:
        return behind
    if not bare_left and (left.day or day[1]) and not r.at[day[2]].get("unit"):
        return Period(day=day[0]), day[2]
    return (Period(day=day[0]), day[2]) if bare_left and opened and day[1] else None
