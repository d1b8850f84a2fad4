"""Hypothesis runs the same examples every time; `HYPOTHESIS_PROFILE=nightly` runs many new ones. Tests of the command line run offline."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from qcheck.model import timespan
from tests.offline import sitecustomize

settings.register_profile("ci", derandomize=True, deadline=None, database=None, max_examples=200)
settings.register_profile("nightly", deadline=None, max_examples=20_000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_sessionstart() -> None:
    """`make mutation` tries each change in a fork of a process that has run the tests before: what was kept then would hide the change."""
    for kept in (name for name in vars(timespan).values() if hasattr(name, "cache_clear")):
        kept.cache_clear()


HERE = Path(__file__).parent
OFFLINE = {"articles", "cli", "cli_faults", "drafts", "examples", "hostile", "offline"}  # folders whose tests run commands


@pytest.fixture(autouse=True)
def offline(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Refuses the network to this process and all that it starts, and fails at the end if it was reached for; where that is noted."""
    tries = tmp_path_factory.getbasetemp() / "offline-tries"
    if request.path.relative_to(HERE).parts[0] not in OFFLINE:
        yield tries
        return
    path = os.pathsep.join(filter(None, (str(Path(sitecustomize.__file__).parent), os.environ.get("PYTHONPATH"))))
    monkeypatch.setenv("PYTHONPATH", path)
    monkeypatch.setenv("OFFLINE_TRIES", str(tries))
    yield tries
    assert not tries.exists(), f"the network was reached for: {tries.read_text(encoding='utf-8')}"
