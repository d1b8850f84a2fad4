"""The kinds of check, by the name that a rule's `check` gives: one function each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from qcheck.checking.kinds.age import age_and_birth, two_ages
from qcheck.checking.kinds.ages_listed import ages_listed
from qcheck.checking.kinds.amounts import amounts
from qcheck.checking.kinds.arithmetic import arithmetic
from qcheck.checking.kinds.arithmetic_granularity import granularity
from qcheck.checking.kinds.bound_flipped import bound_flipped
from qcheck.checking.kinds.bound_lost import bound_lost
from qcheck.checking.kinds.conversion import conversion, currency, temperature
from qcheck.checking.kinds.dateline import doubted_dateline
from qcheck.checking.kinds.denial import denial
from qcheck.checking.kinds.event_time import call_before, event_time
from qcheck.checking.kinds.kind import Kind, of_article, of_claim, of_fact, of_pair, of_relation, of_series
from qcheck.checking.kinds.length import wrong_hours, wrong_length
from qcheck.checking.kinds.limits import outside_limits
from qcheck.checking.kinds.missing import missing
from qcheck.checking.kinds.near_ages import near_ages
from qcheck.checking.kinds.other_period import other_period
from qcheck.checking.kinds.otherwise import told_of_other_days, told_otherwise
from qcheck.checking.kinds.periods import exclusive_periods
from qcheck.checking.kinds.plans import plans
from qcheck.checking.kinds.repeated import repeated
from qcheck.checking.kinds.retold import bound_dropped, part_exceeds, retold_amounts, sudden_precision
from qcheck.checking.kinds.running_total import running_total
from qcheck.checking.kinds.scale_slip import scale_slip
from qcheck.checking.kinds.settled import against_settled
from qcheck.checking.kinds.stale import stale
from qcheck.checking.kinds.tense import deadline_passed, descending, told_past, wrong_order
from qcheck.checking.kinds.tolls import tolls
from qcheck.checking.kinds.weekday import no_such_date, wrong_distance, wrong_weekday
from qcheck.checking.kinds.years_since import years_since
from qcheck.model.errors import RuleProblem

KINDS: dict[str, Kind] = {
    "two_ages": of_pair(two_ages),
    "age_and_birth": of_pair(age_and_birth),
    "ages_listed": of_pair(ages_listed),
    "near_ages": of_pair(near_ages),
    "event_time": of_pair(event_time),
    "call_before": of_pair(call_before),
    "amounts": of_pair(amounts),
    "running_total": of_pair(running_total),
    "tolls": of_pair(tolls),
    "plans": of_pair(plans),
    "told_otherwise": of_pair(told_otherwise),
    "told_of_other_days": of_pair(told_of_other_days),
    "other_period": of_pair(other_period),
    "retold_amounts": of_relation(retold_amounts, "retold"),
    "bound_dropped": of_relation(bound_dropped, "retold"),
    "sudden_precision": of_relation(sudden_precision, "precise"),
    "part_exceeds": of_relation(part_exceeds, "included"),
    "exclusive_periods": of_pair(exclusive_periods),
    "denial": of_pair(denial),
    "bound_lost": of_pair(bound_lost),
    "bound_flipped": of_pair(bound_flipped),
    "doubted_dateline": of_pair(doubted_dateline),
    "outside_limits": of_claim(outside_limits),
    "future_past": of_relation(told_past, "dated_past"),
    "missing": of_article(missing),
    "repeated": of_article(repeated),
    "arithmetic": of_relation(arithmetic),
    "granularity": of_relation(granularity, "share_of"),
    "wrong_weekday": of_relation(wrong_weekday, "weekday_of"),
    "wrong_distance": of_relation(wrong_distance, "relative_day"),
    "wrong_length": of_relation(wrong_length, "length"),
    "wrong_hours": of_relation(wrong_hours, "hours"),
    "conversion": of_relation(conversion, "conversion"),
    "temperature": of_relation(temperature, "temperature_conversion"),
    "currency": of_relation(currency, "currency_conversion"),
    "years_since": of_relation(years_since, "years_since"),
    "scale_slip": of_pair(scale_slip),
    "stale": of_series(stale),
    "descending": of_relation(descending, "descending"),
    "deadline_passed": of_relation(deadline_passed, "deadline_passed"),
    "told_past": of_relation(told_past, "told_past"),
    "wrong_order": of_relation(wrong_order, "order"),
    "against_settled": of_fact(against_settled),
    "no_such_date": of_relation(no_such_date, "no_such_date"),
}
GROUP = "qcheck.kinds"  # entry points of installed packages that offer a kind of check

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


def kind_of(name: str) -> Kind | None:
    """The kind of check of a name: one of ours, or an entry point of an installed package; None if there is none.

    Raises RuleProblem for an entry point that is no kind of check.
    """
    if name in KINDS:
        return KINDS[name]
    offered = _offered().get(name)
    if offered is None:
        return None
    try:
        kind = offered.load()
    except Exception as error:  # whatever the package does: it must not look like a fault of ours
        raise RuleProblem(f"the kind of check {name!r} ({offered.value}) cannot be loaded: {error}") from error
    if not isinstance(kind, Kind):
        raise RuleProblem(f"{offered.value} is no kind of check", todo="make it with of_claim, of_pair, of_article or of_relation")
    return kind


def kind_names() -> list[str]:
    """All kinds of check that rules can name, sorted."""
    return sorted({*KINDS, *_offered()})


@cache
def _offered() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=GROUP)}
