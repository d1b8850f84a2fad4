"""How a text was read, step by step."""

from __future__ import annotations

from datetime import date

from qcheck.language.pack import load_pack
from qcheck.model.desk import EMPTY_DESK, Desk
from qcheck.model.explanation import Explanation, Step


def explain(text: str, *, language: str | None = None, published: date | None = None, desk: Desk | None = None) -> Explanation:
    """The reading of a text, one step for each group of words that gave a number, a range or days, in the order of the text."""
    from qcheck.extraction.quantities import read_quantities
    from qcheck.extraction.times import parse_times

    code = language or "en"
    timexes = parse_times(text, language=code, published=published, desk=desk)
    quantities, rejected = read_quantities(text, pack=load_pack(code), desk=desk or EMPTY_DESK, timexes=timexes)
    steps = [Step(t.start, t.end, t.quote, t.kind, str(t.span)) for t in timexes]
    steps += [Step(q.start, q.end, q.quote, q.modifier.value, f"hard {q.hard}, typical {q.typical} {q.unit}") for q in quantities]
    steps += [Step(n.start, n.end, n.quote, "no quantity", n.reason) for n in rejected]
    return Explanation(text, tuple(sorted(steps, key=lambda s: (s.start, s.end))))
