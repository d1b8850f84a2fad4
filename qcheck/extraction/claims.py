"""From documents to claims: what each article says of which quantity, when, and on whose word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from qcheck.extraction.sentences import sentence_at, sentences
from qcheck.extraction.zones import mask_markup, paragraphs
from qcheck.language.pack import languages, load_pack
from qcheck.model.claim import Claim, content_id
from qcheck.model.desk import EMPTY_DESK, Desk
from qcheck.model.document import Document
from qcheck.model.frames import from_frame, to_frame
from qcheck.model.quantity import NotQuantity, Quantity

if TYPE_CHECKING:
    import pandas as pd

REQUIRED = ("document", "title", "text", "language", "published")
_ORDER = {"document": 0, "repeat": 1, "claim": 2}


def extract(documents: pd.DataFrame, *, desk: Desk | None = None) -> pd.DataFrame:
    """The claims of all documents: one row for each claim, and rows of the other roles (see `qcheck.model.claim.Claim`).

    `documents` needs the columns document, title, text, language and published (ISO 8601 date or missing); rows whose `status` is not
    "read", or whose language has no pack, are left out. Rows are sorted by document and place. Raises UsageProblem if a column is missing.
    """
    rows: list[Claim] = []
    for document in from_frame(documents, Document, required=REQUIRED):
        if document.status == "read" and document.language in languages():
            rows += claims_of(document, desk=desk or EMPTY_DESK)
    rows.sort(key=lambda r: (r.document, r.start, r.end, _ORDER.get(r.role, 3), r.role, r.claim))
    return to_frame(rows, Claim)


def claims_of(document: Document, *, desk: Desk = EMPTY_DESK) -> list[Claim]:
    """All rows of one article."""
    from qcheck.extraction.quantities import read_quantities
    from qcheck.extraction.times import parse_times

    pack = load_pack(document.language)
    published = _day(document.published)
    text = mask_markup(document.text)
    parts = paragraphs(text, title=document.title)
    units = sentences(text, parts, language=document.language)
    timexes = parse_times(text, language=document.language, published=published, desk=desk)
    quantities, rejected = read_quantities(text, pack=pack, desk=desk, timexes=timexes)
    blank = Claim(document=document.document, language=document.language)
    rows = [
        replace(blank, role="document", published=document.published if published else "", published_from=document.published_from,
                title=document.title, claim=content_id(document.document, "document"))
    ]  # fmt: skip
    for quantity in quantities:
        sentence = sentence_at(units, quantity.start)
        place = {} if sentence is None else {"sentence": sentence.number, "sentence_start": sentence.start, "sentence_end": sentence.end,
                                             "paragraph": sentence.paragraph.number, "zone": sentence.paragraph.zone}  # fmt: skip
        rows.append(replace(_numbers(blank, quantity, document.text), **place))  # type: ignore[arg-type]
    rows += [_rejected(blank, number) for number in rejected]
    return rows


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _numbers(blank: Claim, quantity: Quantity, text: str) -> Claim:
    end = max(quantity.end, quantity.phrase_end)
    quote = text[quantity.start : end]
    low, high = quantity.value if isinstance(quantity.value, tuple) else (quantity.value, quantity.value)
    nan = float("nan")
    hard, typical = quantity.hard, quantity.typical
    return replace(
        blank, role="claim", claim=content_id(blank.document, quantity.start, end, "claim", quote), start=quantity.start, end=end, quote=quote,
        low=hard.low, high=hard.high, closed=hard.closed, typical_low=typical.low, typical_high=typical.high, typical_closed=typical.closed,
        value_low=nan if low is None else low, value_high=nan if high is None else high, modifier=quantity.modifier.value,
        trend=quantity.trend or "", unit=quantity.unit, of=quantity.of, covers="some", within="?",
    )  # fmt: skip


def _rejected(blank: Claim, number: NotQuantity) -> Claim:
    ident = content_id(blank.document, number.start, number.end, "number", number.quote)
    return replace(blank, role="number", claim=ident, start=number.start, end=number.end, quote=number.quote, reason=number.reason)
