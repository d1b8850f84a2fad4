"""How a number stands in its sentence: what it counts, and the words that say that it is another count than one before it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE
from qcheck.extraction.discourse.concepts import INJURE, KILL, PERSON, PERSONS, SHOOT, concept
from qcheck.extraction.discourse.marks import Mark, Reading
from qcheck.extraction.discourse.names import plain_words
from qcheck.model.claim import Claim
from qcheck.model.interval import Interval

MONEY = "money"
VALUE = "be"  # said of a thing that has the value ("rents are 7 percent higher")
HARMED = frozenset((KILL, INJURE, SHOOT, "hospitalize"))  # what befalls several groups of people in one event
_BESIDE = 26  # characters before or after a number that words about it stand within
_CLAUSE = 70  # characters before or after a number that its clause is looked for in
_REACH = 7  # tokens between a number and what is said of it
_STEM = 5  # letters by which two forms of one word are alike
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMPARED = ("more_than", "less_than")  # bounds whose first word is also one for parts ("more than 40", "40 more")
_NAMED = re.compile(r"[\d.,]+-[^\W\d_]")  # "the 300-homicide mark": the number is part of a name
_DEGREE = "degree"
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Mention:
    """A claim with a number, and what the words around it make of it. `near`: the claims right before and right after it."""

    article: Article
    claim: Claim
    near: tuple[Claim, ...] = ()

    @cached_property
    def sentence(self) -> str:
        """The words of its sentence."""
        return self.article.text[self.claim.sentence_start : self.claim.sentence_end]

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of the words of its sentence, common ones left out."""
        plain = plain_words(self.article.pack)
        return frozenset(low[:_STEM] for word in _WORD.findall(self.sentence) if (low := word.lower()) not in plain)

    @property
    def family(self) -> str:
        """What may be told of as one thing: all words for persons are one family, and so are all sums of money."""
        if self.money:
            return MONEY
        of, things = self.claim.of, self.article.pack.concepts.things
        harmed = (
            self.claim.event in HARMED and self.claim.unit == "count" and of not in things and self.claim.value_low == self.claim.value_low
        )
        return PERSON if of in PERSONS or harmed else of

    @property
    def money(self) -> bool:
        """Whether it is a sum of money."""
        return len(self.claim.unit) == 3 and self.claim.unit.isupper()

    @property
    def manner(self) -> tuple[str, str]:
        """What kind of figure it is: a change with its direction, a share, an amount per time, or a plain count ("", "")."""
        c = self.claim
        kind = "change" if c.trend else c.kind if c.kind in ("change", "share") or (c.kind == "per_period" and not c.time_quote) else ""
        return kind, c.trend

    @cached_property
    def apart(self) -> bool:
        """Whether its words say that it counts a part, more of the same, or what was known, planned or true at another time."""
        c, words = self.claim, self.article.pack.retelling
        if c.part == "part" and not (self.others or c.definite or c.modifier in _COMPARED):
            return True
        if self.others and (not self._survivors or _one_of(words.others).match(c.quote.lower())):
            return True
        if self._grouped or any(self._joined(other) for other in self.near):
            return True
        return self.otherwise or (self.manner[0] != "change" and self._beside_a_part)

    @property
    def narrowed(self) -> bool:
        """Whether words right behind its thing say which of them are meant ("the 40 workers who stay")."""
        c = self.claim
        after = self.article.text[c.end : min(c.sentence_end, c.end + _BESIDE)].lower().lstrip(" ,")
        return _one_of(self.article.pack.retelling.narrowing).match(after) is not None

    @property
    def _beside_a_part(self) -> bool:
        words = self.article.pack.retelling
        quote = "" if self.claim.modifier in _COMPARED else self.claim.quote.lower()
        if self.manner[0] != "share" and (_one_of(words.parts_inside).search(quote) or ", " in quote):
            return True
        before, after = self._beside
        return bool(_one_of(words.parts_before).search(before) or _one_of(words.parts_after).search(after))

    @cached_property
    def otherwise(self) -> bool:
        """Whether words of its clause tell that it is the count of another day, of a guess or of another event."""
        c, text, words = self.claim, self.article.text, self.article.pack.retelling
        before = text[max(c.sentence_start, c.start - _CLAUSE) : c.start].lower()
        after = text[c.end : min(c.sentence_end, c.end + _CLAUSE)].lower()
        clause = _parted(words.joins).split(before)[-1] + c.quote.lower() + _parted(words.joins).split(after)[0]
        return _one_of(words.other_counts).search(clause) is not None

    @cached_property
    def others(self) -> bool:
        """Whether it counts others than those who were told of ("nine others")."""
        return _one_of(self.article.pack.retelling.others).search(f"{self._beside[0]} {self.claim.quote.lower()}") is not None

    @property
    def dead(self) -> tuple[float, ...]:
        """The numbers of dead that stand beside it, in its sentence or the one before."""
        return tuple(c.value_low for c in self.near if c.event == KILL and self.claim.sentence - c.sentence in (0, 1))

    @cached_property
    def days(self) -> tuple[Interval[date], ...]:
        """The days that its sentence names."""
        begin, end = self.claim.sentence_start, self.claim.sentence_end
        named = (t.span.within for t in self.article.timexes if begin <= t.start < end)
        return tuple(days for days in named if days.low is not None and days.high is not None)

    @cached_property
    def deaths(self) -> bool:
        """Whether its sentence tells of deaths, too."""
        return _tells(self.article, self.claim.sentence, KILL)

    @property
    def toll(self) -> bool:
        """Whether its sentence counts the dead and the injured."""
        return self.claim.event in (KILL, INJURE) and _tells(self.article, self.claim.sentence, INJURE) and self.deaths

    @cached_property
    def whole(self) -> bool:
        """Whether its words say that it counts all there is."""
        return self.claim.part == "whole" or self.claim.kind == "total"

    @cached_property
    def alone(self) -> bool:
        """Whether its words say that it is a part which something told of before includes ("in May alone")."""
        return _one_of(self.article.pack.retelling.alone).search(self.sentence.lower()) is not None

    @cached_property
    def counted(self) -> bool:
        """Whether its words say that somebody counted."""
        return _one_of(self.article.pack.retelling.counted).search(self.sentence.lower()) is not None

    @property
    def _beside(self) -> tuple[str, str]:
        """The text right before and right after it, within its sentence, up to a sign that parts clauses."""
        c, text = self.claim, self.article.text
        before = text[max(c.sentence_start, c.start - _BESIDE) : c.start].lower()
        after = text[c.end : min(c.sentence_end, c.end + _BESIDE)].lower()
        signs = _signs(self.article.pack.retelling.joins)
        return signs.split(before.rstrip(" ,"))[-1], signs.split(after)[0]

    @property
    def _survivors(self) -> bool:
        """Whether it counts others than the dead, so all that were hurt ("killed two and injured nine others")."""
        here = self.claim.sentence
        return self.claim.event == INJURE and (self.deaths or (here > 1 and _tells(self.article, here - 1, KILL)))

    @property
    def _grouped(self) -> bool:
        """Whether a conjunction joins it to a group without a number ("a teenager and two boys", "three women and a man")."""
        c = self.claim
        reading = self.article.reading(self.article.sentences[c.sentence - 1])
        first, after = reading.index(c.start), reading.index(c.end - 1) + 1
        if (
            first > 1
            and reading.at("coordinators", first - 1)
            and reading.tokens[first - 2].text.isalpha()
            and not reading.at("event", first - 2)
        ):
            return True
        return after + 1 < len(reading.tokens) and bool(reading.at("coordinators", after) and reading.at("one", after + 1))

    def _joined(self, other: Claim) -> bool:
        """Whether a comma or a conjunction joins it to another count of which the same is said ("3 men, 1 woman")."""
        c, words = self.claim, self.article.pack.retelling
        between = self.article.text[min(c.end, other.end) : max(c.start, other.start)].strip(" ,").lower()
        if other.start < c.end and c.start < other.end:
            return False
        same = other.event in ("", c.event) and (other.unit, other.sentence) == (c.unit, c.sentence)
        return same and (not between or between in words.joins)

    @cached_property
    def tied(self) -> bool:
        """Whether what is said of it stands near, and right beside it where it names no thing ("7 killed", not "room 7")."""
        c = self.claim
        if not c.event or c.event == VALUE:
            return bool(c.of) or c.unit != "count"
        reading = self.article.reading(self.article.sentences[c.sentence - 1])
        first, last = reading.index(c.start), reading.index(c.end - 1)
        reach = 0 if c.unit == "count" and " " not in c.quote else _REACH
        return any(
            m.last >= first - 1 - reach and m.first <= last + 1 + reach and not self._does(reading, m)
            for m in reading.of("event")
            if m.value == c.event
        ) or any(
            concept(token.text, pack=self.article.pack, desk=self.article.desk).event == c.event
            for token in reading.tokens[first : last + 1]
        )

    def _does(self, reading: Reading, event: Mark) -> bool:
        """Whether it counts those who do it: another count follows the verb right away ("400 people ... killed one man")."""
        after = event.last + 1
        return after < len(reading.tokens) and any(self.claim.start < other.start == reading.tokens[after].start for other in self.near)


