"""The shape of `cues.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Cues(Section):
    """Not filled yet."""
