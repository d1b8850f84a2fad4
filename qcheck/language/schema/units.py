"""The shape of `units.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Units(Section):
    """Not filled yet."""
