"""What follows a cardinal and makes it a fraction, a number with decimals, a rank or a share."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from qcheck.extraction.numbers.cardinals import Cardinals
from qcheck.extraction.numbers.numeral import GROUPED_SCALES, Count, Numeral, Token
from qcheck.extraction.units import unit_after
from qcheck.model.magnitude import Magnitude, decimal, fraction, times, whole

_FEW = 10  # what "of" makes a share of; of more it counts some


class Fractional(Cardinals):
    """Reads what stands after a cardinal and belongs to it."""

    def completed(self, tokens: list[Token], at: int, count: Count) -> tuple[Numeral, int]:
        """A cardinal with what belongs to it on its right: halves, fractions, decimals in words, ranks, shares."""
        start = self.with_article(tokens[at]) if count.spelled else tokens[at].start
        number, end, after = count.number, count.end, count.next
        if after < len(tokens) or count.last == "scale":
            for step in (self.rank, self.part_of_it, self.point, self.bar, self.in_share):
                found = step(tokens, start, count)
                if found:
                    return found
        if number.fraction:
            return self.scaled(tokens, start, number, end, after, spelled=count.spelled)
        return Numeral(start, end, "number", number, spelled=count.spelled), after

    def rank(self, tokens: list[Token], start: int, count: Count) -> tuple[Numeral, int] | None:
        """A rank whose last word is an ordinal: one hundred twenty-fifth, siebenundzwanzigste; and 1/n: one fifth."""
        at, value = count.next, count.number.value
        if not count.spelled or at >= len(tokens) or not isinstance(value, Decimal):
            return None
        token = tokens[at]
        if token.part.kind == "link" and at + 1 < len(tokens) and tokens[at + 1].part.kind == "ordinal" and count.last == "ones":
            rank = int(value) + int(tokens[at + 1].part.number)
            return Numeral(start, tokens[at + 1].end, "ordinal", whole(rank), spelled=True), at + 2
        if value == 1 and count.last == "ones" and token.part.kind in ("cardinal", "hundred") and self.gap(count.end, token.start) == " ":
            below = self.count_words(tokens, at)
            rank_below = self.rank(tokens, token.start, below) if below else None
            if rank_below and rank_below[0].form == "ordinal" and rank_below[0].magnitude:
                below_bar = int(rank_below[0].magnitude.value)
                return self.scaled(tokens, start, fraction(Fraction(1, below_bar)), rank_below[0].end, rank_below[1], spelled=True)
        if token.part.kind != "ordinal":
            return None
        size, gap = int(token.part.number), "" if token.start < count.end else self.gap(count.end, token.start)
        hyphen = self.text[count.end : token.start] == "-"
        if gap not in ("", " ") and not (gap in self.joints.links and count.last in ("hundred", "scale")):
            return None
        if gap != "" and not hyphen and unit_after(self.text, count.end, self.pack):
            return None
        if size >= 100 and value < size:
            rank = int(value) * size
        elif (count.last == "tens" and size < 10) or (count.last in ("hundred", "scale") and size < 100):
            rank = int(value) + size
        elif size >= 3 and gap in ("", " ") and (value == 1 or hyphen):
            return self.scaled(tokens, start, fraction(Fraction(int(value), size)), token.end, at + 1, spelled=True)
        else:
            return None
        return Numeral(start, token.end, "ordinal", whole(rank), spelled=True), at + 1

    def part_of_it(self, tokens: list[Token], start: int, count: Count) -> tuple[Numeral, int] | None:
        """Fractions: three quarters, two and a half, three and two thirds, 3 million and a quarter, zweieinhalb."""
        at = count.next
        if at >= len(tokens):
            return None
        part, number = tokens[at].part, Fraction(count.number.value)
        gap = "" if tokens[at].start < count.end else self.gap(count.end, tokens[at].start)
        if part.kind == "and_half" and gap in ("", " "):
            return self.scaled(tokens, start, fraction(number + Fraction(part.number)), tokens[at].end, at + 1, spelled=count.spelled)
        if part.kind == "fraction" and gap in ("", " ") and count.number.written <= 1:
            if number > 1 and self.lowered[tokens[at].start : tokens[at].end] in self.joints.bare_half and gap:
                return None
            return self.scaled(tokens, start, fraction(number * part.number), tokens[at].end, at + 1, spelled=count.spelled)
        scale = count.scale if count.last == "scale" or count.scale > 100 else 1
        if gap in self.joints.link_one and part.kind in ("fraction", "ordinal"):
            size = Fraction(part.number) if part.kind == "fraction" else Fraction(1, int(part.number))
            if size <= Fraction(1, 2) and not (part.kind == "ordinal" and part.number <= 2):
                return self.added(tokens, start, count, size * scale, tokens[at].end, at + 1)
        if gap in self.joints.links:
            over = self.count(tokens, at)
            last = tokens[over.next] if over and over.next < len(tokens) else None
            if over and last and last.part.kind == "fraction" and over.number.written == 1 and self.gap(over.end, last.start) in ("", " "):
                size = Fraction(over.number.value) * last.part.number
                return self.added(tokens, start, count, size * scale, last.end, over.next + 1)
            if part.kind == "fraction" and scale == 1 and part.number == Fraction(1, 2):
                return self.added(tokens, start, count, Fraction(part.number), tokens[at].end, at + 1)
        return None

    def added(self, tokens: list[Token], start: int, count: Count, more: Fraction, end: int, after: int) -> tuple[Numeral, int]:
        """The cardinal and a fraction more, of its scale where it has one."""
        value = Fraction(count.number.value) + more
        if count.scale > 1:
            step = Decimal(count.scale) / 10
            number = Magnitude(times(value, 1), step, step, scale=count.scale)
            return Numeral(start, end, "number", number, spelled=count.spelled), after
        return self.scaled(tokens, start, fraction(value), end, after, spelled=count.spelled)

    def scaled(self, tokens: list[Token], start: int, number: Magnitude, end: int, after: int, *, spelled: bool) -> tuple[Numeral, int]:
        """A fraction, with the scale or dozen after it, or as a share of what follows "of"."""
        if after < len(tokens) and tokens[after].part.kind in GROUPED_SCALES:
            gap = self.gap(end, tokens[after].start) if tokens[after].start >= end else ""
            if gap in ("", " ") or gap in self.joints.scale_of:
                factor = int(tokens[after].part.number)
                value = times(number.value, factor)
                step = Decimal(factor) / 10 if factor > 100 else Decimal(1)
                exact = Magnitude(value, step, step, scale=factor if factor > 100 else 1)
                return Numeral(start, tokens[after].end, "number", exact, spelled=spelled), after + 1
        of = self.joints.share_of.match(self.lowered, end) if self.joints.share_of else None
        share = of is not None and 0 < number.value < 1
        return Numeral(start, end, "share" if share else "number", number, spelled=spelled), after

    def point(self, tokens: list[Token], start: int, count: Count) -> tuple[Numeral, int] | None:
        """Decimals in words: six point nought five, zwei Komma drei."""
        at, end, digits = count.next, count.end, ""
        if at >= len(tokens) or self.gap(end, tokens[at].start) not in self.joints.point or count.number.written != 1:
            return None
        while at < len(tokens) and tokens[at].part.kind == "cardinal" and (not digits or self.gap(end, tokens[at].start) == " "):
            part, ones = tokens[at].part.number, tokens[at + 1].part if at + 1 < len(tokens) else None
            inverse = self.tens_after(tokens, at, int(part))
            follows = ones is not None and ones.kind == "cardinal" and part >= 20 and 0 < ones.number < 10
            step = 3 if inverse else 2 if follows and ones else 1
            digits += str(int(part) + inverse + (int(ones.number) if follows and ones else 0))
            end, at = tokens[at + step - 1].end, at + step
        if not digits:
            return None
        number = decimal(str(count.number.value), digits, digits="")
        return self.scaled_decimal(tokens, start, number, end, at)

    def scaled_decimal(self, tokens: list[Token], start: int, number: Magnitude, end: int, after: int) -> tuple[Numeral, int]:
        """Decimals in words with the scale after them: two point five million."""
        if after < len(tokens) and tokens[after].part.kind == "scale" and self.gap(end, tokens[after].start) == " ":
            return Numeral(start, tokens[after].end, "number", number.times(int(tokens[after].part.number)), spelled=True), after + 1
        return Numeral(start, end, "number", number, spelled=True), after

    def bar(self, tokens: list[Token], start: int, count: Count) -> tuple[Numeral, int] | None:
        """A fraction bar in words between two numbers with nothing after: one over three."""
        at = count.next
        if at >= len(tokens) or self.gap(count.end, tokens[at].start) not in self.joints.over:
            return None
        below = self.count(tokens, at)
        if not below or not below.number.value > 0 or self.lowered[below.end : below.end + 2].strip(" ")[:1].isalpha():
            return None
        value = Fraction(count.number.value) / Fraction(below.number.value)
        return Numeral(start, below.end, "number", fraction(value), spelled=True), below.next

    def in_share(self, tokens: list[Token], start: int, count: Count) -> tuple[Numeral, int] | None:
        """One in five, 3 out of 10, einer von fünf: not "two in five days", not "one in 2022", not "22 von 25 Drohnen"."""
        at = count.next
        joint = self.gap(count.end, tokens[at].start) if at < len(tokens) else ""
        if not joint or joint not in self.joints.in_shares:
            return None
        whole_ = self.count(tokens, at)
        if not whole_ or not 0 < count.number.value < whole_.number.value or count.number.written != 1:
            return None
        if joint in self.pack.numerals.share_of and whole_.number.value > _FEW:
            return None
        digits = whole_.number.digits
        if (len(digits) == 4 and digits.isdigit() and digits[:2] in ("18", "19", "20")) or unit_after(self.text, whole_.end, self.pack):
            return None
        value = Fraction(int(count.number.value), int(whole_.number.value))
        spelled = count.spelled and whole_.spelled
        return Numeral(start, whole_.end, "share", fraction(value), spelled=spelled), whole_.next
