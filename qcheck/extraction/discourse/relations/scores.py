"""By how much a game was won, beside its score, the score at half-time beside that at the end, and the points of wins and draws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.phrase_cues import Wanted, needed, wanted
from qcheck.extraction.discourse.relations.terms import number_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.sentences import sentence_at
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed

MARGIN, INTERIM, TABLE = "margin", "interim_score", "table_points"
_SCORE = re.compile(r"(?<![\w:.,/–-])(\d{1,3})(?: ?[:–] ?|-)(\d{1,3})(?![\w:/–-]|[.,]\d| ?(?:Uhr|a\.m|p\.m|am\b|pm\b))")
_INTERIM = re.compile(r" ?\((\d{1,3})[:–-](\d{1,3})\)")
_LED = 40  # characters before a margin that hold the words that lead it
_BEHIND = 30
_SLIP = 2.5  # how many times the right margin a wrong one is, or the other way round
_CLOSE = 3  # points by which a small margin is wrong
_NEAR = 1  # sentences from wins to their points
_LEGS = 2  # games whose scores are added up
_FOR_A_WIN = (2, 3)


class _Score(NamedTuple):
    start: int
    end: int
    one: int
    other: int

    @property
    def margin(self) -> int:
        """By how much it was won."""
        return abs(self.one - self.other)


def scores(article: Article, rows: Sequence[Claim]) -> list[Claim]:
    """Rows `margin` (margin, difference of the score), each only likely where the two stand in different sentences, none for one that some
    score gives; `interim_score` (goals of a side at half-time, those at the end); `table_points` (points, wins, draws).
    """
    found: list[Claim] = []
    if article.may_say(_needed(article.pack)):
        claims = [r for r in rows if r.role == "claim" and r.value_low == r.value_high]
        found += _points(article, claims)
        told = [_Score(m.start(), m.end(), int(m.group(1)), int(m.group(2))) for m in _SCORE.finditer(article.text)]
        if told:
            found += _margins(article, claims, told)
    return found + list(_interim(article, rows))


def _margins(article: Article, claims: Sequence[Claim], told: Sequence[_Score]) -> Iterator[Claim]:
    given = {score.margin for score in told}
    if len(told) == _LEGS:
        first, second = told
        given |= {abs(first.margin - second.margin), first.margin + second.margin}
    for claim in claims:
        if claim.unit != "count" or not _is_margin(article, claim) or claim.value_low in given:
            continue
        here = [s for s in told if claim.sentence_start <= s.start < claim.sentence_end]
        score = here[0] if here else told[0]
        size, margin = claim.value_low, score.margin
        close = abs(size - margin) <= _CLOSE or max(size, margin) <= _SLIP * min(size, margin)
        if not close or (not here and _of_another_day(article, claim)):
            continue
        term = number_term(article, claim, score.start, score.end, float(margin))
        tie = relation(article, MARGIN, (claim, term))
        yield term
        yield tie if len(here) == 1 else changed(tie, modality="possible")


def _is_margin(article: Article, claim: Claim) -> bool:
    """Whether words around a number of goals or points say that a game was won by it."""
    words = _words(article.pack)
    own = re.split(r"[ -]", claim.quote.lower())
    behind = article.lowered[claim.end : claim.end + _BEHIND].lstrip(" -")
    if own[-1] not in article.pack.scores.counted:
        counted = words["counted"].match(behind)
        if counted is None:
            return False
        behind = behind[counted.end() :].lstrip(" -")
    before = article.lowered[max(claim.sentence_start, claim.start - _LED) : claim.start]
    if words["margins"].match(behind) or words["margin_of"].search(before):
        return True
    return bool(words["by"].search(before) and words["won"].search(before)) and not article.pack.concepts.compounds


def _of_another_day(article: Article, claim: Claim) -> bool:
    """Whether the sentence of a margin names a day, which may be that of another game."""
    return any(claim.sentence_start <= t.start < claim.sentence_end for t in article.timexes)


def _interim(article: Article, rows: Sequence[Claim]) -> Iterator[Claim]:
    """ "31:26 (15:28)": nobody has more goals at half-time than at the end."""
    for match in _SCORE.finditer(article.text):
        inner = _INTERIM.match(article.text, match.end())
        if inner is None:
            continue
        for end, half in ((1, 1), (2, 2)):
            goals, before = int(match.group(end)), int(inner.group(half))
            sentence = sentence_at(article.sentences, match.start())
            if before > goals and sentence is not None:
                home = _home(rows, sentence.number)
                if home is not None:
                    pair = (
                        number_term(article, home, inner.start(half), inner.end(half), float(before)),
                        number_term(article, home, match.start(end), match.end(end), float(goals)),
                    )
                    yield from (*pair, relation(article, INTERIM, pair))


def _home(rows: Sequence[Claim], sentence: int) -> Claim | None:
    """A row to take the place of a score from."""
    return next((r for r in rows if r.sentence == sentence), next((r for r in rows if r.role == "claim"), None))


def _points(article: Article, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The points of a team with so many wins and draws, three for a win and one for a draw, or two and one."""
    pack = article.pack.scores

    def counting(words: Sequence[str]) -> list[Claim]:
        return [c for c in claims if c.unit == "count" and c.quote.lower().split()[-1] in words]

    won, drawn = counting(pack.wins), counting(pack.draws)
    if won and drawn and _words(article.pack)["other_points"].search(article.lowered):
        return
    points = [p for p in counting(pack.points) if not p.trend and p.kind != "change"]
    for wins in won:
        draws = next((d for d in drawn if d.sentence == wins.sentence and d.start > wins.start), None)
        near = [p for p in points if draws is not None and abs(p.sentence - wins.sentence) <= _NEAR]
        if draws is None or not near:
            continue
        right = {times * wins.value_low + draws.value_low for times in _FOR_A_WIN}
        wrong = [p for p in near if max(right) / 2 <= p.value_low <= max(right) * 2]
        if len(wrong) == 1 and not any(p.value_low in right for p in points):
            yield changed(relation(article, TABLE, (wrong[0], wins, draws)), modality="possible")


@cache
def _needed(pack: Pack) -> Wanted:
    return wanted(map(needed, (*pack.scores.won, *pack.scores.margins, *pack.scores.margin_of, *pack.scores.wins)))


@cache
def _words(pack: Pack) -> dict[str, re.Pattern[str]]:
    words = pack.scores
    return {
        "counted": re.compile(rf"(?:{trie(words.counted)})(?!\w)"),
        "won": re.compile(rf"(?<!\w)(?:{trie(words.won)})(?!\w)"),
        "by": re.compile(rf"(?<!\w)(?:{trie(words.by)}) $"),
        "margin_of": re.compile(rf"(?<!\w)(?:{trie(words.margin_of)}) $"),
        "other_points": re.compile(rf"(?<!\w)(?:{trie(words.other_points)})(?!\w)"),
        "margins": re.compile(rf"(?:{trie(words.margins)})(?!\w)"),
    }
