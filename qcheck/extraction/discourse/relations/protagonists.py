"""Whom a sentence speaks of: the person that it names, or those before it, or the one that the whole article is about."""

from __future__ import annotations

import re
from functools import lru_cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.names import people, plain_words
from qcheck.language.pack import Pack

_REMEMBERED = 2  # sentences that a person is remembered for
_OPENING = 3  # sentences, the headline among them, that tell whom an article is about
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_RUN = re.compile(r"(?<!\w)(?:[A-ZÄÖÜ][\w-]+ )+([A-ZÄÖÜ][\w-]+)")
_FIRST = re.compile(r"(?:^|[.!?“”\"] |\n)([A-ZÄÖÜ][\w-]+)")


def spoken_of(article: Article, sentence: int) -> str:
    """The last name of the person whom a sentence names first, or the ones before it, if it names none."""
    known = _last_names(article.text, article.pack)
    for number in range(sentence, max(0, sentence - 1 - _REMEMBERED), -1):
        text = article.sentences[number - 1]
        for match in _WORD.finditer(article.text, text.start, text.end):
            if match.group() in known:
                return match.group()
    return ""


def protagonists(article: Article, sentence: int) -> frozenset[str]:
    """The last names that the headline and the first sentences tell, if a sentence begins with a pronoun."""
    opening = article.sentences[sentence - 1]
    first = _WORD.search(article.text, opening.start, opening.end)
    openings = {*article.pack.cues.pronouns, *(word.lower() for word in article.pack.calendar.born)}
    if first is None or first.group().lower() not in openings:
        return frozenset()
    told = article.text[: article.sentences[min(_OPENING, len(article.sentences)) - 1].end]
    return frozenset(name.split(" ")[-1] for name in people(told, article.pack)[1])


def named_beside(article: Article, name: str, sentence: int) -> bool:
    """Whether a name stands in the sentence of an age or in the ones right before it, and that of nobody else with an age."""
    first = article.sentences[max(0, sentence - 1 - _REMEMBERED)]
    return name in article.text[first.start : article.sentences[sentence - 1].end]


@lru_cache(maxsize=4)
def _last_names(text: str, pack: Pack) -> frozenset[str]:
    """The last names of a text's persons; where nouns have capitals, also what ends a run of them and begins a sentence elsewhere."""
    names = {name.split(" ")[-1] for name in people(text, pack)[1]}
    if pack.concepts.compounds:
        names |= set(_RUN.findall(text)) & set(_FIRST.findall(text))
    return frozenset(name for name in names if name.lower() not in plain_words(pack))
