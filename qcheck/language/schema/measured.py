"""The shape of `international/measured.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Measure(Section):
    """`units`: what a value is measured in (count, share, money, a dimension); `event`: what it is told of, none where the text says it.

    `rate`: that it rose by 3 percent says that it is 3 percent (inflation: prices rose). `alone`: its unit measures nothing else, so that
    no word need name it.
    """

    units: tuple[str, ...]
    event: str = "be"
    rate: bool = False
    alone: bool = False


class Measured(Section):
    """`measured`: the lemmas of things that have a value of their own."""

    measured: dict[str, Measure]
