"""Whether two numbers may be the levels of one thing at two times, and those that a change is of."""

from __future__ import annotations

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.changes import POINTS, Open
from qcheck.extraction.discourse.relations.moments import begins, earlier, of_two_times
from qcheck.extraction.discourse.relations.nearby.told import akin, meets, quotient
from qcheck.extraction.discourse.relations.sequence import Told
from qcheck.extraction.discourse.relations.terms import PERCENT, multiple
from qcheck.extraction.discourse.relations.words import directions, phrases
from qcheck.model.claim import Claim, changed
from qcheck.model.timespan import span_from_text

ELIDED = 1  # sentences between a number that leaves out its thing and the one that tells it
_POINTED = 3  # and those to one that a change points back at
_YEAR = 4  # characters of a year
_TIMES = 2.6  # what a change by a slip is of the right one, or the right one of it
_GONE = 45  # days
_GROWTH = "growth"  # is a change of something else


def slipped(change: Claim, one: Claim, other: Claim) -> bool:
    """Whether a change in percent can be that of two levels but for a slip: not a quarter of it, nor four times as much."""
    if change.unit != PERCENT or one.unit == PERCENT or not change.value_low:
        return True
    small, big = sorted((one.value_low, other.value_low))
    return any(1 / _TIMES <= multiple(100 * (big - small), base * change.value_low) <= _TIMES for base in (small, big) if base)


def of_one_mood(change: Claim, one: Claim, other: Claim) -> bool:
    """Whether levels are told as what is, if the change is: a plan explains no change that has happened."""
    return "planned" in (change.modality, one.modality) or other.modality != "planned"


def of_its_days(change: Claim, one: Claim, other: Claim) -> bool:
    """Whether two numbers side by side, however far from a change, are of its days and of others ("2024 it fell ... in 2023 it was 60")."""
    beside = other.sentence - one.sentence <= ELIDED and one.time_quote and other.time_quote
    return bool(change.time_quote and beside) and change.within in (one.within, other.within)


def of_its_thing(change: Claim, one: Claim, other: Claim) -> bool:
    """Whether two numbers are of what a change names ("40 percent more trips"; "605,000 trips")."""
    return change.of != "" and change.of in (one.of, other.of)


def of_one_measure(one: Claim, other: Claim) -> bool:
    """Whether two numbers are in one unit, and may count one thing: a change that they give is explained."""
    units = sorted((one.unit, other.unit), key=len)
    measured = one.unit == other.unit != "count" or units[1].startswith(f"{units[0]} per ")
    return measured or (one.unit == other.unit and (akin(one, other) or _counts_of_years(one, other)))


def of_one_thing(change: Open, one: Told, other: Told) -> bool:
    """Whether two numbers are of one thing, the one that leaves it out not far from the other, and of what the change can be of."""
    x, y = one.claim, other.claim
    if (
        not (akin(x, y) or _counts_of_years(x, y))
        or (x.dimension == y.dimension and x.base_factor != y.base_factor)
        or meets(quotient(x, y), 1.0, 1.0)
    ):
        return False
    if any(own is not None and own.start not in (x.start, y.start) for own in (change.before, change.after)):
        return False
    if (
        x.unit == "count"
        and bool(x.of) != bool(y.of)
        and other.sentence - one.sentence > (_POINTED if points_at(change) else ELIDED)
        and not (x.of and x.time_quote and y.time_quote)
    ):
        return False
    names = set().union(*directions(change.row.article.pack))  # "the 18 percent jump" counts no jumps
    of = change.change.of
    things = change.row.article.pack.concepts.things
    if change.change.quote.lower().split()[-1] in names or of == _GROWTH or not (of in (x.of, y.of) or of in things):
        of = ""  # neither does "the cut of 18 percent affects"
    if of and not change.change.relation and any(c.of and not akin(changed(change.change, unit=c.unit), c) for c in (x, y)):
        return False
    return x.unit != PERCENT or (change.change.unit in (PERCENT, POINTS) and _named(change, one))


def _named(change: Open, told: Told) -> bool:
    """Whether a change is told as that of the shares before it ("the drop of six percent")."""
    return points_at(change) or change.row is told.row


def points_at(change: Open) -> bool:
    """Whether a change is one of what was told before ("the drop of six percent")."""
    names = (f"{word} " for name in ("rise", "fall", "demonstrative") for word in phrases(change.row.article.pack, name))
    return change.change.definite or change.row.text.startswith(tuple(names))


def _counts_of_years(one: Claim, other: Claim) -> bool:
    """Whether two counts in other words are of two years that the text names."""
    named = one.time_quote and other.time_quote and one.within != other.within
    return bool(named) and one.unit == other.unit == "count" and len(one.within) == len(other.within) == _YEAR


def two_times(article: Article, one: Told, other: Told) -> bool:
    """Whether two numbers are of two times, as their days or words such as "before" tell."""
    if of_two_times(article, one.claim, other.claim) or earlier(article.pack, one.row, other.row):
        return True
    if begins(article.pack, one.row, "then") or begins(article.pack, other.row, "then") or _set_against(one, other):
        return True
    timed = [told.claim for told in (one, other) if told.claim.time_quote]
    if not timed:
        return False
    words = {word for claim in timed for word in claim.time_quote.lower().split()}
    before = not words.isdisjoint(phrases(article.pack, "earlier"))
    return before or (len(timed) == 1 and (_ahead(article, timed[0]) or _gone(article, timed[0])))


def _set_against(one: Told, other: Told) -> bool:
    """Whether words between two numbers of a sentence compare them ("640, against 320")."""
    if one.row is not other.row:
        return False
    words = phrases(one.row.article.pack, "compared")
    between = one.row.lowered[one.claim.end : other.claim.start].strip(" ,")
    return between in words


def _gone(article: Article, claim: Claim) -> bool:
    """Whether the days of a number were over weeks before the article."""
    last = span_from_text(claim.within).within.high if claim.within else None
    return last is not None and article.published is not None and (article.published - last).days >= _GONE


def _ahead(article: Article, claim: Claim) -> bool:
    """Whether the days of a number lie after the article's own."""
    first = span_from_text(claim.within).within.low if claim.within else None
    return first is not None and article.published is not None and first > article.published
