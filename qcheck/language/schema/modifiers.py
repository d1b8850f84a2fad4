"""The shape of `modifiers.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Modifiers(Section):
    """Not filled yet."""
