"""What is said of a quantity: the verb or noun of its clause that names an event."""

from __future__ import annotations

from collections.abc import Sequence

from qcheck.extraction.marks import Mark, Reading

FAR = 20
_FORM_COST = {"noun": 3, "gerund": 2, "attributive": 4}


def said_of(reading: Reading, first: int, last: int, *, counted: Sequence[tuple[int, int]] = ()) -> Mark | None:
    """The event mark nearest to tokens `first` to `last`, each clause border between counting as several words.

    What stands inside another counted phrase (`counted`: first and last tokens) is what is counted there, and nothing that is said.
    """
    best: Mark | None = None
    least = FAR
    for mark in reading.of("event"):
        if any(begin < mark.first <= end and not begin <= first <= end for begin, end in counted):
            continue
        cost = _distance(reading, mark, first, last)
        if cost < least:
            best, least = mark, cost
    return best


def _distance(reading: Reading, mark: Mark, first: int, last: int) -> int:
    form = mark.form.removeprefix("wanted ").split()[0] if mark.form else "base"
    cost = _FORM_COST.get(form, 0)
    if first <= mark.first <= last:
        return 6 + cost if form in ("attributive", "participle", "past", "gerund") else FAR
    if mark.last < first:
        gap = first - mark.last - 1 + 2 * reading.border(mark.last, first)
        between = reading.of("preposition", mark.last + 1, first - 1)
        if form == "noun":
            return gap + (0 if gap - len(between) <= 1 and between else cost)
        return gap + cost
    gap = mark.first - last - 1
    if form == "noun":
        return 2 * gap + cost + 4 + 2 * reading.border(last, mark.first)
    return gap + cost + 2 * reading.border(last, mark.first)
