"""The shape of `phrases.yaml`."""

from __future__ import annotations

from qcheck.language.schema.section import Section


class Phrases(Section):
    """Not filled yet."""
