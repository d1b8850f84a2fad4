"""Bare numbers that are ages by the words around them ("NAME, 41", "a man, 41", "NAME was 41"), and of which time an age is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE, bearer, noun_before
from qcheck.extraction.discourse.concepts import KILL
from qcheck.extraction.discourse.deaths import dead, is_dead
from qcheck.extraction.discourse.names import People
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed
from qcheck.model.interval import Interval
from qcheck.model.quantity import Quantity
from qcheck.model.timespan import UNKNOWN_SPAN

OLDEST = 115
_REACH = 30
_LEAST = 2  # tokens before an age that follows a noun
_LED = 5  # tokens within which an article leads that noun
_BARE = re.compile(r"\d{1,3}")
_BEFORE = re.compile(r"[\w.], ?$|[\w.] ?\($|[^\W\d_] $")
_AFTER = re.compile(r"[,.;)](?!\d)|$|\n| [–—(]| - | (?=[^\W\d_])")


def ages(article: Article, people: People, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, those turned into ages that the words around them tell to be one: "NAME, 41", "a man, 41", "NAME was 41"."""
    return [_age(article, people, quantity) or quantity for quantity in quantities]


def _age(article: Article, people: People, quantity: Quantity) -> Quantity | None:
    """The age that a bare number is, of the person that the word before it tells of; None if it is none, or one that needs no change."""
    text, start, end = article.text, quantity.start, quantity.end
    if quantity.unit == AGE and quantity.quote.isdigit() and quantity.hard.low != quantity.value:
        whole = Interval(float(quantity.quote), float(quantity.quote))  # years, whatever unit the ages around it have
        return replace(quantity, hard=whole, typical=whole, value=whole.low)
    if not quantity.of and quantity.unit in (AGE, "count") and (noun := _apposed(article, quantity)):
        return replace(quantity, unit=AGE, of=noun, phrase_end=end)
    if quantity.unit != "count" or quantity.of or not _BARE.fullmatch(quantity.quote) or not 0 < int(quantity.quote) <= OLDEST:
        return None
    if not _BEFORE.search(text, max(0, start - 3), start) or not _AFTER.match(text, end):
        return None
    sentence = sentence_at(article.sentences, start)
    if sentence is None or start < sentence.start:
        return None
    reading = article.reading(sentence)
    first = reading.index(start)
    before = first - 1
    if before < 1:
        return None
    after = reading.tokens[first + 1] if first + 1 < len(reading.tokens) else None
    closes = after is None or not after.text[0].isalnum()
    sign = reading.tokens[before].text
    if sign in (",", "("):
        if sign == "(" and (after is None or after.text not in ("),", ")", ",")):
            return None
        closes = closes or bool(after and after.low in _goes_on(article.pack))
    elif after and after.low in _then_first(article.pack):
        closes = True
    if not closes:
        return None
    if bearer(article, people, reading, first, first).name:
        return replace(quantity, unit=AGE, phrase_end=end)
    noun = reading.tokens[before - 1].low
    return (
        replace(quantity, unit=AGE, of=noun, phrase_end=end) if sign in (",", "(") and noun_before(article, reading, before - 1) else None
    )


def _apposed(article: Article, quantity: Quantity) -> str:
    """The word for a person whose age follows it: "the driver, aged 43", "a boy of 11"; nothing without one."""
    sentence = sentence_at(article.sentences, quantity.start)
    if sentence is None or quantity.value is None or isinstance(quantity.value, tuple) or not 0 < quantity.value <= OLDEST:
        return ""
    reading = article.reading(sentence)
    first, last = reading.index(quantity.start), reading.index(quantity.end - 1)
    if first < _LEAST or not noun_before(article, reading, first - 2):
        return ""
    noun = reading.tokens[first - 2].low
    if quantity.unit == AGE:
        sign = reading.tokens[first - 1].text
        if not quantity.quote[0].isdigit():
            return noun if sign == "," else ""
        common = reading.tokens[first - 2].text[0].islower() or (first > 2 and reading.at("determiners", first - 3) is not None)
        return noun if common and sign in (",", "(") else ""  # "der Fahrer, 44", not "Fischer, 44"
    after = reading.tokens[last + 1].text if last + 1 < len(reading.tokens) else "."
    led = any(reading.at("one", i) is not None for i in range(max(0, first - _LED), first - 2))
    closes = not after[0].isalnum() or reading.at("preposition", last + 1) is not None or reading.at("passive", last + 1) is not None
    group = any(noun == word.lower() for words in article.pack.concepts.groups.values() for word in words)  # "a crew of 16"
    return noun if led and closes and not group and reading.tokens[first - 1].low in article.pack.attributes.of else ""


def befallen(article: Article, people: People, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, ages of persons that the article tells to be dead with the event `kill`, ages of another time without days."""
    ages = [claim for claim in claims if claim.unit == AGE]
    if not ages:
        return list(claims)
    names = dead(article, people) if any(claim.person for claim in ages) else frozenset()
    return [_befallen(article, claim, names) if claim.unit == AGE else claim for claim in claims]


def _befallen(article: Article, claim: Claim, names: frozenset[str]) -> Claim:
    if claim.person and is_dead(claim.person, names, article):
        claim = changed(claim, event=KILL)
    before, after = _then(article.pack)
    text = article.text
    if before.search(text, max(0, claim.start - _REACH), claim.start) or after.match(text, claim.end):
        claim = changed(claim, within=str(UNKNOWN_SPAN), throughout="", time_quote="", time_bound="")
    return claim


@cache
def _then(pack: Pack) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands right before or right behind an age of another time."""
    before, after = ("|".join(re.escape(w) for w in words) or "(?!)" for words in (pack.persons.formerly, pack.persons.of_then))
    return re.compile(rf"(?<!\w)(?:{before})[ -]?$", re.IGNORECASE), re.compile(rf" (?:{after})(?!\w)", re.IGNORECASE)


@cache
def _goes_on(pack: Pack) -> frozenset[str]:
    """Words that may follow an age without a sign between."""
    cues = pack.cues
    words = (*cues.coordinators, *cues.passive, *cues.subordinators, *cues.perfect, *cues.preterite)
    return frozenset(word.lower() for word in words) | _then_first(pack)


@cache
def _then_first(pack: Pack) -> frozenset[str]:
    """The first words of those that tell of another time ("at the time")."""
    return frozenset(phrase.split(" ")[0].lower() for phrase in pack.persons.of_then)
