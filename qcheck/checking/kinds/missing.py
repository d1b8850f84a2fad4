"""An article that lacks what its reading needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import line
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Article, Statement, statement_of


class Missing(Parameters):
    """`field`: the column of the `document` row that is empty."""

    field: Literal["published", "title"]


def missing(article: Article, statements: Sequence[Statement], parameters: Missing) -> list[Proof]:
    """note: the article does not have it."""
    if getattr(article.row, parameters.field):
        return []
    return [Proof("note", (statement_of(article.row, article),), (line(f"no_{parameters.field}"),))]
