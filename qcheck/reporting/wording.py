"""Counts, places and subjects in the words of the report, and how readings meet."""

from __future__ import annotations

import math

from qcheck.checking.wording import concept_words, party_words, period_words, range_words
from qcheck.model.claim import Claim
from qcheck.model.finding import Topic
from qcheck.model.interval import SOME, Closed, Interval
from qcheck.model.timespan import TimeSpan, span_from_text
from qcheck.reporting.catalogue import Catalogue

AGE = "age"
_COPULA = "be"
# marks that turn the direction of text or hide in it; soft hyphens and joiners belong to honest words and stay
_BIDI = (0x061C, 0x200B, 0x200E, 0x200F, *range(0x2028, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
_VISIBLE = {code: f"[U+{code:04X}]" for code in (*range(32), *range(0x7F, 0xA0), *_BIDI) if chr(code) not in "\n\t"} | {0x0D: " "}


def visible(text: str) -> str:
    """The text with control characters and bidi marks written out (`[U+202E]`), so that they act nowhere; line feeds and tabs stay."""
    return text if text.isprintable() else text.translate(_VISIBLE)


def counted(number: int, one: str, many: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {one if number == 1 else many}"


def hard(claim: Claim) -> Interval[float] | None:
    """The widest reading of a claim; None where the row holds no number."""
    return interval(claim.low, claim.high, claim.closed)


def typical(claim: Claim) -> Interval[float] | None:
    """What a reader takes a claim to mean; None where the row holds no number."""
    return interval(claim.typical_low, claim.typical_high, claim.typical_closed)


def interval(low: float, high: float, closed: str) -> Interval[float] | None:
    """The interval of three columns; None where they hold none."""
    if math.isnan(low) or math.isnan(high) or closed not in ("[]", "[)", "(]", "()"):
        return None
    try:
        ends: Closed = closed  # type: ignore[assignment]
        return Interval(low, high, ends)
    except ValueError:
        return None


def span(claim: Claim) -> TimeSpan | None:
    """The days a claim speaks of; None where no word tells them or the row does not write them as it should."""
    try:
        days = span_from_text(claim.within, claim.throughout, vague=claim.time_vague) if claim.within else None
    except ValueError:
        return None
    return days if days and days.known else None


def place_words(claim: Claim, ui: Catalogue) -> str:
    """Where in the article it stands: headline; paragraph 3, sentence 7."""
    if claim.zone == "headline":
        return ui("reading.headline")
    zone = [ui(f"reading.{claim.zone}")] if claim.zone in ("table", "caption") else []
    where = [
        ui(f"reading.{name}", number=number) for name, number in (("paragraph", claim.paragraph), ("sentence", claim.sentence)) if number
    ]
    return ", ".join([*zone, *where])


def subject_words(claim: Claim, ui: Catalogue) -> str:
    """What is counted and what is said of it, from the columns that pair claims: `field pump · supply · by Canada · to Kenya`."""
    parts = [f"{claim.scope} {_thing(claim, ui)}".strip(), _event(claim, ui)]
    by = party_words(claim.agent, ui=ui.language)
    parts += [by if claim.unit == AGE else ui("reading.by", party=by)] if claim.agent else []
    parts += [ui("reading.to", party=party_words(claim.recipient, ui=ui.language))] if claim.recipient else []
    parts += [ui(f"modality.{claim.modality}")] if claim.modality != "asserted" else []
    return " · ".join(part for part in parts if part)


def topic_title(topic: Topic, ui: Catalogue) -> str:
    """What a topic is about: `Pump, supply: Canada → Kenya`; `Age: Ada Quill`."""
    said = ", ".join(word for word in (concept_words(topic.of, ui=ui.language), _event(topic, ui)) if word)
    parties = " → ".join(party_words(part, ui=ui.language) for part in (topic.agent, topic.recipient) if part)
    return initial(": ".join(part for part in (said, parties) if part) or topic.title)


def _thing(claim: Claim, ui: Catalogue) -> str:
    """What is counted; an age is said by its range."""
    return "" if claim.of == AGE else concept_words(claim.of, ui=ui.language)


def _event(said: Claim | Topic, ui: Catalogue) -> str:
    """What happened; that somebody is of an age, or something of a size, says nothing more."""
    return "" if said.event == _COPULA else concept_words(said.event, ui=ui.language)


def exact_text(interval: Interval[float] | None) -> str:
    """The interval in the notation of the frames, `(400, inf)`; "" where there is none."""
    return "" if interval is None else str(interval)


def compact(value: float, ui: Catalogue) -> str:
    """A number for an axis: 400; 1,500; 1.7 bn."""
    size, sign = abs(value), "−" if value < 0 else ""
    for scale, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if size >= scale:
            return f"{sign}{ui.digits(f'{size / scale:,.6g}')} {ui(f'chart.{name}')}"
    return sign + ui.digits(f"{size:,.10g}")


def initial(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def conversion(claim: Claim, other: Claim) -> float | None:
    """The factor from the unit of one claim to that of another; None where the two cannot be compared."""
    if claim.unit == other.unit:
        return 1.0
    same = claim.dimension and claim.dimension == other.dimension and claim.base_factor > 0 and other.base_factor > 0
    return claim.base_factor / other.base_factor if same else None


def scaled(values: Interval[float], factor: float) -> Interval[float]:
    """The interval with both ends multiplied by a positive factor."""
    assert values.low is not None and values.high is not None
    return values if factor == 1.0 else Interval(values.low * factor, values.high * factor, values.closed)


def numbers_meet(one: Claim, other: Claim, ui: Catalogue) -> str:
    """How the ranges of two claims meet: `no number fits both`, `both allow 400 to 450`; "" where they cannot be compared."""
    factor = conversion(other, one)
    a, b = hard(one), hard(other)
    if a is None or b is None or factor is None or SOME in (a, b):
        return ""
    both = a & scaled(b, factor)
    if both is None:
        return ui("meet.no_number")
    usual, usual_other = typical(one), typical(other)
    apart = usual and usual_other and usual.disjoint(scaled(usual_other, factor))
    return ui("meet.number_not_usual" if apart else "meet.number", range=range_words(both, one.unit, ui=ui.language))


def days_meet(one: Claim, other: Claim, ui: Catalogue) -> str:
    """How the periods of two claims meet: `no day lies in both`, `both hold August 2022`; "" where one is not told."""
    a, b = span(one), span(other)
    if a is None or b is None:
        return ""
    both = a.proof & b.proof
    return ui("meet.no_day") if both is None else ui("meet.day", period=period_words(TimeSpan(both), ui=ui.language))
