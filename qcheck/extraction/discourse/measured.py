"""What a value is of that has no counted phrase: inflation, a price, the height of a tower, told beside it in its clause."""

from __future__ import annotations

from functools import cache, lru_cache

from qcheck.extraction.discourse.concepts import Concept, known, measures
from qcheck.extraction.discourse.marks import Mark, Reading
from qcheck.language.pack import Pack

_NEAR = 3
_BACK = 14
_AHEAD = 4
LENGTH = "[length]"
_AWAY = "distance"
_TOWARDS = 5
_BRACKETED = 9  # tokens
_COINS = ("pence", "penny", "cent", "euro_cent")
_SHARES = ("percent", "percentage_point", "basis_point")
_SHORTEST = 4
_IS = "be"


def fits(lemma: str, unit: str, dimension: str, trend: str) -> bool:
    """Whether the value of a measured thing may be given in a unit of a dimension; what is money changes by a share."""
    measure, kind = measures().get(lemma), measure_of(unit, dimension)
    return measure is not None and (kind in measure.units or (kind == "share" and trend != "" and "money" in measure.units))


def measure_of(unit: str, dimension: str) -> str:
    """What a unit measures: share, money, its dimension, else the unit itself."""
    if unit in _SHARES:
        return "share"
    currency = unit.partition(" per ")[0]
    if (len(currency) == 3 and currency.isupper()) or currency in _COINS:
        return "money"
    return dimension or unit


@lru_cache(maxsize=4096)
def told_by(event: str, unit: str, dimension: str) -> str:
    """The measured thing that a value is of by what is said of it alone ("it cost 12 euros", "jailed for 12 years")."""
    told = event not in ("", _IS)
    return next((lemma for lemma, m in measures().items() if told and m.event == event and measure_of(unit, dimension) in m.units[:1]), "")


def head(phrase: str, pack: Pack) -> str:
    """The measured thing that the last word of a counted phrase names, if it names one."""
    return _nouns(pack).get(phrase.rpartition(" ")[2], "")


def measured(reading: Reading, first: int, last: int, *, pack: Pack, unit: str, dimension: str, trend: str) -> Concept:
    """The measured thing that tokens `first` to `last` give a value of; empty where the clause names none that fits the unit.

    Words right after the value come before those that precede it ("12 metres high", "18 percent of the vote").
    """
    end = _past_brackets(reading, last)
    found = [m for m in _marks(reading, first, end, pack) if fits(m.value, unit, dimension, trend)]
    share = measure_of(unit, dimension) == "share"
    for mark in found:
        whole = share and measures()[mark.value].event == _IS and mark.first > end + 1  # "60 percent of the budget" is none
        if end < mark.first <= end + _AHEAD and all(_joins(reading, i, pack) for i in range(end + 1, mark.first)) and not whole:
            return Concept(mark.value, mark.form or _place(reading, mark))
    before = [m for m in found if m.last < first and first - m.last <= _BACK and reading.border(m.last, first) <= _NEAR]
    nouns = [m for m in before if reading.at("adjectives", m.first) is None and _alone(reading, m, first, pack)]
    if nouns:
        return Concept(nouns[-1].value, nouns[-1].form)
    if dimension == LENGTH and _from(reading, last + 1):
        return Concept(_AWAY, _place(reading, Mark(last + 1, last + 1, "measure", _AWAY)))
    return Concept(_lone(measure_of(unit, dimension)))


def _past_brackets(reading: Reading, last: int) -> int:
    """The last token of a conversion in brackets behind a value, or around it: "1,703 metres (5,587 feet) high"."""
    after = [token.text for token in reading.tokens[last + 1 : last + _BRACKETED]]
    return last + 1 + after.index(")") if after[:1] in (["("], [")"]) and ")" in after else last


def _from(reading: Reading, at: int) -> bool:
    """Whether a place follows from which a length is the distance, and no other one to which it goes ("300 km from Ostford to Halden")."""
    source = reading.at("preposition", at) if at + 1 < len(reading.tokens) else None
    if source is None or source.value != "source":
        return False
    place = reading.tokens[at + 1].text[:1].isupper() or reading.at("definite", at + 1) is not None
    return place and not any(m.value == "recipient" for m in reading.of("preposition", at + 1, at + _TOWARDS))


def _place(reading: Reading, mark: Mark) -> str:
    """The name of the place that a distance is from, in lower case; nothing where a few words tell none."""
    if mark.value != _AWAY:
        return ""
    figure = next((i for i in range(mark.last + 1, len(reading.tokens)) if reading.tokens[i].text[0].isdigit()), len(reading.tokens))
    end = min(figure, mark.last + _TOWARDS + 1)
    capitals = [i for i in reading.capitals if mark.last < i < end and reading.border(mark.last, i) == 0]
    run = [i for at, i in enumerate(capitals) if i == capitals[0] + at]
    return " ".join(reading.tokens[i].low for i in run)


@cache
def _lone(kind: str) -> str:
    """The measured thing that a value of a kind can only be of, if there is one."""
    return next((lemma for lemma, measure in measures().items() if measure.alone and kind in measure.units), "")


def extent(phrase: str, pack: Pack) -> str:
    """What a length right before a phrase is the measure of ("tower": height); nothing where the pack names none."""
    known, words = _extents(pack), phrase.split()
    return known.get(" ".join(words[-2:])) or known.get(words[-1], "") if words else ""


@cache
def _extents(pack: Pack) -> dict[str, str]:
    concepts = pack.concepts
    return {(word + end).lower(): lemma for lemma, words in concepts.extents.items() for word in words for end in concepts.endings}


def _alone(reading: Reading, mark: Mark, first: int, pack: Pack) -> bool:
    """Whether a word that is also one for something else ("Haushalt") stands right before the value, but for a preposition."""
    counted = known(pack, " ".join(token.low for token in reading.tokens[mark.first : mark.last + 1]))
    return counted in ("", mark.value) or all(_joins(reading, i, pack) for i in range(mark.last + 1, first))


def _marks(reading: Reading, first: int, last: int, pack: Pack) -> list[Mark]:
    """The marks of measured things around a value; of a compound the part before is its form."""
    marks = [m._replace(form="") for m in reading.of("measure", max(0, first - _BACK), last + _AHEAD)]
    if pack.concepts.compounds:
        for index in range(max(0, first - _BACK), min(len(reading.tokens), last + _AHEAD + 1)):
            word = reading.tokens[index].text
            if len(word) > 2 * _SHORTEST and word[0].isupper() and reading.at("measure", index) is None:
                value, part = _compound(pack, word)
                if value:
                    marks.append(Mark(index, index, "measure", value, part))
    return sorted(marks)


def _joins(reading: Reading, index: int, pack: Pack) -> bool:
    if reading.tokens[index].low in pack.units.per:
        return False  # "1.20 euros per share"
    return reading.at("preposition", index) is not None or reading.at("determiners", index) is not None


@cache
def _nouns(pack: Pack) -> dict[str, str]:
    things = pack.concepts.things
    return {(word + end).lower(): lemma for lemma in measures() for word in things.get(lemma, ()) for end in pack.concepts.endings}


@lru_cache(maxsize=50_000)
def _compound(pack: Pack, word: str) -> tuple[str, str]:
    """The measured thing that the last part of a compound names, and the part before it."""
    low, nouns = word.lower(), _nouns(pack)
    for at in range(2, len(low) - _SHORTEST + 1):
        if low[at:] in nouns and low[:at] not in pack.concepts.particles:
            return nouns[low[at:]], low[:at].strip("-")
    return "", ""
