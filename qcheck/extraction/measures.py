"""Rare physical units that our tables do not hold: quantulum3 proposes, the closed list of units confirms. Its only importer.

It sees only the few characters after a number, and only if they look like a composed unit ("N/mm²", "W/m²K"), so that ordinary
news never loads it. A symbol that stands for several units is no proposal, since the choice would vary from run to run.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from qcheck.extraction.nouns.unit_words import international

UNKNOWN = "unknown"
_COMPOSED = re.compile(r"[^\W\d_]{1,4}[²³]?(?:[/·⋅][^\W\d_]{1,4}[²³]?)+(?![\w/])|[^\W\d_]{1,3}[²³][^\W\d_]{0,3}(?![\w/])")
_POWERS = {1: "", 2: "square_", 3: "cubic_"}


def composed_unit_after(text: str, at: int, *, confirmed: Callable[[str], bool]) -> tuple[int, str] | None:
    """Where the composed unit that begins at `at` ends, and its name; None if nothing there looks like one.

    `confirmed` tells whether a part of it is a unit of ours. Its name is "unknown" where it begins with a symbol of ours and the
    rest is not confirmed.
    """
    match = _COMPOSED.match(text, at)
    if not match:
        return None
    parts = _proposed(match.group())
    if parts and all(confirmed(part) for part in parts):
        return match.end(), " per ".join(parts)
    ours = re.split("[/·⋅²³]", match.group())[0] in international().symbols
    return (match.end(), UNKNOWN) if ours else None


@lru_cache(maxsize=1024)
def _proposed(written: str) -> tuple[str, ...]:
    """The parts of a composed unit, the first per each other; none if quantulum3 does not read all of it, or in several ways."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, load, parser

        classifier.USE_CLF = False
        handlers = logging.root.handlers[:]
        found = parser.parse(f"1 {written}")
        logging.root.handlers[:] = handlers  # it sets up the logging of the whole process
        symbols: Any = load.units("en_US").symbols
    if len(found) != 1 or found[0].surface != f"1 {written}":
        return ()
    if any(len({unit.name for unit in symbols[part]}) > 1 for part in re.findall(r"[^\W\d_²³]+", written)):
        return ()
    dimensions = [(_name(part["base"]), int(part["power"])) for part in found[0].unit.dimensions]
    above = [_POWERS.get(power, "?") + name for name, power in dimensions if power > 0]
    below = [_POWERS.get(-power, "?") + name for name, power in dimensions if power < 0]
    return (*above, *below) if len(above) == 1 else ()


def _name(name: str) -> str:
    """A name of quantulum3's as ours: "kilowatt hour" is kilowatt_hour, "metre" meter."""
    return name.replace(" ", "_").replace("metre", "meter").replace("litre", "liter")
