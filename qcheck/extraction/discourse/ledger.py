"""Rows that account for what is no claim: numbers with the reason, dates as written, the article itself."""

from __future__ import annotations

import math
import re

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import NAMING, concept
from qcheck.extraction.discourse.names import countries, named, rare_words
from qcheck.extraction.discourse.proper import proper_names
from qcheck.extraction.discourse.sentences import Sentence, sentence_at, words_of
from qcheck.extraction.discourse.zones import aside
from qcheck.model.claim import Claim, content_id
from qcheck.model.quantity import NotQuantity, Quantity
from qcheck.model.timespan import span_text
from qcheck.model.timex import Timex

_PREDICATE = 4  # tokens after a phrase that what is said of it begins within
_GALLERY = re.compile(r"(?<=\d) / \d{1,3}(?!\d| \d)")  # "1 / 6 Back to gallery"
_OF_GALLERY = re.compile(r"(?<!\d)\d{1,3} / $")
_PICTURE = 14  # characters that the number of a picture stands within ("Image 6 of 11")


def document_row(article: Article, names: list[str]) -> Claim:
    """The row of the article: its date, title, names and rare words."""
    document = article.document
    return Claim(
        claim=content_id(document.document, "document"),
        role="document",
        document=document.document,
        language=document.language,
        title=document.title,
        published=article.published.isoformat() if article.published else "",
        published_from=document.published_from,
        names=named(countries(article), names),
        words=";".join(rare_words(article.counts, proper_names(article, names), article.pack)),
    )


def number_row(article: Article, number: NotQuantity) -> Claim:
    """The row of digits or number words that are no claim."""
    document = article.document
    quote = document.text[number.start : number.end]
    return Claim(
        claim=content_id(document.document, number.start, number.end, "number", quote),
        role="number",
        document=document.document,
        language=document.language,
        start=number.start,
        end=number.end,
        quote=quote,
        reason=number.reason,
    )


def no_claim(article: Article, sentence: Sentence | None, quantity: Quantity) -> str:
    """Why a quantity is no claim of the story, in words; empty if it is one."""
    if sentence is None or quantity.unit == "ordinal":
        return "a rank"
    if aside(article.text, sentence.paragraph, article.pack.cues.asides):
        return "beside the story"
    reading = article.reading(sentence)
    last = reading.index(quantity.end - 1)
    begun = quantity.start - sentence.paragraph.start
    if sentence.paragraph.zone == "caption" and quantity.unit == "count" and not quantity.of and begun < _PICTURE:
        return "the number of a picture"
    begin = max(0, quantity.start - 8)
    if quantity.unit == "count" and (_GALLERY.match(article.text, quantity.end) or _OF_GALLERY.search(article.text, begin, quantity.start)):
        return "the number of a picture"
    if quantity.value == 1 and quantity.unit == "count" and quantity.phrase_end > quantity.end and reading.at("preposition", last + 1):
        after = reading.index(quantity.phrase_end - 1) + 1
        if reading.at("speech", after) or not any("noun" not in m.form for m in reading.of("event", after, after + _PREDICATE)):
            return "one of several, no count"
    joined = (
        quantity.unit != "count" and not isinstance(quantity.value, tuple) and "-" in article.text[quantity.start : quantity.phrase_end]
    )
    if joined and concept(quantity.of, pack=article.pack, desk=article.desk).lemma in NAMING:
        return "part of a name"
    return ""


def time_row(article: Article, timex: Timex) -> Claim:
    """The row of a date, weekday, period or clock time as written, also of an impossible one."""
    document = article.document
    quote = document.text[timex.start : timex.end]
    span = timex.span
    sentence = sentence_at(article.sentences, timex.start)
    return Claim(
        claim=content_id(document.document, timex.start, timex.end, "time", quote),
        role="time",
        document=document.document,
        language=document.language,
        start=timex.start,
        end=timex.end,
        quote=quote,
        within=str(span),
        throughout=span_text(span.throughout) if span.throughout is not None else "",
        time_quote=quote,
        time_vague=span.vague,
        time_bound=timex.bound,
        time_year=year_from(timex),
        clock_low=math.nan if timex.clock_low is None else timex.clock_low,
        clock_high=math.nan if timex.clock_high is None else timex.clock_high,
        sentence=sentence.number if sentence is not None else 0,
        sentence_text=words_of(sentence, document.text) if sentence is not None else "",
        reason=timex.reason or timex.kind,
    )


def year_from(timex: Timex) -> str:
    """Where the year of time words is from: as written, or the dateline."""
    if timex.explicit_year:
        return "as written"
    return "dateline" if timex.relative and timex.span.known else ""
