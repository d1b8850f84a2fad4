"""Rare physical units that our tables do not hold: quantulum3 proposes, the closed list of units confirms. Its only importer.

It sees only the few characters after a number, and only if they look like a composed unit ("N/mm²", "W/m²K"), so that ordinary
news never loads it. A symbol that stands for several units is no proposal, since the choice would vary from run to run.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from typing import Any

from qcheck.extraction.unit_words import international
from qcheck.extraction.units import UnitMatch, dimension

UNKNOWN = "unknown"
_COMPOSED = re.compile(r"[^\W\d_]{1,4}[²³]?(?:[/·⋅][^\W\d_]{1,4}[²³]?)+(?![\w/])|[^\W\d_]{1,3}[²³][^\W\d_]{0,3}(?![\w/])")
_POWERS = {1: "", 2: "square_", 3: "cubic_"}


def rare_unit_after(text: str, at: int) -> UnitMatch | None:
    """The composed unit that begins at `at`; None if nothing there looks like one.

    Its unit is "unknown" where it begins with a symbol of ours and the rest is not confirmed.
    """
    match = _COMPOSED.match(text, at)
    if not match:
        return None
    unit = _proposed(match.group())
    ours = re.split("[/·⋅²³]", match.group())[0] in international().symbols
    return UnitMatch(at, match.end(), unit or UNKNOWN) if unit or ours else None


@lru_cache(maxsize=1024)
def _proposed(written: str) -> str:
    """The name of a composed unit, by quantulum3's reading of it; "" if that is no reading of all of it, or not the only one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, load, parser

        classifier.USE_CLF = False
        found = parser.parse(f"1 {written}")
        symbols: Any = load.units("en_US").symbols
    if len(found) != 1 or found[0].surface != f"1 {written}":
        return ""
    parts = re.findall(r"[^\W\d_²³]+", written)
    if any(len({unit.name for unit in symbols[part]}) > 1 for part in parts):
        return ""
    dimensions = [(_name(part["base"]), int(part["power"])) for part in found[0].unit.dimensions]
    above = [_POWERS.get(power, "?") + name for name, power in dimensions if power > 0]
    below = [_POWERS.get(-power, "?") + name for name, power in dimensions if power < 0]
    unit = " per ".join([*above, *below])
    return unit if len(above) == 1 and all(dimension(part) for part in (*above, *below)) else ""


def _name(name: str) -> str:
    """A name of quantulum3's as ours: "kilowatt hour" is kilowatt_hour, "metre" meter."""
    return name.replace(" ", "_").replace("metre", "meter").replace("litre", "liter")
