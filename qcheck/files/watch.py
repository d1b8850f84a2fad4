"""Waits until a file is written again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

Stamp = tuple[int, int]


def writings(path: Path, *, wait: Callable[[], None]) -> Iterator[None]:
    """Yields once at the start and then each time that the file is another one than before; `wait` passes the time between two looks.

    A file that is gone for a moment, as editors do when they save, is waited for.
    """
    before = _stamp(path)
    yield
    while True:
        wait()
        now = _stamp(path)
        if now and now != before:
            before = now
            yield


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
