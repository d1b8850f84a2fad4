"""The shape of `countries.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Countries(Section):
    """Not filled yet."""
