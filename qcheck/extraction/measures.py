"""Rare physical units: quantulum3's proposal, confirmed by pint. The only importer of quantulum3."""

from __future__ import annotations

from qcheck.extraction.units import UnitMatch


def rare_unit_after(text: str, at: int) -> UnitMatch | None:
    """The unit that begins at `at`, if quantulum3 proposes one that is not ambiguous and pint knows its dimensions; else None."""
    return None
