"""Messages of rules: {names} from a closed list, replaced by text and by nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qcheck.checking.lines import Value, in_words, line, text_of
from qcheck.checking.statement import Statement
from qcheck.checking.wording import amount_words, date_words, party_words, thing_words

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


def fill(template: str, values: Mapping[str, Value], *, ui: str = "en") -> str:
    """The template with every {name} replaced by the words of its value; a name without a value becomes a dash."""
    return _NAME.sub(lambda match: text_of(values.get(match[1], ""), ui) or "–", template)


def values_of(statement: Statement, *, prefix: str = "") -> dict[str, Value]:
    """The placeholders that a claim fills."""
    c, article = statement.claim, statement.article.row
    values: dict[str, Value] = {
        "quote": one_line(c.quote),
        "article": one_line(article.title or article.document),
        "published": in_words(date_words, article.published),
        "range": in_words(amount_words, c.low, c.high, c.closed, c.unit),
        "typical": in_words(amount_words, c.typical_low, c.typical_high, c.typical_closed, c.unit),
        "value": in_words(amount_words, *sorted((c.value_low, c.value_high)), "[]", "count") if c.value_low == c.value_low else "",
        "period": statement.span,
        "time_words": one_line(c.time_quote),
        "speaker": c.by or line("article_itself"),
        "thing": in_words(thing_words, c.scope, c.of),
        "agent": in_words(party_words, c.agent),
        "recipient": in_words(party_words, c.recipient),
    }
    return {prefix + name: value for name, value in values.items()}


def one_line(text: str) -> str:
    """Text of an article without its line ends, since a message is one line."""
    return " ".join(text.split())
