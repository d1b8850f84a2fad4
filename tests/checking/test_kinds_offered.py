"""Kinds of check that installed packages offer as entry points."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint

import pytest

from qcheck.checking import kinds
from qcheck.checking.kinds import KINDS, kind_names, kind_of
from qcheck.checking.kinds.amounts import amounts
from qcheck.checking.kinds.kind import of_pair
from qcheck.model.errors import RuleProblem

OURS = of_pair(amounts)
OFFERED = {
    "twice": "qcheck.checking.kinds:OURS",
    "absent": "no_such_package.checks:kind",
    "wrong": "qcheck.checking.kinds:GROUP",
    "amounts": "qcheck.checking.kinds:GROUP",
}


@pytest.fixture(autouse=True)
def _offered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def installed(*, group: str) -> list[EntryPoint]:
        assert group == "qcheck.kinds"
        return [EntryPoint(name, value, group) for name, value in OFFERED.items()]

    monkeypatch.setattr("importlib.metadata.entry_points", installed)
    monkeypatch.setattr(kinds, "OURS", OURS, raising=False)
    kinds._offered.cache_clear()
    yield
    kinds._offered.cache_clear()


def test_a_package_offers_a_kind_of_check() -> None:
    assert kind_of("twice") is OURS
    assert kind_names() == sorted({*KINDS, *OFFERED})
    assert kind_of("thrice") is None


def test_our_own_names_come_first() -> None:
    assert kind_of("amounts") is KINDS["amounts"]


def test_an_entry_point_that_cannot_be_loaded_is_a_problem_of_the_rule() -> None:
    with pytest.raises(RuleProblem, match=r"the kind of check 'absent' \(no_such_package.checks:kind\) cannot be loaded: No module named"):
        kind_of("absent")


def test_an_entry_point_that_is_no_kind_of_check_is_told_what_to_be() -> None:
    with pytest.raises(RuleProblem, match=r"is no kind of check") as problem:
        kind_of("wrong")
    assert problem.value.todo == "make it with of_claim, of_pair, of_article or of_relation"
