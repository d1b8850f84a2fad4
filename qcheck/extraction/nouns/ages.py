"""Ages that the words around a number tell: "aged 40", "im Alter von 40 Jahren", "Smith, 40,"."""

from __future__ import annotations

import re

from qcheck.extraction.nouns.unit_words import unit_words
from qcheck.extraction.units import YEARS, UnitMatch, after_gap, longest_unit
from qcheck.language.pack import Pack
from qcheck.model.desk import EMPTY_DESK


def age_around(text: str, start: int, end: int, pack: Pack) -> UnitMatch | None:
    """The words around the number at `start` to `end` that make it an age, from the first of them to the last; else None.

    "aged 40", "im Alter von 40 Jahren", "turned 40", and a number between commas or in parentheses after a name.
    """
    words = unit_words(pack)
    before = words.age_before.search(text, max(0, start - words.age_reach), start)
    if before:
        verb = before.group(1).lower() in words.age_verbs
        after = longest_unit(text, after_gap(text, end), words, EMPTY_DESK)
        if after and after[1] in YEARS:
            return UnitMatch(before.start(1), after[0], "age", YEARS[after[1]])
        if not after and not (verb and not words.age_verb_after.match(text, end)):
            return UnitMatch(before.start(1), end, "age")
        return None
    digits = text[start:end]
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 3 and 0 < int(digits) < 115):
        return None
    left, right = text[max(0, start - 40) : start], text[end : end + 2]
    named = _NAME_COMMA.search(left) and not words.months.search(left)
    if named and re.match(r"[,.;)](?!\d)", right) and not _LIST.match(text, end):
        return UnitMatch(start, end, "age")
    if int(digits) >= 10 and right[:1] == ")" and _NAME_PARENTHESIS.search(left):
        return UnitMatch(start, end, "age")
    return None


_NAME_COMMA = re.compile(r"(?<![\w,] )(?:^|[\s(\"“„])[^\W\d_a-z][^\W\d_]*[a-zäöüßéèáíóúñç](?:-[^\W\d_]+)?, $")
_NAME_PARENTHESIS = re.compile(r"[^\W\d_a-z][^\W\d_]*[a-zäöüß]+ (?:[a-z]{2,3} )?[^\W\d_a-z][^\W\d_]*[a-zäöüßéèáíóúñç-]+ \($")
_LIST = re.compile(r", (?:\w+ )?\d")
