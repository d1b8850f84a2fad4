"""The tests are tested: for each planted bug, the law that must notice it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import Phase, settings

from qcheck.checking import check, corpus, decisions, statement
from qcheck.checking.events import Link
from qcheck.checking.kinds import KINDS
from qcheck.checking.kinds.amounts import Amounts, amounts
from qcheck.checking.kinds.kind import Parameters, of_pair
from qcheck.checking.kinds.running_total import running_total
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Statement
from qcheck.extraction import claims as extraction
from qcheck.extraction.numbers import digits
from qcheck.extraction.timexes import dates
from qcheck.model import magnitude, timespan
from qcheck.model.interval import Interval
from qcheck.model.quantity import Modifier
from tests.checking import test_decisions, test_laws, test_laws_stories
from tests.extraction import test_laws_renderings
from tests.model import test_interval, test_magnitude
from tests.testing import test_strategies_news

QUICK = settings(max_examples=150, derandomize=True, database=None, deadline=None, phases=[Phase.generate], report_multiple_bugs=False)
Plant = Callable[[pytest.MonkeyPatch], None]


def lost_bound(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(magnitude, "_bounded", lambda bound, low, high, hard, typical, signed: (hard, typical))


def flipped_bound(patch: pytest.MonkeyPatch) -> None:
    sound = magnitude._bounded
    turned = {Modifier.MORE_THAN: Modifier.LESS_THAN, Modifier.LESS_THAN: Modifier.MORE_THAN}

    def bounded(bound: Modifier, *rest: Any) -> Any:
        return sound(turned.get(bound, bound), *rest)

    patch.setattr(magnitude, "_bounded", bounded)


def rounding_inwards(patch: pytest.MonkeyPatch) -> None:
    sound = magnitude._around
    patch.setattr(magnitude, "_around", lambda value, below, above: sound(value, below * 9 / 10, above * 9 / 10))


def month_off_by_one(patch: pytest.MonkeyPatch) -> None:
    sound = vars(dates)["Period"]
    patch.setattr(dates, "Period", lambda **told: sound(**{**told, "month": told["month"] % 12 + 1} if told.get("month") else told))


def wrong_decimal_sign(patch: pytest.MonkeyPatch) -> None:
    sound, swapped = digits._written, str.maketrans(",.", ".,")
    patch.setattr(digits, "_written", lambda run, signs: sound(run.translate(swapped), signs))


def minus_lost(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(magnitude.Magnitude, "negated", lambda number: number)


def swapped_roles(patch: pytest.MonkeyPatch) -> None:
    sound = vars(extraction)["Claim"]
    swap = {"agent": "recipient", "recipient": "agent"}
    patch.setattr(extraction, "Claim", lambda **fields: sound(**{swap.get(name, name): value for name, value in fields.items()}))


def offset_by_one(patch: pytest.MonkeyPatch) -> None:
    sound = vars(extraction)["Claim"]
    patch.setattr(extraction, "Claim", lambda **fields: sound(**{**fields, "end": fields.get("end", 0) + 1}))


def unit_factor_off(patch: pytest.MonkeyPatch) -> None:
    sound = statement._interval
    patch.setattr(
        statement, "_interval", lambda low, high, closed, factor: sound(low, high, closed, factor * 1.0001 if factor != 1 else factor)
    )


def conflict_by_what_is_typical(patch: pytest.MonkeyPatch) -> None:
    def hasty(a: Statement, b: Statement, parameters: Amounts) -> Proof | None:
        return amounts(replace(a, hard=a.typical), replace(b, hard=b.typical), parameters)

    patch.setitem(KINDS, "amounts", of_pair(hasty))


def dates_compared_as_text(patch: pytest.MonkeyPatch) -> None:
    def textual(a: Statement, b: Statement, parameters: Parameters) -> Proof | None:
        """As if dates were compared as 14.05.2024."""
        days = [s.known_on for s in (a, b)]
        if None not in days and (days[0] < days[1]) != (f"{days[0]:%d.%m.%Y}" < f"{days[1]:%d.%m.%Y}"):  # type: ignore[operator]
            a, b = replace(a, article=b.article), replace(b, article=a.article)
        return running_total(a, b, parameters)

    patch.setitem(KINDS, "running_total", of_pair(textual))


def touching_ranges_are_disjoint(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Interval, "below", lambda one, other: one._high <= other._low)


def rows_are_taken_as_they_come(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(corpus, "sorted", lambda rows, key: list(rows), raising=False)


def copies_are_told_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(corpus, "_content", lambda rows: rows[0].document)
    patch.setattr(corpus, "nearly", lambda articles: {document: document for document in articles})
    patch.setattr(check, "_about", lambda proof, topics, corpus: [(s.claim.claim,) for s in proof.statements])


def everything_is_one_topic(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(check, "link", lambda a, b, kinds="": Link("same", ()))


def careless_cache(patch: pytest.MonkeyPatch) -> None:
    """One that knows a period again by its first year."""
    sound = timespan.days_from_text

    class Text(str):
        __slots__ = ()

        def __hash__(self) -> int:
            return hash(self[:4])

        def __eq__(self, other: object) -> bool:
            return isinstance(other, str) and self[:4] == other[:4]

    cached = lru_cache(maxsize=64)(lambda text: sound(str.__str__(text)))
    patch.setattr(timespan, "careless", cached, raising=False)
    patch.setattr(timespan, "days_from_text", lambda text: cached(Text(text)))


def decisions_change_findings(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(decisions, "replace", lambda finding, **told: replace(finding, **{**told, "severity": "note"}))


PLANTED: list[tuple[Plant, Any]] = [
    (lost_bound, test_laws_renderings.test_what_is_rendered_allows_what_its_modifier_allows),
    (flipped_bound, test_laws_renderings.test_what_is_rendered_allows_what_its_modifier_allows),
    (rounding_inwards, test_magnitude.test_what_is_rounded_to_a_number_lies_in_its_hard_reading),
    (rounding_inwards, test_magnitude.test_what_is_rounded_to_a_decimal_lies_in_its_hard_reading),
    (month_off_by_one, test_strategies_news.test_a_rendered_claim_is_read_back_from_each_language),
    (wrong_decimal_sign, test_laws_renderings.test_a_rendered_quantity_is_read_back),
    (minus_lost, test_laws_renderings.test_every_minus_sign_is_a_minus),
    (swapped_roles, test_strategies_news.test_a_rendered_claim_is_read_back_from_each_language),
    (offset_by_one, test_laws_stories.test_every_quote_of_a_finding_stands_in_its_text_at_its_offsets),
    (unit_factor_off, test_laws.test_conversion_never_changes_a_verdict_of_ranges_that_nearly_touch),
    (conflict_by_what_is_typical, test_laws.test_a_conflict_of_amounts_has_no_witness),
    (conflict_by_what_is_typical, test_strategies_news.test_a_pair_of_claims_has_the_relation_that_it_is_said_to_have),
    (dates_compared_as_text, test_strategies_news.test_in_a_story_all_that_is_planted_is_found_and_nothing_else),
    (touching_ranges_are_disjoint, test_interval.test_disjoint_means_no_witness),
    (rows_are_taken_as_they_come, test_laws.test_findings_do_not_depend_on_the_order_of_rows),
    (copies_are_told_again, test_laws_stories.test_a_copy_of_an_article_under_another_name_adds_no_finding),
    (everything_is_one_topic, test_laws.test_conflict_needs_one_topic),
    (careless_cache, test_laws_stories.test_cached_equals_uncached),
    (decisions_change_findings, test_decisions.test_a_decision_only_removes),
]


@pytest.mark.parametrize(("plant", "law"), PLANTED, ids=lambda one: one.__name__)
def test_a_planted_bug_is_noticed_by_its_law(plant: Plant, law: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(law, "_hypothesis_internal_use_settings", QUICK)
    plant(monkeypatch)
    with pytest.raises(Exception) as noticed:  # noqa: PT011 - a law may also fail by an error of what it calls
        law()
    assert "Flaky" not in type(noticed.value).__name__, noticed.value


def test_without_a_bug_the_laws_hold_with_as_few_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    for law in dict.fromkeys(law for _, law in PLANTED):
        monkeypatch.setattr(law, "_hypothesis_internal_use_settings", settings(QUICK, max_examples=10))
        law()
