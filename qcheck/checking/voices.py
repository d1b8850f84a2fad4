"""Who says two things: one voice, or sources that stand against each other."""

from __future__ import annotations

from qcheck.checking.statement import Statement


def opposed(a: Statement, b: Statement, *, both: bool = False) -> str:
    """Why the two are a dispute of named sources and no error of a writer; "" where they are not.

    Two named speakers of one side are not opposed. A named speaker is opposed to an article's own words, unless `both` must be named.
    """
    one, other = (s.claim.by or s.claim.side for s in (a, b))
    if not (one and other) and (both or not (one or other)):
        return ""
    if one and other and (f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}")):
        return ""  # one of them carries a title
    if one == other or (a.claim.side and a.claim.side == b.claim.side):
        return ""
    names = [name or "the article" for name in (one, other)]
    return f"two voices stand against each other: {names[0]} and {names[1]}"
