"""A change or a multiple in one sentence, its levels in others: found only where the thing and the days leave no choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import PERSONS, concept
from qcheck.extraction.discourse.relations.changes import Levels, Open, alike, levels_of, tie
from qcheck.extraction.discourse.relations.sequence import Row, matches, phrases
from qcheck.extraction.discourse.sentences import Sentence
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim
from qcheck.model.timespan import span_from_text

_BACK = 3  # sentences that "that is" may reach back over
_YEAR = 365.25
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


def changes_apart(article: Article, rows: Sequence[Row], left: Sequence[Open], stated: Sequence[Claim]) -> list[Claim]:
    """The rows for changes whose levels stand elsewhere in the article."""
    if not left:
        return []
    used = {operand for row in stated for operand in row.operands.split(";")}
    told = list(_told(article, rows))
    found: list[Claim] = []
    for change in left:
        pairs = [t for t in told if t.row is not change.row or change.before is None]
        levels, reason = _with_before(article, rows, change) if change.before else _of_pair(article, change, pairs, used)
        if levels is not None and _likely(change, levels):
            found += tie(article, change.change, levels, change.trend, reason=reason)
    return found


def _told(article: Article, rows: Sequence[Row]) -> Iterator[Told]:
    for row in rows:
        if len(row.operands) < 1:
            continue
        seen: set[int] = set()
        for match in matches(row, "levels", article.pack):
            levels = levels_of(article, match)
            if levels is not None and levels.after.start not in seen and levels.after.unit != "percent":
                seen.add(levels.after.start)
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
    later = [c for row in rows if row is not change.row for c in row.claims if c.of == before.of and alike(c, before) and _next(before, c)]
    if before.of and len({c.value_low for c in later}) == 1:
        return Levels(before, later[0]), f"the only number of “{before.of}” for the days after"
    if later or not _points_back(article.pack, change.row):
        return None, ""
    for row in reversed([r for r in rows if 0 < change.row.sentence.number - r.sentence.number <= _BACK]):
        near = [c for c in row.claims if _countable(c, before)]
        if near:
            return (Levels(before, near[0]), "the sentence points back at it") if len(near) == 1 else (None, "")
    return None, ""


def _countable(claim: Claim, before: Claim) -> bool:
    persons = claim.of in PERSONS and before.of in PERSONS
    same = alike(before, claim) and (claim.of == before.of or not before.of)
    return claim.value_low == claim.value_high and claim.modality == before.modality and (same or (persons and claim.unit == before.unit))


def _next(before: Claim, after: Claim) -> bool:
    """Whether a level is of days as many as those of the other, and right after them."""
    one, two = _days(before), _days(after)
    if before.modality != after.modality or one is None or two is None or two[0] <= one[1]:
        return False
    lengths = [(high - low).days + 1 for low, high in (one, two)]
    return min(lengths) >= 0.9 * max(lengths) and (two[0] - one[1]).days <= 2 + 2 * max(lengths)


def _of_pair(article: Article, change: Open, told: Sequence[Told], used: set[str]) -> tuple[Levels | None, str]:
    """The only two levels that a change without any can be of."""
    sentence = change.row.sentence
    if _points_back(article.pack, change.row):
        before = [t for t in told if 0 < sentence.number - t.row.sentence.number <= 1]
        return (before[0].levels, "the sentence points back at them") if len(before) == 1 else (None, "")
    things = _things(article, sentence)
    span = _length(change.row)
    fits = [
        t
        for t in told
        if t.row is not change.row and (t.thing in things or _such(article, t)) and t.gap and abs(t.gap - (span or 1)) <= 0.3
    ]
    if not span and (change.change.relation or sentence.paragraph.zone not in ("headline", "lede")):
        return None, ""
    free = [t for t in fits if t.thing]  # a pair that counts the thing itself is surer than one of "such"
    fits = free or fits
    values = {(t.levels.before.value_low, t.levels.after.value_low) for t in fits}
    if len(values) != 1 or _other_pairs(told, fits):
        return None, ""
    return fits[0].levels, "the only two levels of this thing that lie so many years apart"


def _other_pairs(told: Sequence[Told], fits: Sequence[Told]) -> bool:
    """Whether other levels without a thing of their own lie as far apart."""
    gap = fits[0].gap
    return any(t not in fits and not t.thing and abs(t.gap - gap) < 0.3 for t in told)


def _such(article: Article, told: Told) -> bool:
    """Whether two levels count nothing of their own, or what was named before ("such patients")."""
    return not told.thing


def _length(row: Row) -> float:
    """The years over which a sentence says that something changed; 0 where it does not."""
    years = {c.value_low for c in row.claims if c.unit == "year" and c.value_low == c.value_high}
    decades = {c.value_low * 10 for c in row.claims if c.unit == "decade"}
    return (years | decades).pop() if len(years | decades) == 1 else 0.0


def _things(article: Article, sentence: Sentence) -> frozenset[str]:
    """The concepts of all words of a sentence."""
    words = article.reading(sentence).tokens
    return frozenset(
        concept(word.text, pack=article.pack, desk=article.desk).lemma for word in words if word.text[0].isalpha() and len(word.text) > 2
    )


def _points_back(pack: Pack, row: Row) -> bool:
    return row.text.startswith(_demonstratives(pack))


@cache
def _demonstratives(pack: Pack) -> tuple[str, ...]:
    return tuple(f"{phrase} " for phrase in phrases(pack, "demonstrative"))


def _likely(change: Open, levels: Levels) -> bool:
    """Whether the levels can be meant at all."""
    size = change.change.value_low
    factor = size if change.change.relation else 1 + (size / 100 if change.trend != "down" else -size / 100)
    if not levels.before.value_low or factor <= 0:
        return False
    return _LIKELY[0] <= levels.after.value_low / (levels.before.value_low * factor) <= _LIKELY[1]
