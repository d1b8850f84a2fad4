"""How runs of words look, as far as it tells whether and how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from qcheck.reading.word.names import attribute, child, children, switch

Place = Literal["", "sup", "sub"]
_PLACES: dict[str, Place] = {"superscript": "sup", "subscript": "sub"}
_LONGEST = 20  # steps from a style to what it is based on


@dataclass(frozen=True, slots=True)
class Look:
    """None: nothing is said of it, so that the paragraph's style or nothing decides. `color` is RRGGBB or ""."""

    hidden: bool | None = None
    struck: bool | None = None
    place: Place | None = None
    color: str = ""
    filled: bool = False

    def over(self, below: Look) -> Look:
        """This look where it says something, else the one below it."""
        return Look(
            below.hidden if self.hidden is None else self.hidden,
            below.struck if self.struck is None else self.struck,
            below.place if self.place is None else self.place,
            self.color or below.color,
            self.filled or below.filled,
        )


def look(properties: Any) -> Look:
    """What run properties (`w:rPr`) say; None is a run without any."""
    if properties is None:
        return Look()
    struck = [switch(properties, each) for each in ("strike", "dstrike")]
    align, color = child(properties, "vertAlign"), child(properties, "color")
    return Look(
        switch(properties, "vanish"),
        None if struck == [None, None] else any(struck),
        None if align is None else _PLACES.get(attribute(align, "val"), ""),
        "" if color is None else attribute(color, "val").upper(),
        filled(properties),
    )


def filled(properties: Any) -> bool:
    """Whether the ground behind words has a color, by the properties of a run, a paragraph or a cell."""
    shade = child(properties, "shd") if properties is not None else None
    marked = child(properties, "highlight") if properties is not None else None
    return marked is not None or (shade is not None and attribute(shade, "fill").upper() not in ("", "AUTO", "FFFFFF"))


@dataclass(frozen=True, slots=True)
class Style:
    """A style by its name as Word keeps it in every language (`heading 1`, `title`, `toc 2`), and the look of its words."""

    name: str = ""
    look: Look = Look()
    listed: bool = False


def styles(root: Any) -> dict[str, Style]:
    """The styles of a file by their id, each with what it takes over from those that it is based on."""
    if root is None:
        return {}
    found = {attribute(each, "styleId"): each for each in children(root, "style")}
    return {key: _style(key, found) for key in found}


def _style(key: str, found: dict[str, Any]) -> Style:
    named = child(found[key], "name")
    own, listed, at = Look(), False, key
    for _ in range(_LONGEST):
        element = found.get(at)
        if element is None:
            break
        own = own.over(look(child(element, "rPr")))
        listed = listed or child(element, "pPr", "numPr") is not None
        base = child(element, "basedOn")
        at = attribute(base, "val") if base is not None else ""
    return Style("" if named is None else attribute(named, "val").lower(), own, listed)
