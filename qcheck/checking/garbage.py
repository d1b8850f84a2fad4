"""Checking holds millions of small values until it ends, and none of them in cycles: looking for cycles among them doubles its time."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Puts the search for cycles off until the end, if it is on; values that nobody holds are freed all the same."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
