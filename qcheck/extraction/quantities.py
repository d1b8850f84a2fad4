"""Reads the quantities of a text: every number ends in a quantity, in a reason why it is none, or inside a time expression."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, pairwise
from pathlib import Path

from qcheck.extraction.currencies import of_the_country
from qcheck.extraction.numbers.amounts import TIME_UNITS, Amount, amount, unit_facts
from qcheck.extraction.numbers.digits import LONG_ROW, SEVERAL_SIGNS
from qcheck.extraction.numbers.drafts import Drafts
from qcheck.extraction.numbers.neighbours import LONGEST_JOINT, Draft, bounded_twice, fill_in, share_of
from qcheck.extraction.numbers.numeral import Numeral
from qcheck.extraction.numbers.numerals import numerals
from qcheck.extraction.numbers.pairs import Written, written
from qcheck.extraction.numbers.scan import NARROW_SPACES, number_rows
from qcheck.extraction.numbers.scan import lowered as lower
from qcheck.extraction.shown import Shown, shown
from qcheck.extraction.units import unit_after
from qcheck.language.pack import Pack, load_pack
from qcheck.model.desk import EMPTY_DESK, Desk
from qcheck.model.interval import Interval
from qcheck.model.magnitude import plural_readings, readings, share_readings, vague_readings
from qcheck.model.quantity import Modifier, NotQuantity, Quantity, Value
from qcheck.model.timex import Timex

ADDRESS = "part of a web address"
OTHER_SCRIPT = "digits of another script, or of several"

_SIGNS = "\u2160-\u2188\u2460-\u249b\u24ea-\u24ff\u2776-\u2793"  # Roman numerals of one sign, numbers in circles and brackets
_OTHER_DIGIT = re.compile(rf"(?![0-9])[\d{_SIGNS}]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_DIGITS = re.compile(rf"[\d{_SIGNS}]+(?:[.,'’{NARROW_SPACES}]\d+)*")
_RANGE_TAIL = re.compile(r" ?[-–] ?[0-9]+")


def parse(text: str, *, language: str | Path, published: date | None = None, desk: Desk | None = None) -> list[Quantity]:
    """The quantities of a text, in its order and without overlap; ranks are among them (unit `ordinal`).

    `published` is the document's date: it decides which digits belong to time expressions. Raises UsageProblem if there is no such
    language.
    """
    from qcheck.extraction.times import parse_times

    pack = load_pack(language)
    timexes = parse_times(text, language=language, published=published, desk=desk)
    return read_quantities(text, pack=pack, desk=desk or EMPTY_DESK, timexes=timexes)[0]


def read_quantities(text: str, *, pack: Pack, desk: Desk, timexes: Sequence[Timex]) -> tuple[list[Quantity], list[NotQuantity]]:
    """The quantities of a text, and its other digits and number words with the reason why they are none.

    `timexes` are those of the same text, in order; digits inside them are left to them, but for durations and ages. A share of no
    known whole ("two thirds of the voters") has the wording "share" and in `of` what it is a share of.
    """
    seen = shown(text)
    if seen is None:
        return _Text(text, pack, desk, timexes).result()
    moved = [replace(timex, start=start, end=end) for timex in timexes for start, end in (seen.inside(timex.start, timex.end),)]
    found, rejected = _Text(seen.text, pack, desk, moved).result()
    return [_moved_back(item, seen, text) for item in found], [_back(item, seen, text) for item in rejected]


def _moved_back(item: Quantity, seen: Shown, text: str) -> Quantity:
    """A quantity of the text without format characters, at its place in the text; its wording tells of those inside."""
    start, end = seen.back(item.start, item.end)
    hidden = "" if end - start == item.end - item.start else "read over invisible format characters"
    wording = "; ".join(part for part in (item.wording, hidden) if part)
    phrase_end = seen.back(item.start, item.phrase_end)[1]
    return replace(item, start=start, end=end, quote=text[start:end], phrase_end=phrase_end, wording=wording)


def _back(item: NotQuantity, seen: Shown, text: str) -> NotQuantity:
    start, end = seen.back(item.start, item.end)
    return NotQuantity(start, end, text[start:end], item.reason)


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with line ends instead of some spans, character for character: nothing is read in or over them."""
    if not spans:
        return text
    kept = pairwise([0, *chain.from_iterable(spans), len(text)])
    return "".join("\n" * (end - start) if at % 2 else text[start:end] for at, (start, end) in enumerate(kept))


