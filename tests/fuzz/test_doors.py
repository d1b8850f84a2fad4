"""A short run of every door, always with the same inputs; `make fuzz-text` and its like look for new ones, `make fuzz-long` tries many."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from tests.fuzz.doors import DOORS
from tests.fuzz.long import through_the_pool
from tests.fuzz.seeds import random_bytes, seeds, stream

ROOT = Path(__file__).parents[2]
INPUTS = 15


@pytest.mark.parametrize("door", DOORS)
def test_what_fuzzing_begins_with_keeps_the_promises(door: str) -> None:
    for data in seeds(door)[:3]:
        DOORS[door](data)


@pytest.mark.parametrize("door", DOORS)
def test_changed_inputs_keep_the_promises(door: str) -> None:
    for data in islice(stream(door, 7), INPUTS):
        DOORS[door](data)


@pytest.mark.parametrize("door", DOORS)
def test_random_bytes_keep_the_promises(door: str) -> None:
    dice = random.Random(7)
    for _ in range(INPUTS):
        DOORS[door](random_bytes(dice))


def test_neighbours_in_the_pool_are_unchanged() -> None:
    through_the_pool(12, 7)


def test_the_same_seed_gives_the_same_inputs() -> None:
    for door in DOORS:
        assert list(islice(stream(door, 3), 5)) == list(islice(stream(door, 3), 5)) != list(islice(stream(door, 4), 5))


def test_a_door_under_atheris(tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="atheris is not installed")
    command = [sys.executable, "-m", "tests.fuzz.coverage_guided", "facts", "-runs=5", "-seed=1", f"-artifact_prefix={tmp_path}/"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Done 5 runs" in done.stderr
