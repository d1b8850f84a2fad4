"""Phrases of a pack as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of phrases in lower case; `*` stands for the rest of a word, or for one word."""
    made = (re.escape(w).replace(r"\*", r"\w*" if w.endswith("*") else r"\w+") for w in sorted(set(words), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<!\w)(?:{'|'.join(made)})(?!\w)")
