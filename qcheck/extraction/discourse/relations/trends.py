"""Two levels of which a text says that the one grew or fell to the other: "up from 300 to 200"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.lexicon import LETTERS
from qcheck.extraction.discourse.relations.changes import Levels, alike, levels_of
from qcheck.extraction.discourse.relations.moments import points_back
from qcheck.extraction.discourse.relations.sequence import Row, level, operands_at
from qcheck.extraction.discourse.relations.templates import Match, matches
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.relations.words import directions
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim

_BEFORE, _AFTER = 5, 3  # words around two levels among which the verb stands


def trends(article: Article, rows: Sequence[Row]) -> Iterator[Claim]:
    """`direction` (after, before): `trend` is what the words say of them."""
    by_sentence = {row.sentence.number: row for row in rows}
    for row in rows:
        seen: set[int] = set()
        for match in matches(row, "levels") if len(row.operands) > 1 or _ranged(row) else ():
            levels = levels_of(article, match)
            trend = levels and (match.trend or _around(article.pack, row, match))
            if levels is None or not trend or levels.before.start in seen or _not_alike(levels):
                continue
            seen |= {levels.before.start, levels.after.start}
            yield from (*levels.terms, relation(article, "direction", (levels.after, levels.before), trend=trend))
        if not seen:
            yield from _told_before(article, row)
            yield from _pointing(article, row, by_sentence.get(row.sentence.number - 1))


def _ranged(row: Row) -> bool:
    return any(claim.modifier == "range" for claim in row.claims)


def _not_alike(levels: Levels) -> bool:
    """Whether two levels may be of two things: of a clock, a rank or a share of something else."""
    both = (levels.before, levels.after)
    return any(c.unit in ("age", "ordinal") or not (c.relation or level(c)) for c in both) or levels.before.unit != levels.after.unit


def _around(pack: Pack, row: Row, match: Match) -> str:
    """The direction that the only verb beside two levels tells; "" where there is none, or one of each."""
    tokens = row.tokens
    own = list(match.operands.values())
    places = [at for at, operand in operands_at(row, tokens) if operand in own]
    others = [at for at, operand in operands_at(row, tokens) if operand not in own]
    first, last = min(places), max(places)
    start = max([first - _BEFORE, 0, *(at + 1 for at in others if at < first)])
    end = min([last + 1 + _AFTER, len(tokens), *(at for at in others if at > last)])
    words = {*tokens[start:first], *tokens[last + 1 : end]}
    rise, fall = _verbs(pack)
    return "" if bool(words & rise) == bool(words & fall) else "up" if words & rise else "down"


@cache
def _verbs(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    """The words for a rise and a fall that do not compare ("more", "less")."""
    compare = frozenset(pack.relations.words["comparatives"])
    rise, fall = directions(pack)
    return rise - compare, fall - compare


def _told_before(article: Article, row: Row) -> Iterator[Claim]:
    """ "The average wait has fallen sharply. Over the year it went from 52 minutes to 38": the verb in the sentence before, which counts
    nothing, and none beside the levels.
    """
    before = article.before(row.sentence)
    rise, fall = _verbs(article.pack)
    if before is None or before.paragraph != row.sentence.paragraph or not (rise | fall).isdisjoint(row.tokens):
        return
    text = article.lowered[before.start : before.end]
    words = set(LETTERS.findall(text))
    if any(sign.isdigit() for sign in text) or bool(words & rise) == bool(words & fall):
        return
    for match in matches(row, "levels"):
        levels = levels_of(article, match)
        if levels is not None and not _not_alike(levels) and levels.before.unit != "count":
            tie = relation(article, "direction", (levels.after, levels.before), trend="up" if words & rise else "down")
            yield from (*levels.terms, replace(tie, modality="possible"))
            return


def _pointing(article: Article, row: Row, before: Row | None) -> Iterator[Claim]:
    """ "It received 480 letters. That is down from 310 last year." """
    if before is None or before.sentence.paragraph.number < row.sentence.paragraph.number - 1 or not points_back(article.pack, row):
        return
    for match in matches(row, "direction"):
        base = match.operands["before"]
        if not isinstance(base, Claim) or not match.trend:
            continue
        levels = [
            c for c in before.claims if level(c) and alike(c, base) and c.unit == base.unit and (c.of or base.of or c.unit != "count")
        ]
        if len(levels) == 1:
            yield replace(relation(article, "direction", (levels[0], base), trend=match.trend), modality="possible")
            return
