"""The shape of `concepts.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Concepts(Section):
    """Not filled yet."""
