"""Who says two things: one voice, or sources that stand against each other."""

from __future__ import annotations

from qcheck.checking.lines import Line, line
from qcheck.checking.statement import Statement


def opposed(a: Statement, b: Statement, *, both: bool = False) -> Line | None:
    """Why the two are a dispute of named sources and no error of a writer; None where they are not.

    Two named speakers of one side are not opposed. A named speaker is opposed to an article's own words, unless `both` must be named.
    """
    one, other = (s.claim.by or s.claim.side for s in (a, b))
    if not (one and other) and (both or not (one or other)):
        return None
    if one and other and (f" {one}".endswith(f" {other}") or f" {other}".endswith(f" {one}")):
        return None  # one of them carries a title
    if one == other or (a.claim.side and a.claim.side == b.claim.side):
        return None
    return line("voices", one=one or line("article_itself"), other=other or line("article_itself"))
