"""Whether a lone four-digit number is a year, by the words on both sides of it."""

from __future__ import annotations

import re

from qcheck.extraction.timexes.lexicon import NO_ROLES, Lexicon, Token
from qcheck.extraction.timexes.spans import Found

RECENT = range(1900, 2100)
"""Years that a number may be without a word that makes it one."""
_AHEAD = re.compile(r"[\s,]*([^\W\d_]+|\S)?")
_BACK = re.compile(r"([^\W\d_]+)[\s.]*$")
_CLOSING = ("", ",", ".", ";", ")", "-", "–", "’", "'", ":", "\n", "?", "!")


def is_year(text: str, low: str, tokens: list[Token], found: Found, words: Lexicon) -> bool:
    """Whether the year that an expression ends in is one, and no count ("2000 people"), address ("1909 Blake Street") or label.

    `low` is the text lowered; `found.prepositioned` tells that a preposition, bound or "year" stands before it.
    """
    times, year = words.times, tokens[found.end - 1]
    value = found.period.year or 0 if found.period else 0
    led, ranged = found.prepositioned, any("connectors" in token.roles for token in tokens[found.start + 1 : found.end])
    if not led and (value not in RECENT or value % 100 == 0):
        return False
    ahead = _AHEAD.match(low, year.end)
    word = ahead.group(1) or "" if ahead else ""
    back = _BACK.search(low, max(0, year.start - 25), year.start)
    prior = back.group(1) if back else ""
    if prior in times.labels or word in times.counted or "unit" in words.roles.get(word, NO_ROLES):
        return False
    if low[year.end : year.end + 1] in _CLOSING or word in times.function_words:
        return True
    if value not in RECENT:
        return False
    if times.capital_nouns:
        counted = bool(ahead and word and text[ahead.start(1)].isupper())
        if ranged:
            return not counted or (led and value % 50 != 0)
        if not counted or found.end == found.start + 1:
            return not counted
        before = tokens[found.end - 2]
        return "era" in before.roles or ("bound" in before.roles and before.word not in times.amount_bounds)
    if word.endswith("s") and value % 100 == 0:
        return False
    if prior in times.attributive:
        return value % 100 != 0
    return led or low.endswith(times.possessives, 0, year.start - 1)
