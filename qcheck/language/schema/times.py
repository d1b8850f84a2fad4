"""The shape of `times.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Times(Section):
    """Not filled yet."""
