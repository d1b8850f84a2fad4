"""The shape of `relations.yaml`: how a language says what numbers are to each other."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, model_validator

from qcheck.language.schema.section import Section

Words = tuple[str, ...]
TOKEN = re.compile(r"<[a-z_]+>\??|\{[a-z_]+(?::[a-z]+)?\}|@levels|\.\.\.|[,()~]|[^\W\d_]+\??")
TEMPLATES = ("levels", "direction", "change", "alone", "multiple", "share", "part", "equal", "rate", "rate_alone", "rate_total", "average")
CLASSES = ("amount", "percent", "range", "factor", "duration", "any")


def _template(text: str) -> str:
    for token in text.split():
        if not TOKEN.fullmatch(token):
            raise ValueError(f"{token!r} is no part of a template; write <list>, {{operand}}, {{operand:class}}, @levels, ... or a word")
        kind = token.strip("{}").partition(":")[2] if token.startswith("{") else ""
        if kind and kind not in CLASSES:
            raise ValueError(f"{kind!r} is no class of operands; known: {', '.join(CLASSES)}")
    return text


Template = Annotated[str, AfterValidator(_template)]


class Relations(Section):
    """Templates are read against a sentence in lower case whose numbers are operands and whose times and `dropped` words are left out.

    In a template `<list>` is one of the phrases of a list in `words`, `{name}` an amount (`{name:percent}` a share of a hundred,
    `:range` "from ... to", `:factor` a word of `factors`, `:duration` a length of time, `:any` an amount or a share), `...` up to
    seven words without a number, none of them in `breaks`, `~` also those; `,` a comma or dash that may be missing; `?` marks what
    may be missing. `@levels` stands for each template of `levels`, `<move>` for a word of `rise` or `fall`, which tells the
    direction, `<period>` for one of `periods` (a unit of time -> its words). `factors`: the multiple (2, 3, 0.5) -> the words that
    say it; `shares`: the part in a hundred -> the words.

    Operands: `levels` before and after (or range, which is both), `direction` before, where the sentence before tells after; `change`
    change and one or both levels, `alone` change alone; `multiple` factor and levels; `share` share, whole and perhaps part; `part` part
    and whole; `equal` one and other; `rate` rate, time and amount, `rate_alone` and `rate_total` one or both others of it in sentences
    apart; `average` average, number and total.
    """

    words: dict[str, Words]
    periods: dict[str, Words]
    factors: dict[str, Words]
    shares: dict[str, Words]
    dropped: Words
    breaks: Words
    levels: tuple[Template, ...]
    direction: tuple[Template, ...]
    change: tuple[Template, ...]
    alone: tuple[Template, ...]
    multiple: tuple[Template, ...]
    share: tuple[Template, ...]
    part: tuple[Template, ...]
    equal: tuple[Template, ...]
    rate: tuple[Template, ...]
    rate_alone: tuple[Template, ...]
    rate_total: tuple[Template, ...]
    average: tuple[Template, ...]

    @model_validator(mode="after")
    def _known_lists(self) -> Relations:
        for name in TEMPLATES:
            for template in getattr(self, name):
                for listed in re.findall(r"<([a-z_]+)>", template):
                    if listed not in {*self.words, "move", "period"}:
                        raise ValueError(f"{name}: the list <{listed}> is not in words")
        return self
