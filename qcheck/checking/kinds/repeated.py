"""A passage that stands twice in an article."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Article, Statement


def repeated(article: Article, statements: Sequence[Statement], parameters: Parameters) -> list[Proof]:
    """note: one for each article with `repeat` rows; it names all of them."""
    passages = [s for s in statements if s.claim.role == "repeat"]
    if not passages:
        return []
    working = tuple(line("repeated", quote=shorten(s.claim.quote, 80, placeholder=" …")) for s in passages)
    return [Proof("note", tuple(passages), working, {"count": str(len(passages))})]
