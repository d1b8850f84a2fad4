"""The long run: `python -m tests.fuzz.long --count 100000 --seed 1 --pool 500`. The same seed gives the same inputs.

Random files and mutated articles go through the doors of this process; as many as `--pool` says stand as files among articles whose
results must not change. Ends with 1 at the first broken promise, which it writes to `--keep`.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import pandas as pd

from qcheck.reading.read import KINDS
from qcheck.workers.intake import Limits, take_in
from tests.fuzz.doors import DOORS, article_door
from tests.fuzz.seeds import articles, mutated, random_bytes, seeds

SLOW = 10.0  # seconds of this process for one input; they are of some thousand characters, and what is loaded at first use counts too
OPEN = ("text", "html", "docx", "jsonl")
SUFFIX = {"text": ".txt", "html": ".html", "docx": ".docx", "jsonl": ".jsonl"}


def in_process(count: int, seed: int, keep: Path) -> Counter[str]:
    """Random files and mutated articles, `count` of each. Exits at the first that breaks a promise."""
    done: Counter[str] = Counter()
    doors = {suffix: article_door(suffix) for suffix in sorted(KINDS)}
    suffixes = list(doors)
    dice = random.Random(seed)
    for number in range(2 * count):
        if number % 2:
            suffix, data = dice.choice(suffixes), random_bytes(dice)
        else:
            door = dice.choice(OPEN)
            suffix, data = SUFFIX[door], mutated(dice.choice(seeds(door)), dice)
        began = time.process_time()
        try:
            doors[suffix](data)
            if time.process_time() - began > SLOW:
                raise AssertionError(f"took {time.process_time() - began:.1f} s")
        except BaseException:
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"found-{seed}-{number}{suffix}").write_bytes(data)
            print(f"seed {seed}, input {number} ({suffix}): kept in {keep}", file=sys.stderr)
            raise
        done[f"{'random' if number % 2 else 'mutated'} {suffix}"] += 1
        if number % 20_000 == 19_999:
            print(f"{number + 1:,} inputs", flush=True)
    return done


def through_the_pool(count: int, seed: int) -> None:
    """`count` random and mutated files as neighbours of articles, whose documents and claims must be the same as without them."""
    dice = random.Random(f"pool {seed}")
    with tempfile.TemporaryDirectory() as where:
        good, bad = Path(where, "good"), Path(where, "bad")
        good.mkdir()
        bad.mkdir()
        for number, data in enumerate(articles()):
            (good / f"{number:03}.txt").write_bytes(data)
        alone = take_in([good], limits=Limits(jobs=1))
        for number in range(count):
            door = dice.choice(OPEN)
            data = random_bytes(dice) if number % 2 else mutated(dice.choice(seeds(door)), dice)
            (bad / f"{number:05}{SUFFIX[door]}").write_bytes(data)
        documents, claims = take_in([bad, good], limits=Limits(jobs=2))
    names = {Path(name.partition("#")[0]).name for name in documents["document"] if "/bad/" in name}
    assert len(names) == count, f"{count - len(names)} files are not accounted for"
    for before, after in zip(alone, (documents, claims), strict=True):
        pd.testing.assert_frame_equal(before, after[~after["document"].str.contains("/bad/")].reset_index(drop=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--pool", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("reports/fuzz"))
    chosen = parser.parse_args()
    began = time.monotonic()
    for name, number in sorted(in_process(chosen.count, chosen.seed, chosen.keep).items()):
        print(f"{number:>8,} {name}")
    through_the_pool(chosen.pool, chosen.seed)
    print(f"{chosen.pool:>8,} files through the pool, their neighbours unchanged")
    print(f"no promise broken; seed {chosen.seed}, {(time.monotonic() - began) / 60:.1f} minutes")


if __name__ == "__main__":
    assert set(OPEN) <= set(DOORS)
    main()
