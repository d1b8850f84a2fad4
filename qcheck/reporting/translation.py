"""What reading said in English (why a file was not read, how a text was explained), in the language of a reader."""

from __future__ import annotations

import re
from functools import cache

from qcheck.reporting.catalogue import Catalogue

_PLACE = "{}"


def translated(text: str, part: str, ui: Catalogue) -> str:
    """A text by the templates of a part of the catalogue, in which `{}` is a place for a value.

    What stands between `; ` is looked up one by one, and so are the pieces of each value; what no template fits stays as it is.
    """
    return "; ".join(_piece(piece, part, ui) for piece in text.split("; "))


def _piece(text: str, part: str, ui: Catalogue) -> str:
    for pattern, template in _templates(part, ui):
        match = pattern.fullmatch(text)
        if match:
            return template.format(*(", ".join(_piece(each, part, ui) for each in value.split(", ")) for value in match.groups()))
    return text


@cache
def _templates(part: str, ui: Catalogue) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The templates of a part, those with the most words of their own first, so that a value never swallows them."""
    keys = [key for key in ui.texts if key.startswith(f"{part}.")]
    names = sorted((key.removeprefix(f"{part}.") for key in keys), key=lambda name: (-len(name.replace(_PLACE, "")), name))
    return tuple((re.compile("(.+?)".join(map(re.escape, name.split(_PLACE))), re.DOTALL), ui.known(part, name)) for name in names)
