"""Numbers of which the text says what they are to each other, against the formula that must then hold."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, reduce

from pydantic import model_validator

from qcheck.checking.kinds.arithmetic_formula import Comparison, Range, comparison, evaluate, solve, text_of
from qcheck.checking.kinds.bound_lost import BOUNDS
from qcheck.checking.kinds.kind import Parameters
from qcheck.checking.lines import Line, Said, Value, in_words, line
from qcheck.checking.proof import Proof, reading
from qcheck.checking.statement import Statement
from qcheck.checking.wording import quantity_words, quoted, range_words
from qcheck.model.interval import EVERYTHING, Interval

DIRECTION = "direction"
REST = "..."
_MOST_REPAIRS = 4
_COUNTED = 10  # smaller numbers may be multiples and averages, which are no whole ones
_DIGITS = 5  # of a result that is shown
_CLOSE = 0.1  # of the width of a range: how far a round number may lie from its middle
parsed = lru_cache(maxsize=1_000)(comparison)


class Arithmetic(Parameters):
    """`operands`: names for the operands of the relation in its order; a last one that ends in `...` is the sum of all that are left.

    `holds`: the comparison that must hold (`part = share / 100 * whole`). `direction` in it is 1 for what the text says has grown, -1
    for what it says has fallen. `instead`: a comparison that shows what was mixed up where it holds of the numbers as written and
    `holds` does not: then it is a review at least. `loose`: operands that are often cut off instead of rounded, and worked out from
    levels that were not rounded; they are read with twice the room of their last digit.
    """

    operands: tuple[str, ...]
    holds: str
    instead: str = ""
    loose: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _known_names(self) -> Arithmetic:
        known = {name.removesuffix(REST) for name in self.operands} | {DIRECTION}
        if any(name.endswith(REST) for name in self.operands[:-1]):
            raise ValueError(f"only the last operand can be all that are left: {', '.join(self.operands)}")
        if set(self.loose) - known:
            raise ValueError(f"loose names no operand: {', '.join(self.loose)}")
        for text in filter(None, (self.holds, self.instead)):
            unknown = [name for name in parsed(text).names if name not in known]
            if unknown:
                raise ValueError(f"the formula names {unknown[0]!r}, which is no operand; known: {', '.join(sorted(known))}")
        return self


def arithmetic(said: Statement, operands: Sequence[Statement], parameters: Arithmetic) -> Proof | None:
    """conflict: no numbers of the hard ranges make the formula hold; review: no numbers of the typical ones do, or the text only makes it
    likely (modality `possible`) that these are the operands.
    """
    if len(operands) < len(parameters.operands):
        return None
    formula = parsed(parameters.holds)
    groups = _grouped(parameters.operands, operands)
    hard, typical = (_values(groups, said, parameters.loose, typical=typical) for typical in (False, True))
    slip = _slip(parameters, _written(groups, said))
    if formula.holds(typical) and slip is None:
        return None
    sure = not formula.holds(hard) and said.claim.modality == "asserted"
    working: list[Value] = [reading(o, typical=not sure) for o in operands]
    working.append(line("must_hold", equation=_equation(formula, groups, said)))
    working.append(_sides(formula, hard if sure else typical))
    if slip is not None:
        working.append(line("holds_instead", equation=_equation(slip, groups, said)))
    ranges = hard if sure else typical
    repairs = list(_repairs(formula, groups, ranges)) or [line("one_must_change")]
    either = reduce(lambda one, other: line("or_else", one=one, other=other), repairs)
    values: dict[str, Value] = {"expected": _expected(formula, groups, ranges), "repairs": either}
    return Proof("conflict" if sure else "review", tuple(operands), tuple(working), values)


def _slip(parameters: Arithmetic, written: Mapping[str, Range]) -> Comparison | None:
    """What was mixed up: the comparison that holds of the numbers as written, where the right one does not."""
    instead = parsed(parameters.instead) if parameters.instead else None
    return instead if instead and written and instead.holds(written) and not parsed(parameters.holds).holds(written) else None


def _grouped(names: Sequence[str], operands: Sequence[Statement]) -> dict[str, Sequence[Statement]]:
    """The operands by their names."""
    groups: dict[str, Sequence[Statement]] = {name: (operand,) for name, operand in zip(names, operands, strict=False)}
    if names[-1].endswith(REST):
        del groups[names[-1]]
        groups[names[-1].removesuffix(REST)] = operands[len(names) - 1 :]
    return groups


def _values(groups: Mapping[str, Sequence[Statement]], said: Statement, loose: Sequence[str], *, typical: bool) -> dict[str, Range]:
    found = {name: _sum(s.typical if typical else s.hard for s in each) for name, each in groups.items()}
    rounded = [name for name in loose if not any(s.claim.modifier in BOUNDS for s in groups[name])]
    return {DIRECTION: _direction(said), **found, **{name: _widened(found[name]) for name in rounded}}


def _widened(range_: Range) -> Range:
    """A range with half of its width more on both sides."""
    low, high = range_.low, range_.high
    assert low is not None and high is not None
    more = (high - low) / 2 if math.isfinite(high - low) else 0.0
    return Interval(low - more, high + more, range_.closed)


def _direction(said: Statement) -> Range:
    return Interval(-1.0, -1.0) if said.claim.trend == "down" else Interval(1.0, 1.0)


def _written(groups: Mapping[str, Sequence[Statement]], said: Statement) -> dict[str, Range]:
    """The numbers as they are written; nothing where one of them is a range or has a bound."""
    found = {DIRECTION: _direction(said)}
    for name, each in groups.items():
        values = [s.claim.value_low * s.claim.base_factor for s in each if s.claim.value_low == s.claim.value_high]
        if len(values) < len(each):
            return {}
        found[name] = Interval(math.fsum(values), math.fsum(values))
    return found


def _sum(ranges: Iterable[Range]) -> Range:
    return reduce(lambda one, other: evaluate(parsed("a + b = 0").left, {"a": one, "b": other}), ranges)


def _equation(formula: Comparison, groups: Mapping[str, Sequence[Statement]], said: Statement) -> Value:
    texts = {name: _joined(each) for name, each in groups.items()} | {DIRECTION: "−1" if said.claim.trend == "down" else "1"}
    sign = {"=": "=", "<=": "≤", ">=": "≥"}[formula.relation]
    return in_words(quoted, f"{text_of(formula.left, texts)} {sign} {text_of(formula.right, texts)}".removeprefix("1 × "))


def _joined(each: Sequence[Statement]) -> str:
    words = " + ".join(f"“{s.claim.quote}”" for s in each)
    return f"({words})" if len(each) > 1 else words


def _sides(formula: Comparison, values: Mapping[str, Range]) -> Line:
    left, right = (in_words(range_words, _shortened(evaluate(side, values))) for side in (formula.left, formula.right))
    return line("sides", left=left, right=right)


def _shortened(range_: Range) -> Range:
    """A range with ends of few digits, to be shown."""
    assert range_.low is not None and range_.high is not None
    low, high = (float(f"{end:.{_DIGITS}g}") for end in (range_.low, range_.high))
    return Interval(low, high, range_.closed if low < high else "[]")


def _expected(formula: Comparison, groups: Mapping[str, Sequence[Statement]], ranges: Mapping[str, Range]) -> Value:
    """What the first operand would have to be."""
    name = next(iter(groups))
    return _fitting(formula, name, groups[name], ranges) or in_words(range_words, evaluate(formula.right, ranges))


def _repairs(formula: Comparison, groups: Mapping[str, Sequence[Statement]], ranges: Mapping[str, Range]) -> Iterable[Line]:
    """For each operand alone what it would have to be, the others being right."""
    for name, each in list(groups.items())[:_MOST_REPAIRS]:
        fits = _fitting(formula, name, each, ranges)
        if fits:
            operand = in_words(quoted, _joined(each)) if len(each) < 3 else line("parts_together")
            yield line("would_be", operand=operand, fits=fits)


def _fitting(formula: Comparison, name: str, each: Sequence[Statement], ranges: Mapping[str, Range]) -> Said | None:
    wanted = solve(formula, name, ranges)
    if wanted is None or wanted == EVERYTHING:
        return None
    claim = each[0].claim
    assert wanted.low is not None and wanted.high is not None
    low, high = wanted.low / claim.base_factor, wanted.high / claim.base_factor
    unit = claim.unit or "count"
    if math.isinf(low) or math.isinf(high):
        return in_words(range_words, Interval(low, high, wanted.closed), unit)
    return in_words(quantity_words, _plainest(low, high, whole=unit == "count" and claim.value_low >= _COUNTED), unit)


def _plainest(low: float, high: float, *, whole: bool) -> float:
    """The number of the fewest digits close to the middle of two ends; three digits where these are close."""
    middle = (low + high) / 2
    if middle == 0:
        return 0.0
    size = math.floor(math.log10(abs(middle)))
    longest = max(3, size + 1)
    for digits in range(1, longest):
        number = round(middle, digits - 1 - size)
        if abs(number - middle) <= _CLOSE * (high - low):
            return number
    return float(round(middle)) if whole else round(middle, longest - 1 - size)
