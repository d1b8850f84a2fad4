"""Ages of several persons told at once: lists ("ages 22, 45 and 67"), ranges ("from 8 to 15") and decades ("in their 20s")."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.ages import OLDEST
from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE, noun_before
from qcheck.extraction.discourse.marks import Reading
from qcheck.extraction.discourse.phrase_cues import Wanted, needed, wanted
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed, content_id
from qcheck.model.interval import number_text

_NOUN_WITHIN = 6  # tokens before ages in which the word for their bearers stands
_REST = 4  # tokens before it in which words tell that only the rest is meant
_REACH = 34
_LONGEST = 120
_DECADE_ENDINGS = ("0s", "0's", "0’s")
_PARTS = {"early": (0, 4), "middle": (3, 7), "late": (6, 9), "": (0, 9)}  # years of a decade


class _Words(NamedTuple):
    """Patterns of a pack: what stands before a list, before the ends of a range, between members, and decades."""

    ages: re.Pattern[str]
    spread: re.Pattern[str]
    joins: re.Pattern[str]
    decade: re.Pattern[str]
    years: re.Pattern[str]
    between: re.Pattern[str]


def age_groups(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, bare numbers of lists and ranges of ages turned into ages, with one claim for each group.

    A group's range runs from its youngest to its oldest; `members` holds the ages joined by ; where all are listed.
    """
    made: dict[str, Claim] = {}
    groups: list[Claim] = []
    ordered = sorted((c for c in claims if _may_be_age(c)), key=lambda c: (c.start, c.end))
    for chain in _chains(article, ordered, _patterns(article.pack)):
        group = _group(article, chain)
        if group is not None:
            groups.append(group)
            made.update({c.claim: _as_age(c, group) for c in chain if c.value_low == c.value_high})
    groups += _decades(article, claims)
    taken = [(g.start, g.end) for g in groups]
    kept = [made.get(c.claim, c) for c in claims if not (c.role == "claim" and (c.start, c.end) in taken)]
    return sorted([*kept, *groups], key=lambda c: (c.start, c.end, c.claim))


def _may_be_age(claim: Claim) -> bool:
    bare = claim.unit != "count" or " " not in claim.quote or claim.value_low != claim.value_high
    return claim.unit in ("count", "year", AGE) and bare and not claim.person and 0 < claim.value_low <= claim.value_high <= OLDEST


def _chains(article: Article, claims: Sequence[Claim], words: _Words) -> Iterator[list[Claim]]:
    """Numbers of one sentence that only commas and conjunctions part; a range alone."""
    chain: list[Claim] = []
    for claim in claims:
        if claim.value_low != claim.value_high:
            yield [claim]
        elif chain and chain[-1].sentence == claim.sentence and words.joins.fullmatch(article.text, chain[-1].end, claim.start):
            chain.append(claim)
        else:
            if len(chain) > 1:
                yield chain
            chain = [claim]
    if len(chain) > 1:
        yield chain


def _group(article: Article, chain: list[Claim]) -> Claim | None:
    words, text = _patterns(article.pack), article.text
    first, last = chain[0], chain[-1]
    sentence = article.sentences[first.sentence - 1]
    before = text[max(sentence.start, first.start - _REACH) : first.start] + text[first.start : first.end].rstrip("0123456789")
    spread = words.spread.search(before.lower()) is not None
    told = spread or words.ages.search(before.lower()) is not None or any(c.unit == AGE for c in chain)
    after = words.years.match(text, last.end) is not None or words.years.search(last.quote) is not None
    reading = article.reading(sentence)
    noun, number, definite = _bearers(article, reading, reading.index(first.start))
    if not told and not (noun and (after or (number == len(chain) and text[first.start - 2 : first.start] in (", ", " (")))):
        return None
    if any(c.unit == "year" for c in chain) and not told:
        return None
    ranged = len(chain) == 1 or (spread and len(chain) == 2)
    if len(chain) == 1 and not (spread or words.between.search(first.quote.lower())):
        return None  # "a 62-year-old sailor and his two 30-year-old sons"
    values = sorted(value for c in chain for value in (c.value_low, c.value_high)) if ranged else sorted(c.value_low for c in chain)
    event = next((c.event for c in chain if c.event and c.event != "be"), "")
    listed = not ranged and number in (0, len(chain))
    if not noun or not (ranged or listed):
        return None
    return _claim(article, first, last.end, values, of=noun, event=event, listed=listed, definite=definite)


def _bearers(article: Article, reading: Reading, first: int) -> tuple[str, int, bool]:
    """The concept of the nearest word for persons before ages, how many the number before it counts (0: none), and whether it is all of
    them: words that are known or that say so stand before it ("the victims", "all victims").
    """
    for index in range(first - 1, max(-1, first - 1 - _NOUN_WITHIN), -1):
        noun = noun_before(article, reading, index)
        if noun:
            return noun, _count(article, reading, index), _definite(article, reading, index)
        if reading.tokens[index].text in ".;:" or reading.at("speech", index):
            break
    return "", 0, False


def _definite(article: Article, reading: Reading, noun: int) -> bool:
    if any(token.low in article.pack.records.besides for token in reading.tokens[max(0, noun - _REST) : noun + 1]):
        return False  # "the other three men", "the rest of the victims"
    return any(reading.at(kind, i) for kind in ("definite", "all") for i in range(max(0, noun - 2), noun))


