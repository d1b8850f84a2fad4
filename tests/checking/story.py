"""Claims built by hand, for tests of checking that need no extraction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from qcheck.checking import check
from qcheck.checking.corpus import corpus_of
from qcheck.checking.rules import load_rules
from qcheck.checking.topics import topic_rows
from qcheck.model.claim import Claim, content_id
from qcheck.model.finding import Finding, Topic
from qcheck.model.frames import to_frame
from qcheck.model.interval import number_text, numbers

NAMES = "Larvik;Callao;Astrid Moen;Matarani;Brevik"
WORDS = "pump;ferry;port;crew;quay;crane"


def article(document: str, published: str = "2024-05-14", **fields: Any) -> Claim:
    """The `document` row of an article of the story."""
    ident = content_id(document, "document")
    return Claim(**{"role": "document", "claim": ident, "document": document, "published": published, "names": NAMES, "words": WORDS,
                    "published_from": "dateline" if published else "", "title": document, **fields})  # fmt: skip


def said(document: str, hard: str, typical: str = "", *, start: int = 0, **fields: Any) -> Claim:
    """A claim of the story: pumps that Norway supplied to Peru, unless the fields say otherwise."""
    wide, narrow = numbers(hard), numbers(typical or hard)
    quote = fields.pop("quote", f"{number_text(wide.low, '')} pumps {hard}")
    thing = {"of": "pump", "event": "supply", "agent": "NO", "recipient": "PE", "unit": "count", "kind": "total", "language": "en"}
    place = {
        "role": "claim",
        "document": document,
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "sentence": 2,
        "zone": "lede",
    }
    ranges = {"low": wide.low, "high": wide.high, "closed": wide.closed, "value_low": wide.low, "value_high": wide.high,
              "typical_low": narrow.low, "typical_high": narrow.high, "typical_closed": narrow.closed, "modifier": "exact"}  # fmt: skip
    when = {"within": "2024-03/2024-05-14", "throughout": "2024-03/2024-05-14", "covers": "some", "time_quote": "since March"}
    return Claim(**{"claim": content_id(document, start, quote), **thing, **place, **ranges, **when, **fields})


def findings(rows: Iterable[Claim]) -> list[Finding]:
    """What the built-in rules say of these rows; without the frames, which take most of the time of so small a story."""
    return check.findings(corpus_of(rows), load_rules())


def outcomes(rows: Iterable[Claim], rule: str) -> list[str]:
    """The outcomes of one rule."""
    return [finding.outcome for finding in findings(rows) if finding.rule == rule]


def remarks(rows: Sequence[Claim]) -> tuple[str, ...]:
    """What a run over these rows has to say of its caps."""
    return check.check_with_topics(to_frame(rows, Claim)).remarks


def topics(rows: Iterable[Claim]) -> list[Topic]:
    """The topics of these rows."""
    return topic_rows(corpus_of(rows))
