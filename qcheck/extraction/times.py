"""Time expressions of a text, read against the date of its document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from operator import attrgetter
from pathlib import Path

from qcheck.extraction.numbers.scan import lowered, number_rows
from qcheck.extraction.shown import shown
from qcheck.extraction.timexes.expressions import expression
from qcheck.extraction.timexes.lexicon import OPENING, REACH_LEFT, REACH_RIGHT, SIGNS, Lexicon, Token, event_words, lexicon
from qcheck.extraction.timexes.period import Period
from qcheck.extraction.timexes.reader import Reader
from qcheck.extraction.timexes.spans import Found
from qcheck.extraction.timexes.years import is_year
from qcheck.language.pack import load_pack
from qcheck.model.desk import Desk
from qcheck.model.timex import Timex

MOST_LEFT, MOST_RIGHT = 10, 16
"""Tokens that are looked at on both sides of an anchor."""
_END = attrgetter("end")
_PARAGRAPH = re.compile(r"\n\s*\n")
_WORD_START = re.compile(r"\s\S")
PASSIVE = 20
"""Characters from a word of the future to a participle that belongs to it ("will be sold")."""
_NEAR = re.compile(r"[^\n,.;:!?()]{0,60}")
_CLAUSE = re.compile(r"[.!?;:]\s")
_NO_YEAR_BEFORE, _NO_YEAR_AFTER = set("$€£¥#§№/.,-+:"), re.compile(r"\s?[%°€$£¥‰²³]|[.,:/]\d|['’]?[^\W\d]")


def parse_times(text: str, *, language: str | Path, published: date | None = None, desk: Desk | None = None) -> list[Timex]:
    """The time expressions of a text, in order and without overlap. Raises UsageProblem if there is no such language.

    `published` is the date that everything relative is read against: without it such spans are unknown. The dated facts of `desk`
    ("the invasion") are events. Verbs nearby decide whether "on Friday" is the last or the next one; news tells of the past.
    """
    words = lexicon(language, event_words(desk, load_pack(language).code))
    seen = shown(text)
    if seen is None:
        return list(_Scan(text, words, published).timexes())
    found = []
    for timex in _Scan(seen.text, words, published).timexes():
        start, end = seen.back(timex.start, timex.end)
        found.append(replace(timex, start=start, end=end, quote=text[start:end]))
    return found


class _Scan:
    """One pass over a text: from anchor to anchor, reading a small window around each."""

    def __init__(self, text: str, words: Lexicon, published: date | None) -> None:
        self.text, self.low, self.words, self.published = text, lowered(text), words, published
        self.tokens: list[Token] = []  # of the last window, since anchors may stand side by side

    def timexes(self) -> Iterator[Timex]:
        done = floor = 0
        last: tuple[Timex, Found] | None = None
        rows = iter([*number_rows(self.text), (len(self.text) + 1, len(self.text) + 1)])
        row = next(rows)
        while match := self.words.anchor.search(self.low, done):
            while row[1] <= match.start():
                row = next(rows)
            if match.end() > row[0]:
                done = floor = row[1]
                continue
            if self.words.homonyms.get(match.group(), True) == {} and not self.text[match.start()].isupper():
                done = match.end()
                continue
            read = self.around(match.start(), match.end(), last[0].end if last else 0, floor)
            if read is None:
                done, floor = match.end(), match.start() + 1
                continue
            timex, found = read
            done = max(timex.end, match.end())
            if last is not None and self.same_event(last[1], found) and _NEAR.fullmatch(self.low, last[0].end, timex.start):
                last = replace(last[0], end=timex.end, quote=self.text[last[0].start : timex.end]), last[1]
                continue
            if last is not None:
                yield last[0]
            last = read
        if last is not None:
            yield last[0]

    def around(self, start: int, end: int, after: int, floor: int) -> tuple[Timex, Found] | None:
        """The expression that covers an anchor and begins as early as it can, but not before `floor`.

        No word before `after` is looked at; what begins at or before an anchor that nothing covers needs not be tried again (`floor`).
        """
        tokens, at = self.window(start, end, after)
        if at is None:
            return None
        reader = Reader(tokens, self.words, self.published, self.toward(tokens))
        for i in range(at + 1):
            if tokens[i].start < floor or OPENING.isdisjoint(tokens[i].roles):
                continue
            found = expression(reader, i)
            if found and found.end > at and self.stands(tokens, found):
                return self.timex(tokens, found), found
        return None

    def window(self, start: int, end: int, after: int) -> tuple[list[Token], int | None]:
        """The known words around an anchor, and which of them the anchor is."""
        left = max(after, start - REACH_LEFT)
        if left and left > after and (word := _WORD_START.search(self.low, left, start)):
            left = word.start() + 1
        left = self.words.left_of(self.low, left, start)
        tokens = self.tokens
        if tokens and tokens[0].start <= left <= tokens[-1].end:
            tokens = [token for token in tokens if token.start >= left]
            left = tokens[-1].end if tokens else left
        else:
            tokens = []
        if not (tokens and tokens[-1].start > start and not _known(tokens[-1])):
            tokens.extend(self.words.tokens(self.text, self.low, left, start, min(len(self.low), end + REACH_RIGHT)))
        self.tokens = tokens
        at = bisect_right(tokens, start, key=_END)
        if at == len(tokens):
            return [], None
        first, least = at, max(0, at - MOST_LEFT)
        while first > least and _known(tokens[first - 1]) and not self.parted(tokens, first):
            first -= 1
        last, most = at + 1, min(len(tokens), at + MOST_RIGHT)
        while last < most and _known(tokens[last]) and not self.parted(tokens, last):
            last += 1
        return tokens[first : last + 1], at - first

    def parted(self, tokens: list[Token], i: int) -> bool:
        """Whether a sentence or paragraph ends before token `i`; the point of "16. Nov." ends none."""
        before, token = tokens[i - 1], tokens[i]
        gap = token.start - before.end
        if gap < 2 and before.word != ".":
            return False
        if gap > 1 and _PARAGRAPH.search(self.low, before.end, token.start):
            return True
        if before.word != "." or not token.capital or before.end == token.start:
            return False
        return not (i > 1 and tokens[i - 2].word.isdigit() and "month" in token.roles)

    def toward(self, tokens: list[Token]) -> Callable[[int, int], int]:
        """How the verbs around some tokens of the window tell the time: the nearest cue of the clause wins."""

        def tense(first: int, last: int) -> int:
            start, end = tokens[first].start, tokens[min(last, len(tokens)) - 1].end
            low, high = max(0, start - 120), min(len(self.low), end + 90)
            for match in _CLAUSE.finditer(self.low, low, start):
                low = match.end()
            if closing := _CLAUSE.search(self.low, end, high):
                high = closing.start()
            best, nearest, coming = 0, 10**9, -(10**9)
            for match in self.words.cue.finditer(self.low, low, high):
                future = match.lastgroup == "future" or match.start() - coming < PASSIVE
                if future:
                    coming = match.end()
                distance = start - match.end() if match.end() <= start else match.start() - end
                if 0 <= distance < nearest:
                    best, nearest = 1 if future else -1, distance
            return best

        return tense

    def stands(self, tokens: list[Token], found: Found) -> bool:
        """Whether digits that may be a year, a day or a clock time are one here."""
        first, last = tokens[found.start], tokens[found.end - 1]
        before = self.low[first.start - 1 : first.start]
        after = self.low[last.end : last.end + 12]
        if first.word[0].isdigit() and before in _NO_YEAR_BEFORE and before:
            return False
        if last.word[-1].isdigit() and _NO_YEAR_AFTER.match(after) and not after.startswith(("'s", "’s")):
            return False
        return not found.bare_year or is_year(self.text, self.low, tokens, found, self.words)

    def timex(self, tokens: list[Token], found: Found) -> Timex:
        start, end = tokens[found.start].start, tokens[found.end - 1].end
        return Timex(start=start, end=end, quote=self.text[start:end], **found.reading)

    def same_event(self, fact: Found, bare: Found) -> bool:
        """Whether the second is but the month of a dated fact before it ("before the invasion in February"): then the fact wins."""
        event, month = fact.period, bare.period
        if not (event and month and event.event and event.days and event.days.low and not bare.reading.get("bound")):
            return False
        return month == Period(month=event.days.low.month)


def _known(token: Token) -> bool:
    return bool(token.roles) or token.word in SIGNS
