"""The kinds of check, by the name that a rule's `check` gives: one function each."""

from __future__ import annotations

from qcheck.checking.kinds.amounts import amounts
from qcheck.checking.kinds.bound_lost import bound_lost
from qcheck.checking.kinds.dateline import doubted_dateline
from qcheck.checking.kinds.denial import denial
from qcheck.checking.kinds.kind import Kind, of_article, of_claim, of_pair
from qcheck.checking.kinds.limits import outside_limits
from qcheck.checking.kinds.missing import missing
from qcheck.checking.kinds.other_period import other_period
from qcheck.checking.kinds.periods import exclusive_periods
from qcheck.checking.kinds.repeated import repeated
from qcheck.checking.kinds.running_total import running_total
from qcheck.checking.kinds.tense import future_past

KINDS: dict[str, Kind] = {
    "amounts": of_pair(amounts),
    "running_total": of_pair(running_total),
    "other_period": of_pair(other_period),
    "exclusive_periods": of_pair(exclusive_periods),
    "denial": of_pair(denial),
    "bound_lost": of_pair(bound_lost),
    "doubted_dateline": of_pair(doubted_dateline),
    "outside_limits": of_claim(outside_limits),
    "future_past": of_claim(future_past),
    "missing": of_article(missing),
    "repeated": of_article(repeated),
}
