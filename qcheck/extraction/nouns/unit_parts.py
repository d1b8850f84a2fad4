"""Units that are written together, one a part of the other: feet and inches, dollars and cents."""

from __future__ import annotations

import re


def part_of(part: str, whole: str) -> float | None:
    """How much of `whole` one `part` is, where the two are written together: inches of a foot, cents of a dollar; else None."""
    if part in _CENTS or part == whole:
        return 0.01 if len(whole) == 3 and whole.isupper() else None
    return _PARTS.get((part, whole))


_CENTS = frozenset(("cent", "penny", "pence", "euro_cent", "rappen", "kopek", "paisa", "pfennig", "sen"))
_PARTS = {
    ("inch", "foot"): 1 / 12, ("ounce", "pound"): 1 / 16, ("pound", "stone"): 1 / 14, ("foot", "yard"): 1 / 3,
    ("minute", "hour"): 1 / 60, ("second", "minute"): 1 / 60, ("second", "hour"): 1 / 3600, ("month", "year"): 1 / 12,
    ("centimeter", "meter"): 0.01, ("meter", "kilometer"): 0.001, ("gram", "kilogram"): 0.001,
}  # fmt: skip


def part_sign(text: str, at: int) -> str | None:
    """ft and in where only both together tell: 5'10", 6 ft 2 in."""
    if text[at : at + 1] == "'":
        return "foot" if _INCHES.match(text, at + 1) else None
    return "inch" if _FEET.search(text, max(0, at - 16), at) else None


FEET_INCHES = re.compile(r"in\b|[\"'”]")
_FEET = re.compile(r"(?:ft\.?|feet|foot|['′’])[ -]?\d\d?(?:\.\d+)?$")
_INCHES = re.compile(r" ?\d\d?(?:\.\d+)?(?:\"|″|''|”| in\b)")
