"""Joins atoms to numerals: "two hundred and fifty", "2.5 million", "half a million", "zweieinhalb", "several hundred", "one in five".

A small state machine over number words, led by the text between them; the words of a language come from its pack.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from qcheck.extraction.numbers.digits import LONG_ROW, SEVERAL_SIGNS
from qcheck.extraction.numbers.fractional import Fractional
from qcheck.extraction.numbers.numeral import DIGITS, GROUPED_SCALES, Numeral, Token
from qcheck.extraction.numbers.scan import lexicon
from qcheck.language.pack import Pack
from qcheck.model.magnitude import Magnitude, fraction, whole


def numerals(text: str, lowered: str, pack: Pack) -> Iterator[Numeral]:
    """All numerals of a text, in order and without overlap; `lowered` is the text in lower case, character for character."""
    reader = _Reader(text, lowered, pack)
    tokens: list[Token] = []
    for atom in lexicon(pack).atoms(lowered):
        fresh = [Token(part, atom.start, atom.end) for part in atom.parts] or [Token(DIGITS, atom.start, atom.end)]
        if tokens and reader.gap(tokens[-1].end, atom.start) is None:
            yield from reader.read(tokens)
            tokens = []
        tokens += fresh
    yield from reader.read(tokens)


LONGEST_ROW = 40
"""Digit groups and number words in a row, with spaces, dashes or joining words between them, that may still be quantities."""


class _Reader(Fractional):
    """Reads clusters of tokens that stand close to one another."""

    def read(self, tokens: list[Token]) -> Iterator[Numeral]:
        """The numerals of one cluster; a long row of numbers is none, so that what is read stays short."""
        if len(tokens) > LONGEST_ROW:
            yield Numeral(tokens[0].start, tokens[-1].end, "refused", reason=LONG_ROW)
            self.done = tokens[-1].end
            return
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.start < self.done:
                if token.end > self.done and token.part.kind == "digits":
                    yield Numeral(self.done, token.end, "refused", reason=SEVERAL_SIGNS)
                    self.done = token.end
                at += 1
                continue
            numeral, at = self.numeral(tokens, at)
            if numeral:
                self.done = numeral.end
                yield numeral

    def numeral(self, tokens: list[Token], at: int) -> tuple[Numeral | None, int]:
        """The numeral that begins at a token, and the index of the token after it."""
        token = tokens[at]
        kind = token.part.kind
        if kind == "plural" or (token.part.plural and kind == "scale"):
            return self.open_number(tokens, at)
        if kind in ("couple", "few", "several"):
            return self.vague(tokens, at)
        if kind in ("both", "most"):
            number = whole(2) if kind == "both" else None
            return Numeral(token.start, token.end, "both" if kind == "both" else "most", number, spelled=True), at + 1
        if kind == "ordinal":
            return self.ordinal_alone(tokens, at)
        if kind == "fraction":
            return self.fraction_first(tokens, at)
        if kind in ("link", "and_half"):
            return None, at + 1
        if kind == "digits":
            digits = self.digits(token)
            if digits.number is None:
                return Numeral(token.start, digits.end, "refused", reason=digits.reason), at + 1
            if digits.start >= 0:
                return Numeral(digits.start, digits.end, "number", digits.number), at + 1
            rank = self.ordinal_sign(token.start, digits.end, digits.number)
            if rank:
                return rank, at + 1
        count = self.count(tokens, at)
        return self.completed(tokens, at, count) if count else (None, at + 1)

    def fraction_first(self, tokens: list[Token], at: int) -> tuple[Numeral, int]:
        """Half a million, eine Viertelmillion, a quarter of the, die Hälfte der."""
        token = tokens[at]
        return self.scaled(tokens, self.with_article(token), fraction(Fraction(token.part.number)), token.end, at + 1, spelled=True)

    def ordinal_alone(self, tokens: list[Token], at: int) -> tuple[Numeral, int]:
        """A rank in one word; a third of, jeder fünfte are shares; a thousandth."""
        token = tokens[at]
        rank = int(token.part.number)
        before = self.word_before(token.start)
        if before in self.joints.every and rank >= 2:
            start = token.start - len(before) - 1
            return Numeral(start, token.end, "share", fraction(Fraction(1, rank)), spelled=True), at + 1
        of = self.joints.share_of.match(self.lowered, token.end) if self.joints.share_of else None
        ends = self.lowered[token.end : token.end + 1] in ("", ".", ",", ";", ")", "!", "?")
        if (of or ends) and rank >= 3 and before in self.joints.one and not self.pack.numerals.joined:
            return self.scaled(tokens, self.with_article(token), fraction(Fraction(1, rank)), token.end, at + 1, spelled=True)
        if before in self.joints.one and rank >= 100:
            return Numeral(self.with_article(token), token.end, "ordinal", whole(rank), spelled=True), at + 1
        return Numeral(token.start, token.end, "ordinal", whole(rank), spelled=True), at + 1

    def ordinal_sign(self, start: int, end: int, number: Magnitude) -> Numeral | None:
        """A rank in digits: 2nd, der 2. Platz."""
        joints = self.joints
        match = joints.ordinal.match(self.lowered, end) if joints.ordinal and number.written == 1 and number.digits.isdigit() else None
        if not match or (number.value > 999 and joints.ordinal_after):
            return None
        if joints.ordinal_after and self.word_before(start) not in joints.ordinal_after:
            return None
        return Numeral(start, match.end(), "ordinal", number)

    def vague(self, tokens: list[Token], at: int) -> tuple[Numeral | None, int]:
        """Several, a few, a couple, alone or before a base: several hundred thousand, ein paar Dutzend."""
        token = tokens[at]
        base, end, after = self.base_after(tokens, at + 1, token.end)
        if token.part.number and base == 1:
            return None, at + 1
        return Numeral(token.start, end, "vague", vague=token.part.kind, base=base, spelled=True), after

    def open_number(self, tokens: list[Token], at: int) -> tuple[Numeral, int]:
        """Hundreds, tens of thousands, Hunderte Millionen, thousands and thousands."""
        token = tokens[at]
        base, end, after = int(token.part.plural), token.end, at + 1
        composed = False
        while after < len(tokens):
            part, gap = tokens[after].part, self.gap(end, tokens[after].start)
            size = part.plural or (int(part.number) if part.kind in ("scale", "hundred") else 0)
            if not size or not (gap == " " or gap in self.joints.plural_of):
                break
            if gap in self.joints.links or size == base:
                base = max(base, size)
            else:
                base, composed = base * size, True
            end, after = tokens[after].end, after + 1
        return Numeral(token.start, end, "plural", base=base, composed=composed, spelled=True), after

    def base_after(self, tokens: list[Token], at: int, end: int) -> tuple[int, int, int]:
        base = 1
        while at < len(tokens) and self.gap(end, tokens[at].start) == " ":
            part = tokens[at].part
            size = part.plural or (int(part.number) if part.kind in GROUPED_SCALES else 0)
            if not size:
                break
            base, end, at = base * size, tokens[at].end, at + 1
        return base, end, at
