"""Which number of one article goes with which number of another: by the words around them.

Articles on one event tell much that no list of things knows ("its 16-man crew", "14 crew members", "34 kilometers down"). Two numbers of
one measure most likely speak of one thing if the words around them are alike, if neither article has a number whose words are more alike,
and if neither has one near that agrees. A word counts the more the nearer it stands and the fewer sentences of its article have it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from qcheck.checking.events import Link
from qcheck.checking.lines import line
from qcheck.checking.slots import ANYONE
from qcheck.checking.statement import AGE, Article, Statement
from qcheck.language.pack import load_pack

ALIKE = 0.7  # the least likeness of two numbers that go together
NEAR = 4.0  # words off at which a word counts half
A_RIVAL = 0.5  # of the likeness: from here on a number that agrees may be the one that is meant
STEM = 6  # letters by which two forms of one word are alike
TOLD = 5  # words that a reason tells
SOON = 3  # days between two articles that are only likely of one event, lest a later event of its kind is meant
_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,:]*")
_NO_MATCH = Link("unclear", ("other numbers of the two articles go together",))
Context = Mapping[str, int]


class _Likeness(NamedTuple):
    total: float
    words: tuple[str, ...]


@dataclass(slots=True)
class Alignment:
    """Compares the numbers of a corpus by their words; `by_document` has all statements of each article. What was read is kept."""

    by_document: Mapping[str, Sequence[Statement]]
    _contexts: dict[str, Context] = field(default_factory=dict)
    _frequencies: dict[str, Counter[str]] = field(default_factory=dict)

    def link(self, a: Statement, b: Statement) -> Link:
        """possible: the two go together, with the words that both have; else unclear. Symmetric."""
        found = self._likeness(a, b)
        if found.total < ALIKE or self._rivalled(a, b, found.total) or self._rivalled(b, a, found.total):
            return _NO_MATCH
        return Link("possible", (line("like_words", words=", ".join(sorted(found.words))),))

    def _rivalled(self, a: Statement, b: Statement, likeness: float) -> bool:
        """Whether the article of `b` has a number that goes with `a` as well or, if the two agree, nearly as well."""
        for other in self.by_document[b.claim.document]:
            if other is b or not numbered(other) or other.measure != b.measure:
                continue
            enough = likeness if other.typical.disjoint(a.typical) else A_RIVAL * likeness
            if self._likeness(a, other).total >= enough and other.typical != b.typical:
                return True
        return False

    def _likeness(self, a: Statement, b: Statement) -> _Likeness:
        one, other = self._context(a), self._context(b)
        shared = one.keys() & other.keys()
        if not shared:
            return _Likeness(0.0, ())
        here, there = self._frequency(a.claim.document), self._frequency(b.claim.document)
        counted = {
            word: 1 / math.sqrt(here[word] * there[word] * (1 + one[word] / NEAR) * (1 + other[word] / NEAR)) for word in sorted(shared)
        }
        telling = sorted((word for word in counted if ":" not in word), key=lambda word: (-counted[word], word))
        return _Likeness(sum(counted.values()), tuple(telling[:TOLD]))

    def _context(self, s: Statement) -> Context:
        found = self._contexts.get(s.claim.claim)
        if found is None:
            found = self._contexts[s.claim.claim] = context(s)
        return found

    def _frequency(self, document: str) -> Counter[str]:
        """In how many sentences of an article that have a number each word stands."""
        found = self._frequencies.get(document)
        if found is None:
            told = {(s.claim.sentence, word) for s in self.by_document[document] if numbered(s) for word in self._context(s)}
            found = self._frequencies[document] = Counter(word for _, word in sorted(told))
        return found


def soon(a: Article, b: Article) -> bool:
    """Whether two articles were published within days of each other."""
    return a.published is not None and b.published is not None and abs((a.published - b.published).days) <= SOON


def numbered(s: Statement) -> bool:
    """Whether it is a claim of a number in a sentence."""
    return s.claim.role == "claim" and s.numeric and bool(s.claim.sentence_text)


def context(s: Statement) -> Context:
    """The words around a number, cut to their stems, each with the number of words between; its thing and event are words, too.

    Of an amount the words of its own quote are left out, as they name the unit; so are words that any sentence has.
    """
    c = s.claim
    text, quote = c.sentence_text, " ".join(c.quote.split())
    start = max(0, text.find(quote))
    plain = _plain(c.language)
    tokens = [(match.start(), match.group().lower()) for match in _WORD.finditer(text)]
    own = [at for at, (place, _) in enumerate(tokens) if start <= place < start + len(quote)]
    first, last = min(own, default=0), max(own, default=0)
    found: dict[str, int] = {}
    for at, (_, word) in enumerate(tokens):
        inside = first <= at <= last
        if word[0].isdigit() or word in plain or (inside and c.unit != "count"):
            continue
        stem, gap = word[:STEM], 0 if inside else first - at if at < first else at - last
        found[stem] = min(gap, found.get(stem, gap))
    if c.of and c.of not in ANYONE and c.of != AGE:
        found[f"of:{c.of}"] = 0
    if c.event and c.event != "be":
        found[f"event:{c.event}"] = 1
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
