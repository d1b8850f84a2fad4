"""The ages of a group against those of its members, or of the same group elsewhere."""

from __future__ import annotations

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Line, line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.slots import DEAD, ends
from qcheck.checking.statement import LEDE, Statement

ANYBODY = frozenset({"victim", "person"})  # groups that take in everybody whom an event befell
HARMED = frozenset({DEAD, "injure", "shoot", "attack"})
_A_YEAR = 1.0  # what a birthday between two articles explains


def ages_listed(one: Statement, other: Statement, parameters: Parameters) -> Proof | None:
    """conflict: the ages of all of a group, told twice, differ, or somebody of the group has none of them; review: they differ by a year
    only, or it is not sure that the person belongs to the group.
    """
    if not _group(one):
        return None
    if _group(other):
        return _two_groups(one, other) if one.place < other.place else None
    return _one_of_group(one, other)


def _two_groups(a: Statement, b: Statement) -> Proof | None:
    if a.claim.of != b.claim.of or not _alike(a.claim.event, b.claim.event) or not (_told_first(a) and _told_first(b)):
        return None
    first, second = _members(a), _members(b)
    if (first and second and len(first) != len(second)) or (a.claim.document == b.claim.document and not (_all(a) and _all(b))):
        return None
    if first and second:
        off = max(abs(x - y) for x, y in zip(first, second, strict=True))
    else:
        off = max(_outside(a, b), _outside(b, a))
    if off <= 0:
        return None
    working = (_shown(a), _shown(b), line("group_ages"))
    sure = off > _A_YEAR or (_all(a) and _all(b))
    return Proof("conflict" if sure else "review", (a, b), working)


def _one_of_group(group: Statement, single: Statement) -> Proof | None:
    (youngest, oldest), (low, high) = ends(group.hard), ends(single.hard)
    if not _all(group) or low != high or single.claim.event not in HARMED or single.claim.record == "recalled":
        return None
    if group.claim.event not in ("", single.claim.event) or not (single.claim.person or single.claim.record == "main"):
        return None
    ages = _members(group)
    off = min(abs(low - age) for age in ages) if ages else max(youngest - low, low - oldest)
    if off <= 0:
        return None
    working = (_shown(group), reading(single), line("not_among_them"))
    return Proof("conflict" if off > _A_YEAR and single.claim.event == DEAD else "review", (group, single), working)


def _all(s: Statement) -> bool:
    """Whether a group is all whom the event befell, not some of them who are counted."""
    return s.claim.of in ANYBODY and s.claim.definite


def _told_first(s: Statement) -> bool:
    return s.claim.record != "recalled" and (_all(s) or 0 < s.claim.sentence <= LEDE)


def _outside(a: Statement, b: Statement) -> float:
    """How far the ages of one group lie outside the range of the other; ends that both tell exactly must be equal."""
    (youngest, oldest), (low, high) = ends(a.hard), ends(b.hard)
    if a.claim.modifier == "vague":
        return 0.0 if youngest <= high and low <= oldest else _A_YEAR + 1
    if b.claim.modifier == "vague":
        return max(low - youngest, oldest - high)
    return max(abs(low - youngest), abs(high - oldest))


def _group(s: Statement) -> bool:
    return bool(s.claim.members) or s.hard.low != s.hard.high


def _members(s: Statement) -> list[float]:
    return sorted(float(age) for age in s.claim.members.split(";") if age)


def _alike(one: str, other: str) -> bool:
    return one == other or not one or not other


def _shown(s: Statement) -> Line:
    return line("ages", quote=s.claim.quote, ages=s.claim.members.replace(";", ", ")) if s.claim.members else reading(s)
