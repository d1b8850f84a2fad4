"""Patterns that come from rule files: RE2, which never takes more than linear time, with a cap on length and memory."""

from __future__ import annotations

from functools import cache
from typing import Any

MAX_PATTERN = 200  # characters
MAX_MEMORY = 1_000_000  # bytes of a compiled pattern
_NO_LETTER = r"[^\pL\pN_]"


def pattern_fault(pattern: str) -> str:
    """What is wrong with a pattern, in a few words; empty where it can be used."""
    if not pattern.strip():
        return "an empty pattern fits everything"
    if len(pattern) > MAX_PATTERN:
        return f"a pattern of more than {MAX_PATTERN} characters; write several"
    if "\0" in pattern:
        return "a pattern with the character U+0000"
    import re2

    try:
        _compiled(pattern)
    except re2.error as error:
        found = error.args[0] if error.args else ""
        return f"no pattern of RE2 ({found.decode('utf-8', 'replace') if isinstance(found, bytes) else found})"
    return ""


def stands_in(pattern: str, text: str) -> bool:
    """Whether a pattern fits whole words of a text, whatever their case."""
    return _compiled(pattern).search(text) is not None


@cache
def _compiled(pattern: str) -> Any:
    import re2

    options = re2.Options()
    options.max_mem = MAX_MEMORY
    options.log_errors = False
    options.case_sensitive = False
    re2.compile(pattern, options)  # alone first: `a)|(b` is a pattern only between our brackets
    # the words around are asked for as letters: RE2 knows only ASCII in \b
    return re2.compile(f"(?:^|{_NO_LETTER})(?:{pattern})(?:$|{_NO_LETTER})", options)
