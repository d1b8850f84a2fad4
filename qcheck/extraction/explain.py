"""How a text was read, step by step."""

from __future__ import annotations

import re
from datetime import date

from qcheck.extraction.claims import claims_of
from qcheck.extraction.discourse.concepts import concept, known_nouns
from qcheck.language.pack import Pack, languages, load_pack
from qcheck.model.claim import Claim
from qcheck.model.desk import EMPTY_DESK, Desk
from qcheck.model.document import Document
from qcheck.model.explanation import Explanation, Step
from qcheck.model.interval import number_text
from qcheck.model.quantity import Modifier, Quantity
from qcheck.model.timex import Timex

_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"\s+")

MEANING = {
    Modifier.EXACT: "as written",
    Modifier.ABOUT: "about: it may lie on either side",
    Modifier.MORE_THAN: "more than: a bound below, itself left out",
    Modifier.AT_LEAST: "at least: a bound below",
    Modifier.LESS_THAN: "less than: a bound above, itself left out",
    Modifier.AT_MOST: "at most: a bound above",
    Modifier.ALMOST: "almost: a little below",
    Modifier.JUST_OVER: "just over: it or a little above",
    Modifier.VAGUE: "a vague amount",
    Modifier.RANGE: "a range",
}


def explain(text: str, *, language: str | None = None, published: date | None = None, desk: Desk | None = None) -> Explanation:
    """The reading of a text, one step for each group of words that gave a number, a range or days, in the order of the text.

    Without `language` the pack whose common words and nouns the text has most of is taken. Raises UsageProblem for an unknown language.
    """
    from qcheck.extraction.quantities import read_quantities
    from qcheck.extraction.times import parse_times

    code = language or guess(text)
    pack, known = load_pack(code), desk or EMPTY_DESK
    timexes = parse_times(text, language=code, published=published, desk=desk)
    quantities, rejected = read_quantities(text, pack=pack, desk=known, timexes=timexes)
    steps = [_time_step(timex, published) for timex in timexes]
    for quantity in quantities:
        steps += _quantity_steps(text, quantity, pack, known)
    steps += [Step(n.start, n.end, n.quote, "no quantity", n.reason) for n in rejected]
    steps += _claim_steps(text, code, published, known)
    return Explanation(text, tuple(sorted(steps, key=lambda s: (s.end, -s.start, s.reading == "claim"))))


def guess(text: str) -> str:
    """The language whose common words and nouns a text has most of; the last by code where none leads."""
    words = [word.lower() for word in _WORD.findall(text[:5000])]

    def known(code: str) -> int:
        pack = load_pack(code)
        usual = set(pack.cues.common)
        return sum(3 * (word in usual) + (word in known_nouns(pack)) for word in words)

    return max(languages(), key=lambda code: (known(code), code))


def _time_step(timex: Timex, published: date | None) -> Step:
    reading = timex.bound if timex.kind == "bound" else ", ".join(filter(None, (timex.kind, timex.bound)))
    if timex.reason:
        return Step(timex.start, timex.end, timex.quote, reading, timex.reason)
    if timex.duration is not None:
        return Step(timex.start, timex.end, timex.quote, reading, f"{number_text(timex.duration / 86400, '')} days long")
    clock = "" if timex.clock_low is None or timex.clock_high is None else _clock(timex.clock_low, timex.clock_high)
    result = ", ".join(part for part in (str(timex.span) if timex.span.known or not clock else "", clock) if part)
    if timex.relative:
        result += f", read against {published.isoformat()}" if published else ", open without the date of the text"
    if timex.span.throughout is not None:
        result += "; it held on all of these days"
    if timex.span.vague:
        result += "; ten days wider on each side in a proof"
    return Step(timex.start, timex.end, timex.quote, reading, result)


def _clock(low: float, high: float) -> str:
    """Minutes of the day as `15:00 to 15:29`."""
    first, last = (f"{int(minutes) // 60 % 24:02}:{int(minutes) % 60:02}" for minutes in (low, high))
    return first if first == last else f"{first} to {last}"


def _quantity_steps(text: str, quantity: Quantity, pack: Pack, desk: Desk) -> list[Step]:
    """The steps of one quantity: the words that widen it, the number itself, what is counted, and what all of it comes to."""
    split = _number_start(text, quantity, pack, desk)
    steps = []
    if split > quantity.start:
        steps.append(Step(quantity.start, split, text[quantity.start : split].strip(), "modifier", MEANING[quantity.modifier]))
    number = text[split : quantity.end]
    if quantity.value is not None:
        low, high = quantity.value if isinstance(quantity.value, tuple) else (quantity.value, quantity.value)
        value = number_text(low, "") if low == high else f"{number_text(low, '')} to {number_text(high, '')}"
        steps.append(Step(split, quantity.end, number, "number", f"{value}, unit {quantity.unit}"))
    elif quantity.wording:
        steps.append(Step(split, quantity.end, number, "words for an amount", quantity.wording))
    if quantity.of and quantity.phrase_end > quantity.end:
        thing = concept(quantity.of, pack=pack, desk=desk)
        start = quantity.end + len(text[quantity.end : quantity.phrase_end]) - len(text[quantity.end : quantity.phrase_end].lstrip())
        narrowed = f" ({thing.scope})" if thing.scope else ""
        steps.append(Step(start, quantity.phrase_end, text[start : quantity.phrase_end], "what is counted", thing.lemma + narrowed))
    end = max(quantity.end, quantity.phrase_end)
    result = f"hard {quantity.hard}, typical {quantity.typical}, {quantity.unit}"
    steps.append(Step(quantity.start, end, text[quantity.start : end], MEANING[quantity.modifier], result))
    return steps


def _number_start(text: str, quantity: Quantity, pack: Pack, desk: Desk) -> int:
    """Where the number begins after the words that modify it: the first word from which the rest reads otherwise."""
    from qcheck.extraction.quantities import read_quantities

    if quantity.modifier in (Modifier.EXACT, Modifier.RANGE, Modifier.VAGUE):
        return quantity.start
    for gap in _GAP.finditer(text, quantity.start, quantity.end):
        rest = read_quantities(text[gap.end() : quantity.end], pack=pack, desk=desk, timexes=())[0]
        if rest and rest[0].start == 0 and rest[0].modifier is not quantity.modifier:
            return gap.end()
    return quantity.start


def _claim_steps(text: str, code: str, published: date | None, desk: Desk) -> list[Step]:
    """One last step for each claim that says more of a quantity than its number."""
    document = Document("text", "", text, code, published.isoformat() if published else "")
    claims = [row for row in claims_of(document, desk=desk) if row.role == "claim" and row.event]
    return [Step(c.start, c.end, c.quote, "claim", _said(c)) for c in claims]


def _said(claim: Claim) -> str:
    parts = [
        f"event {claim.event}",
        f"agent {claim.agent}" if claim.agent else "",
        f"recipient {claim.recipient}" if claim.recipient else "",
        claim.modality,
        f"days {claim.within}",
        f"by {claim.by}" if claim.by else "",
    ]
    return ", ".join(part for part in parts if part)
