"""The words of the interface: one file of texts for each language in `ui/`, the same keys in all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, RootModel

from qcheck.checking.catalogue import catalogue, texts_in

FOLDER = Path(__file__).parent / "ui"
_NAME = re.compile(r"\{([a-z_]+)\}")


class Forms(BaseModel):
    """A text that depends on a number: `one` for 1, `many` for all others; `{n}` is the number."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    one: str
    many: str


class Texts(RootModel[dict[str, dict[str, str | Forms]]]):
    """A file of the catalogue: parts of the report, each with its texts. `{name}` in a text is a place for a value."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The texts of one language by `part.key`; `language` is its code."""

    language: str
    texts: Mapping[str, str | Forms] = field(repr=False, hash=False)

    def __call__(self, key: str, n: int | None = None, **values: str | int) -> str:
        """The text of `part.key` with its places filled; `n` chooses the form and fills `{n}`. Raises KeyError for an unknown key."""
        text = self.texts[key]
        if isinstance(text, Forms):
            text = text.one if n == 1 else text.many
        filled = {**values, **({} if n is None else {"n": n})}
        return _NAME.sub(lambda place: self._shown(filled[place[1]]), text)

    def number(self, value: int) -> str:
        """`1,250`, as the language groups digits."""
        return self.digits(f"{value:,}")

    def digits(self, written: str) -> str:
        """Digits written as in English (`1,250.5`), with the signs of the language."""
        said = catalogue(self.language)
        signs = {",": said.thousands, ".": said.decimal}
        return "".join(signs.get(sign, sign) for sign in written)

    def known(self, part: str, name: str) -> str:
        """The text of a name that comes from the data (`date_from.dateline`); the name itself where the catalogue has none."""
        text = self.texts.get(f"{part}.{name}", name)
        return text if isinstance(text, str) else name

    def _shown(self, value: str | int) -> str:
        return self.number(value) if isinstance(value, int) else value


@cache
def load_catalogue(language: str = "en") -> Catalogue:
    """The catalogue of a language. Raises UsageProblem if there is none, Problems if its file is wrong."""
    parts = texts_in(FOLDER, language, Texts).root
    return Catalogue(language, {f"{part}.{key}": text for part, entries in parts.items() for key, text in entries.items()})
