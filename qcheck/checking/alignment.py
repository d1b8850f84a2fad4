"""Which number of one article goes with which number of another: by the words around them.

Articles on one event tell much that no list of things knows ("its 16-man crew", "14 crew members", "34 kilometers down"). Two numbers of
one measure most likely speak of one thing if the words around them are alike, if neither article has a number whose words are more alike,
and if neither has one near that agrees. A word counts the more the nearer it stands and the fewer sentences of its article have it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import NamedTuple

from qcheck.checking.events import Link
from qcheck.checking.lines import line
from qcheck.checking.periods import told_days
from qcheck.checking.slots import ANYONE
from qcheck.checking.statement import AGE, CLOCK, Article, Statement
from qcheck.language.pack import load_pack
from qcheck.model.interval import Interval

ALIKE = 0.55  # the least likeness of two numbers that go together
SURELY = 1.0  # the least likeness of two that surely go together if other things say so, too
HALF = 4.0  # words off at which a word counts half
A_RIVAL = 0.5  # of the likeness: from here on a number that agrees may be the one that is meant
STEM, LONG_STEM, LONG = 6, 10, 14  # letters by which two forms of one word are alike, of a long one (from so many on) more
FEWEST = 2  # words, of which the thing and the event may be one each, or what else speaks for one thing
HINT = 0.3  # what else speaks for it, beside words: no other value of the measure, digits that a slip of the hand parts
DATES, FEWEST_OF_DATES = ("day", "month", "year"), 3  # one story has many dates
FEWEST_AROUND = 2  # words around a time; a shorter sentence is a head or a foot line ("Published 14 May")
FEWEST_DIGITS = 2
TOLD = 5  # words that a reason tells
SOON = 3  # days between two articles that are only likely of one event, lest a later event of its kind is meant
_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,:]*")
_NO_MATCH = Link("unclear", ("other numbers of the two articles go together",))


class Nearby(NamedTuple):
    """A word near a number: how many words lie between, and how it is written."""

    gap: int
    word: str = ""


Context = Mapping[str, Nearby]


class _Likeness(NamedTuple):
    total: float
    number: int
    words: tuple[str, ...]


@dataclass(slots=True)
class Alignment:
    """Compares the numbers of a corpus by their words; `by_document` has all statements of each article. What was read is kept."""

    by_document: Mapping[str, Sequence[Statement]]
    _contexts: dict[str, Context] = field(default_factory=dict)
    _measures: dict[str, Mapping[str, Sequence[Statement]]] = field(default_factory=dict)
    _frequencies: dict[str, Counter[str]] = field(default_factory=dict)

    def link(self, a: Statement, b: Statement) -> Link:
        """possible: the two go together, with the words that both have; same: they also count one thing and have the digits of each other
        in another order; else unclear. Symmetric.
        """
        found = self._likeness(a, b)
        sole, slip = self._sole(a) and self._sole(b), slipped(a, b)
        if (
            not found.number
            or found.number + sole + slip < (FEWEST_OF_DATES if measured(a) in DATES else FEWEST)
            or found.total + HINT * (sole + slip) < ALIKE
        ):
            return _NO_MATCH
        if any(self._rivalled(x, y, found.total) or not self._best(x, y, found.total) for x, y in ((a, b), (b, a))):
            return _NO_MATCH
        reasons = (
            line("like_words", words=", ".join(sorted(found.words))) if found.words else "",
            line("only_of_measure") if sole else "",
            line("like_digits") if slip else "",
        )
        sure = found.total >= SURELY and swapped(a, b) and a.claim.of == b.claim.of != ""
        return Link("same" if sure else "possible", tuple(reason for reason in reasons if reason))

    def _sole(self, s: Statement) -> bool:
        """Whether its article has no other value of its measure."""
        return all(_value(other) == _value(s) for other in self._alike(s))

    def _best(self, a: Statement, b: Statement, likeness: float) -> bool:
        """Whether no other mention of its value in the article of `a` goes with `b` better, or as well and sooner."""
        mentions = (s for s in self._alike(a) if s is not a and _value(s) == _value(a))
        return all((self._likeness(s, b).total, a.place) < (likeness, s.place) for s in mentions)

    def _rivalled(self, a: Statement, b: Statement, likeness: float) -> bool:
        """Whether the article of `b` has a number that goes with `a` as well or, if the two agree, nearly as well."""
        for other in self._alike(b):
            if other is b or _value(other) == _value(b):
                continue
            enough = likeness if _apart(a, other) else A_RIVAL * likeness
            if self._likeness(a, other).total >= enough:
                return True
        return False

    def _likeness(self, a: Statement, b: Statement) -> _Likeness:
        one, other = self._context(a), self._context(b)
        shared = one.keys() & other.keys()
        if not shared:
            return _Likeness(0.0, 0, ())
        here, there = self._frequency(a.claim.document), self._frequency(b.claim.document)
        counted = {
            stem: 1 / math.sqrt(here[stem] * there[stem] * (1 + one[stem].gap / HALF) * (1 + other[stem].gap / HALF))
            for stem in sorted(shared)
        }
        telling = sorted((stem for stem in counted if one[stem].word), key=lambda stem: (-counted[stem], stem))
        written = tuple(min(one[stem].word, other[stem].word, key=lambda word: (len(word), word)) for stem in telling[:TOLD])
        return _Likeness(sum(counted.values()), len(shared), written)

    def _alike(self, s: Statement) -> Sequence[Statement]:
        """What its article measures as it does, itself among it."""
        document = s.claim.document
        if document not in self._measures:
            found: dict[str, list[Statement]] = defaultdict(list)
            for each in self.by_document[document]:
                found[measured(each)].append(each)
            self._measures[document] = found
        return self._measures[document].get(measured(s), ())

    def _context(self, s: Statement) -> Context:
        found = self._contexts.get(s.claim.claim)
        if found is None:
            found = self._contexts[s.claim.claim] = context(s)
        return found

    def _frequency(self, document: str) -> Counter[str]:
        """In how many sentences of an article that have a number each word stands."""
        found = self._frequencies.get(document)
        if found is None:
            told = {(s.claim.sentence, word) for s in self.by_document[document] if measured(s) for word in self._context(s)}
            found = self._frequencies[document] = Counter(word for _, word in sorted(told))
        return found


def soon(a: Article, b: Article) -> bool:
    """Whether two articles were published within days of each other."""
    return a.published is not None and b.published is not None and abs((a.published - b.published).days) <= SOON


def measured(s: Statement) -> str:
    """What a number or a time in a sentence measures; only what measures the same can go together. "" for what has no words around it."""
    c = s.claim
    if not c.sentence_text or (c.role == "claim" and not s.numeric):
        return ""
    if c.role == "claim":
        return s.measure
    return _part_of_date(s) if c.role == "time" else ""


def _part_of_date(s: Statement) -> str:
    """Whether a time is that of a clock, a day, a month or a year. "" for what is vague and for what any article tells of its own day."""
    c = s.claim
    if c.clock_high - c.clock_low <= CLOCK:
        return "clock"
    days = told_days(s)
    if days.low is None or days.high is None or days.low == s.article.published or s.span.vague:
        return ""
    if not any(sign.isdigit() for sign in c.quote) or len(context(s)) < FEWEST_AROUND:
        return ""
    length = (days.high - days.low).days + 1
    return "day" if length == 1 else "month" if 28 <= length <= 31 else "year" if 365 <= length <= 366 else ""


def _value(s: Statement) -> Interval[float] | Interval[date]:
    c = s.claim
    if c.role == "claim":
        return s.typical
    return Interval(c.clock_low, c.clock_high) if c.clock_high - c.clock_low <= CLOCK else told_days(s)


def _apart(a: Statement, b: Statement) -> bool:
    """Whether the values of two that measure the same have nothing in common."""
    return _value(a).disjoint(_value(b))  # type: ignore[arg-type]


def slipped(a: Statement, b: Statement) -> bool:
    """Whether two values are written with the same digits in another order, or differ in one digit of three or more."""
    one, other = _digits(a), _digits(b)
    off = sum(x != y for x, y in zip(one, other, strict=False))
    return swapped(a, b) or (len(one) == len(other) > FEWEST_DIGITS and off == 1)


def swapped(a: Statement, b: Statement) -> bool:
    """Whether two values are written with the same digits in another order."""
    one, other = _digits(a), _digits(b)
    return one != other and len(one) >= FEWEST_DIGITS and sorted(one) == sorted(other)


def _digits(s: Statement) -> str:
    """The digits of a number as it is written, of a date as ISO writes it, of a time of day as a clock shows it."""
    c = s.claim
    if c.role == "claim":
        return f"{c.value_low:.12g}".replace(".", "").rstrip("0") if c.value_low == c.value_high else ""
    if c.clock_high - c.clock_low <= CLOCK:
        return f"{int(c.clock_low) // 60:02}{int(c.clock_low) % 60:02}"
    return str(told_days(s).low).replace("-", "")


def context(s: Statement) -> Context:
    """The words around a number, cut to their stems, each with the number of words between; its thing and event are words, too.

    Of an amount the words of its own quote are left out, as they name the unit; so are words that any sentence has.
    """
    c = s.claim
    text, quote = c.sentence_text, " ".join(c.quote.split())
    start = max(0, text.find(quote))
    plain = _plain(c.language)
    tokens = [(match.start(), match.group()) for match in _WORD.finditer(text)]
    own = [at for at, (place, _) in enumerate(tokens) if start <= place < start + len(quote)]
    first, last = min(own, default=0), max(own, default=0)
    found: dict[str, Nearby] = {}
    for at, (_, written) in enumerate(tokens):
        word, inside = written.lower(), first <= at <= last
        if word[0].isdigit() or word in plain or (inside and (c.unit or "time") != "count"):
            continue
        stem, gap = word[: STEM if len(word) < LONG else LONG_STEM], 0 if inside else first - at if at < first else at - last
        near = Nearby(gap, written)
        found[stem] = min(near, found.get(stem, near))
    if c.of and c.of not in ANYONE and c.of != AGE:
        found[f"of:{c.of}"] = Nearby(0)
    if c.event and c.event != "be":
        found[f"event:{c.event}"] = Nearby(1)
    return found


@cache
def _plain(language: str) -> frozenset[str]:
    """Words of a language that tell nothing of what a number is of."""
    pack = load_pack(language)
    cues = pack.cues
    groups: Iterable[Iterable[str]] = (
        *(cues.common, cues.determiners, cues.pronouns, cues.possessives, cues.subordinators, cues.coordinators, cues.passive),
        *(cues.perfect, cues.preterite, cues.future, cues.prepositions.agent, cues.prepositions.recipient, cues.prepositions.source),
        *(cues.prepositions.other, cues.speech.before, cues.speech.after, cues.roles, cues.nominal, *cues.speech.verbs.values()),
        *pack.numerals.cardinals.values(),
        *pack.numerals.scales.values(),
    )
    return frozenset(word for group in groups for phrase in group for word in phrase.lower().split())
