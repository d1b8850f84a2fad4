"""What the rules of a run reached: a selector that matches nothing may be a slip of its author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from qcheck.checking.selection import selects
from qcheck.model.claim import Claim

if TYPE_CHECKING:
    from qcheck.checking.rule import Rule


def idle(rows: Sequence[Claim], rules: Iterable[Rule]) -> Iterator[tuple[str, str]]:
    """Rule and key (`select`, `one`, `other`) of each selector that no row fits which the rule could look at."""
    said = [row for row in rows if row.role == "claim" and not row.same_as]
    tied = [row for row in rows if row.role == "relation"]
    looked_at = {"relation": tied, "article": rows}
    for rule in rules:
        own = rows if "role" in rule.select else looked_at.get(rule.kind.subject, said)
        if rule.select and not any(selects(rule.select, row) for row in own):
            yield rule.id, "select"
            continue
        for key, selector in (("one", rule.one), ("other", rule.other)):
            if selector and not any(selects(selector, row) and selects(rule.select, row) for row in own):
                yield rule.id, key
