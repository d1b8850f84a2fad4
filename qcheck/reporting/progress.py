"""A bar for work that takes long, only for a person at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qcheck.reporting.catalogue import load_catalogue

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE = 2.0  # seconds of work that need no bar
Step = Callable[[int, int], None]


@contextmanager
def progress(ui: str, *, clock: Callable[[], float] = time.monotonic) -> Iterator[Step]:
    """A function that is told how much is done and of how much; a bar on standard error shows it after two seconds, and goes away at the
    end. Where standard error is no terminal nothing is shown.
    """
    if not sys.stderr.isatty():
        yield _silent
        return
    begun, bars = clock(), list[tuple["Progress", "TaskID"]]()

    def step(done: int, total: int) -> None:
        if not bars and clock() - begun < PATIENCE:
            return
        if not bars:
            bars.append(_bar(load_catalogue(ui)("terminal.reading"), total))
        bar, task = bars[0]
        bar.update(task, completed=done, total=total)

    try:
        yield step
    finally:
        for bar, _ in bars:
            bar.stop()


def _silent(done: int, total: int) -> None:
    return


def _bar(words: str, total: int) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True, markup=False, emoji=False), transient=True)
    bar.start()
    return bar, bar.add_task(words, total=total)
