"""The words around what is written: bounds, what is counted, verbs of change; or the reason why it is no quantity."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from qcheck.extraction.nouns.inflection import singular
from qcheck.extraction.nouns.phrases import Phrase, counted
from qcheck.extraction.nouns.rejects import ADDRESS, is_address, not_a_quantity
from qcheck.extraction.nouns.shapes import CLOCK
from qcheck.extraction.numbers.amounts import TIME_UNITS
from qcheck.extraction.numbers.modifiers import Before, is_multiple, modifier_after, modifiers_before, trend_of, words_before
from qcheck.extraction.numbers.neighbours import Draft, share_of
from qcheck.extraction.numbers.pairs import Written
from qcheck.extraction.numbers.valued import valued_before
from qcheck.extraction.units import rate_after, rate_before
from qcheck.language.pack import Pack
from qcheck.model.magnitude import Magnitude

BARE_FRACTION = "a fraction word that counts nothing here"
PRONOUN = "a pronoun: what it stands for is not beside it"
DASHED_ROW = "one of several numbers with dashes between them"

_ROW_LEFT, _ROW_RIGHT = re.compile(r"[0-9]-$"), re.compile(r"-[0-9]")
_MINUTES = re.compile(r"[0-9]:$")
_LONGEST_ADVERB = 16
_HYPHENED = re.compile(r"[-‑][^\W\d_]")
_LAST_WORD = re.compile(r"[^\W\d_]+$")


class Drafts:
    """Reads the words around numbers of one text; `reject` is told of each that is no quantity, with its reason."""

    def __init__(self, text: str, lowered: str, pack: Pack, reject: Callable[[int, int, str], None]) -> None:
        self.text, self.lowered, self.pack, self.reject = text, lowered, pack, reject

    def draft(self, item: Written, following: int) -> Draft | None:
        """What is written with the words around it; None where it is no quantity. The next number begins at `following`."""
        numeral = item.amount.numeral
        start, end = numeral.start, item.end if item.to or item.of else numeral.end
        if item.reason:
            self.reject(item.start, item.end, item.reason)
            return None
        if numeral.form == "most" and item.of is None:
            return None
        if numeral.form == "ordinal":
            return Draft(item, Before(item.start), item.start, item.end, "ordinal", 1.0, phrase_end=item.end)
        before = item.before or modifiers_before(self.lowered, item.start, self.pack, unit=item.unit)
        address = item.unit and self.text[numeral.end + 1 : numeral.end + 2].isupper() and is_address(self.text, numeral.end, self.pack)
        lap = item.unit in TIME_UNITS and _MINUTES.search(self.text, max(0, start - 3), start)
        reason = ADDRESS if address else CLOCK if lap else None if item.unit else self.no_quantity(item, before, start, end)
        if reason:
            self.reject(start, end, reason)
            return None
        of = share_of(self.pack).match(self.lowered, item.end) if numeral.form == "share" and item.of is None else None
        after = modifier_after(self.lowered, dict.fromkeys((numeral.end, item.end)), self.pack)
        if after and following - after.end <= 1:
            after = None
        glued = self.glued(item)
        at = of.end() if of else max(item.end, after.end) if after else item.end
        phrase = None if glued else self.counted(item, at, before)
        if numeral.form == "both" and phrase is None:
            self.reject(start, end, PRONOUN)
            return None
        end = glued or item.end
        draft = Draft(item, before, before.start, end, item.unit, item.factor, phrase_end=end)
        draft.multiple = not item.unit and is_multiple(self.lowered, item.end, self.pack)
        if phrase:
            draft.of, draft.phrase_end = phrase.of, phrase.end
        elif len(item.unit) == 3 and item.unit.isupper():
            draft.of = valued_before(self.text, before.start, self.pack)
        if not item.unit and item.amount.number and not item.amount.number.fraction:
            self.rate(draft)
        if after is None and phrase:
            after = modifier_after(self.lowered, (phrase.end,), self.pack)
            if after and following - after.end <= 1:
                after = None
        if after:
            draft.after, draft.end = after.modifier, max(draft.end, after.end)
            draft.phrase_end = max(draft.phrase_end, after.end)
        moved = item.to is not None and item.start < item.amount.start
        draft.trend = item.amount.trend or trend_of(self.lowered, draft.start, item.end, self.pack, moved=moved)
        return draft

    def counted(self, item: Written, at: int, before: Before) -> Phrase | None:
        """What the number counts, or what stands behind its unit."""
        if not item.unit:
            return counted(self.text, at, self.pack)
        word = _LAST_WORD.search(self.text, item.amount.numeral.end, item.end)
        plural = word is not None and len(word.group()) > 2 and singular(word.group(), self.pack) != word.group().lower()
        measured = plural or self.pack.phrases.capitalized
        phrase = counted(self.text, at, self.pack, unit=True, attributive=self.attributive(item, before), measured=measured)
        return None if phrase and self.text[phrase.start : phrase.end].lower() in self.pack.phrases.verbs_or_nouns else phrase

    def rate(self, draft: Draft) -> None:
        """What a count is counted for, behind what it counts or right before: "300 cases a day", "täglich 300 Fälle"."""
        found = rate_after(self.text, draft.phrase_end, self.pack, counts=True)
        if found:
            draft.rate, draft.phrase_end = found.unit, found.end
        else:
            draft.rate = rate_before(self.lowered[max(0, draft.start - _LONGEST_ADVERB) : draft.start], self.pack)

    def attributive(self, item: Written, before: Before) -> bool:
        """Whether a number with its unit stands inside a noun phrase: "a 5 percent stake", "12-volt batteries"."""
        if _HYPHENED.search(self.text, item.amount.numeral.end, item.end):
            return True
        determiners = self.pack.phrases.determiners
        words = words_before(self.lowered, before.start)[-2:]
        if words and words[-1][-1] in ",;:)":
            return False
        return any(word in determiners or word.endswith(("'s", "’s")) for word in words)

    def measured(self, item: Written, before: Before) -> bool:
        """Whether a bare "half" or "a third" is an amount: words bound it, or something changed by it."""
        return bool(before.modifiers) or trend_of(self.lowered, before.start, item.end, self.pack) is not None

    def glued(self, item: Written) -> int:
        """Where the letters end that stand right after a number without a unit ("sixfold"); 0 where there are none."""
        end = item.end
        if item.unit or not self.lowered[end : end + 1].isalpha():
            return 0
        while self.lowered[end : end + 1].isalpha():
            end += 1
        return end

    def no_quantity(self, item: Written, before: Before, start: int, end: int) -> str | None:
        """Why a number without a unit is none."""
        numeral = item.amount.numeral
        number = item.amount.number
        if numeral.spelled and numeral.form == "number" and number and _is_unit_fraction(number) and not self.measured(item, before):
            words = self.lowered[numeral.start : numeral.end].replace("-", " ").split()
            if len(words) == 1 or (len(words) == 2 and words[0] in self.pack.numerals.one):
                return BARE_FRACTION
        if numeral.form == "plural" and numeral.base < 12:
            return BARE_FRACTION
        if numeral.spelled and number and number.value < 0:
            return None
        if _ROW_LEFT.search(self.text, max(0, start - 2), start) or _ROW_RIGHT.match(self.text, end):
            return DASHED_ROW
        return not_a_quantity(self.text, start, end, self.pack, bounded=bool(before.modifiers))


def _is_unit_fraction(number: Magnitude) -> bool:
    """One half, one third, and so on."""
    return number.fraction and Fraction(number.value).numerator == 1
