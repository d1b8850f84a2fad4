"""A change or a multiple and the two levels that it leads from and to, where one sentence gives all three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import PERSON, PERSONS
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.templates import Match, matches
from qcheck.extraction.discourse.relations.terms import PERCENT, Factor, bare, ends, factor_term, fraction_term, share_term
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.discourse.relations.words import directions
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed

POINTS = "percentage_point"
_PER = " per "
POINT = "point"  # what a bare "points" counts


@dataclass(frozen=True, slots=True)
class Levels:
    """Two levels of one thing; the rows that stand for them, where they are no claims, in `terms`."""

    before: Claim
    after: Claim
    terms: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Open:
    """A change (or a multiple, as its term) whose levels its sentence does not give, or not both."""

    row: Row
    change: Claim
    trend: str
    before: Claim | None = None
    after: Claim | None = None


def changes(article: Article, found: Sequence[Row]) -> tuple[list[Claim], list[Open]]:
    """`percent_change`, `point_change` and `difference` (change, after, before) and `multiple` (factor, after, before); what is open."""
    stated: list[Claim] = []
    left: list[Open] = []
    for row in found:
        taken: set[int] = set()
        if len(row.operands) > 1:
            for match in (*matches(row, "change"), *matches(row, "multiple")):
                stated += _stated(article, row, match, taken)
        left += _open(article, row, taken)
    return stated, left


def _stated(article: Article, row: Row, match: Match, taken: set[int]) -> Iterator[Claim]:
    levels = levels_of(article, match)
    change = match.operands.get("change") or match.operands.get("factor")
    if levels is None or change is None or change.start in taken:
        return
    rows = tie(article, change, levels, match.trend)
    if rows:
        taken.add(change.start)
        yield from rows


def tie(article: Article, change: Claim | Factor, levels: Levels, trend: str, *, reason: str = "") -> list[Claim]:
    """The rows that tie a change to its levels; none where it cannot be theirs."""
    if isinstance(change, Factor) and change.share:
        change = share_term(article, levels.after, change)
        return tie(article, change, levels, trend, reason=reason) if trend else []
    if isinstance(change, Factor):
        term = factor_term(article, levels.after, change)
        return [term, *levels.terms, relation(article, "multiple", (term, levels.after, levels.before), reason=reason)]
    if change.relation and change.unit != PERCENT:
        return [change, *levels.terms, relation(article, "multiple", (change, levels.after, levels.before), reason=reason)]
    terms = [*levels.terms, *([change] if change.relation else [])]
    trend = trend or change.trend
    if change.unit == "count" and not change.of and 0 < change.value_low < 1:
        change = fraction_term(change)
        terms.append(change)
    elif change.unit == "count" and not change.of and levels.after.unit not in ("count", PERCENT):
        change = bare(article, change, like=levels.after) or change  # "184 kilometres, 12 more than the 172 kilometres"
        terms.append(change)
    name = _kind(change, levels)
    if not name:
        return []
    trend = trend or ("up" if levels.after.value_low > levels.before.value_low else "down")
    return [*terms, relation(article, name, (change, levels.after, levels.before), trend=trend, reason=reason)]


def _open(article: Article, row: Row, taken: set[int]) -> Iterator[Open]:
    if not any(isinstance(o, Factor) or o.unit in (PERCENT, POINTS) or o.trend for o in row.operands) and len(row.spans) < 2:
        return
    found = (*matches(row, "change"), *matches(row, "alone"))
    for match in sorted(found, key=lambda m: not m.trend):
        change, before, after = (match.operands.get(name) for name in ("change", "before", "after"))
        if isinstance(change, Factor) and change.share and row.claims:
            change = share_term(article, row.claims[0], change)
        if not isinstance(change, Claim) or change.start in taken or "range" in match.operands or (before and after):
            continue
        if isinstance(before, Factor) or isinstance(after, Factor):
            continue
        taken.add(change.start)
        yield Open(row, change, match.trend or change.trend, before and _of_days(article, change, before), after)
    for claim in row.claims:
        trend = _own_direction(article.pack, claim) or _of_a_change(claim)
        if trend and claim.start not in taken:
            taken.add(claim.start)
            yield Open(row, claim, trend)
    for match in matches(row, "multiple"):
        factor, after = match.operands["factor"], match.operands.get("after")
        if isinstance(factor, Factor) and isinstance(after, Claim) and factor.start not in taken and "before" not in match.operands:
            taken.add(factor.start)
            yield Open(row, factor_term(article, after, factor), "", None, after)
    home = next(iter(row.claims), None)
    for operand in row.operands:
        if isinstance(operand, Factor) and not operand.share and operand.start not in taken and home is not None:
            yield Open(row, factor_term(article, home, operand), "")


def _of_a_change(claim: Claim) -> str:
    """The direction of a verb that stands around a change ("um 12 Prozent ging die Zahl 2024 zurück")."""
    return claim.trend if claim.unit in (PERCENT, POINTS) and claim.value_low == claim.value_high else ""


def _own_direction(pack: Pack, claim: Claim) -> str:
    """The direction of a change that counts its own name ("the 16 percent jump")."""
    if claim.unit != PERCENT:
        return ""
    rise, fall = directions(pack)
    return next(("up" if word in rise else "down" for word in claim.quote.lower().split() if word in rise or word in fall), "")


def _of_days(article: Article, change: Claim, before: Claim) -> Claim:
    """A base with the days that stand between it and its change ("9 percent above 2023, when it was 400")."""
    times = [t for t in article.timexes if change.end <= t.start < before.start and t.span.known]
    if before.time_quote or len(times) != 1:
        return before
    return changed(before, within=str(times[0].span), time_quote=times[0].quote)


def levels_of(article: Article, match: Match) -> Levels | None:
    """The two levels of a match, if they are of one thing; None where one is missing."""
    whole = match.operands.get("range")
    if isinstance(whole, Claim):
        pair = ends(article, whole)
        return Levels(*pair, terms=pair) if pair else None
    before, after = match.operands.get("before"), match.operands.get("after")
    if not isinstance(before, Claim) or not isinstance(after, Claim) or not alike(before, after):
        return None
    return Levels(before, after)


def alike(before: Claim, after: Claim) -> bool:
    """Whether two levels measure the same and count the same thing; what one of them leaves out is the other's."""
    one, other = before.dimension or before.unit, after.dimension or after.unit
    # rents are told with and without "a month"
    same = one == other or (
        _PER in one + other and one.partition(_PER)[0] == other.partition(_PER)[0] and not (_PER in one and _PER in other)
    )
    # a compound counts what its last part counts, and people may be called by what they do
    things = before.of.endswith(after.of) or after.of.endswith(before.of) or (PERSON in (before.of, after.of) and _people(before, after))
    fractions = before.unit == "count" and (0 < before.value_low < 1) != (0 < after.value_low < 1)
    return same and things and not fractions


def _people(*claims: Claim) -> bool:
    return all(claim.of in PERSONS for claim in claims)


def _kind(change: Claim, levels: Levels) -> str:
    """The relation that a change has to its levels; "" where it cannot be one."""
    share = levels.after.unit == PERCENT
    if change.unit == PERCENT:
        return "percent_change_of_shares" if share else "percent_change"
    if change.unit == POINTS or (share and change.unit == "count" and change.of in ("", POINT)):
        return "point_change" if share else ""
    return "difference" if alike(change, levels.after) and alike(change, levels.before) else ""