def _count(article: Article, reading: Reading, noun: int) -> int:
    for index in range(noun - 1, max(-1, noun - 3), -1):
        word = reading.tokens[index].low
        if word.isdigit():
            return int(word)
        value = _numerals(article.pack).get(word)
        if value:
            return value
    return 0


def _as_age(claim: Claim, group: Claim) -> Claim:
    value = claim.value_low
    exact = changed(claim, low=value, high=value, closed="[]", typical_low=value, typical_high=value, typical_closed="[]")
    return changed(exact, unit=AGE, dimension="", base_factor=1.0, of=group.of, event=claim.event or group.event)


def _claim(article: Article, first: Claim, end: int, values: list[float], *, of: str, event: str, listed: bool, definite: bool) -> Claim:
    end = min(end, first.start + _LONGEST)
    quote = article.document.text[first.start : end]
    low, high = values[0], values[-1]
    return changed(
        first,
        claim=content_id(article.document.document, first.start, end, "claim", quote),
        end=end,
        quote=quote,
        low=low,
        high=high,
        closed="[]",
        typical_low=low,
        typical_high=high,
        typical_closed="[]",
        value_low=low,
        value_high=high if high != low else math.nan,
        modifier="range",
        unit=AGE,
        dimension="",
        base_factor=1.0,
        of=of,
        scope="",
        definite=definite,
        event=event,
        agent="",
        recipient="",
        members=";".join(number_text(value, "") for value in values) if listed else "",
    )


def _decades(article: Article, claims: Sequence[Claim]) -> list[Claim]:
    """The ages that a decade tells of several persons ("all victims are in their 20s")."""
    found: list[Claim] = []
    if not (any(ending in article.text for ending in _DECADE_ENDINGS) or article.may_say(_decade_names(article.pack))):
        return found
    for match in _patterns(article.pack).decade.finditer(article.text):
        sentence = sentence_at(article.sentences, match.start())
        if sentence is None:
            continue
        reading = article.reading(sentence)
        noun = _bearers_of_clause(article, reading, reading.index(match.start()))
        if not noun:
            continue
        start, years = _decade(article.pack, match)
        low, high = (start + year for year in years)
        near = next((c for c in claims if c.sentence == sentence.number), None)
        blank = Claim(
            role="claim",
            document=article.document.document,
            language=article.document.language,
            start=match.start(),
            zone=sentence.paragraph.zone,
            sentence=sentence.number,
            sentence_start=sentence.start,
            sentence_end=sentence.end,
            paragraph=sentence.paragraph.number,
            within=near.within if near else "",
        )
        found.append(
            changed(_claim(article, blank, match.end(), [low, high], of=noun, event="", listed=False, definite=True), modifier="vague")
        )
    return found


def _bearers_of_clause(article: Article, reading: Reading, first: int) -> str:
    """The subject of a decade: the first word for persons of its clause, where words say that all of them are meant."""
    for index in range(max(0, first - 2 * _NOUN_WITHIN), first):
        noun = noun_before(article, reading, index)
        every = bool(reading.of("all", max(0, index - _REST), index))
        some = any(reading.at("preposition", i) for i in range(max(0, index - 2), index))  # "some of the men"
        if noun and (every or (_definite(article, reading, index) and not some)):
            return noun
    return ""


def _decade(pack: Pack, match: re.Match[str]) -> tuple[float, tuple[int, int]]:
    digits, word, part = match.group("digits"), match.group("word"), (match.group("part") or "").lower()
    decades = pack.persons.decades
    start = (
        float(digits) if digits else 10.0 * int(next(key for key, words in decades.words.items() if word.lower() in map(str.lower, words)))
    )
    return start, _PARTS[next((name for name, words in decades.parts.items() if part in map(str.lower, words)), "")]


@cache
def _numerals(pack: Pack) -> dict[str, int]:
    return {word.lower(): int(value) for value, words in pack.numerals.cardinals.items() for word in words if value.isdigit()}


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"


@cache
def _decade_names(pack: Pack) -> Wanted:
    return wanted(needed(word) for words in pack.persons.decades.words.values() for word in words)


@cache
def _patterns(pack: Pack) -> _Words:
    persons = pack.persons
    decades = persons.decades
    names = [word for words in decades.words.values() for word in words]
    parts = [word for words in decades.parts.values() for word in words]
    return _Words(
        ages=re.compile(rf"(?<!\w)(?:{_any([w.lower() for w in persons.ages])}),? ?\(?$"),
        spread=re.compile(rf"(?<!\w)(?:{_any([w.lower() for w in persons.spread])})(?!\w)[^.,;]{{0,8}}$"),
        joins=re.compile(rf",? (?:(?:{_any(persons.joiners)}) )?"),
        decade=re.compile(
            rf"(?<!\w)(?:{_any(decades.before)}) (?:(?P<part>{_any(parts)})[ -])?"
            rf"(?:(?P<digits>[2-9]0)(?:['’]?s)|(?P<word>{_any(names)}))(?!\w)"
        ),
        between=re.compile(rf"^(?:{_any([w.lower() for w in persons.between])})(?!\w)"),
        years=re.compile(rf" (?:{_any(persons.old)})(?!\w)|(?:{_any(persons.old)})$"),
    )
