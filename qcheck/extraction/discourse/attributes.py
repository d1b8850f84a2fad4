"""The noun that a value is of where no pack names it: "a speech of 48 minutes", "the pension is 690 euros"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from qcheck.extraction.discourse.concepts import known_nouns
from qcheck.extraction.discourse.marks import Reading
from qcheck.extraction.nouns.inflection import is_plural, singular, sure_singular
from qcheck.language.pack import Pack

_LONGEST = 9  # tokens of a subject
_LED = 4  # tokens before a noun that an article leads
_SHORTEST = 3  # letters of a noun
_INSIDE = ("-", "‑", "'s")


def attribute(reading: Reading, first: int, last: int) -> str:
    """The noun in lower case, in the singular, that the value at tokens `first` to `last` is of: right before "of", or the subject of a
    verb that says no more than that it is so. Nothing where neither stands there.
    """
    at = _named(reading, first)
    if at < 0:
        at = _subject(reading, first, last)
    if at < 0:
        return ""
    word, pack = reading.tokens[at].text, reading.pack
    if pack.phrases.capitalized:
        return sure_singular(word, pack).lower()
    return singular(word, pack) if is_plural(word, pack) else word.lower()


def _named(reading: Reading, first: int) -> int:
    """The noun of "a speech of 48 minutes", which an article or a word before it leads; -1 without one."""
    end = _behind(reading, first, _phrases(reading.pack)[0])
    led = (
        end > 0
        and any(_leads(reading, i) for i in range(max(0, end - _LED), end))
        and not reading.parted[end] - reading.parted[max(0, end - _LED)]
    )
    return end if led and _noun(reading, end) else -1


def _subject(reading: Reading, first: int, last: int) -> int:
    """The head of the subject of "is" and such right before the value, which must say nothing else; -1 without one."""
    end = _behind(reading, first, _phrases(reading.pack)[1])
    after = last + 1
    if end < 0 or (after < len(reading.tokens) and reading.tokens[after].text.isalpha() and not reading.at("preposition", after)):
        return -1  # "was 12 percent dearer"
    words, head = reading.pack.attributes, end
    for at in _before(reading, end):
        if at < 0:
            return -1
        if at and reading.tokens[at].low in words.breaks:
            head = at - 1
    return head if head >= 0 and _noun(reading, head) else -1


def _before(reading: Reading, end: int) -> Iterator[int]:
    """The tokens of a subject from its last one back to its article or the head of the sentence; -1 where it is none."""
    breaks = reading.pack.attributes.breaks
    for at in range(end, max(-1, end - _LONGEST), -1):
        token = reading.tokens[at]
        clause = reading.at("subordinators", at) is not None and not _leads(reading, at)
        if not (token.text[0].isalnum() or token.text in _INSIDE) or clause or reading.at("coordinators", at) or reading.at("passive", at):
            yield -1
            return
        yield at
        described = at > 0 and reading.tokens[at - 1].low in breaks  # "of the air"
        if not at or (_leads(reading, at) and token.low not in breaks and not described):
            return
    yield -1


def _behind(reading: Reading, first: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """The token before the longest of some phrases that ends right before token `first`, over words that tell nothing; -1 without one."""
    adverbs = reading.pack.attributes.adverbs
    end = first - 1
    while end > 0 and reading.tokens[end].low in adverbs:
        end -= 1
    for phrase in phrases:
        begin = end - len(phrase) + 1
        if begin > 0 and all(reading.tokens[begin + i].low == word for i, word in enumerate(phrase)):
            begin -= 1
            while begin > 0 and reading.tokens[begin].low in adverbs:
                begin -= 1
            return begin
    return -1


def _noun(reading: Reading, at: int) -> bool:
    token, pack = reading.tokens[at], reading.pack
    if not token.text.isalpha() or len(token.text) < _SHORTEST or token.low in pack.attributes.plain:
        return False
    if token.low in _stops(pack) and not (at and _leads(reading, at - 1)):
        return False
    if pack.phrases.capitalized:
        return token.text[0].isupper()
    event = reading.at("event", at)
    verb = event is not None and "noun" not in event.form and token.low not in known_nouns(pack)
    return not verb and (token.text.islower() or token.low in known_nouns(pack))


def _leads(reading: Reading, at: int) -> bool:
    return reading.tokens[at].text == "'s" or reading.at("determiners", at) is not None or reading.at("one", at) is not None


@cache
def _stops(pack: Pack) -> frozenset[str]:
    return frozenset(map(str.lower, pack.phrases.stops))


@cache
def _phrases(pack: Pack) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """The words for "of" and those for "is", each as tokens, the longest first."""

    def longest_first(phrases: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=lambda words: (-len(words), words)))

    return longest_first(pack.attributes.of), longest_first(pack.attributes.copulas)
