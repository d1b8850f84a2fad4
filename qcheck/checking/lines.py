"""Lines of proofs and reasons: made once, said in the language of their readers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

from qcheck.checking.catalogue import catalogue
from qcheck.checking.wording import day_words, number_words, period_words
from qcheck.model.timespan import TimeSpan


class Line(NamedTuple):
    """A text of the catalogue by its `key`, and the values that are put into its places."""

    key: str
    values: tuple[tuple[str, Value], ...]

    def __str__(self) -> str:
        return text_of(self)


class Said(NamedTuple):
    """What a function of `wording` makes of its arguments: a unit, a range, a weekday, parties."""

    words: Callable[..., str]
    arguments: tuple[object, ...]


# None is a day that is not given; what stands in a tuple is told one after the other
Value: TypeAlias = "str | float | date | TimeSpan | Line | Said | tuple[Value, ...] | None"


def line(key: str, **values: Value) -> Line:
    """A line of the catalogue with its values."""
    return Line(key, tuple(values.items()))


def in_words(words: Callable[..., str], *arguments: object) -> Said:
    """Words that differ with the language of the reader: `in_words(unit_words, "kilometer")`."""
    return Said(words, arguments)


def text_of(value: Value, ui: str = "en") -> str:
    """The words of a value in a language; text is itself in all. Raises KeyError for a line that the catalogue does not know."""
    if isinstance(value, str):
        return value
    if isinstance(value, Line):
        return catalogue(ui).lines[value.key].format_map({name: text_of(each, ui) for name, each in value.values})
    if isinstance(value, Said):
        return value.words(*value.arguments, ui=ui)
    if isinstance(value, TimeSpan):
        return period_words(value, ui=ui)
    if value is None or isinstance(value, date):
        return day_words(value, ui=ui)
    if isinstance(value, (int, float)):
        return number_words(value, ui=ui)
    return "; ".join(text_of(each, ui) for each in value)
