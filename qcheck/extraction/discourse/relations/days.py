"""What a text says of a day by itself: its weekday, how far it is from today, and dates that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations import bonds
from qcheck.extraction.discourse.relations.lengths import lengths
from qcheck.extraction.discourse.relations.lengths_apart import lengths_apart
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.extraction.nouns.unit_words import any_of
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed, content_id
from qcheck.model.interval import Interval
from qcheck.model.timespan import days_from_text, span_text

DATED = ("weekday_of", "relative_day")
A_DAY_OFF = 1  # an article may be printed on the day after the one of its words
STEPS = {"-1": (-13, 0), "1": (0, 13)}  # how far "last Friday" and "next Friday" may lie from the day of the article
YEARS_AROUND = 1  # years from the article's own that a date without a year may be of, unless its passage names others
_A_YEAR = 366
_NUMBER = re.compile(r"\d+")


class _Words(NamedTuple):
    weekday: re.Pattern[str]
    numbers: dict[str, int]
    offsets: dict[str, int]
    steps: dict[str, str]
    future: re.Pattern[str]
    past: re.Pattern[str]


@cache
def _words(pack: Pack) -> _Words:
    times = pack.times
    numbers = {word.lower(): number for number, words in enumerate(times.weekdays, 1) for word in words}
    future, past = (rf"(?<!\w)(?:{any_of(word.lower() for word in group)})(?!\w)" for group in (times.future, times.past))
    if times.past_endings:
        past += rf"|\w(?:{'|'.join(map(re.escape, times.past_endings))})(?!\w)"
    weekday = re.compile(rf"(?<!\w)({any_of(numbers)})(?!\w)")
    offsets = {word.lower(): int(days) for days, words in times.days.items() for word in words}
    steps: dict[str, str] = {word.lower(): step for step, words in times.steps.items() if step in STEPS for word in words}
    return _Words(weekday, numbers, offsets, steps, re.compile(future), re.compile(past))


def days(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """weekday_of: a date and the weekday that the text gives it (`value_low`, ISO 8601: Monday is 1); relative_day: a date and a word
    such as "yesterday"; in both `within` are the days that may be meant. no_such_date: a date that is none, `reason` says why, unless
    it is the last day of a length; and all of `lengths`.
    """
    times = [row for row in rows if row.role == "time"]
    starts = {row.start: row for row in times}
    found = lengths(article, rows)
    tied = {row.operands.partition(";")[0] for row in found}
    found += [row for row in lengths_apart(article, rows) if row.operands.partition(";")[0] not in tied]
    tied = {operand for row in found for operand in row.operands.split(";")}
    for timex in article.timexes:
        if timex.kind == "impossible" and timex.start in starts and starts[timex.start].claim not in tied:
            found.append(relation(article, "no_such_date", [starts[timex.start]], reason=timex.reason))
    words = _words(article.pack)
    for row in times:
        found += _own(article, row, words)
    for left, right in pairwise(times):
        between = bonds.gap(article.text, left.end, right.start)
        if between is not None:
            found += _apposed(article, left, right, between, words)
    return [row for row in found if row.relation not in DATED or not _of_other_years(article, row, times)]


def _own(article: Article, row: Claim, words: _Words) -> Iterator[Claim]:
    """The weekdays that stand in one expression with their dates: "Friday, 6 June", "from Monday, 2 June, to Friday, 6 June"."""
    if not any(map(str.isdigit, row.quote)):
        return
    named = [words.numbers[name] for name in words.weekday.findall(row.quote.lower())]
    low, high = _ends(row)
    if len(named) == 1 and row.within == "?" and row.reason == "date":
        low = high = _without_weekday(article, row, words)
    if len(named) == 1 and low is not None and low == high:
        yield _weekday_of(article, [row], named[0], low, low, row.time_year)
    elif len(named) == 1 and row.time_bound and (low is None or high is None or row.within.endswith("..")):
        edge = high if low is None else low
        if edge is not None and row.time_bound in ("since", "until"):
            yield _weekday_of(article, [row], named[0], edge, edge, row.time_year)
    elif len(named) == 2 and low and high and low < high and not row.time_bound and len(_NUMBER.findall(row.quote)) >= 2:
        yield _weekday_of(article, [row], named[0], low, low, row.time_year)
        yield _weekday_of(article, [row], named[1], high, high, row.time_year)


def _without_weekday(article: Article, row: Claim, words: _Words) -> date | None:
    """The day that the other words of an expression give, where no day near fits its weekday."""
    from qcheck.extraction.times import parse_times

    bare = words.weekday.sub("", row.quote.lower()).lstrip(" ,.")
    found = parse_times(bare, language=article.pack.folder, published=article.published)
    return found[0].span.within.low if found and found[0].kind == "date" else None


def _apposed(article: Article, left: Claim, right: Claim, between: str, words: _Words) -> Iterator[Claim]:
    """Two expressions side by side that are said to be one day: "on Tuesday (12 June)", "12 June, a Tuesday", "yesterday, 12 June"."""
    calendar = article.pack.calendar
    first, second = _weekday(left, words), _weekday(right, words)
    day, other = _day(left), _day(right)
    relative = _relative(article, left, words) or _ago(article, left)
    close = bonds.signs_only(between, ",(–—") or bonds.says(between, calendar.namely)
    if first and not second and other and close:
        yield _weekday_of(article, [left, right], first, other, other, right.time_year)
    elif second and not first and day:
        said = between + _lead(right, words)
        if bonds.signs_only(between, "(") or bonds.says(said, calendar.date_is):
            yield _weekday_of(article, [right, left], second, day, day, left.time_year)
    if relative is None or not close:
        return
    low, high = relative
    if second and not first and not other:
        yield _weekday_of(article, [right, left], second, low, high, "")
    elif (other or right.time_year == "as written") and not (left.time_year == "as written" or right.time_quote.lower() in words.offsets):
        yield changed(relation(article, "relative_day", [left, right]), within=span_text(Interval(low, high)), time_year=right.time_year)


def _weekday_of(article: Article, operands: Sequence[Claim], weekday: int, low: date, high: date, year: str) -> Claim:
    row = relation(article, "weekday_of", operands)
    sentence = sentence_at(article.sentences, row.start)
    words, said = _words(article.pack), article.text[sentence.start : sentence.end].lower() if sentence is not None else ""
    return changed(
        row,
        claim=content_id(row.claim, weekday),
        value_low=float(weekday),
        value_high=float(weekday),
        within=span_text(Interval(low, high)),
        time_year=year or "",
        tense="future" if words.future.search(said) else "past" if words.past.search(said) else "",
    )


def _weekday(row: Claim, words: _Words) -> int:
    """The weekday that a row is, with no date beside it; 0 where it is none."""
    named = words.weekday.findall(row.quote.lower()) if row.reason == "weekday" else []
    return words.numbers[named[0]] if len(named) == 1 else 0


def _lead(row: Claim, words: _Words) -> str:
    """What stands in a row before the name of its weekday."""
    match = words.weekday.search(row.quote.lower())
    return " " + row.quote[: match.start()].lower() if match else ""


def _day(row: Claim) -> date | None:
    """The day of a row that writes one by its number."""
    low, high = _ends(row)
    return low if low is not None and low == high and any(map(str.isdigit, row.quote)) and row.reason != "weekday" else None


def _relative(article: Article, row: Claim, words: _Words) -> tuple[date, date] | None:
    """The days that "yesterday" or "last Friday" may be, a day earlier or later where the article was printed on the next one."""
    today, quote = article.published, row.quote.lower()
    if today is None or any(map(str.isdigit, quote)):
        return None
    offset = words.offsets.get(quote)
    if offset is not None:
        return today + timedelta(offset - A_DAY_OFF), today + timedelta(offset)
    steps = [words.steps[word] for word in quote.split() if word in words.steps]
    if row.reason in ("weekday", "date") and len(steps) == 1 and words.weekday.search(quote):
        low, high = STEPS[steps[0]]
        return today + timedelta(low), today + timedelta(high)
    return None


def _ago(article: Article, row: Claim) -> tuple[date, date] | None:
    """The days that "ten years ago" may be: a year earlier or later, since nobody counts the months."""
    times, (low, high) = article.pack.times, _ends(row)
    counted = not {*times.ago, *times.ago_before}.isdisjoint(row.quote.lower().split())
    if not counted or row.time_year != "dateline" or low is None or high is None or (high - low).days < _A_YEAR - 2:
        return None
    return low - timedelta(_A_YEAR), high + timedelta(_A_YEAR)


def _of_other_years(article: Article, row: Claim, times: Sequence[Claim]) -> bool:
    """Whether a date without a year stands in a passage about another year than the article's, so that it may be of that one."""
    if row.time_year == "as written" or article.published is None:
        return False
    here = [p for p in article.paragraphs if p.start <= row.start < p.end]
    start = here[0].start if here else row.start
    earlier = [p.start for p in article.paragraphs if p.end <= start]
    end = here[0].end if here else row.end
    return any(
        abs(low.year - article.published.year) > YEARS_AROUND
        for other in times
        if (earlier[-1] if earlier else start) <= other.start < end and other.time_year == "as written"
        for low in _ends(other)
        if low is not None
    )


def _ends(row: Claim) -> tuple[date | None, date | None]:
    span = days_from_text(row.within)[0] if row.within else None
    return (None, None) if span is None else (span.low, span.high)
