"""A change or a multiple in one sentence, its levels in others: found only where the thing and the days leave no choice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import concept
from qcheck.extraction.discourse.names import plain_words
from qcheck.extraction.discourse.relations.changes import POINTS, Levels, Open, alike, levels_of, tie
from qcheck.extraction.discourse.relations.sequence import Row, level
from qcheck.extraction.discourse.relations.templates import matches
from qcheck.extraction.discourse.relations.terms import PERCENT, multiple
from qcheck.extraction.discourse.relations.words import phrases
from qcheck.extraction.discourse.sentences import Sentence
from qcheck.extraction.nouns.inflection import singular
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed
from qcheck.model.timespan import span_from_text

_BACK = 3  # sentences that "that is" may reach back over
_YEAR = 365.25
_SAME_YEARS = 0.3
_SHORTEST = 4  # letters of a noun
_BESIDE = "the next sentence tells what it was then"
_POINTED = "the sentence points back at it"
_TWO = "the only two numbers of one thing before it, of two times"
_LIKELY_ONLY = frozenset({_BESIDE, _POINTED, _TWO})
_LIKELY = (0.4, 2.5)  # what levels that lie apart may be of what the change makes of them: else they are likely others


@dataclass(frozen=True, slots=True)
class Told:
    """Two levels that one sentence compares."""

    row: Row
    levels: Levels
    gap: float

    @property
    def thing(self) -> str:
        """What they count."""
        return self.levels.after.of or self.levels.before.of


def changes_apart(article: Article, rows: Sequence[Row], left: Sequence[Open]) -> list[Claim]:
    """The rows for changes whose levels stand elsewhere in the article."""
    if not left:
        return []
    told = list(_told(article, rows))
    found: list[Claim] = []
    for change in left:
        find = _with_before if change.before else _with_after if change.after else None
        levels, reason = find(article, rows, change) if find else _of_pair(article, change, rows, told)
        if levels is None and find is None and (own := _own_level(change)) is not None:
            levels, reason = _with_before(article, rows, replace(change, before=own))
        if levels is not None and likely(change, levels):
            rows_of_it = tie(article, change.change, levels, change.trend, reason=reason)
            found += [changed(r, modality="possible") if r.operands and reason in _LIKELY_ONLY else r for r in rows_of_it]
    return found


def _own_level(change: Open) -> Claim | None:
    """The only level of days in the past that stands before a change in its sentence ("In 2023 it was 70, so it has grown by ...")."""
    levels = [c for c in change.row.claims if level(c) and c.end <= change.change.start and _days(c)]
    return levels[0] if len(levels) == 1 else None


def _told(article: Article, rows: Sequence[Row]) -> Iterator[Told]:
    for row in rows:
        if len(row.operands) < 1:
            continue
        seen: set[int] = set()
        for match in matches(row, "levels"):
            levels = levels_of(article, match)
            if levels is not None and levels.after.start not in seen:
                seen.add(levels.after.start)
                yield Told(row, levels, _gap(levels))
        for one, other in pairwise(c for c in row.claims if level(c)):
            if (
                {one.start, other.start}.isdisjoint(seen)
                and alike(one, other)
                and (times := _days(one))
                and (others := _days(other))
                and times != others
            ):
                levels = Levels(one, other) if times < others else Levels(other, one)
                seen |= {one.start, other.start}
                yield Told(row, levels, _gap(levels))


def _days(claim: Claim) -> tuple[date, date] | None:
    within = span_from_text(claim.within).within if claim.within and claim.time_quote else None
    return None if within is None or within.low is None or within.high is None else (within.low, within.high)


def _gap(levels: Levels) -> float:
    """Years from the one level to the other; 0 where nothing tells."""
    before, after = _days(levels.before), _days(levels.after)
    return (after[0].toordinal() - before[0].toordinal()) / _YEAR if before and after and before != after else 0.0


def _with_before(article: Article, rows: Sequence[Row], change: Open) -> tuple[Levels | None, str]:
    """The level that a change with its base leads to: of the sentence that "that" points to, or the one of that thing in later days."""
    before = change.before
    assert before is not None
    later = [c for row in rows if row is not change.row for c in row.claims if _same(before, c) and follows(article, before, c)]
    if before.of and len({c.value_low for c in later}) == 1:
        return Levels(before, later[0]), f"the only number of “{later[0].of}” for the days after"
    if later or not points_back(article.pack, change.row):
        return None, ""
    for row in reversed([r for r in rows if 0 < change.row.sentence.number - r.sentence.number <= _BACK]):
        near = [c for c in row.claims if _countable(c, before)]
        levels = [c for c in row.claims if level(c) and c.unit == before.unit]
        near = near or (levels if row.sentence.number == change.row.sentence.number - 1 and len(levels) == 1 else [])
        if near:
            return (Levels(before, near[0]), _POINTED) if len(near) == 1 else (None, "")
    return None, ""


def _with_after(article: Article, rows: Sequence[Row], change: Open) -> tuple[Levels | None, str]:
    """The level that a change with its end began at: the only number of that thing in a sentence that begins with "then"."""
    after, number = change.after, change.row.sentence.number
    assert after is not None
    near = [r for r in rows if r.sentence.number == number + 1 and begins(article.pack, r, "then")]
    found = [c for r in near for c in r.claims if level(c) and alike(c, after) and c.modality == after.modality]
    if len({c.value_low for c in found}) == 1 and likely(change, Levels(found[0], after)):
        return Levels(found[0], after), _BESIDE
    return None, ""


def _countable(claim: Claim, before: Claim) -> bool:
    same = _same(before, claim) or (not before.of and alike(before, claim))
    return claim.value_low == claim.value_high and claim.modality == before.modality and same


def _same(before: Claim, after: Claim) -> bool:
    """Whether both count the same thing, and tell it."""
    return bool(before.of and after.of) and alike(before, after)


def follows(article: Article, before: Claim, after: Claim) -> bool:
    """Whether a level is of days as many as those of the other and right after them, or of days that begin a year later."""
    one, two = _days(before), _days(after)
    if one is not None and two is None and article.published is not None and not after.time_quote:
        # what an article tells first is of its own time
        return after.zone in ("headline", "lede") and one[1].year + 1 == article.published.year and before.modality == after.modality
    if before.modality != after.modality or one is None or two is None or two[0] <= one[1]:
        return False
    if (one[0].month, one[0].day, one[0].year + 1) == (two[0].month, two[0].day, two[0].year):
        return True
    lengths = [(high - low).days + 1 for low, high in (one, two)]
    return min(lengths) >= 0.9 * max(lengths) and (two[0] - one[1]).days <= 2 + 2 * max(lengths)


def _of_pair(article: Article, change: Open, rows: Sequence[Row], told: Sequence[Told]) -> tuple[Levels | None, str]:
    """The only two levels that a change without any can be of."""
    sentence = change.row.sentence
    before = [t for t in told if t.row.sentence.number == sentence.number - 1]
    near = [t for t in before if t.row.sentence.paragraph == sentence.paragraph]
    if not near and len(before) == 1 and points_back(article.pack, change.row):
        return before[0].levels, _POINTED
    if len(near) == 1 and points_back(article.pack, change.row):
        return near[0].levels, "the sentence points back at them"
    if len(near) == 1 and change.change.definite:
        return near[0].levels, _POINTED
    if not _multiple(change.change) and not near:
        pair = _by_time(article, change, rows)
        if pair is not None:
            return pair, _TWO
    span = _length(change.row)
    if not span and (_multiple(change.change) or sentence.paragraph.zone not in ("headline", "lede")):
        return None, ""
    fits = [
        t for t in told if t.row is not change.row and t.levels.after.unit != PERCENT and t.gap and abs(t.gap - (span or 1)) <= _SAME_YEARS
    ]
    values = {(t.levels.before.value_low, t.levels.after.value_low) for t in fits}
    if len(values) != 1 or not _of_one_thing(article, sentence, fits[0]):
        return None, ""
    return fits[0].levels, "the only two levels that lie so many years apart, and of the same thing"


def _by_time(article: Article, change: Open, rows: Sequence[Row]) -> Levels | None:
    """The only two numbers of one thing right before a change, one of which is of an earlier time; the direction tells which."""
    sentence = change.row.sentence
    back = points_back(article.pack, change.row) or change.change.definite
    near = [r for r in rows if 0 <= sentence.number - r.sentence.number <= _BACK and (back or r.sentence.paragraph == sentence.paragraph)]
    levels = [(row, c) for row in near for c in row.claims if level(c) and c.end <= change.change.start]
    pairs = [
        (x, y)
        for at, (one, x) in enumerate(levels)
        for other, y in levels[at + 1 :]
        if alike(x, y)
        and (x.unit != PERCENT or change.change.unit in (PERCENT, POINTS))
        and x.value_low != y.value_low
        and (of_two_times(article, x, y) or earlier(article.pack, one, other))
        and (back or change.row in (one, other))
    ]
    if len(pairs) != 1 or not change.trend:
        return None
    return _ordered(*pairs[0], change.trend)


def of_two_times(article: Article, one: Claim, other: Claim) -> bool:
    """Whether two numbers are of different days, or one of days past and the other of none that is told."""
    first, second = _days(one), _days(other)
    if first and second:
        return first != second
    told = first or second
    return told is not None and article.published is not None and told[1].year < article.published.year


def _ordered(one: Claim, other: Claim, trend: str) -> Levels:
    """Two levels in the order that a direction gives them."""
    small, big = sorted((one, other), key=lambda c: c.value_low)
    return Levels(big, small) if trend == "down" else Levels(small, big)


def earlier(pack: Pack, *rows: Row) -> bool:
    """Whether words of one of these sentences tell of an earlier time."""
    return any("earlier" in row.says for row in rows)


def _of_one_thing(article: Article, sentence: Sentence, told: Told) -> bool:
    """Whether the sentence of a change and that of the levels, or the one before it, share a noun ("such" stands for one)."""
    if "such" in told.row.says:
        return True
    home = told.row.sentence
    if home.number == sentence.number + 1 and home.paragraph == sentence.paragraph:
        return True
    words = _nouns(article, home)
    if home.number > 1 and article.sentences[home.number - 2].paragraph == home.paragraph:
        words |= _nouns(article, article.sentences[home.number - 2])
    return bool(words & _nouns(article, sentence))


def _nouns(article: Article, sentence: Sentence) -> frozenset[str]:
    """The words of a sentence that may be nouns, as concepts in the singular."""
    pack = article.pack
    found = {
        t.text for t in article.reading(sentence).tokens if len(t.low) >= _SHORTEST and t.text.isalpha() and t.low not in plain_words(pack)
    }
    return frozenset(concept(singular(word, pack), pack=pack, desk=article.desk).lemma for word in found)


def _multiple(change: Claim) -> bool:
    return bool(change.relation) and change.unit != PERCENT


def lasted(change: Open, levels: Levels) -> bool:
    """Whether the days of two levels lie as many years apart as the sentence says that the change took, where both are told."""
    length, gap = _length(change.row), _gap(levels)
    return not length or not gap or abs(gap - length) <= _SAME_YEARS


def _length(row: Row) -> float:
    """The years over which a sentence says that something changed; 0 where it does not."""
    if _one_year(row.article.pack).search(row.lowered, row.sentence.start, row.sentence.end):
        return 1.0
    years = {c.value_low for c in row.claims if c.unit == "year" and c.value_low == c.value_high}
    decades = {c.value_low * 10 for c in row.claims if c.unit == "decade"}
    return (years | decades).pop() if len(years | decades) == 1 else 0.0


@cache
def _one_year(pack: Pack) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(pack.relations.words['one_year'])})(?!\w)")


def points_back(pack: Pack, row: Row) -> bool:
    """Whether a sentence begins with a word that points at what was told before."""
    return begins(pack, row, "demonstrative")


def begins(pack: Pack, row: Row, name: str) -> bool:
    """Whether a sentence begins with a phrase of a list."""
    return row.text.startswith(openings(pack, name))


@cache
def openings(pack: Pack, name: str) -> tuple[str, ...]:
    """The phrases of a list, each with the space behind it."""
    return tuple(f"{phrase} " for phrase in phrases(pack, name))


def likely(change: Open, levels: Levels) -> bool:
    """Whether the levels can be meant at all; between shares a change in percent may be one in points."""
    size, claim = change.change.value_low, change.change
    if not levels.before.value_low or levels.after.unit == PERCENT:
        return levels.after.unit == PERCENT
    sign = -1 if change.trend == "down" else 1
    whole = 100 if claim.unit == PERCENT else 1 if 0 < size < 1 else levels.before.value_low
    factor = size if _multiple(claim) else 1 + sign * size / whole
    return factor > 0 and _LIKELY[0] <= multiple(levels.after.value_low, levels.before.value_low * factor) <= _LIKELY[1]
