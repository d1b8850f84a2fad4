"""Statements as the checks of pairs take them, and what a check says of them."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import Any

from qcheck.checking.lines import text_of
from qcheck.checking.proof import Proof
from qcheck.checking.statement import Statement, article_of, statement_of
from qcheck.model.interval import Interval
from qcheck.model.timespan import span_from_text
from tests.checking.story import article, said

NO_DAY = {"within": "2024-05-14", "throughout": "", "time_quote": ""}
OPEN = {"within": "?", "throughout": "", "time_quote": ""}
SINCE = "March 2024 to 14 May 2024 (“since March”)"


def statement(
    document: str, hard: str, typical: str = "", *, on: str = "2024-05-14", dated_by: str = "dateline", quote: str = "", **fields: Any
) -> Statement:
    """A claim of the story with its article; the quote is the article's name and the range. `only`: the only number of its thing there."""
    only = fields.pop("only", False)
    claim = said(document, hard, typical, quote=quote or f"{document} {hard}", **fields)
    return replace(statement_of(claim, article_of(article(document, on, published_from=dated_by if on else ""))), only=only)


def dated(within: str, quote: str, *, on: str = "2024-05-14", **fields: Any) -> Statement:
    """A row that tells days or a time of day and no number; `within` may be "?"."""
    none = dict.fromkeys(("low", "high", "typical_low", "typical_high", "value_low", "value_high"), math.nan)
    row = {"role": "time", **none, "within": within, "throughout": "", "time_quote": quote, "unit": "", "of": "", "event": ""}
    return statement(fields.pop("document", "a"), "[1, 1]", on=on, quote=quote, **{**row, **fields})


def related(reason: str = "stated", *, on: str = "2024-05-14", **fields: Any) -> Statement:
    """The row of a relation: what the text says that its operands are to each other."""
    within = fields.pop("within", "?")
    return dated(within, "the two", on=on, **{"role": "relation", "reason": reason, "time_quote": "", **fields})


def days(text: str) -> Interval[date]:
    return span_from_text(text).within


def told(proof: Proof | None) -> tuple[str, ...]:
    """Outcome, quotes in their order, lines of working."""
    assert proof is not None
    return proof.outcome, *(s.claim.quote for s in proof.statements), *(text_of(each) for each in proof.working)


def values(proof: Proof | None) -> dict[str, str]:
    """The placeholders that a check fills, in words."""
    assert proof is not None
    return {name: text_of(value) for name, value in proof.values.items()}
