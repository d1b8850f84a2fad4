"""What all sections of a pack share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Section(BaseModel):
    """One file of a pack: frozen, and no key is taken that the schema does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)
