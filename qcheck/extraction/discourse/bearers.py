"""Whose age a number is: the person named right beside it, or before a verb of being ("NAME was 41")."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.attribution import person_runs
from qcheck.extraction.discourse.concepts import PERSONS, concept
from qcheck.extraction.discourse.marks import Reading
from qcheck.extraction.discourse.names import People, plain_words
from qcheck.language.pack import Pack

AGE = "age"
_BEFORE, _AFTER, _APPOSITION = 8, 8, 16
_STOPS = ("preposition", "coordinators", "event", "speech", "passive")
_OPENING = ("(", ",", "–", "—")


class Bearer(NamedTuple):
    """`name` in full, "" for nobody who is named; `cut`: the last token before a name that follows the age, -1 where none does."""

    name: str = ""
    cut: int = -1


NOBODY = Bearer()


def bearer(article: Article, people: People, reading: Reading, first: int, last: int) -> Bearer:
    """The person whose age tokens `first` to `last` give.

    The name stands before ("NAME, 41", "NAME (41)", "NAME, a 41-year-old baker", "NAME is 41") or right after ("the 41-year-old baker
    NAME"). A last name alone stands for the one person of the article that bears it.
    """
    tokens = reading.tokens
    if any(token.low in _words(article.pack, "no_age") for token in tokens[last : last + 2]):
        return NOBODY
    after = _named_after(article, people, reading, last)
    if after.name:
        return after
    start = first - 1
    if start >= 0 and reading.at("determiners", start) and not reading.at("possessives", start):
        start -= 1
    elif first + 1 < len(tokens) and tokens[first + 1].text == "-":
        return NOBODY  # "NAME, 41-year-old ...": another one in a list
    name = ""
    if start > 0 and tokens[start].text in _OPENING:
        name = name_ending(article, people, reading, start - 1)
    elif start > 0 and tokens[first - 1].low in _words(article.pack, "being"):
        name = _subject(article, people, reading, first - 1)
    elif start > 1 and tokens[start].low in _words(article.pack, "relative") and not tokens[first].text[0].isdigit():
        name = name_ending(article, people, reading, start - (2 if tokens[start - 1].text == "," else 1))  # "NAME, who turned 41"
    return Bearer(name)


def name_ending(article: Article, people: People, reading: Reading, last: int) -> str:
    """The full name that ends at a token, its suffix included; "" where none does."""
    tokens, suffixes = reading.tokens, article.pack.persons.suffixes
    if last > 0 and tokens[last].text == "." and tokens[last - 1].text in suffixes:
        last -= 1  # "Jr."
    end = last
    if tokens[last].text in suffixes and last > 1 and tokens[last - 1].text == ",":
        end = last - 2  # "Holt, Jr., 41"
    runs = [run for run in person_runs(article, people, reading, max(0, end - _BEFORE), end) if run[1] == end]
    if not runs:
        return _like_a_country(article, reading, end)
    first, _, name = runs[-1]
    kept = name.split(" ")
    words = [token.text for token in tokens[first : end + 1] if token.text not in (".", "-")]
    if len(kept) > 1 and words[: len(kept)] == kept and not any(word.lower() in plain_words(article.pack) for word in words[len(kept) :]):
        kept = words  # a last name that is a word for an office as well ("White")
    if end < last and len(kept) > 1:
        kept.append(tokens[last].text)
    return people.only(" ".join(kept))


def noun_before(article: Article, reading: Reading, index: int) -> str:
    """The concept of the word for a person (by sex, age, part in a story, or kin) that stands at a token, "" if it is none."""
    word = reading.tokens[index].low
    kin = kinship(article.pack).get(word)
    if kin:
        return kin
    found = concept(word, pack=article.pack, desk=article.desk)
    counted = index + 1 < len(reading.tokens) and reading.at("preposition", index + 1) is not None
    return found.lemma if found.lemma in PERSONS and not (found.event and counted) else ""  # not "the deaths of four men"


@cache
def kinship(pack: Pack) -> dict[str, str]:
    """Words for kin, in lower case, with the concept of a person that they name."""
    return {word.lower(): lemma for lemma, words in pack.persons.kin.items() for word in words}


@cache
def _words(pack: Pack, name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in getattr(pack.persons, name))


def _named_after(article: Article, people: People, reading: Reading, last: int) -> Bearer:
    tokens, named = reading.tokens, _words(article.pack, "named")
    end = min(len(tokens) - 1, last + _AFTER)
    for begin, final, name in person_runs(article, people, reading, last + 1, end):
        between = [i for i in range(last + 1, begin) if tokens[i].low not in named]
        plain = all(tokens[i].text.isalpha() and not tokens[i].text[0].isdigit() for i in between)
        if plain and " " in name and not any(reading.at(kind, i) for i in between for kind in _STOPS):
            ahead = final + 1 < len(tokens) and (tokens[final + 1].low == "'s" or tokens[final + 1].text[0].isdigit())
            return NOBODY if ahead else Bearer(name_ending(article, people, reading, final) or people.only(name), begin - 1)
        return NOBODY
    final = last
    while final + 1 <= end and tokens[final + 1].text[:1].isupper():
        final += 1
    if final > last + 1 and (name := _like_a_country(article, reading, final, first=last + 1)):
        return Bearer(name, last)
    return NOBODY


def _like_a_country(article: Article, reading: Reading, last: int, *, first: int = -1) -> str:
    """A name of two or three words of which the first is a country's, too ("Chad Holt"); only beside an age it is sure to be a person's."""
    begin = last
    while begin > max(0, last - 2, first) and reading.tokens[begin - 1].text[:1].isupper():
        begin -= 1
    while begin < last and reading.at("country", begin) is None:
        begin += 1
    country = reading.at("country", begin)
    words = [token.text for token in reading.tokens[begin : last + 1]]
    own = country is not None and country.form == "name" and country.last == begin < last and (first < 0 or begin == first)
    title = begin > 0 and reading.tokens[begin - 1].text[:1].isupper()
    if not own or title or not all(word.isalpha() and word[:1].isupper() and not word.isupper() for word in words):
        return ""
    plain = not any(reading.at(kind, i) for kind in ("event", "speech", "role", "organisation") for i in range(begin, last + 1))
    return " ".join(words) if plain and not any(noun_before(article, reading, i) for i in range(begin, last + 1)) else ""


def _subject(article: Article, people: People, reading: Reading, verb: int) -> str:
    """The name before a verb of being, with or without an apposition between commas."""
    if reading.tokens[verb - 1].text != ",":
        return name_ending(article, people, reading, verb - 1)
    if verb > 1 and (name := name_ending(article, people, reading, verb - 2)):
        return name  # "the youngest of them, NAME, is 41"
    for comma in range(verb - 3, max(0, verb - _APPOSITION), -1):
        if reading.tokens[comma].text == ",":
            return name_ending(article, people, reading, comma - 1)
    return ""