class _Text:
    """One text on its way from numerals to quantities."""

    def __init__(self, text: str, pack: Pack, desk: Desk, timexes: Sequence[Timex]) -> None:
        self.text, self.lowered, self.pack, self.desk, self.timexes = text, lower(text), pack, desk, timexes
        self.starts = [timex.start for timex in timexes]
        self.rejected: list[NotQuantity] = []
        self.lowered = _blanked(self.lowered, self.unread())

    def result(self) -> tuple[list[Quantity], list[NotQuantity]]:
        """The quantities and the others."""
        items = written(self.text, self.lowered, self.amounts(), self.pack)
        around = Drafts(self.text, self.lowered, self.pack, self.reject)
        starts = [*(item.start for item in items[1:]), len(self.text) + LONGEST_JOINT]
        drafts = [draft for item, following in zip(items, starts, strict=False) if (draft := around.draft(item, following))]
        fill_in(drafts, self.lowered, self.pack)
        found = [self.quantity(draft) for draft in drafts]
        found = of_the_country(found, self.text, self.pack)
        return bounded_twice(found, self.text, self.lowered, self.pack), self.rejected

    def reject(self, start: int, end: int, reason: str) -> None:
        """Keep a number that is none, with its reason."""
        self.rejected.append(NotQuantity(start, end, self.text[start:end], reason))

    # numbers with their units

    def amounts(self) -> list[Amount]:
        """The numerals that no time expression owns, with sign and unit."""
        found: list[Amount] = []
        previous = covered = 0
        for numeral in numerals(self.text, self.lowered, self.pack):
            if numeral.form == "refused":
                self.leave(numeral, numeral.reason)
            elif numeral.start >= covered:
                item = amount(self.text, self.lowered, numeral, max(previous, covered), self.pack, self.desk)
                covered = item.end
                if self.is_time(item):
                    self.leave(numeral, SEVERAL_SIGNS)
                else:
                    found.append(item)
            previous = numeral.end
        return found

    def leave(self, numeral: Numeral, reason: str) -> None:
        """Reject what no time expression holds of a numeral."""
        timexes = self.timexes[max(0, bisect_right(self.starts, numeral.start) - 1) : bisect_left(self.starts, numeral.end)]
        at = numeral.start
        for start, end in (*((timex.start, timex.end) for timex in timexes), (numeral.end, numeral.end)):
            if any(map(str.isdigit, self.text[at:start])) or (at, start) == (numeral.start, numeral.end):
                self.reject(at, start, reason)
            at = max(at, end)

    def unread(self) -> list[tuple[int, int]]:
        """What nobody reads, rejected here where it has digits: other scripts, web addresses, long rows of numbers; without overlap."""
        spans = [(start, end, LONG_ROW) for start, end in number_rows(self.text)]
        if not self.text.isascii() and _OTHER_DIGIT.search(self.text):
            spans += [(*match.span(), OTHER_SCRIPT) for match in _DIGITS.finditer(self.text) if _OTHER_DIGIT.search(match.group())]
        if "://" in self.text or "www." in self.lowered:
            spans += [(*match.span(), ADDRESS) for match in _ADDRESS.finditer(self.lowered)]
        found: list[tuple[int, int]] = []
        for start, end, reason in sorted(spans):
            if not found or start >= found[-1][1]:
                found.append((start, end))
                if reason == OTHER_SCRIPT or any(map(str.isdigit, self.text[start:end])):
                    self.reject(start, end, reason)
        return found

    def owner(self, start: int, end: int) -> Timex | None:
        """The time expression that holds these characters."""
        at = bisect_right(self.starts, start) - 1
        for timex in self.timexes[max(at, 0) : at + 2]:
            if timex.start < end and start < timex.end:
                return timex
        return None

    def is_time(self, item: Amount) -> bool:
        """Whether a number belongs to a date or clock time; durations and ages stay quantities."""
        timex = self.owner(item.numeral.start, item.numeral.end) if self.timexes else None
        if timex is None or timex.kind == "duration":
            return False
        if item.unit in TIME_UNITS or item.unit == "age":
            return item.end - item.numeral.end < 3
        number = item.numeral.magnitude
        if number and number.fraction and item.unit:
            return False  # "1/2 cup"
        if number and number.fraction and share_of(self.pack).match(self.lowered, item.numeral.end):
            return False
        if not item.unit and self.text[timex.end - 1].isdigit():
            tail = _RANGE_TAIL.match(self.text, timex.end)
            if unit_after(self.text, tail.end() if tail else timex.end, self.pack, self.desk, value=1000.0):
                return False
        return not item.unit or item.unit == "ordinal" or timex.start <= item.start

    def quantity(self, draft: Draft) -> Quantity:
        """The quantity with its intervals."""
        item, numeral = draft.written, draft.written.amount.numeral
        modifiers = (*((draft.after,) if draft.after else ()), *draft.before.modifiers)
        value, wording = self.value(item), ""
        if numeral.form in ("vague", "plural"):
            base = numeral.base
            hard, typical = vague_readings(numeral.vague, base) if numeral.vague else plural_readings(base, composed=numeral.composed)
            modifier, wording = Modifier.VAGUE, "a vague word: twice its size or more" if not numeral.vague else "a vague word"
        elif item.of is not None:
            whole = item.of.number
            assert whole is not None
            hard, typical = share_readings(item.amount.number, modifiers, readings(whole, unit=unit_facts(draft.unit)))
            modifier = Modifier.MORE_THAN if numeral.form == "most" else modifiers[0] if modifiers else Modifier.EXACT
            wording = f"{self.text[item.start : numeral.end]}: a share of {self.text[item.of.numeral.start : item.of.numeral.end]}"
        else:
            number = item.amount.number
            assert number is not None
            part = draft.trend is not None and number.fraction and number.value < 1
            share = (numeral.form == "share" or part) and not draft.unit
            facts = unit_facts(draft.unit)
            hard, typical = share_readings(number, modifiers) if share else readings(number, modifiers, unit=facts, to=item.to)
            modifier = modifiers[0] if modifiers else Modifier.RANGE if item.to is not None else Modifier.EXACT
            if draft.before.equal and not modifiers:
                (hard, typical), modifier = readings(number, (Modifier.EXACT,)), Modifier.RANGE
            if share:
                wording = "share"
        if draft.factor != 1.0:
            hard, typical = _scaled(hard, draft.factor), _scaled(typical, draft.factor)
        start, end = draft.start, draft.end
        unit = draft.unit or f"count {draft.rate}".strip()
        quote = self.text[start:end]
        return Quantity(start, end, quote, value, hard, typical, modifier, draft.trend, unit, draft.of, max(draft.phrase_end, end), wording)

    def value(self, item: Written) -> Value:
        """The number as written."""
        number = item.of.number if item.of else item.amount.number
        if number is None or item.amount.numeral.form in ("vague", "plural"):
            return None
        return (float(number.value), float(item.to.value)) if item.to else float(number.value)


def _scaled(interval: Interval[float], factor: float) -> Interval[float]:
    assert interval.low is not None and interval.high is not None
    return Interval(interval.low * factor, interval.high * factor, interval.closed)
