"""A whole with its parts in the sentences behind it, and shares of one whole that are told one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.bearers import AGE
from qcheck.extraction.discourse.relations.members import names_some
from qcheck.extraction.discourse.relations.nearby.rests import rests
from qcheck.extraction.discourse.relations.nearby.told import PART, family, is_time, levels, window
from qcheck.extraction.discourse.relations.sequence import Row, Told, level
from qcheck.extraction.discourse.relations.terms import PERCENT, bare, multiple
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.model.claim import Claim, changed

_BACK = 2  # sentences between the parts and their whole
_FEWEST_PARTS, _MOST_PARTS = 3, 12
_TOLD = (0.6, 1.6)  # what parts that miss their whole by a slip come to, of the whole, where the text says how many there are
_CLOSE = (0.8, 1.25)  # and where it does not
_MOST_ADDED = 8
_PER = " per "
_JOINED = 3  # words between two parts
_FEWEST_SHARES = 4
_SHARES = (102, 135)  # percent that shares come to of which one is a slip
_ALL, _ROUNDING = 100, 2  # percent
_REASON = "parts right behind their whole, whose sum comes close to it"


def nearby_sums(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """The rows `sum` (whole, parts) and `shares` that no template found."""
    yield from _as_many(article, rows, used)
    for row in rows:
        yield from _listed(article, rows, row, used)
        yield from _shares(article, rows, row, used)


def _as_many(article: Article, rows: Sequence[Row], used: set[str]) -> Iterator[Claim]:
    """A whole with as many parts as the text says there are ("divided among four towns. ...")."""
    for row in rows:
        for number in row.claims:
            if number.unit != "count" or number.value_low != number.value_high or not _FEWEST_PARTS <= number.value_low <= _MOST_PARTS:
                continue
            before = [c for r in window(rows, row, before=_BACK, after=0) for c in r.claims if c.end <= number.start and level(c)]
            for listed in window(rows, row, before=0, after=1):
                parts = [c for c in listed.claims if c.start > number.end and c.unit != AGE and not is_time(c)]
                if len(parts) != number.value_low or {c.claim for c in parts} & used:
                    continue
                wholes = [w for w in before if _adds(w, parts, _TOLD)]
                if len(wholes) == 1:
                    yield from _tied(article, wholes[0], parts, f"“{number.quote}” are told, and as many parts are listed")
                    break


def _adds(whole: Claim, parts: Sequence[Claim], close: tuple[float, float]) -> bool:
    """Whether parts may be those of a whole: of its unit and thing, or of none that is told, and together about as much."""
    same = all(c.unit == whole.unit or (c.unit == "count" and not c.of) for c in parts)
    things = {family(c) for c in parts if c.of} - {family(whole)}
    low, high = close
    total = sum(c.value_low for c in parts)
    return same and not (things and whole.unit == "count") and _fits(whole, parts) and low <= multiple(total, whole.value_low) <= high


def _fits(whole: Claim, parts: Sequence[Claim]) -> bool:
    return all(c.value_low < whole.value_low and c.value_low == c.value_high for c in parts)


def _tied(article: Article, whole: Claim, parts: Sequence[Claim], reason: str) -> Iterator[Claim]:
    home = changed(whole, unit=whole.unit.partition(_PER)[0])
    terms = [bare(article, c, like=home) if c.unit == "count" != home.unit else None for c in parts]
    tied = [term or c for term, c in zip(terms, parts, strict=True)]
    yield from (term for term in terms if term is not None)
    yield relation(article, "sum", (whole, *tied), reason=reason)


def _listed(article: Article, rows: Sequence[Row], row: Row, used: set[str]) -> Iterator[Claim]:
    """The numbers of a sentence, or of it and the next one, as parts of a whole right before them."""
    own = [t for t in levels([row]) if not t.claim.trend]
    before = [t for t in levels(window(rows, row, before=_BACK, after=0)) if t.sentence < row.sentence.number]
    wholes = [t for t in (*own[:1], *before) if _whole(t.claim)]
    ahead = window(rows, row, before=0, after=_BACK)
    if any(next(rests(article.pack, r), None) is not None for r in ahead if r is not row):
        return  # the last part is still to come
    if any(c.claim in used for c in row.claims) or len({t.claim.value_low for t in wholes}) == 0:
        return
    for after in (0, 1):
        near = window(rows, row, before=0, after=after, paragraphs=0)
        found = [t for t in levels(near) if not t.claim.trend]
        if after and len(near) == 1:
            return
        for whole in wholes:
            parts = [t.claim for t in found if t.claim.start > whole.claim.end and _counts_with(whole, t)]
            apposed = whole.sentence == row.sentence.number
            if len(parts) < _FEWEST_PARTS - 1 or not _adds_any(whole.claim, parts) or used & {c.claim for c in parts}:
                continue
            if len(parts) < _FEWEST_PARTS and not (_closes(article, rows, near[-1]) or (apposed and _apposed(article, whole.claim, parts))):
                continue
            if any(_explained(other.claim, [*before, *found]) for other in wholes) or _all_shares([*before, *found]):
                return
            if not names_some(article, row.sentence.start, parts[-1].start) or _closes(article, rows, near[-1]):
                yield from _tied(article, whole.claim, parts, _REASON)
                return


def _whole(claim: Claim) -> bool:
    """Whether a number can be that of a whole: it tells what it counts, and no part or bound."""
    return (claim.unit != "count" or bool(claim.of)) and claim.part != PART and claim.modifier in ("exact", "about") and not claim.definite


def _counts_with(whole: Told, part: Told) -> bool:
    """Whether a number is in the unit of a whole, or leaves it out."""
    w, p = whole.claim, part.claim
    same = p.unit == w.unit.partition(_PER)[0] or (p.unit == "count" and not p.of and w.unit != PERCENT)
    return p.part != "whole" and not p.definite and same


def _adds_any(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether parts come close to a whole but not to all of it; things of other names must be three at least."""
    total = sum(c.value_low for c in parts)
    things = {family(c) for c in parts if c.of} - {family(whole)}
    kinds = whole.unit != "count" or not things or (len(things) == len(parts) >= _FEWEST_PARTS)
    return kinds and _fits(whole, parts) and _CLOSE[0] <= multiple(total, whole.value_low) <= _CLOSE[1]


