"""Hypothesis knows qcheck's types as soon as it is imported, and can be imported whatever is wrong with qcheck."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from importlib.metadata import entry_points

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from qcheck.model.claim import Claim
from qcheck.model.interval import Interval
from qcheck.model.quantity import Quantity
from qcheck.model.timespan import TimeSpan
from qcheck.testing.hook import register_types


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False)


def test_the_entry_points_name_the_hook_and_the_plugin() -> None:
    assert {point.value for point in entry_points(group="hypothesis", name="qcheck")} == {"qcheck.testing.hook:register_types"}
    assert {point.value for point in entry_points(group="pytest11", name="qcheck")} == {"qcheck.testing.plugin"}


@given(st.from_type(Interval), st.from_type(Quantity), st.from_type(TimeSpan), st.from_type(Claim))
def test_types_are_known(interval: Interval[float], quantity: Quantity, span: TimeSpan, claim: Claim) -> None:
    assert isinstance(interval, Interval) and isinstance(quantity, Quantity)
    assert isinstance(span, TimeSpan) and claim.role == "claim"


def test_an_interval_of_days_is_one_of_days() -> None:
    assert find(st.from_type(Interval[date]), lambda days: True) == Interval(date(2000, 1, 1), date(2000, 1, 1))
    assert find(st.from_type(TimeSpan), lambda span: True) == TimeSpan(Interval(date(2000, 1, 1), date(2000, 1, 1)))


def test_the_hook_imports_little() -> None:
    done = python("import hypothesis, sys; print(*sorted(name for name in sys.modules if name.startswith('qcheck.')))")
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) <= {
        "qcheck.model", "qcheck.model.claim", "qcheck.model.interval", "qcheck.model.quantity", "qcheck.model.timespan",
        "qcheck.testing", "qcheck.testing.hook",
    }  # fmt: skip


@pytest.mark.parametrize("broken", ["qcheck.model.interval", "qcheck.model", "qcheck.model.claim", "qcheck.testing.strategies.types"])
def test_hypothesis_is_imported_where_qcheck_is_broken(broken: str) -> None:
    use = "from hypothesis import find, strategies as st; print(find(st.integers(), lambda n: n >= 7))"
    done = python(f"import sys; sys.modules[{broken!r}] = None; {use}")
    assert (done.returncode, done.stdout) == (0, "7\n"), done.stderr


def test_the_hook_without_hypothesis_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis.strategies", None)
    register_types()
