"""Whose votes or seats a number counts: the party or candidate that its clause names."""

from __future__ import annotations

from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import concept, known_nouns
from qcheck.extraction.discourse.lexicon import office
from qcheck.extraction.discourse.marks import STRONG, Reading
from qcheck.extraction.discourse.names import People, plain_words
from qcheck.extraction.nouns.inflection import is_plural, sure_singular
from qcheck.language.pack import Pack
from qcheck.model.quantity import Quantity

CONTESTED = frozenset(("vote", "seat"))
_BACK, _AHEAD = 16, 8
_CLAUSE = 4


def contender(article: Article, people: People, reading: Reading, first: int, last: int) -> str:
    """The party, or the last name of the candidate, that tokens `first` to `last` give votes or seats of, in lower case; "" if unknown.

    The nearest name before the number that no preposition governs, else one that a preposition gives them to ("for the Greens"), else
    the same behind the number.
    """
    if first > 1 and reading.tokens[first - 2].text[0].isdigit():
        return ""  # "61 of 120 seats"
    before = _names(article, reading, max(0, first - _BACK), first - 1, first)[::-1]
    after = _names(article, reading, last + 1, min(len(reading.tokens) - 1, last + _AHEAD), last)
    runs = [*before, *(run for run in after if not reading.border(last, run[0]))]
    opening = (
        [] if article.pack.phrases.capitalized else [run for run in runs if run[1] == 0]
    )  # any word may open a sentence with a capital
    free = [run for run in runs if run not in opening and not _governor(article.pack, reading, run[0])]
    given = [run for run in runs if _governor(article.pack, reading, run[0]) == "recipient"]
    return next((_named(article, people, reading, run) for run in (*free, *given, *opening)), "")


def may_be_contested(article: Article, reading: Reading, quantity: Quantity, phrase: str) -> bool:
    """Whether a number may be one of votes or seats: it counts some, or is a share in a sentence or an article on an election."""
    if phrase:
        return concept(phrase, pack=article.pack, desk=article.desk).lemma in CONTESTED
    if quantity.unit != "percent":
        return False
    votes = any(mark.value in CONTESTED for mark in reading.of("measure"))
    return votes or not article.words.isdisjoint(article.pack.concepts.topical.get("vote", ()))


def _names(article: Article, reading: Reading, begin: int, end: int, number: int) -> list[tuple[int, int]]:
    """The first and last tokens of the runs of capitalized words in the clause of a number that are no common nouns."""
    runs: list[tuple[int, int]] = []
    for index in range(begin, end + 1):
        token = reading.tokens[index]
        if not token.text[0].isupper() or _plain(article.pack, token.text, token.low) or _indefinite(reading, index):
            continue
        if _apart(reading, min(index, number), max(index, number)):
            continue
        if runs and runs[-1][1] == index - 1:
            runs[-1] = runs[-1][0], index
        else:
            runs.append((index, index))
    return runs


def _apart(reading: Reading, first: int, last: int) -> bool:
    """Whether another clause begins between two tokens; what stands in parentheses between them parts nothing."""
    signs = [t.text for t in reading.tokens[first:last] if t.text in STRONG]
    if signs == ["(", ")"]:
        return False
    return bool(signs) or reading.border(first, last) >= _CLAUSE


def _plain(pack: Pack, text: str, low: str) -> bool:
    nouns = known_nouns(pack)
    return low in plain_words(pack) or low in nouns or _office(pack, text) or sure_singular(text, pack).lower() in nouns


def _governor(pack: Pack, reading: Reading, index: int) -> str:
    """The kind of the preposition that governs the noun phrase a token stands in: "" where none does."""
    at = index - 1
    while at >= 0 and (reading.tokens[at].text[0].islower() or reading.tokens[at].text == "-" or _office(pack, reading.tokens[at].text)):
        preposition = reading.at("preposition", at)
        if preposition is not None:
            return preposition.value
        if reading.at("event", at) or reading.at("speech", at):
            return ""
        at -= 1
    opener = reading.at("preposition", at) if at >= 0 else None
    return opener.value if opener is not None else ""


def _named(article: Article, people: People, reading: Reading, run: tuple[int, int]) -> str:
    words = [reading.tokens[i].text for i in range(run[0], run[1] + 1)]
    last = words[-1]
    if len(words) == 1 or (last in people.full and (article.pack.phrases.capitalized or not is_plural(last, article.pack))):
        return last.lower()
    return " ".join(words).lower()


def _indefinite(reading: Reading, index: int) -> bool:
    """Whether an indefinite article opens the noun phrase of a token ("einem knappen Vorsprung")."""
    at = index - 1
    while at >= 0 and reading.tokens[at].text[0].islower():
        if reading.at("one", at):
            return True
        if reading.at("determiners", at) or reading.at("preposition", at):
            return False
        at -= 1
    return False


def _office(pack: Pack, text: str) -> bool:
    return text.lower() in _no_names(pack) or office(pack, text)


@cache
def _no_names(pack: Pack) -> frozenset[str]:
    """Offices, months and weekdays, in lower case."""
    times = pack.times
    days = (word for several in (*times.months, *times.weekdays) for word in several)
    return frozenset((*days, *(role.lower() for role in pack.cues.roles)))
