"""Claims as rows of the claims frame, and pairs of which is known what the rules must say."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, cast, get_args

from hypothesis import strategies as st

from qcheck.model.claim import Claim, Kind, content_id
from qcheck.model.interval import Closed, Interval
from qcheck.model.quantity import Quantity
from qcheck.model.timespan import TimeSpan, span_text
from qcheck.testing.strategies.amounts import quantities as any_quantities
from qcheck.testing.strategies.days import time_spans
from qcheck.testing.strategies.options import known, strategies
from qcheck.testing.strategies.ranges import CLOSED, ends
from qcheck.testing.strategies.shown import ShownByRepr
from qcheck.testing.strategies.words import COUNTRIES, THINGS, parties

Relation = Literal["agree", "conflict", "update", "unrelated"]
RELATIONS = cast(tuple[Relation, ...], get_args(Relation))
PUBLISHED = date(2024, 5, 14)
LATER = date(2024, 6, 20)
_PERIOD = "2024-03/2024-05-14"
_KINDS: tuple[Kind, ...] = ("", "total", "level")
PLACES = ("Brevik", "Matarani")
_FINEST = 1000  # steps of a number: articles write few digits


def claims(
    *,
    quantities: st.SearchStrategy[Quantity] | None = None,
    spans: st.SearchStrategy[TimeSpan] | None = None,
    documents: st.SearchStrategy[str] | None = None,
) -> st.SearchStrategy[Claim]:
    """Rows of role claim with any amount and any days, that `qcheck.check` takes as they are.

    `quantities` and `spans` give what is counted and when (by default those of this package), `documents` the names of the articles.
    Raises InvalidArgument for what is no strategy.
    """
    strategies(quantities=quantities, spans=spans, documents=documents)
    return st.builds(
        _claim, any_quantities() if quantities is None else quantities, time_spans() if spans is None else spans,
        st.sampled_from("abc") if documents is None else documents, parties(), st.sampled_from(_KINDS),
        st.sampled_from(("", "Holt", "Quispe")),
    )  # fmt: skip


def _claim(quantity: Quantity, span: TimeSpan, document: str, parties: tuple[str, ...], kind: Kind, by: str) -> Claim:
    q = quantity
    low, high = q.value if isinstance(q.value, tuple) else (q.value, q.value)
    hard, typical = ends(q.hard), ends(q.typical)
    return Claim(
        claim=content_id(document, q.start, q.end, q.quote, str(q.hard), str(span)), document=document, language="en",
        start=q.start, end=q.end, quote=q.quote, low=hard[0], high=hard[1], closed=q.hard.closed,
        typical_low=typical[0], typical_high=typical[1], typical_closed=q.typical.closed,
        value_low=math.nan if low is None else low, value_high=math.nan if high is None else high, modifier=q.modifier.value,
        trend=q.trend or "", unit=q.unit, of=q.of, event="supply", agent=parties[0], recipient=parties[1], covers="some",
        within=str(span), throughout="" if span.throughout is None else span_text(span.throughout), time_vague=span.vague,
        time_quote=str(span) if span.known else "", by=by, kind=kind, sentence=1, sentence_text=q.quote,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class ClaimPair(ShownByRepr):
    """Two claims of two articles, and what the built-in rules must say of them.

    agree: nothing, some number lies in both ranges; conflict: no number does, and both are of one thing, one time and one day of
    knowledge; update: the later article has more; unrelated: no number lies in both, and they are of two things.
    """

    relation: Relation
    one: Claim
    other: Claim
    articles: tuple[Claim, Claim]

    @property
    def rows(self) -> tuple[Claim, ...]:
        """All rows of the claims frame of the pair: both claims, and the `document` rows of their articles."""
        return (*self.articles, self.one, self.other)

    def __repr__(self) -> str:
        """What differs, without the many columns of a claim."""
        days = [article.published for article in self.articles]
        sides = [f"{c.agent} {c.event} {c.recipient} {c.quote} ({c.unit}, {d})" for c, d in zip((self.one, self.other), days, strict=True)]
        return f"ClaimPair({self.relation}: {sides[0]} / {sides[1]})"


def claim_pairs(
    *, relations: Sequence[Relation] = RELATIONS, claims: st.SearchStrategy[Claim] | None = None
) -> st.SearchStrategy[ClaimPair]:
    """Pairs of claims with a known relation, one of `relations`. `claims` gives what both are made from: all that is not their number,
    thing and time.

    Raises InvalidArgument for a relation that there is not, and for what is no strategy.
    """
    known(RELATIONS, relations=relations)
    strategies(claims=claims)
    plain = st.builds(
        Claim,
        unit=st.just("count"),
        scope=st.sampled_from(("", "new")),
        place=st.sampled_from(("", *PLACES)),
        kind=st.sampled_from(("", "total")),
    )
    return _claim_pairs(tuple(relations), plain if claims is None else claims)


@st.composite
def _claim_pairs(draw: st.DrawFn, relations: tuple[Relation, ...], claims: st.SearchStrategy[Claim]) -> ClaimPair:
    relation = draw(st.sampled_from(relations))
    small, big = draw(_touching() if relation == "agree" else _apart())
    agent, recipient = draw(parties())
    base = replace(
        draw(claims), role="claim", language="en",
        of=draw(st.sampled_from(THINGS)), event="supply", agent=agent, recipient=recipient, modality="asserted",
        within=_PERIOD, throughout=_PERIOD, time_quote=_PERIOD, time_vague=False, by="", same_as="",
    )  # fmt: skip
    if relation != "update" and draw(st.booleans()):
        small, big = big, small
    second = draw(_of_another_thing(base)) if relation == "unrelated" else base
    one, other = (_said(claim, name, hard, draw(_inside(hard))) for claim, name, hard in ((base, "a", small), (second, "b", big)))
    published = (PUBLISHED, LATER if relation == "update" else PUBLISHED)
    return ClaimPair(relation, one, other, (_article("a", published[0]), _article("b", published[1])))


def _said(base: Claim, document: str, hard: Interval[float], typical: Interval[float]) -> Claim:
    (low, high), (typical_low, typical_high) = ends(hard), ends(typical)
    quote = f"{hard} {base.of}"
    return replace(
        base, claim=content_id(document, quote), document=document, quote=quote, start=0, end=len(quote), low=low, high=high,
        closed=hard.closed, typical_low=typical_low, typical_high=typical_high, typical_closed=typical.closed,
        value_low=low, value_high=high,
    )  # fmt: skip


def _article(document: str, published: date) -> Claim:
    return Claim(claim=content_id(document), role="document", document=document, published=published.isoformat(), published_from="dateline")


_AMOUNTS = st.integers(1, 10**9).map(lambda n: n / _FINEST)


def _inside(hard: Interval[float]) -> st.SearchStrategy[Interval[float]]:
    """What a reader takes a range to mean: all of it, or one of its ends."""
    left = [Interval(hard.low, hard.low)] if hard.closed[0] == "[" else []
    right = [Interval(hard.high, hard.high)] if hard.closed[1] == "]" else []
    return st.sampled_from((hard, *left, *right))


@st.composite
def _touching(draw: st.DrawFn) -> tuple[Interval[float], Interval[float]]:
    """Two ranges around one number."""
    number = draw(_AMOUNTS)
    return draw(_around(number)), draw(_around(number))


@st.composite
def _around(draw: st.DrawFn, number: float) -> Interval[float]:
    low = draw(st.just(number) | _AMOUNTS.map(lambda less: max(0.0, number - less)))
    high = draw(st.just(number) | _AMOUNTS.map(lambda more: number + more) | st.just(math.inf))
    left = draw(st.sampled_from("[(")) if 0.0 < low < number else "["
    right = ")" if high == math.inf else draw(st.sampled_from("])")) if high > number else "]"
    return Interval(low, high, cast(Closed, left + right))


@st.composite
def _apart(draw: st.DrawFn) -> tuple[Interval[float], Interval[float]]:
    """Two ranges without a common number, the smaller one first; they may share an end that belongs to one of them at most."""
    edges = sorted(draw(st.tuples(*[_AMOUNTS] * 4)))
    small, big = (Interval(a, b, draw(st.sampled_from(CLOSED)) if a < b else "[]") for a, b in (edges[:2], edges[2:]))
    if not small.disjoint(big):
        low, high = ends(big)
        big = Interval(low + 1, high + 1, big.closed)
    open_above = not big.is_point and draw(st.booleans())
    return small, Interval(big.low, math.inf, cast(Closed, f"{big.closed[0]})")) if open_above else big


def _of_another_thing(claim: Claim) -> st.SearchStrategy[Claim]:
    """The claim with one thing changed that tells what it is of."""
    of = [replace(claim, of=other) for other in THINGS if other != claim.of]
    agent = [replace(claim, agent=other) for other in COUNTRIES if other != claim.agent]
    place = [replace(claim, place=other) for other in PLACES if claim.place and other != claim.place]
    return st.sampled_from((*of, *agent, replace(claim, event="sell"), replace(claim, unit="EUR"), *place))
