"""Reads the quantities of a text: every number ends in a quantity, in a reason why it is none, or inside a time expression."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from qcheck.language.pack import Pack, load_pack
from qcheck.model.desk import EMPTY_DESK, Desk
from qcheck.model.interval import Interval
from qcheck.model.quantity import NotQuantity, Quantity
from qcheck.model.timex import Timex


def parse(text: str, *, language: str, published: date | None = None, desk: Desk | None = None) -> list[Quantity]:
    """The quantities of a text, in its order, ranks included (unit `ordinal`). Raises UsageProblem for an unknown language."""
    from qcheck.extraction.times import parse_times

    pack = load_pack(language)
    timexes = parse_times(text, language=language, published=published, desk=desk)
    return read_quantities(text, pack=pack, desk=desk or EMPTY_DESK, timexes=timexes)[0]


def read_quantities(text: str, *, pack: Pack, desk: Desk, timexes: Sequence[Timex]) -> tuple[list[Quantity], list[NotQuantity]]:
    """Every digit group and number word that no timex owns: as a quantity, or as none with its reason."""
    found = []
    for match in re.finditer(r"[0-9]+", text):
        if not any(t.start < match.end() and match.start() < t.end for t in timexes):
            point = Interval(float(match[0]), float(match[0]))
            found.append(Quantity(match.start(), match.end(), match[0], float(match[0]), point, point, phrase_end=match.end()))
    return found, []
