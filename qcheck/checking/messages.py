"""Messages of rules: {names} from a closed list, replaced by text and by nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qcheck.checking.statement import Statement
from qcheck.checking.wording import amount_words, date_words, party_words, period_words

_CLAIM_NAMES = (
    "quote",
    "article",
    "published",
    "range",
    "typical",
    "value",
    "period",
    "time_words",
    "speaker",
    "thing",
    "agent",
    "recipient",
)
PLACEHOLDERS = frozenset((*_CLAIM_NAMES, *(f"other_{name}" for name in _CLAIM_NAMES), "count", "expected", "other_expected", "repairs"))
_NAME = re.compile(r"\{([^{}]*)\}")


def unknown_placeholders(template: str) -> list[str]:
    """Names in braces that are not on the list, in the order of the text."""
    return [name for name in _NAME.findall(template) if name not in PLACEHOLDERS]


def fill(template: str, values: Mapping[str, str]) -> str:
    """The template with every {name} replaced by its value; a name without a value becomes a dash."""
    return _NAME.sub(lambda match: values.get(match[1], "–") or "–", template)


def values_of(statement: Statement, *, prefix: str = "") -> dict[str, str]:
    """The placeholders that a claim fills."""
    c, article = statement.claim, statement.article.row
    written = [f"{v:g}" for v in (c.value_low, c.value_high) if v == v]
    texts = {
        "quote": c.quote,
        "article": article.title or article.document,
        "published": date_words(article.published),
        "range": amount_words(c.low, c.high, c.closed, c.unit),
        "typical": amount_words(c.typical_low, c.typical_high, c.typical_closed, c.unit),
        "value": " to ".join(dict.fromkeys(written)),
        "period": period_words(statement.span),
        "time_words": c.time_quote,
        "speaker": c.by or "the article",
        "thing": " ".join(part for part in (c.scope, c.of) if part),
        "agent": party_words(c.agent),
        "recipient": party_words(c.recipient),
    }
    return {prefix + name: text for name, text in texts.items()}
