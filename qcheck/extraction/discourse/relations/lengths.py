"""How long something lasts, beside its first and last day or hour: "from 2014 to 2018, four years"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations import bonds
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import Sentence, sentence_at
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

TIME = "[time]"
STATED, NEAR = "stated", "near"
_REACH = 90  # characters between a length as an adjective ("a six-week course") and its days
_PREDICATE = 3  # words that may stand between a length and the comma before its days
_ENDS = '.,;:)-–—!?"”“'
_JOINED = re.compile(r"\d[^\S\n]?[-–‑—][^\S\n]?\d")


def lengths(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `length`: a time that something lasts, then the range of its days, or its first and its last day (which may be no date);
    `hours`: the same with clock times. `reason` tells whether the text states the one to be the other or they only stand side by side.
    """
    by_sentence: dict[int, list[Claim]] = {}
    for row in rows:
        if row.role == "claim" and row.dimension == TIME and row.modifier in ("exact", "about"):
            by_sentence.setdefault(row.sentence, []).append(row)
    if not by_sentence:
        return []
    times: dict[int, list[Claim]] = {number: [] for number in by_sentence}
    for row in rows:
        sentence = sentence_at(article.sentences, row.start) if row.role == "time" and row.reason != "duration" else None
        if sentence is not None and sentence.number in times:
            times[sentence.number].append(row)
    found: list[Claim] = []
    for number, own in by_sentence.items():
        sentence = article.sentences[number - 1]
        for span in own:
            if span.value_low == span.value_low and bonds.word_after(article.text, span.end) not in _apart(article.pack):
                found += _of(article, sentence, span, times[number])
    return found


def _of(article: Article, sentence: Sentence, span: Claim, times: Sequence[Claim]) -> Iterator[Claim]:
    """The relations of one length: with the nearest range, else with the first and last day around it."""
    days = [t for t in times if t.clock_low != t.clock_low or t.within != "?"]
    for row in times:
        bond = _bond(article, span, row, times) if ranges(article.pack, row) else ""
        if bond:
            clocks = row.within == "?" and row.clock_low == row.clock_low
            if clocks == (span.unit in ("hour", "minute")):
                yield relation(article, "hours" if clocks else "length", [span, row], reason=bond)
                return
    for first, last in pairwise(days):
        if _opens(article, first) and _closes(article, last) and _around(article, span, first, last):
            yield relation(article, "length", [span, first, last], reason=STATED)
            return


def _bond(article: Article, span: Claim, row: Claim, times: Sequence[Claim]) -> str:
    """How a length and a range of days stand to one another: stated to be the same, side by side, or not at all ("")."""
    calendar, text = article.pack.calendar, article.text
    if row.end <= span.start:
        between = bonds.gap(text, row.end, span.start)
        if between is None:
            return ""
        if (
            bonds.signs_only(between, "(")
            or bonds.says(between, calendar.amounts_to)
            or bonds.says_after_comma(between, calendar.amounts_to)
        ):
            return STATED
        closes = _closing(article, span.end)
        return STATED if closes and bonds.signs_only(between, ",-–—:") else ""
    if any(row.quote.lower().startswith(f"{word} ") for word in calendar.between):
        return ""
    if adjective(article.pack, span.quote):
        between = text[span.end : row.start]
        parted = any(span.end <= other.start < row.start for other in times) or any(c in between for c in ".;:()")
        if not _led(article, row, calendar.from_words):
            return ""
        comma = "," in between and bonds.word_after(between.partition(",")[2], 0) not in article.pack.cues.subordinators
        return NEAR if len(between) <= _REACH and not parted and not comma and between.count(",") <= 1 else ""
    between = bonds.gap(text, span.end, row.start)
    if between is None:
        return ""
    if bonds.signs_only(between, "(,–—:") or bonds.says(between, (*calendar.amounts_to, *calendar.in_all)):
        return STATED
    within, _, behind = between.rpartition(",")  # "nine years in prison, from 2001 to 2004"
    return NEAR if not behind.strip() and len(within.split()) <= _PREDICATE else ""


def adjective(pack: Pack, quote: str) -> bool:
    """Whether a length stands before what lasts ("a six-week course", "three days of talks", "die sechswöchige Ausstellung")."""
    words = quote.lower().split()
    endings = tuple(ending for forms in pack.times.duration_endings.values() for ending in forms)
    return len(words) > 2 or "-" in quote or (bool(endings) and words[0].endswith(endings))


def _around(article: Article, span: Claim, first: Claim, last: Claim) -> bool:
    """Whether a length stands between its first and its last day, or right behind the last one."""
    if first.end <= span.start and span.end <= last.start:
        return not any(c in article.text[first.end : last.start] for c in ".;()")
    between = bonds.gap(article.text, last.end, span.start)
    if between is None or bonds.gap(article.text, first.end, last.start) is None:
        return False
    return bonds.signs_only(between, "(") or bonds.says(between, article.pack.calendar.amounts_to)


def _closing(article: Article, at: int) -> bool:
    """Whether a clause ends behind a length, words such as "in all" left out."""
    rest = article.text[at : at + 24]
    after = bonds.word_after(article.text, at)
    while after and any(words.split()[0] == after for words in article.pack.calendar.in_all):
        rest = rest[rest.lower().index(after) + len(after) :]
        after = bonds.word_after(rest, 0)
    return not rest.strip() or rest.strip()[0] in _ENDS


def _opens(article: Article, row: Claim) -> bool:
    """Whether a row is a first day: "from 3 June"."""
    return (
        row.reason in ("date", "bound", "period", "weekday")
        and row.time_bound in ("", "since")
        and _led(article, row, article.pack.calendar.from_words)
    )


def _closes(article: Article, row: Claim) -> bool:
    """Whether a row is a last day: "until 14 June", also one that is no date."""
    return row.time_bound in ("", "until") and _led(article, row, article.pack.calendar.until_words)


def _led(article: Article, row: Claim, words: tuple[str, ...]) -> bool:
    quote = row.quote.lower()
    before = article.text[max(0, row.start - 20) : row.start].lower().rstrip()
    return any(quote.startswith(f"{word} ") or before.endswith(f" {word}") for word in words)


def ranges(pack: Pack, row: Claim) -> bool:
    """Whether a time row has two ends, all of which is meant."""
    if row.time_bound or row.within.startswith("..") or row.reason not in ("period", "clock") or not any(c.isdigit() for c in row.quote):
        return False
    quote = row.quote.lower()
    if any(quote.startswith(f"{word} ") for word in pack.calendar.between):
        return True
    return bool(_JOINED.search(quote)) or not _connectors(pack).isdisjoint(quote.split())


@cache
def _connectors(pack: Pack) -> frozenset[str]:
    times = pack.times
    return frozenset(word for word in times.connectors if word not in times.joiners)


@cache
def _apart(pack: Pack) -> frozenset[str]:
    return frozenset(pack.calendar.no_length)
