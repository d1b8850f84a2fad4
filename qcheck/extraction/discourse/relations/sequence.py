"""A sentence as a row of operands and the words between them, against which templates of a pack are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE
from qcheck.extraction.discourse.relations.terms import Factor, bare
from qcheck.extraction.discourse.relations.words import dropped_words, lists_in
from qcheck.extraction.discourse.sentences import Sentence, sentence_at
from qcheck.extraction.numbers.amounts import TIME_UNITS
from qcheck.extraction.numbers.modifiers import modifiers_before
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.quantity import Modifier

if TYPE_CHECKING:
    from qcheck.extraction.discourse.relations.templates import Match

# an operand stands in the row as two characters for private use: its class and its number
_FIRST = 0xE000
_MOST = 0x800
SIGNS = {"amount": "\uf000", "percent": "\uf001", "range": "\uf003", "factor": "\uf004", "duration": "\uf005", "other": "\uf006"}
CLASSES = frozenset(SIGNS.values())
OPERAND = f"[{chr(_FIRST)}-{chr(_FIRST + _MOST)}]"
# no signs for private use, which a text may hold
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s\ue000-\uf8ff]")
_PERCENT = frozenset({"percent", "percentage_point"})
_LONGEST = 500
_BESIDE = 16  # characters before a number that hold the word before it
_SMALL = 2  # numbers up to it count something else beside a change in percent
_SHARE = 100  # a bare number above it that took the unit of a share beside it is none


@dataclass(frozen=True, slots=True)
class Told:
    """A number and the sentence that tells it."""

    row: Row
    claim: Claim

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.row.sentence.number

    @property
    def paragraph(self) -> int:
        """The number of its paragraph."""
        return self.row.sentence.paragraph.number


@dataclass(frozen=True, eq=False)
class Row:
    """A sentence with its operands in their order and the places where they stand; `lowered` is the article's text in lower case.

    `matches` keeps what the templates of each relation find in it.
    """

    article: Article
    lowered: str
    sentence: Sentence
    spans: tuple[tuple[int, int, Claim | Factor], ...]
    matches: dict[str, list[Match]] = field(default_factory=dict)

    @cached_property
    def operands(self) -> list[Claim | Factor]:
        """The operands, in their order."""
        return [operand for _, _, operand in self.spans]

    @cached_property
    def claims(self) -> list[Claim]:
        """The operands that are claims."""
        return [o for _, _, o in self.spans if isinstance(o, Claim)]

    @cached_property
    def classes(self) -> frozenset[str]:
        """The signs of the classes of its operands."""
        return frozenset(SIGNS[_class(self.article, operand)] for _, _, operand in self.spans)

    @cached_property
    def levels(self) -> list[Told]:
        """The numbers that may be levels."""
        return [Told(self, claim) for claim in self.claims if level(claim) and claim.unit != AGE]

    @cached_property
    def text(self) -> str:
        """The tokens, parted by spaces."""
        return " ".join(self.tokens)

    @cached_property
    def says(self) -> frozenset[str]:
        """The lists of words that it holds a phrase of."""
        return lists_in(self.article.pack, self.tokens)

    @cached_property
    def tokens(self) -> list[str]:
        """The words and signs of the sentence: operands as signs, times and dropped words left out."""
        article, sentence = self.article, self.sentence
        times = [t for t in article.timexes if sentence.start <= t.start < sentence.end and t.kind != "duration"]
        told = {at for t in times for at in range(t.start, t.end)}
        dropped = dropped_words(article.pack)
        pieces: list[str] = []
        at = sentence.start
        ends = [(start, end, SIGNS[_class(article, operand)] + chr(_FIRST + n)) for n, (start, end, operand) in enumerate(self.spans)]
        for start, end, sign in (*ends, (sentence.end, sentence.end, "")):
            for token in _TOKEN.finditer(self.lowered, at, start):
                word = token.group()
                if (word not in dropped or not pieces) and token.start() not in told:
                    pieces.append(word.replace("’", "'"))
            if sign:
                pieces.append(sign)
            at = end
        return pieces


def rows(article: Article, claims: Sequence[Claim]) -> Iterator[Row]:
    """The sentences with a claim or a factor, in the order of the text."""
    lowered = article.lowered
    by_sentence: dict[int, list[Claim | Factor]] = {}
    for claim in claims:
        if claim.role == "claim" and claim.sentence and claim.value_low == claim.value_low and not _denied(article, claim):
            by_sentence.setdefault(claim.sentence, []).append(claim)
    table, pattern = _factor_words(article.pack)
    for match in pattern.finditer(lowered):
        sentence = sentence_at(article.sentences, match.start())
        if sentence is not None:
            before = modifiers_before(lowered, match.start(), article.pack)
            start = before.start if before.modifiers else match.start()
            bound = before.modifiers[0] if before.modifiers else Modifier.EXACT
            value, share = table[match.group()]
            taken = any(claim.start < match.end() and match.start() < claim.end for claim in by_sentence.get(sentence.number, []))
            if not (share and taken):
                by_sentence.setdefault(sentence.number, []).append(Factor(start, match.end(), value, bound, share))
    for number, found in sorted(by_sentence.items()):
        sentence = article.sentences[number - 1]
        if sentence.end - sentence.start <= _LONGEST:
            yield _row(article, lowered, sentence, found)


def _denied(article: Article, claim: Claim) -> bool:
    """Whether a number is denied by a word right before it; behind it one denies what is said of so many ("41 are not safe")."""
    before = article.lowered[max(claim.sentence_start, claim.start - _BESIDE) : claim.start].split()
    return claim.modality == "denied" and (not before or before[-1] in article.pack.cues.modality.denied)


@cache
def _factor_words(pack: Pack) -> tuple[dict[str, tuple[str, bool]], re.Pattern[str]]:
    """The words for multiples and shares with their value, and whether it is a share."""
    table = {word: (value, False) for value, words in pack.relations.factors.items() for word in words}
    table |= {word: (value, True) for value, words in pack.relations.shares.items() for word in words}
    # "three times" is a multiple only where it compares ("three times as much")
    times = {word for word in table if word.endswith(pack.relations.words["times"])}
    compares = trie(pack.relations.words["times_as"])
    return table, re.compile(rf"(?<![\w-])(?:(?:{trie(table.keys() - times)})(?![\w-])|(?:{trie(times)})(?= (?:{compares})(?!\w)))")


def _row(article: Article, lowered: str, sentence: Sentence, found: Sequence[Claim | Factor]) -> Row:
    spans: list[tuple[int, int, Claim | Factor]] = []
    for span in sorted(_spans(article, lowered, sentence, found), key=lambda span: span[:2]):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
    return Row(article, lowered, sentence, tuple(spans))


def _spans(
    article: Article, lowered: str, sentence: Sentence, found: Sequence[Claim | Factor]
) -> Iterator[tuple[int, int, Claim | Factor]]:
    """Where the operands stand: claims that hold no other one, without the words that are no part of the number here."""
    last = sentence.start
    for operand in found:
        if isinstance(operand, Factor):
            yield operand.start, operand.end, operand
            continue
        if any(operand is not other and _covers(other, operand) for other in found):
            continue
        start, claim = operand.start, operand
        opening = _opening(article.pack).match(lowered, claim.start, claim.end)
        if opening and opening["than"]:
            # "15 more than the 300": what seems a bound compares with the number before it
            compares = last > sentence.start and not lowered[last : claim.start].strip(" ,")
            alone = bare(article, claim, like=claim) if compares else None
            claim, opening = alone or claim, opening if alone else None
        if claim.unit in _PERCENT and claim.value_low > _SHARE and claim.quote[-1].isdigit():
            claim = bare(article, claim) or claim  # "up 35 percent from 33,008"
        yield opening.end() if opening else start, operand.end, claim
        last = operand.end


def _covers(one: Claim | Factor, other: Claim) -> bool:
    """Whether an operand leaves no room for another one: the smaller of two claims, a factor always ("three times as much")."""
    inside = one.start >= other.start and one.end <= other.end
    return inside if isinstance(one, Claim) else one.start < other.end and other.start < one.end


@cache
def _opening(pack: Pack) -> re.Pattern[str]:
    """Words at the head of a claim that a row shows: they tell that it is a whole ("a total of 40"), a length, or a base."""
    words = pack.relations.words
    return re.compile(rf"(?:{trie([*words['in_all'], *words['over'], *words['on_average']])}) |(?P<than>(?:{trie(words['more_than'])}) )")


def _class(article: Article, operand: Claim | Factor) -> str:
    if isinstance(operand, Factor):
        return "percent" if operand.share else "factor"
    if operand.modifier == Modifier.RANGE and operand.value_low != operand.value_high:
        opening = operand.quote.split(maxsplit=1)[0].lower()
        return "range" if opening in article.pack.relations.words["from"] else "other"
    if operand.unit in _PERCENT or (operand.trend and operand.unit == "count" and 0 < operand.value_low < 1):
        return "percent"  # "by a third"
    if operand.unit in TIME_UNITS:
        return "duration"
    return "other" if operand.unit in ("age", "ordinal", "unknown") else "amount"


def level(claim: Claim) -> bool:
    """Whether a claim may be a level: one number, not too small, no change and no time."""
    return (
        claim.value_low == claim.value_high
        and (claim.value_low > _SMALL or claim.unit != "count")
        and claim.unit not in TIME_UNITS
        and not claim.trend
    )


def operand_at(row: Row, token: str) -> Claim | Factor:
    """The operand that a token of a row stands for."""
    return row.spans[ord(token[1]) - _FIRST][2]


def operands_at(row: Row, tokens: Sequence[str]) -> Iterator[tuple[int, Claim | Factor]]:
    """The operands among the tokens of a row, each with its place."""
    return ((at, operand_at(row, token)) for at, token in enumerate(tokens) if token[0] in SIGNS.values())