def mentions(article: Article, rows: Iterable[Claim]) -> list[Mention]:
    """The claims that give a number of their own, in the order of the text: no parts of a sum, nothing that stood before."""
    claims = [c for c in rows if c.role == "claim" and not c.same_as and c.modality != "denied" and c.unit != AGE and _numeric(c)]
    claims = [c for c in claims if not c.unit.startswith(_DEGREE)]  # every hour and place has a temperature of its own
    sums = [c for c in claims if c.members]
    own = [c for c in claims if not (c.unit == "count" and _NAMED.match(c.quote))]
    own = [c for c in own if not any(s is not c and s.start <= c.start and c.end <= s.end for s in sums)]
    return [Mention(article, c, tuple(own[max(0, at - 1) : at] + own[at + 1 : at + 2])) for at, c in enumerate(own)]


def _tells(article: Article, sentence: int, event: str) -> bool:
    return any(mark.value == event for mark in article.reading(article.sentences[sentence - 1]).of("event"))


def _numeric(claim: Claim) -> bool:
    return not math.isnan(claim.low) and claim.high > 0 and (claim.low, claim.high) != (0.0, math.inf)


@cache
def _parted(joins: Sequence[str]) -> re.Pattern[str]:
    """Finds what parts clauses: a strong sign, or a comma before a conjunction."""
    return re.compile(rf"[;–—]|, (?:{'|'.join(map(re.escape, joins))})\b")


@cache
def _signs(joins: Sequence[str]) -> re.Pattern[str]:
    """Finds what parts phrases: any sign, or a conjunction."""
    return re.compile(rf"[,;:.–—]|\b(?:{'|'.join(map(re.escape, joins))})\b")


@cache
def _one_of(words: Sequence[str]) -> re.Pattern[str]:
    """Finds any of some words, whole; `*` stands for any ending."""
    if not words:
        return _NEVER
    alternatives = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
