"""The date of an article as its own text gives it: in a line of its own at the top or the end, or before the first sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from qcheck.language.pack import languages, load_pack
from qcheck.model.document import Document
from qcheck.reading.dates import WrittenDate, real_day, written_dates

HEAD_LINES, TAIL_LINES, LINE_LENGTH = 8, 3, 160
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’]*(?:[.'’][^\W\d_]+)*")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.?\s*$")
_SEPARATOR = re.compile(r"[|•·–—/,;()\[\]\t-]|\s\s")
_SENTENCE = re.compile(r"[.!?][\"'”“»«]?\s*$|[.!?][\"'”“»«]?\s+[^\W\d_a-z][^\W\d_]+\s+[^\W\d_A-Z]")
# BERLIN, | New York, N.Y., | KYIV/MOSCOW (Agency), : one to six capitalized words, and then the date
_PLACE = re.compile(r"(?:[^\W\d_a-zß][\w.'’-]*[\s/,]{1,3}(?:\([^()]{1,40}\)[\s,]{0,2})?){1,6}")
_OPENING = re.compile(r"[\s,:.]{0,3}(?:\([^()]{1,60}\)|/[^/]{1,40}/)?\s*(?:[-–—]{1,2}|:)\s+[\"'“„»«‘]?[^\W_a-z]")


@dataclass(frozen=True, slots=True)
class _Words:
    published: re.Pattern[str]
    updated: re.Pattern[str]
    byline: re.Pattern[str]
    fillers: frozenset[str]
    openers: frozenset[str]


@cache
def _words() -> _Words:
    """The words of all packs together: which language a text is in need not be known yet."""
    packs = [load_pack(code).dateline for code in languages()]
    labels = {
        name: "|".join(re.escape(word) for word in sorted({w for pack in packs for w in getattr(pack, name)}, key=lambda w: (-len(w), w)))
        for name in ("published", "updated", "byline")
    }
    weekdays = {name.rstrip(".") for code in languages() for names in load_pack(code).times.weekdays for name in names}
    weekday = rf"(?:(?:{'|'.join(sorted(weekdays))})\.?,?\s+)?"
    return _Words(
        re.compile(rf"(.*[|•·–—/,;()\[\]\d-]\s*|[^\w]*)(?:{labels['published']})\s*[:.]?\s*{weekday}$", re.IGNORECASE),
        re.compile(rf"(.*[|•·–—/,;()\[\]\d-]\s*|[^\w]*)(?:{labels['updated']})\s*[:.]?\s*{weekday}$", re.IGNORECASE),
        re.compile(rf"\s*(?:{labels['byline']})\s", re.IGNORECASE),
        frozenset(w for p in packs for words in (p.fillers, p.published, p.updated, p.byline) for phrase in words for w in phrase.split())
        | weekdays,
        frozenset(w for p in packs for w in p.openers),
    )


def find_dateline(text: str) -> date | None:
    """The day that the first or last lines of an article give as its own; None where they give none.

    A day that is called the day of publication comes before one that only stands there, and that before one of an update. A date
    inside a sentence is never taken.
    """
    lines = [line.strip() for line in _some_lines(text)]
    found: list[tuple[int, date]] = []
    paragraphs = 0  # below the first one, a standfirst, only a date that is called so or stands alone counts; below the second none
    for line in lines[:HEAD_LINES]:
        if paragraphs < 2:
            found += _metadata(line, strict=paragraphs > 0) or _running(line[: 2 * LINE_LENGTH])
        paragraphs += len(line) > LINE_LENGTH or bool(_SENTENCE.search(line))
    for line in lines[HEAD_LINES:][-TAIL_LINES:]:
        found += [(rank + 1, day) for rank, day in _metadata(line, strict=True)]
    return min(found, key=lambda each: each[0])[1] if found else None


def _some_lines(text: str) -> list[str]:
    """The first and the last lines that are not blank, each cut to what a dateline can need."""
    head: list[str] = []
    at = 0
    while at < len(text) and len(head) < HEAD_LINES:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if text[at : min(end, at + 2000)].strip():
            head.append(text[at : min(end, at + 2000)])
        at = end + 1
    tail = [line for line in text[at:][-4000:].split("\n") if line.strip()] if at < len(text) else []
    return head + tail[-TAIL_LINES:]


def _metadata(line: str, *, strict: bool = False) -> list[tuple[int, date]]:
    """Rank and day of the dates of a line that is no sentence: 0 published, 1 only a date, 2 updated."""
    if len(line) > LINE_LENGTH:
        return []
    dates = list(written_dates(line))
    if not dates:
        return []
    rest = _without(line, dates)
    if _SENTENCE.search(rest):
        return []
    words, found = _words(), []
    others = [word for word in _WORD.findall(rest) if word.casefold() not in words.fillers]
    names = len(others) <= 8 and not any(word[0].islower() for word in others)
    for each in dates:
        published, updated = (label.match(line[: each.start]) for label in (words.published, words.updated))
        label = updated or published
        if label and len(others) <= 8 and (names or not label[1].strip()):
            found.append((2 if updated else 0, each.day))
        elif len({other.day for other in dates}) == 1 and (not others or (not strict and _stands_alone(line, each, others))):
            found.append((1, each.day))
    return found


def _without(line: str, dates: list[WrittenDate]) -> str:
    for each in reversed(dates):
        line = f"{line[: each.start]} {line[each.end :]}"
    return line.strip()


def _stands_alone(line: str, each: WrittenDate, others: list[str]) -> bool:
    """Whether the date is set apart from the other words of its line, all of which could be names."""
    if line[: each.start].rstrip().endswith(":"):
        return False  # the date of something else, since its name is no word for a publication
    if any(word[0].islower() for word in others) or len(others) > 8:
        return each.clock and each.numeric and len(others) <= 5
    before, after = line[: each.start], line[each.end :].strip(" ")
    while (last := _LAST_WORD.search(before)) and last[1].casefold() in _words().fillers:
        before = before[: last.start(1)]
    apart = (not before.strip() or bool(_SEPARATOR.search(before[-2:]))) and (not after or bool(_SEPARATOR.match(after)))
    return apart or each.numeric or each.clock or bool(_words().byline.match(line))


def _running(line: str) -> list[tuple[int, date]]:
    """The date of `BERLIN, 3 March 2024 (Agency) - Text` or `3 March 2024: Text`."""
    for each in written_dates(line):
        place = line[: each.start]
        first = _WORD.match(place)
        if first and first[0].casefold() in _words().openers:
            return []
        opening = _OPENING.match(line, each.end)
        period = opening and any(other.start == opening.end() - 1 for other in written_dates(line))
        if (not place or _PLACE.fullmatch(place)) and opening and not period:
            return [(1, each.day)]
        return []
    return []


def date_alone(text: str) -> date | None:
    """The day that a cell or a metadata value gives: a date in any form with nothing beside it but weekday, time and zone."""
    found = [each.day for each in written_dates(text[:LINE_LENGTH].strip())]
    words = _WORD.findall(_without(text[:LINE_LENGTH].strip(), list(written_dates(text[:LINE_LENGTH].strip()))))
    return found[0] if len(found) == 1 and len([w for w in words if w.casefold() not in _words().fillers]) <= 2 else None


def dated(document: Document, *guesses: tuple[date | None, str]) -> Document:
    """The document with the day that its own text gives, else with the first guess that there is, each with where it is from."""
    for day, source in ((find_dateline(document.text), "dateline"), *guesses):
        if day:
            return replace(document, published=day.isoformat(), published_from=source)
    return document


def named_date(name: str) -> date | None:
    """The day that a file name gives: 2023-05-17-title, title_20230517. None where it gives several."""
    found = re.findall(r"(?<![0-9A-Za-z])(\d{4})([-_.]?)(\d\d)\2(\d\d)(?![0-9A-Za-z])", name)
    days = {day for y, _, m, d in found if (day := real_day(int(y), int(m), int(d)))}
    return days.pop() if len(days) == 1 else None


def is_dateline(line: str) -> bool:
    """Whether a line gives the article's date and is no sentence."""
    return bool(_metadata(line))
