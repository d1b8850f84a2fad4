"""Reads cardinals out of tokens: 2.5 million, two hundred and fifty thousand, siebenunddreißig, twelve dozen."""

from __future__ import annotations

from fractions import Fraction

from qcheck.extraction.numbers.digits import Digits, read_digits
from qcheck.extraction.numbers.numeral import GROUPED_SCALES, LONGEST_GAP, Count, Token, joints
from qcheck.extraction.units import unit_after, unit_before
from qcheck.language.pack import Pack
from qcheck.model.magnitude import fraction, whole


class Cardinals:
    """Reads cardinals from tokens of one text, by what stands between them."""

    def __init__(self, text: str, lowered: str, pack: Pack) -> None:
        self.text, self.lowered, self.pack, self.joints = text, lowered, pack, joints(pack)
        self.done = 0
        self.last: tuple[Token, Digits] | None = None

    def gap(self, left: int, right: int) -> str | None:
        """What stands between two tokens: "" (nothing), " " (spaces, a hyphen), a joining phrase of the pack; else None."""
        if left == right:
            return ""
        between = self.lowered[left : min(right, left + LONGEST_GAP + 1)]
        if between in (" ", "-"):
            return " "
        if len(between) > LONGEST_GAP or "\n" in between:
            return None
        words = " ".join(between.replace("-", " ").split())
        return words or " " if not words or words in self.joints.all else None

    def digits(self, token: Token) -> Digits:
        """The number that the digits of a token write; the last one is kept, since it is asked for again."""
        if self.last is None or self.last[0] is not token:
            self.last = token, read_digits(self.text, token.start, token.end, self.pack)
        return self.last[1]

    def count(self, tokens: list[Token], at: int) -> Count | None:
        """The cardinal that begins at a token."""
        return self.count_digits(tokens, at) if tokens[at].part.kind == "digits" else self.count_words(tokens, at)

    def count_digits(self, tokens: list[Token], at: int) -> Count | None:
        """Digits with their scale: 2.5 million, 3 hundred, 4.3M, 4 thousand 3 hundred and 21."""
        start = tokens[at].start
        digits = self.digits(tokens[at])
        if digits.number is None:
            return None
        number, end, factor, last, spread = digits.number, digits.end, 1, "digits", 1
        after = at + 1
        while after < len(tokens) and tokens[after].start < end:
            after += 1
        while after < len(tokens):
            part = tokens[after].part
            if self.gap(end, tokens[after].start) not in ("", " ") or not (part.kind in GROUPED_SCALES or part.kind == "plural"):
                break
            if part.kind == "hundred" and not 0 < number.value < 100:
                break
            factor, spread, last, end, after = factor * int(part.number), int(part.number), part.kind, tokens[after].end, after + 1
        if factor == 1:
            factor, end = self.short_scale(start, end)
            while after < len(tokens) and tokens[after].start < end:
                after += 1
        scaled = whole(int(number.value) * 100) if factor == 100 and number.written == 1 else number.times(factor)
        if factor > 1 and after < len(tokens) and tokens[after].part.kind == "digits" and number.written == 1:
            gap = self.gap(end, tokens[after].start)
            if gap == " " or (gap in self.joints.links and last == "hundred"):
                rest = self.count_digits(tokens, after)
                if rest and rest.number.written == 1 * rest.scale and rest.number.value < spread and (rest.next > after + 1 or gap != " "):
                    value = int(scaled.value + rest.number.value)  # type: ignore[operator]
                    return Count(whole(value, scaled_by=rest.scale), rest.next, rest.end, rest.last, rest.scale, spelled=False)
        return Count(scaled, after, end, last, factor, spelled=False)

    def short_scale(self, start: int, end: int) -> tuple[int, int]:
        """The scale sign right after digits ("bn", "k", "Mio.") and where it ends; signs such as "m" need a currency beside them."""
        joints = self.joints
        match = joints.short.match(self.text, end) if joints.short else None
        if not match:
            return 1, end
        glued = self.text[match.end() : match.end() + 1].isalnum()
        if match[1] in joints.money or glued:
            after = unit_after(self.text, match.end(), self.pack)
            money = (None if glued else unit_before(self.text, start, self.pack)) or (after if after and after.unit[:3].isupper() else None)
            if not money:
                return 1, end
        return joints.scales[match[1]], match.end()

    def count_words(self, tokens: list[Token], at: int) -> Count | None:
        """Number words: two hundred and fifty thousand, zweihundertfünfzig, a hundred, twelve dozen."""
        total, group, last, scale, ceiling = 0, -1, "", 1, 10**63
        mixed: Fraction | None = None
        index, end = at, tokens[at].start
        while index < len(tokens):
            token = tokens[index]
            kind, number = token.part.kind, token.part.number
            first = index == at
            gap = "" if first else self.gap(end, token.start) if token.start >= end else ""
            close, linked = gap in ("", " "), gap in self.joints.links
            if kind == "cardinal" and isinstance(number, int):
                inverse = self.tens_after(tokens, index, number)
                fits = (group < 0 and (close or linked)) or (last == "hundred" and number > 0 and (close or linked))
                if linked and group < 0 and not first and self.begins_fraction(tokens, index):
                    break
                if first or (fits and number > 0):
                    group = max(group, 0) + number + inverse
                    last = "tens" if number >= 20 else "ones"
                    index += 2 if inverse else 0
                    end = tokens[index].end
                    if inverse:
                        last = "ones"
                elif last == "tens" and 0 < number < 10 and close:
                    group, last = group + number, "ones"
                else:
                    break
            elif kind == "link" and last in ("hundred", "scale") and index + 1 < len(tokens) and tokens[index + 1].part.kind == "cardinal":
                pass
            elif kind == "hundred":
                if first or (group < 0 and gap == ""):
                    group = 100
                elif last in ("ones", "tens") and 0 < group < 100 and close:
                    group *= 100
                else:
                    break
                last = "hundred"
            elif kind == "scale" and gap in self.joints.ones and group < 0 and int(number) < ceiling:
                total, ceiling, last, scale = total + int(number), int(number), "scale", int(number)
            elif kind == "scale" and close:
                size = int(number)
                if first or (group >= 0 and size < ceiling):
                    total, group, ceiling = total + size * (1 if first else group), -1, size
                elif group < 0 and total and not first:
                    total, ceiling = total * size, size
                else:
                    break
                last, scale = "scale", size
            elif kind in ("dozen", "plural") and close and (kind == "dozen" or not first):
                total, group, last, scale = int(number) * (1 if first else total + max(group, 0)), -1, kind, int(number)
                index, end = index + 1, token.end
                break
            elif kind == "mixed" and first:
                mixed, index, end, last = Fraction(number), index + 1, token.end, "mixed"
                break
            else:
                break
            end = max(end, token.end)
            index += 1
        if mixed is not None:
            return Count(fraction(mixed), index, end, last)
        if not last:
            return None
        value = total + max(group, 0)
        if group >= 0 or last == "dozen":
            scale = 1
        return Count(whole(value, scaled_by=scale), index, end, last, scale)

    def begins_fraction(self, tokens: list[Token], at: int) -> bool:
        """Whether the words from a token on are a fraction of their own: "five ninths" in "nine million and five ninths"."""
        over = self.count_words(tokens, at)
        if not over or over.next >= len(tokens):
            return False
        return tokens[over.next].part.kind == "fraction" and self.gap(over.end, tokens[over.next].start) in ("", " ")

    def tens_after(self, tokens: list[Token], at: int, ones: int) -> int:
        """The tens of a word such as "siebenunddreißig" whose ones stand at `at`; 0 where there are none."""
        if 0 < ones < 10 and at + 2 < len(tokens) and tokens[at + 1].part.kind == "link":
            tens = tokens[at + 2].part
            if tens.kind == "cardinal" and tens.number >= 20:
                return int(tens.number)
        return 0

    def with_article(self, token: Token) -> int:
        """Where a number word begins, the article that stands for one included: a hundred, eine Million."""
        if token.part.kind in ("hundred", "scale", "dozen", "fraction", "ordinal"):
            word = self.word_before(token.start)
            if word in self.joints.one or (token.part.kind == "fraction" and word in self.pack.numerals.definite):
                return token.start - len(word) - 1
        return token.start

    def word_before(self, start: int) -> str:
        """The lower-case word that ends one space before `start`; "" if there is none."""
        if self.lowered[start - 1 : start] != " ":
            return ""
        at = start - 1
        while at > 0 and start - at < 20 and self.lowered[at - 1].isalpha():
            at -= 1
        return "" if at and self.lowered[at - 1].isalnum() else self.lowered[at : start - 1]
