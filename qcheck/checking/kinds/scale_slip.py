"""One number at two scales: millions that were thousands, grams that were milligrams, a point that slipped."""

from __future__ import annotations

import math
import re
from functools import cache

from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.kinds.other_period import significant_digits
from qcheck.checking.lines import line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.language.pack import load_pack

_WORD = re.compile(r"[^\W\d_]{3,}")
_NEAR = 32  # characters beside a number
_MILLION = 1e6  # sums above it are told with a word for their scale
_STEM = 5  # letters by which two forms of one word are alike
_UNFIT = ("percent", "percentage_point", "age", "ordinal", "unknown", "year", "month", "week", "day", "hour", "minute", "second")


class ScaleSlip(Parameters):
    """`digits`: significant digits that the two must share where they are a thousand times apart or more, one more where they are ten or a
    hundred times apart, one less where their units differ. `words`: how many words the two sentences must share, those beside the numbers
    counted twice, and two more where only so few digits tell.
    """

    digits: int = 2
    words: int = 2


def scale_slip(a: Statement, b: Statement, parameters: ScaleSlip) -> Proof | None:
    """review: the same digits of one unit, ten, a hundred, a thousand ... times apart, of one thing as far as their words tell."""
    x, y = a.claim, b.claim
    if x.unit in _UNFIT or x.value_low != x.value_high or y.value_low != y.value_high or min(x.value_low, y.value_low) <= 0:
        return None
    one, other = x.value_low * x.base_factor, y.value_low * y.base_factor
    power = round(abs(math.log10(one / other)))
    digits = significant_digits(x.value_low)
    prefixed = power >= 3 and x.unit != y.unit  # milligrams and grams
    enough = parameters.digits + (power < 3) - prefixed
    if not power or not math.isclose(max(one, other) / min(one, other), 10.0**power, rel_tol=1e-9) or digits < enough:
        return None
    if x.document == y.document and x.sentence == y.sentence:
        return None
    if x.trend != y.trend or (x.kind != y.kind and x.kind and y.kind):
        return None
    thing = bool(x.of) and x.of == y.of and x.event == y.event
    money = x.document == y.document and len(x.unit) == 3 and power >= 3 and x.unit == y.unit and min(one, other) >= _MILLION
    if (x.of != y.of and x.of and y.of and not money) or (x.unit == "count" and not x.of):
        return None
    shared = _shared(a, b)
    pointing = 2 * (x.definite or y.definite) + ("headline" in (x.zone, y.zone)) + 4 * money
    if x.language == y.language and shared < parameters.words + 2 * (digits == enough) - thing - pointing:
        return None
    if x.language != y.language and not (thing or (a.main and b.main)):
        return None
    working = (reading(a), reading(b), line("same_digits", times=10.0**power))
    return Proof("review", (a, b), working, {"expected": 10.0**power})


def _shared(a: Statement, b: Statement) -> int:
    """How many rarer words the sentences of two claims share, those beside the numbers counted twice."""
    near, far = ((_stems(text, s.claim.language) for s, text in zip((a, b), texts, strict=True)) for texts in (_beside(a, b), _whole(a, b)))
    return len(frozenset.intersection(*near)) + len(frozenset.intersection(*far))


def _whole(*several: Statement) -> list[str]:
    return [s.claim.sentence_text for s in several]


def _beside(*several: Statement) -> list[str]:
    places = ((s.claim.start - s.claim.sentence_start, s.claim.end - s.claim.sentence_start, s.claim.sentence_text) for s in several)
    return [f"{text[max(0, start - _NEAR) : start]} {text[end : end + _NEAR]}" for start, end, text in places]


@cache
def _plain(language: str) -> frozenset[str]:
    cues = load_pack(language).cues
    return frozenset(word.lower() for word in (*cues.common, *cues.determiners, *cues.subordinators))


def _stems(text: str, language: str) -> frozenset[str]:
    common = _plain(language)
    return frozenset(low[:_STEM] for word in _WORD.findall(text) if (low := word.lower()) not in common)
