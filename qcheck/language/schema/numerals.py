"""The shape of `numerals.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Numerals(Section):
    """Not filled yet."""
