"""Desk files: what a newsroom knows and says its own way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from qcheck.files.yaml import Location, Yaml, read_yaml, validate
from qcheck.model.desk import DatedFact, Desk, SettledNumber
from qcheck.model.errors import Problem, Problems
from qcheck.model.interval import Interval, numbers
from qcheck.model.timespan import days_from_text

Filled = TypeVar("Filled")
LONGEST = 200  # characters of a word or name


def _days(text: object) -> Interval[date]:
    days, unknown = days_from_text(str(text))
    if unknown or (days.low is None and days.high is None):
        raise ValueError("a fact needs its days; write 2022-02-24, 2022-02 or 2022-02-20/2022-02-24")
    return days


def _span(text: object) -> str:
    days_from_text(str(text))
    return str(text)


def as_day(text: object) -> date:
    """A day written as 2023-05-17. Raises ValueError."""
    if not isinstance(text, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError(f"not a date: {text!r}; write it as 2023-05-17")
    return date.fromisoformat(text)


def _range(value: object) -> Interval[float]:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Interval(float(value), float(value))
    return numbers(str(value))


def _code(text: object) -> str:
    if not isinstance(text, str) or not re.fullmatch(r"[a-z]{2}", text):
        raise ValueError(f"not a language: {text!r}; write its ISO 639 code, such as en or de")
    return text


def _filled(value: Filled) -> Filled:
    if not value or (isinstance(value, str) and not value.strip()):
        raise ValueError("is empty; fill it or remove its key")
    if isinstance(value, str) and len(value) > LONGEST:
        raise ValueError(f"is longer than {LONGEST} characters; shorten it")
    return value


Text = Annotated[str, AfterValidator(_filled)]
Words = Annotated[
    dict[Annotated[str, BeforeValidator(_code, json_schema_input_type=str)], Annotated[tuple[Text, ...], AfterValidator(_filled)]],
    AfterValidator(_filled),
]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True)


class _Fact(_Entry):
    """`date` is a day or a period in ISO 8601 / EDTF; `words` those that articles use for the event, by language."""

    name: Text
    date: Annotated[Interval[date], BeforeValidator(_days, json_schema_input_type=str)]
    words: Words


class _Number(_Entry):
    """`hard` is a number, or its range as in "(400, inf)"."""

    name: Text
    of: Text
    hard: Annotated[Interval[float], BeforeValidator(_range, json_schema_input_type=float | str)]
    unit: Text = "count"
    event: str = ""
    agent: str = ""
    recipient: str = ""
    within: Annotated[str, BeforeValidator(_span, json_schema_input_type=str)] = "?"
    source: str = ""
    good_until: Annotated[date, BeforeValidator(as_day, json_schema_input_type=str)] | None = None


class DeskFile(_Entry):
    """A facts file. `concepts`: the words of a thing by language; `units`: the unit that a word stands for."""

    facts: list[_Fact] = []
    numbers: list[_Number] = []
    concepts: dict[str, Words] = {}
    units: dict[str, Text] = {}


@dataclass(frozen=True, slots=True)
class Own:
    """Concepts and units that stand in a configuration, and where."""

    source: Yaml
    concepts: dict[str, dict[str, tuple[str, ...]]]
    units: dict[str, str]


def load_desk(path: str | Path | Iterable[str | Path]) -> Desk:
    """The desk that one YAML file holds, or several together; their order makes no difference.

    Raises Problems with everything that is wrong in any of them, each with file, line and column: unknown keys, impossible dates,
    a fact, number or unit given twice in different ways, and words that stand for two facts.
    """
    desk, problems = sound_desk(path)
    if problems:
        raise Problems(problems)
    return desk


def sound_desk(path: str | Path | Iterable[str | Path], *, own: Own | None = None) -> tuple[Desk, tuple[Problem, ...]]:
    """As `load_desk`, but a wrong entry keeps only itself away, and what is said twice in different ways its file: the desk of the rest,
    and all that is wrong.

    `own` is what a configuration says itself; what a file says otherwise is then wrong.
    """
    paths = sorted({Path(p).as_posix() for p in ([path] if isinstance(path, str | Path) else path)})
    files: list[tuple[Yaml, DeskFile]] = []
    problems: list[Problem] = []
    seen: dict[Any, tuple[Any, str]] = {}
    if own is not None:
        files.append((own.source, DeskFile(concepts=own.concepts, units=own.units)))
        problems += _contradictions(*files[0], seen)
    for each in paths:
        try:
            source = read_yaml(each)
        except Problems as several:
            problems += several.problems
            continue
        try:
            file = validate(source, DeskFile)
        except Problems as several:
            problems += several.problems
            file = _sound_entries(source)
        wrong = _contradictions(source, file, seen)
        problems += wrong
        files += [] if wrong else [(source, file)]
    return _desk([file for _, file in files]), tuple(problems)


def _sound_entries(source: Yaml) -> DeskFile:
    """What of a file can be used where some of it is wrong: each fact, number, concept or unit that would be right in a file of its own."""
    sound: dict[str, Any] = {}
    for key, entries in source.data.items() if isinstance(source.data, dict) else ():
        if isinstance(entries, list):
            sound[key] = [entry for entry in entries if _is_sound(source, {key: [entry]})]
        elif isinstance(entries, dict):
            sound[key] = {name: entry for name, entry in entries.items() if _is_sound(source, {key: {name: entry}})}
    return validate(replace(source, data={key: entries for key, entries in sound.items() if entries}), DeskFile)


def _is_sound(source: Yaml, data: Any) -> bool:
    try:
        validate(replace(source, data=data), DeskFile)
    except Problems:
        return False
    return True


def _desk(files: list[DeskFile]) -> Desk:
    facts = {f.name: DatedFact(f.name, f.date, dict(sorted(f.words.items()))) for file in files for f in file.facts}
    settled = {n.name: SettledNumber(**{key: getattr(n, key) for key in _Number.model_fields}) for file in files for n in file.numbers}
    concepts: dict[str, dict[str, tuple[str, ...]]] = {}
    for lemma, words in sorted((item for file in files for item in file.concepts.items()), key=lambda item: item[0]):
        known = concepts.setdefault(lemma, {})
        for code, forms in sorted(words.items()):
            known[code] = tuple(dict.fromkeys((*known.get(code, ()), *forms)))
    units = dict(sorted(item for file in files for item in file.units.items()))
    return Desk(tuple(facts[n] for n in sorted(facts)), tuple(settled[n] for n in sorted(settled)), concepts, units)


def _contradictions(source: Yaml, file: DeskFile, seen: dict[Any, tuple[Any, str]]) -> list[Problem]:
    """What a file says otherwise than it did before, or than one that was `seen`."""
    problems: list[Problem] = []
    for location, key, value in _statements(file):
        line, _ = source.place(location)
        before, where = seen.setdefault(key, (value, f"{source.path}:{line}"))
        if before != value:
            problems.append(source.problem(location, f"{' '.join(key)!r} is given otherwise at {where}", "keep one of them"))
    return problems


def _statements(file: DeskFile) -> Iterator[tuple[Location, tuple[str, ...], Any]]:
    """Where it stands, what it is about, and what is said of it."""
    for number, fact in enumerate(file.facts):
        yield ("facts", number, "name"), ("fact", fact.name), fact
        for code, words in fact.words.items():
            for at, word in enumerate(words):
                yield ("facts", number, "words", code, at), ("word", code, " ".join(word.casefold().split())), fact.date
    for number, settled in enumerate(file.numbers):
        yield ("numbers", number, "name"), ("number", settled.name), settled
    for word, unit in file.units.items():
        yield ("units", word), ("unit", word), unit
