"""An age told again of a person without the name: "the 76-year-old", after "Jane Doe, 67"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE
from qcheck.extraction.discourse.names import people
from qcheck.extraction.discourse.relations.retold import RETOLD
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.model.claim import Claim, changed

_BACK = 2  # sentences before an age in which its person is named
_DETERMINER = 5  # characters before an age that hold its article
_NEAR = 6  # sentences back to the age that an age looks like, if others were told too
_LOOKS = "the same digits in another order"
_BEHIND = 14  # characters behind an age that hold whose it is
_TWO = 2
_ONLY = "the only two ages of the article, the second told as one that is known"
_REASON = "the only person with an age who is named before it"


def ages_retold(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `retold`, each only likely; none for an age that somebody in the article has."""
    ages = [r for r in rows if r.role == "claim" and r.unit == AGE and r.value_low == r.value_high and not r.same_as]
    named = [r for r in ages if r.person]
    found = [*_of_one_look(article, ages), *_only_two(article, ages)]
    for age in ages:
        if age.person or not _is_noun(article, age) or any(r is not age and r.value_low == age.value_low for r in ages):
            continue
        before = [r for r in named if r.start < age.start]
        spoken_of = {r.person for r in before if _named(article, r.person, age)}
        own = [r for r in before if r.person in spoken_of]
        if len(spoken_of) == 1 and len({r.value_low for r in own}) == 1 and len({r.person for r in before}) == 1:
            found.append(changed(relation(article, RETOLD, (own[0], age), reason=_REASON), modality="possible"))
    return found


def _of_one_look(article: Article, ages: Sequence[Claim]) -> Iterator[Claim]:
    """An age that stands for somebody told of before, and the only age before it with the same digits in another order."""
    values = [r.value_low for r in ages]
    for age in ages:
        if age.person or not _is_noun(article, age) or values.count(age.value_low) > 1:
            continue
        before = [r for r in ages if r.end <= age.start and r.value_low == int(r.value_low)]
        alike = [r for r in before if _swapped(int(r.value_low), int(age.value_low))]
        told = {r.value_low for r in alike}
        alone = len(told) == 1 and (len({r.value_low for r in before}) == 1 or age.sentence - alike[-1].sentence <= _NEAR)
        if alone and not (_others_beside(article, alike[-1], age) or _of_a_relative(article, alike[-1])):
            yield changed(relation(article, RETOLD, (alike[-1], age), reason=_LOOKS), modality="possible")


def _only_two(article: Article, ages: Sequence[Claim]) -> Iterator[Claim]:
    """The only two ages of an article, both of nobody by name: "a 47-year-old man", and "the 43-year-old" in another sentence."""
    told = list({r.value_low: r for r in reversed(ages)}.values())[::-1]
    if len(told) != _TWO or any(r.person for r in ages):
        return
    one, other = told
    first = article.lowered[max(one.sentence_start, one.start - _DETERMINER) : one.start].split()
    fresh = not one.definite and bool(first) and first[-1] in article.pack.retelling.a
    if fresh and _is_noun(article, other) and one.sentence < other.sentence:
        yield changed(relation(article, RETOLD, (one, other), reason=_ONLY), modality="possible")


def _swapped(one: int, other: int) -> bool:
    """Whether the two digits of an age have changed places."""
    a, b = str(one), str(other)
    return len(a) == 2 and a == b[::-1]


def _others_beside(article: Article, before: Claim, age: Claim) -> bool:
    """Whether somebody without an age is named for the first time in the sentence of an age, or in the one before."""
    start = max(before.end, article.sentences[max(0, age.sentence - 2)].start)
    told = article.text[:start]
    return any(name in article.text[start : age.start] and name not in told for name in people(article.text, article.pack)[1])


def _of_a_relative(article: Article, age: Claim) -> bool:
    """Whether an age is that of somebody's brother or daughter."""
    words = {word.lower() for word in article.pack.calendar.others}
    return not words.isdisjoint(article.lowered[age.start : age.end + _BEHIND].split())


def _is_noun(article: Article, age: Claim) -> bool:
    """Whether an age stands for a person told of before ("the 76-year-old", "der 76-Jährige")."""
    before = article.lowered[max(age.sentence_start, age.start - _DETERMINER) : age.start].split()
    alone = len(age.quote.split()) == 1 and not article.text[age.end : age.end + 1].isalpha()
    led = bool(before) and before[-1] in article.pack.retelling.the
    return age.definite and alone and led and age.value_low == int(age.value_low)


def _named(article: Article, person: str, age: Claim) -> bool:
    """Whether the last name of a person stands in the sentences right before an age, or in its own."""
    first = article.sentences[max(0, age.sentence - 1 - _BACK)]
    return person.split(" ")[-1] in article.text[first.start : age.sentence_end]
