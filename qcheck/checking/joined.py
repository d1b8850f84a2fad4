"""Things that are joined pair by pair into groups."""

from __future__ import annotations

from collections.abc import Iterable


class Joined:
    """Groups of ids: each id is in one of its own until a pair joins it to another's."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._above = {one: one for one in ids}

    def join(self, one: str, other: str) -> None:
        """Makes one group of the groups of two ids."""
        low, high = sorted((self.group(one), self.group(other)))
        self._above[high] = low

    def group(self, one: str) -> str:
        """The least id of the group of an id."""
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one
