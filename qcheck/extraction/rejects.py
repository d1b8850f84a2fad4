"""Digits and number words that are no quantity, and why."""

from __future__ import annotations

import re

from qcheck.language.pack import Pack

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def not_a_quantity(text: str, start: int, end: int, pack: Pack) -> str | None:
    """Why the digits or number words at `start` to `end` are no quantity, in words; None if they may be one."""
    span = text[start:end]
    if text[start - 1 : start].isalpha() or (text[max(0, start - 2) : start - 1].isalpha() and text[start - 1] == "-"):
        return "part of a name"
    if _YEAR.fullmatch(span):
        return "a year"
    return None
