"""Articles with the claims that they hold, and stories of several articles with what must be found in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from qcheck.language.pack import load_pack
from qcheck.model.document import Document
from qcheck.model.frames import to_frame
from qcheck.model.interval import Interval
from qcheck.model.magnitude import readings, whole
from qcheck.model.quantity import Modifier
from qcheck.testing.strategies.options import known, sizes, strategies
from qcheck.testing.strategies.statements import RELATIONS, Relation
from qcheck.testing.strategies.words import (
    EARLIEST,
    THINGS,
    RenderedClaim,
    country,
    known_languages,
    months,
    parties,
    rendered,
    rendered_claims,
    words_of,
)

if TYPE_CHECKING:
    import pandas as pd

_Subject = tuple[tuple[str, ...], str]  # who does it to whom, and what is counted
ROOM = timedelta(60)  # between the articles of a story
FIRST, LAST = date(2015, 1, 1), date(2030, 12, 31)
_LOWER = (Modifier.EXACT, Modifier.LESS_THAN, Modifier.AT_MOST, Modifier.ABOUT, Modifier.ALMOST)
_UPPER = (Modifier.EXACT, Modifier.MORE_THAN, Modifier.AT_LEAST, Modifier.ABOUT, Modifier.ALMOST)


@dataclass(frozen=True, slots=True)
class Article:
    """An article and every claim that it holds, in the order of its text."""

    document: Document
    claims: tuple[RenderedClaim, ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """What two articles of a story say of one thing (or of two that look alike), the one that is published first before the other.

    The built-in rules must find a conflict or an update where the `relation` is that, and nothing where it is agree or unrelated.
    """

    relation: Relation
    documents: tuple[str, str]
    claims: tuple[RenderedClaim, RenderedClaim]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles, and all that is planted in them: no other two of their claims have to do with each other."""

    articles: tuple[Article, ...]
    planted: tuple[Planted, ...]

    @property
    def frame(self) -> pd.DataFrame:
        """The documents frame, for `qcheck.extract`."""
        return to_frame(self.documents, Document)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the articles."""
        return tuple(article.document for article in self.articles)

    @property
    def found(self) -> frozenset[tuple[str, frozenset[str]]]:
        """Outcome and the two articles of each finding that there must be."""
        return frozenset((p.relation, frozenset(p.documents)) for p in self.planted if p.relation in ("conflict", "update"))


def articles(
    *,
    claims: st.SearchStrategy[RenderedClaim] | None = None,
    languages: Sequence[str] = ("en", "de"),
    published: date = date(2024, 5, 14),
    min_claims: int = 1,
    max_claims: int = 4,
) -> st.SearchStrategy[Article]:
    """Articles in one of the `languages`, with as many `claims` (by default `rendered_claims`), each of another thing, and remarks.

    Raises InvalidArgument for what `rendered_claims` refuses, and for numbers of claims below 1 or in the wrong order.
    """
    strategies(claims=claims)
    sizes(min_claims=min_claims, max_claims=max_claims)
    told = rendered_claims(languages=languages, published=published) if claims is None else claims
    several = st.lists(told, min_size=min_claims, max_size=max_claims, unique_by=_thing)
    return st.builds(_article, st.just("article"), st.sampled_from(tuple(languages)), st.just(published), several, _REMARKS)


def stories(
    *,
    relations: Sequence[Relation] = RELATIONS,
    languages: Sequence[str] = ("en", "de"),
    min_value: date = FIRST,
    max_value: date = LAST,
    max_planted: int = 3,
) -> st.SearchStrategy[Story]:
    """Stories of two to four articles of days inside [min_value, max_value], in any of the `languages`, with one to `max_planted` pairs of
    claims whose relation is one of `relations`.

    Raises InvalidArgument for an unknown relation or language, for days before 1960 or less than 60 days apart, and for less than one pair.
    """
    known(RELATIONS, relations=relations)
    known_languages(languages)
    if max_planted < 1:
        raise InvalidArgument(f"max_planted={max_planted!r} is less than 1")
    if max_value - min_value < ROOM:
        raise InvalidArgument(f"max_value={max_value!r} lies less than {ROOM.days} days after min_value={min_value!r}")
    if min_value < EARLIEST:
        raise InvalidArgument(f"min_value={min_value!r} is before {EARLIEST}")
    return _stories(tuple(relations), tuple(languages), min_value, max_value, max_planted)


_REMARKS = st.lists(st.integers(0, 2), max_size=3)


@st.composite
def _stories(draw: st.DrawFn, relations: tuple[Relation, ...], languages: tuple[str, ...], first: date, last: date, most: int) -> Story:
    wanted = draw(st.lists(st.sampled_from(relations), min_size=1, max_size=most))
    subjects = draw(
        st.lists(st.tuples(parties(), st.sampled_from(THINGS)), min_size=2 * len(wanted), max_size=2 * len(wanted), unique=True)
    )
    day = draw(st.dates(first, last - ROOM))
    later = day + timedelta(draw(st.integers(1, ROOM.days)))
    days = {"a": day, "b": day, "c": later, "d": later}
    told: dict[str, list[RenderedClaim]] = {}
    planted = []
    for number, relation in enumerate(wanted):
        names = draw(st.sampled_from(_PLACES[relation]))
        pair = draw(_pairs(relation, languages, (days[names[0]], days[names[1]]), tuple(subjects[2 * number : 2 * number + 2])))
        planted.append(Planted(relation, names, pair))
        for name, claim in zip(names, pair, strict=True):
            told.setdefault(name, []).append(claim)
    found = [_article(name, draw(st.sampled_from(languages)), days[name], told[name], draw(_REMARKS)) for name in sorted(told)]
    return Story(tuple(found), tuple(planted))


# the articles of a pair: a and b of one day, c and d of a later one
_PLACES: dict[Relation, tuple[tuple[str, str], ...]] = {
    "agree": (("a", "b"), ("c", "d")),
    "conflict": (("a", "b"), ("c", "d"), ("a", "c")),
    "update": (("a", "c"), ("b", "d")),
    "unrelated": (("a", "b"), ("c", "d"), ("b", "c")),
}


@st.composite
def _pairs(
    draw: st.DrawFn, relation: Relation, languages: tuple[str, ...], days: tuple[date, date], subjects: tuple[_Subject, ...]
) -> tuple[RenderedClaim, RenderedClaim]:
    """Two claims of the two days; of the first subject, where they are not unrelated."""
    low, below = draw(st.integers(13, 10**4)), draw(st.sampled_from(_LOWER))
    if relation == "agree":
        amounts = [(low, below)] * 2
    else:
        above = draw(st.sampled_from(_UPPER))
        apart = st.integers(3 * low, 30 * low).filter(lambda high: _hard(low, below).disjoint(_hard(high, above)))
        amounts = [(low, below), (draw(apart), above)]
        # a total that is lower later is a conflict, one that is higher an update
        if relation == "conflict" and (days[0] < days[1] or draw(st.booleans())):
            amounts.reverse()
    since = draw(months(days[0]))
    of = subjects if relation == "unrelated" else subjects[:1] * 2
    one, other = (
        rendered(value, modifier, *subject, since, draw(st.integers(0, 2)), published=day, languages=languages)
        for (value, modifier), subject, day in zip(amounts, of, days, strict=True)
    )
    return one, other


def _hard(value: int, modifier: Modifier) -> Interval[float]:
    return readings(whole(value), words_of(modifier))[0]


def _article(name: str, language: str, published: date, claims: Sequence[RenderedClaim], remarks: Sequence[int]) -> Article:
    pack = load_pack(language)
    first = claims[0].claim
    title = pack.renderings.headline.format(agent=country(pack, first.agent), recipient=country(pack, first.recipient))
    said = [claim.sentences[language] for claim in claims]
    for at, remark in enumerate(remarks):
        said.insert(2 * at + 1, pack.renderings.remarks[remark])
    text = f"{title}\n\n{' '.join(said)}"
    document = Document(name, title=title, text=text, language=language, published=published.isoformat(), published_from="dateline")
    return Article(document, tuple(claims))


def _thing(claim: RenderedClaim) -> tuple[str, str, str]:
    return claim.claim.of, claim.claim.agent, claim.claim.recipient
