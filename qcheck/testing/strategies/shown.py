"""How Hypothesis shows a value in a failing example."""

from __future__ import annotations

from typing import Any


class ShownByRepr:
    """Shown by its own `repr`, where Hypothesis would write out every field."""

    __slots__ = ()

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        printer.text(repr(self))
