"""The noun phrase that a number counts: its words, its head, and the head's singular."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qcheck.language.pack import Pack

_WORD = re.compile(r"[ \u00a0\u202f-]?([^\W\d_]+(?:[-'’][^\W\d_]+)*)")
LONGEST = 7


@dataclass(frozen=True, slots=True)
class Phrase:
    """A counted phrase at characters `start` to `end`: `of` with its modifiers, `head` alone, both lower case, the head singular."""

    start: int
    end: int
    of: str
    head: str


def singular(noun: str, pack: Pack) -> str:
    """The singular of a noun, lower case, by the pack's irregular forms, else its endings."""
    word = noun.lower()
    if word in pack.phrases.irregular:
        return pack.phrases.irregular[word]
    for size in range(min(6, len(word) - 2), 0, -1):
        if word[-size:] in pack.phrases.endings:
            return word[:-size] + pack.phrases.endings[word[-size:]]
    return word


def counted(text: str, at: int, pack: Pack) -> Phrase | None:
    """The counted noun phrase that begins at `at` (right of a number or unit); None where no noun stands there."""
    rules = pack.phrases
    words: list[re.Match[str]] = []
    position = at
    for _ in range(LONGEST):
        match = _WORD.match(text, position)
        if not match or match.group(1).lower() in rules.stops:
            if words or not match or match.group(1).lower() not in rules.bridges:
                break
        else:
            words.append(match)
            noun = match.group(1)
            if rules.capitalized and noun[0].isupper():
                break
            if not rules.capitalized and singular(noun, pack) != noun.lower():
                break
        position = match.end()
    if not words:
        return None
    head = singular(words[-1].group(1), pack)
    of = " ".join([*(w.group(1).lower() for w in words[:-1]), head])
    return Phrase(words[0].start(1), words[-1].end(1), of, head)
