"""What an article counts over a period and again over a part of it, or again "alone": the part cannot be more than the whole.

Rows `included` tie the whole and the part. Their modality is `possible` where the year of the part's period is only that of the whole,
or where only "alone" says that the one includes the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import PERSON
from qcheck.extraction.discourse.mentions import Mention, mentions
from qcheck.extraction.discourse.phrase_cues import Wanted, needed, wanted
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.nouns.unit_words import any_of
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed
from qcheck.model.interval import Interval
from qcheck.model.timespan import span_from_text

# the lemmas of what is there on a day and is not counted up over a time, unless words say what happened to it
STANDING = frozenset(
    (
        *("worker", "job", "member", "resident", "household", "population", "student", "teacher", "prisoner", "unemployed", "patient"),
        *("company", "store", "school", "house", "apartment", "building", "vehicle", "bed", "room", "seat", "animal", "share"),
        *("account", "customer", "station", "bus", "ship", "aircraft", "turbine", "power_plant", "cost", "price", "wage", "rent"),
    )
)
INCLUDED = "included"
_REASON = "one period alone cannot have more than all of them"
_UNFIT = ("percent", "percentage_point", "age", "ordinal", "unknown")
_STEM = 5  # letters by which two forms of one word are alike
_FAR = 6  # sentences from what one period had alone to what all had
_SLIP = 3.0  # how much larger a part by a slip may be
_BEHIND = 30  # characters between a number and its days
_BACK = 2  # sentences from a number that leaves out its thing to the one that tells it
_LONG = 27  # days that a period lasts at least which others are parts of


def included(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """The rows of an article."""
    told = [
        m
        for m in mentions(article, rows)
        if _dated_beside(article, m.claim) and not m.manner[0] and m.claim.kind != "level" and m.claim.modality == "asserted"
    ]
    alone = list(_alone(article, rows))
    if len(told) < 2:
        return alone
    wholes = [(m, span) for m in told if (span := _long_period(m.claim)) is not None]
    found = []
    for part in told:
        for whole, span in wholes:
            how = _inside(part.claim, span) if _counts_the_same(whole, part) else ""
            if how and not part.otherwise:
                row = relation(
                    article, INCLUDED, (whole.claim, part.claim), reason=f"“{part.claim.time_quote}” {how} “{whole.claim.time_quote}”"
                )
                sure = how == _LIES and part.claim.of == whole.claim.of and part.claim.event == whole.claim.event != ""
                found.append(row if sure else changed(row, modality="possible"))
                break
    tied = {operand for row in found for operand in row.operands.split(";")}
    return found + [row for row in alone if tied.isdisjoint(row.operands.split(";"))]


_LIES, _BELONGS = "lies inside", "seems to lie inside"


def _alone(article: Article, rows: Sequence[Claim]) -> Iterator[Claim]:
    """The first number of a sentence that says "alone" of a time, if no number of its measure before it is as large: that of the whole."""
    if not article.may_say(_alone_needed(article.pack)):
        return
    said = _alone_words(article.pack)
    claims = [r for r in rows if r.role == "claim" and r.value_low == r.value_low and r.unit not in _UNFIT]
    for sentence in article.sentences:
        alone = said.search(article.lowered, sentence.start, sentence.end)
        if alone is None:
            continue
        part = next(
            (c for c in claims if sentence.end > c.start >= alone.start() and c.modifier in ("exact", "about", "at_least", "more_than")),
            None,
        )
        if part is None or part.part == "part":
            continue
        before = [c for c in claims if c.end <= part.start and c.sentence < part.sentence and not c.trend and _one_measure(c, part)]
        near = [c for c in before if part.sentence - c.sentence <= _FAR and c.high < part.low and c.value_low * _SLIP >= part.value_low]
        if near and not any(c.value_high >= part.value_low for c in before):
            yield changed(relation(article, INCLUDED, (near[-1], part), reason=_REASON), modality="possible")


def _named(whole: Claim, part: Claim) -> bool:
    """Whether the sentence of a part speaks of what its whole counts ("610 burglaries"; "burglars broke into 720 homes")."""
    return len(whole.of) > _STEM and f" {whole.of[:_STEM]}" in f" {part.sentence_text.lower()}"


@cache
def _alone_words(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(pack.retelling.alone)})(?!\w)")


@cache
def _alone_needed(pack: Pack) -> Wanted:
    return wanted(map(needed, pack.retelling.alone))


def _one_measure(whole: Claim, part: Claim) -> bool:
    """Whether a number may be that of a whole: in the unit of the part, and of its thing or of one that the part leaves out."""
    return whole.unit == part.unit and (
        whole.of == part.of or not part.of or (not whole.of and whole.unit != "count") or _named(whole, part)
    )


def _dated_beside(article: Article, claim: Claim) -> bool:
    """Whether the days of a claim stand right behind it or somewhere before it, not in a clause on something else further on."""
    if not claim.time_quote:
        return False
    after = article.text.find(claim.time_quote, claim.end, claim.sentence_end)
    return after < 0 or after - claim.end <= _BEHIND


def _counts_the_same(whole: Mention, part: Mention) -> bool:
    w, p = whole.claim, part.claim
    if (
        whole is part
        or (w.dimension or w.unit) != (p.dimension or p.unit)
        or w.unit == "percent"
        or (w.event and p.event and w.event != p.event)
    ):
        return False
    if any(x and y and x != y for x, y in ((w.agent, p.agent), (w.recipient, p.recipient), (w.place, p.place), (w.scope, p.scope))):
        return False
    if w.of == p.of:
        counted_up = w.event == p.event != "" or (w.of != "" and w.of not in STANDING)
        return counted_up or (part.alone and bool(w.of or w.event))
    # "in May alone it was 400" leaves out what was counted right before
    elided = not p.of and 0 < p.sentence - w.sentence <= _BACK and p.value_low > w.value_high and w.unit == "count"
    return part.alone and (whole.family == part.family == PERSON or elided)


def _long_period(claim: Claim) -> Interval[date] | None:
    """The days on all of which a claim counts, if they are bounded and many."""
    days = span_from_text(claim.within, claim.throughout).throughout if claim.throughout and not claim.time_vague else None
    if days is None or days.low is None or days.high is None or (days.high - days.low).days < _LONG:
        return None
    return days


def _inside(claim: Claim, period: Interval[date]) -> str:
    """How the days of a claim lie inside a longer period: as they are, or in its year where the words write none; "" where not."""
    days = span_from_text(claim.within, claim.throughout).within
    if claim.time_vague or days.low is None or days.high is None or days == period:
        return ""
    if days.inside(period):
        return _LIES
    if claim.time_year == "as written":
        return ""
    assert period.low is not None
    first, last = (day.replace(year=period.low.year, day=min(day.day, 28)) for day in (days.low, days.high))
    return _BELONGS if first <= last and Interval(first, last).inside(period) else ""