def _all_shares(told: Sequence[Told]) -> bool:
    """Whether shares told one after the other give a hundred: then none is a whole of the others."""
    shares = {t.claim.start: t.claim.value_low for t in told if t.claim.unit == PERCENT}
    return abs(sum(shares.values()) - _ALL) <= _ROUNDING


def _explained(whole: Claim, found: Sequence[Told]) -> bool:
    """Whether some of the numbers behind a whole add up to it."""
    parts = [t.claim for t in found if t.claim.start > whole.end and t.claim.value_low < whole.value_low][:_MOST_ADDED]
    groups = (group for size in range(2, len(parts) + 1) for group in combinations(parts, size))
    return any(sum(c.low for c in group) <= whole.high and whole.low <= sum(c.high for c in group) for group in groups)


def _closes(article: Article, rows: Sequence[Row], last: Row) -> bool:
    """Whether words of the last sentence, or of the one behind it, say that these are all parts."""
    following = article.sentences[last.sentence.number] if last.sentence.number < len(article.sentences) else None
    text = article.lowered[following.start : following.end] if following and following.paragraph == last.sentence.paragraph else ""
    return "rest" in last.says or any(f" {phrase} " in f" {text} " for phrase in article.pack.relations.words["no_others"])


def _apposed(article: Article, whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether two parts stand right behind their whole ("612 children, 327 boys and 285 girls"), or behind a colon."""
    if len(parts) != _FEWEST_PARTS - 1 or len(article.text[parts[0].end : parts[1].start].split()) > _JOINED:
        return False
    between = article.text[whole.end : parts[0].start].strip()
    return between in (",", ":", "–", "—", "-", "(") or between.endswith(":")


def _shares(article: Article, rows: Sequence[Row], row: Row, used: set[str]) -> Iterator[Claim]:
    """Shares that one sentence, or two, tell one after the other, the first with what they are of, and together too many."""
    for after in (0, 1):
        near = window(rows, row, before=0, after=after, paragraphs=0)
        parts = [c for r in near for c in r.claims if c.unit == PERCENT]
        if not parts or parts[0].sentence != row.sentence.number or {c.claim for c in parts} & used:
            return
        if any(c.trend or c.value_low != c.value_high or c.part == PART or c.kind == "change" for c in parts):
            return
        total = sum(c.value_low for c in parts)
        closed = any("rest" in r.says for r in near)
        if len(parts) >= _FEWEST_SHARES - closed and _SHARES[0] <= total <= _SHARES[1]:
            yield changed(relation(article, "shares", parts, reason="shares that are told one after the other"), modality="possible")
            return
