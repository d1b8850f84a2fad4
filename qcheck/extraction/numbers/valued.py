"""What an amount of money is the value of, where that stands before it: a contract worth $5 million, eine Strafe von 3000 Euro."""

from __future__ import annotations

import re
from functools import cache

from qcheck.extraction.nouns.inflection import sure_singular
from qcheck.extraction.nouns.unit_words import SPACES
from qcheck.language.pack import Pack

_REACH = 60


@cache
def _links(pack: Pack) -> re.Pattern[str]:
    links = "|".join(map(re.escape, sorted(pack.phrases.values, key=lambda word: (-len(word), word)))) or "(?!)"
    return re.compile(rf"(?<![\w-])([^\W\d_]{{3,}}(?:-[^\W\d_]+)*)[{SPACES}](?:{links})[{SPACES}]$")


@cache
def _no_nouns(pack: Pack) -> frozenset[str]:
    return frozenset(pack.phrases.stops)


def valued_before(text: str, start: int, pack: Pack) -> str:
    """The noun, singular and lower case, that a linking word joins to the amount at `start`; "" where none stands there."""
    match = _links(pack).search(text, max(0, start - _REACH), start)
    if match is None:
        return ""
    noun = match.group(1)
    if noun.lower() in _no_nouns(pack) or (pack.phrases.capitalized and noun[0].islower()):
        return ""
    return sure_singular(noun, pack)
