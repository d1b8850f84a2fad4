"""How a statement is meant: modality, tense, kind of figure, and whether it covers all there is."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from qcheck.extraction.discourse.concepts import OF_PERSONS, PERSON, measures
from qcheck.extraction.discourse.marks import Mark, Reading
from qcheck.language.pack import Pack
from qcheck.model.claim import Kind, Modality
from qcheck.model.quantity import Quantity

_CLAUSE = 5
_REACH = 7  # tokens
_ADVERBS = 2
_SIGNS = ("+", "-", "−", "–", "±")
_CASES = ("infection", "case")
_FALLEN = ("rainfall", "snowfall")
_PLACED = ("depth", "distance", "height")
"""How far something lies from something else: a verb of motion beside it tells no change of it."""


class Manner(NamedTuple):
    """How a statement is meant."""

    modality: Modality
    tense: str
    kind: Kind
    covers: str


def manner(reading: Reading, event: Mark | None, first: int, last: int) -> Manner:
    """The manner of what is said of tokens `first` to `last` by an event of the same sentence."""
    anchor = event.first if event is not None and event.kind == "event" else first
    near = [m for m in reading.of("modality") if reading.border(m.first, anchor) < _CLAUSE and not first <= m.first <= last]
    if event is not None:  # "konnte nicht beliefern" tells of an outage, and denies none
        near = [m for m in near if not event.first <= m.first <= event.last]
    modality = _modality(reading, event, near, anchor, first)
    tense = "future" if modality == "planned" else _tense(reading, event, anchor)
    return Manner(modality, tense, _kind(reading, first, last), "all" if covers_all(reading, first, last) else "some")


def _modality(reading: Reading, event: Mark | None, near: list[Mark], anchor: int, first: int) -> Modality:
    denied = [m for m in near if m.value == "denied" and _reaches(m, anchor, first) and reading.at("excluding", m.first) is None]
    refused = [
        m
        for m in reading.of("speech")
        if m.value == "denied"
        and m.first < max(anchor, first)
        and reading.border(m.first, anchor) < 9
        and not _told_since(reading, m, anchor)
    ]
    if denied or refused:
        return "denied"
    if event is not None and event.form.startswith("wanted"):
        return "planned"
    finished = event is not None and _finished(reading, event)
    ahead = [m for m in reading.of("foreseen") if reading.border(m.first, anchor) < _CLAUSE and _reaches(m, anchor, first)]
    if ahead and not near:
        told = any(m.first < ahead[0].first for kind in ("speech", "says_before") for m in reading.of(kind)) or bool(
            reading.of("says_after")
        )
        return "planned" if told else "possible"
    near = [m for m in near if not (m.value == "planned" and _present(reading, m, event))]
    for modality in ("possible", "planned"):
        if any(m.value == modality and _reaches(m, anchor, first) and (modality == "possible" or not finished) for m in near):
            return modality
    return "asserted"


def _present(reading: Reading, cue: Mark, event: Mark | None) -> bool:
    """Whether a word of the future is a passive of the present: what befalls persons ("wird vermisst"), or is said ("wird geschätzt")."""
    if reading.at("passive", cue.first) is None:
        return False
    said = [m for m in reading.of("speech", cue.last + 1) if "participle" in m.form and reading.border(cue.last, m.first) < _CLAUSE]
    return bool(said) or (event is not None and "participle" in event.form and event.value in OF_PERSONS)


def _told_since(reading: Reading, denial: Mark, anchor: int) -> bool:
    """Whether another verb of saying stands between a denial and an event in a clause of its own ("denied it, after a report said ...")."""
    return any(m.value != "denied" and reading.border(denial.first, m.first) >= 2 for m in reading.of("speech", denial.last + 1, anchor))


def _reaches(cue: Mark, anchor: int, first: int) -> bool:
    return cue.first < max(anchor, first) or cue.first - max(anchor, first) <= 3


def _finished(reading: Reading, event: Mark) -> bool:
    """Whether an event is told as over: a past form, or a participle after an auxiliary of the perfect or the past passive."""
    forms = event.form.split()
    cue = reading.at("modality", event.first - 1) if event.first else None
    if "base" in forms and cue is not None and cue.value == "planned":
        return False  # "plans to cut": its past looks like its base
    if "past" in forms and "participle" not in forms:
        return True
    if "participle" not in forms:
        return False
    helpers = [m for m in reading.of("perfect") + reading.of("preterite") if reading.border(m.first, event.first) < _CLAUSE]
    ahead = [m for m in reading.of("future") if reading.border(m.first, event.first) < _CLAUSE and m.first < event.first]
    return bool(helpers) or not ahead


def _tense(reading: Reading, event: Mark | None, anchor: int) -> str:
    def clause(kind: str) -> list[Mark]:
        return [] if kind not in reading.marks else [m for m in reading.of(kind) if reading.border(m.first, anchor) < _CLAUSE]

    forms = event.form.split() if event is not None else []
    if "past" in forms or "participle" in forms or "attributive" in forms:
        future = [m for m in clause("future") if m.first < anchor]
        return "future" if future and "past" not in forms else "past"
    if clause("preterite"):
        return "past"
    if clause("future"):
        return "future"
    return "present" if "present" in forms or clause("passive") else "past"


@cache
def _trend_words(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower() for words in pack.modifiers.trends.values() for word in words)


def figure(quantity: Quantity, thing: str, event: Mark | None, how: Manner, reading: Reading, span: tuple[int, int], pack: Pack) -> Kind:
    """What kind of figure a quantity of a thing at tokens `span` (first, last) is: a change, a share, an amount for each period, or as
    its clause tells.

    "Cut 900 jobs" and "won 57 seats" tell no change: their verbs say what was done to what is counted.
    """
    first, last = span
    rate = thing in measures() and measures()[thing].rate and quantity.trend == "up"
    verb = event is not None and event.form != "noun"
    done = event is not None and verb and (event.last == first - 1 or reading.tokens[event.first].low in _trend_words(pack))
    if quantity.unit == "percent" and (not quantity.trend or rate or (done and quantity.of)):
        return "share"
    signed = quantity.unit == "count" and quantity.quote[:1] in _SIGNS
    by = any(m.last == first - 1 for m in reading.of("change", max(0, first - 3), first - 1))
    if signed or by or any(m.first == last + 1 for m in reading.of("more", last + 1, last + 2)):
        return "change"
    if thing in _PLACED and reading.at("preposition", first - 1) is None:
        return how.kind  # "it rises 300 metres above the sea", "it sank 12 km off the coast"
    if quantity.trend and thing not in _FALLEN and not (done and (quantity.of or quantity.unit.isupper())):
        return "change"
    if thing in measures():
        return "" if how.kind == "per_period" else how.kind
    if " per " in quantity.unit or _new(reading, thing, event, first if quantity.of else max(0, first - _REACH), last):
        return "per_period"
    return how.kind


def _new(reading: Reading, thing: str, event: Mark | None, first: int, last: int) -> bool:
    """Whether new cases or deaths are counted: those of a period, not all there were."""
    counted = thing in _CASES or (event is not None and event.value in OF_PERSONS) or thing == PERSON
    return counted and any(reading.border(m.first, last) < _CLAUSE for m in reading.of("new", first, last))


def threshold(reading: Reading, first: int) -> bool:
    """Whether words before a number tell that it is a limit or an aim, which nobody says was reached."""
    return any(0 < first - m.last <= _ADVERBS for m in reading.of("thresholds", max(0, first - 5), first - 1))


def to_come(reading: Reading, event: Mark | None, pack: Pack) -> bool:
    """Whether a headline tells of an event as of one to come, without a word of the future ("Brewery to cut 300 jobs")."""
    if event is None or "base" not in event.form.split() or not event.first:
        return False
    return reading.tokens[event.first - 1].low in pack.cues.to_come


def earlier(reading: Reading, first: int, last: int) -> Mark | None:
    """The word that tells that a figure is of a day or week before ("previous day: 70.4", "compared with 7,908 the week before")."""
    for mark in reversed(reading.of("earlier", max(0, first - _REACH), first - 1)):
        compared = reading.of("comparisons", max(0, mark.first - 4), mark.first)
        if compared or any(reading.tokens[i].text[:1].isdigit() for i in range(mark.last + 1, first)):
            continue
        if reading.border(mark.last, first) < _CLAUSE or reading.tokens[mark.last + 1].text == ":":
            return mark
    if any(first - m.last <= 2 for m in reading.of("comparisons", max(0, first - 5), first - 1)):
        return next((m for m in reading.of("earlier", last + 1, last + 4)), None)
    return None


def _kind(reading: Reading, first: int, last: int) -> Kind:
    near = {m.value for m in reading.of("kind") if m.last >= first - 8 and m.first <= last + 8 and reading.border(m.first, first) < _CLAUSE}
    return next((kind for kind in ("per_period", "total", "level") if kind in near), "") if near else ""


def covers_all(reading: Reading, first: int, last: int) -> bool:
    """Whether words right before the quantity, or at the head of its clause, say that this is all there is."""
    return any(m.last < first and first - m.last <= 3 and reading.border(m.last, first) < _CLAUSE for m in reading.of("all"))
