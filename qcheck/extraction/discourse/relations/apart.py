"""A change or a multiple in one sentence, its levels in others: found only where the thing and the days leave no choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import concept
from qcheck.extraction.discourse.names import plain_words
from qcheck.extraction.discourse.relations.changes import POINTS, Levels, Open, alike, levels_of, tie
from qcheck.extraction.discourse.relations.moments import (
    SAME_YEARS,
    begins,
    days_of,
    earlier,
    follows,
    is_multiple,
    likely,
    of_two_times,
    points_back,
    years_between,
    years_told,
)
from qcheck.extraction.discourse.relations.sequence import Row, level
from qcheck.extraction.discourse.relations.templates import matches
from qcheck.extraction.discourse.relations.terms import PERCENT
from qcheck.extraction.discourse.sentences import Sentence
from qcheck.extraction.nouns.inflection import singular
from qcheck.model.claim import Claim, changed

_BACK = 3  # sentences that "that is" may reach back over
_SHORTEST = 4  # letters of a noun
_BESIDE = "the next sentence tells what it was then"
_POINTED = "the sentence points back at it"
_TWO = "the only two numbers of one thing before it, of two times"
_LIKELY_ONLY = frozenset({_BESIDE, _POINTED, _TWO})


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
    levels = [c for c in change.row.claims if level(c) and c.end <= change.change.start and days_of(c)]
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
                yield Told(row, levels, years_between(levels))
        for one, other in pairwise(c for c in row.claims if level(c)):
            if (
                {one.start, other.start}.isdisjoint(seen)
                and alike(one, other)
                and (times := days_of(one))
                and (others := days_of(other))
                and times != others
            ):
                levels = Levels(one, other) if times < others else Levels(other, one)
                seen |= {one.start, other.start}
                yield Told(row, levels, years_between(levels))


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
    if not is_multiple(change.change) and not near:
        pair = _by_time(article, change, rows)
        if pair is not None:
            return pair, _TWO
    span = years_told(change.row)
    if not span and (is_multiple(change.change) or sentence.paragraph.zone not in ("headline", "lede")):
        return None, ""
    fits = [
        t for t in told if t.row is not change.row and t.levels.after.unit != PERCENT and t.gap and abs(t.gap - (span or 1)) <= SAME_YEARS
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


def _ordered(one: Claim, other: Claim, trend: str) -> Levels:
    """Two levels in the order that a direction gives them."""
    small, big = sorted((one, other), key=lambda c: c.value_low)
    return Levels(big, small) if trend == "down" else Levels(small, big)


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
