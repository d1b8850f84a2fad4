"""YAML as a person means it: strict, without surprises, and with the place of every value.

Plain scalars stay what the author wrote (`no`, `12:30`, `1e3`, `2022-02-24` are text) but for true, false, null, whole numbers and
decimal fractions. Duplicate keys, anchors, aliases, tags and deep nesting are refused. All problems are told at once.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

from qcheck.model.errors import Problem, Problems, RuleProblem

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[str | int, ...]

MAX_DEPTH = 20
MAX_BYTES = 5_000_000
_INT = re.compile(r"[-+]?(0|[1-9]\d{0,17})")
_FLOAT = re.compile(r"[-+]?\d{1,17}\.\d{1,17}")
# what a person has to write, where pydantic speaks of its types
_EXPECTED = {
    "string_type": "should be text; put it in quotes",
    "list_type": "should be a list",
    "tuple_type": "should be a list",
    "dict_type": "should hold keys with values",
    "model_type": "should hold keys with values",
    "model_attributes_type": "should hold keys with values",
    "int_type": "should be a whole number",
    "float_type": "should be a number",
    "bool_type": "should be true or false",
}
_WORDS: dict[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Yaml:
    """Plain data of a file and where each value stands: `places` maps a location such as ("examples", 0, "text") to line, column."""

    path: str
    data: Any
    places: dict[Location, tuple[int, int]]

    def place(self, location: Location) -> tuple[int, int]:
        """Line and column, both counted from 1, of the value at a location or of the nearest one around it."""
        while location and location not in self.places:
            location = location[:-1]
        return self.places.get(location, (1, 1))

    def problem(self, location: Location, found: str, todo: str = "", *, kind: type[Problem] = RuleProblem) -> Problem:
        """A problem that names file, line and column."""
        line, column = self.place(location)
        return kind(found, path=self.path, line=line, column=column, todo=todo)


def read_yaml(path: Path | str, *, kind: type[Problem] = RuleProblem) -> Yaml:
    """The file's data. Raises Problems (all of `kind`) that name file, line and column."""
    name = Path(path).as_posix()
    try:
        with open(path, "rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Problems((kind(f"cannot be read ({error.strerror or error})", path=name, todo="check the path"),)) from None
    if len(raw) > MAX_BYTES:
        raise Problems((kind(f"is larger than {MAX_BYTES} bytes", path=name, todo="split it"),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problems((kind(f"is not UTF-8 at byte {error.start}", path=name, todo="save it as UTF-8"),)) from None
    return load_yaml(text, path=name, kind=kind)


def load_yaml(text: str, *, path: str = "", kind: type[Problem] = RuleProblem) -> Yaml:
    """The data that a YAML text holds, as dict, list, str, int, float, bool and None. Raises Problems."""
    reader = _Reader(path, kind)
    try:
        data = reader.document(iter(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))))
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        if error.context_mark and mark.index >= len(text.rstrip()):
            mark = error.context_mark  # something is open at the end: where it opens
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        found = " ".join(part for part in (error.context, error.problem) if part)
        raise Problems((*reader.problems, kind(f"is not YAML: {found}", path=path, line=line, column=column))) from None
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        found, (line, column) = _unreadable(text, error)
        raise Problems((kind(f"is not YAML: {found}", path=path, line=line, column=column, todo="remove it"),)) from None
    if reader.problems:
        raise Problems(tuple(reader.problems))
    return Yaml(path, data, reader.places)


def _unreadable(text: str, error: yaml.YAMLError | UnicodeEncodeError) -> tuple[str, tuple[int, int]]:
    """What the parser could not read as a character, and its line and column."""
    if isinstance(error, UnicodeEncodeError):
        at = error.start
    else:
        code = getattr(error, "character", None)
        at = max(0, text.find(chr(code))) if isinstance(code, int) else 0
    found = f"the character U+{ord(text[at]):04X}" if at < len(text) else str(error).splitlines()[0]
    return found, (text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


class _Reader:
    """Builds plain data from the parser's events, so that nothing is resolved or constructed behind our back."""

    def __init__(self, path: str, kind: type[Problem]) -> None:
        self.path, self.kind = path, kind
        self.places: dict[Location, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def complain(self, event: Any, found: str, todo: str) -> None:
        mark = event.start_mark
        self.problems.append(self.kind(found, path=self.path, line=mark.line + 1, column=mark.column + 1, todo=todo))

    def document(self, events: Iterator[Any]) -> Any:
        data: Any = None
        seen = False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if seen:
                    self.complain(event, "a second document begins here", "keep one document a file")
                    return data
                seen = True
                data = self.value(next(events), events, ())
        return data

    def value(self, event: Any, events: Iterator[Any], location: Location) -> Any:
        if isinstance(event, yaml.AliasEvent):
            self.complain(event, f"alias *{event.anchor}", "write the value out; anchors and aliases are refused")
            return None
        if event.anchor:
            self.complain(event, f"anchor &{event.anchor}", "write the value out; anchors and aliases are refused")
        if event.tag and event.tag != "!":
            self.complain(event, f"tag {event.tag}", "remove it; tags are refused")
        self.places[location] = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event.value) if not event.style else event.value
        if len(location) >= MAX_DEPTH:
            mark: Any = event.start_mark
            at = {"path": self.path, "line": mark.line + 1, "column": mark.column + 1}
            raise Problems((*self.problems, self.kind(f"is nested deeper than {MAX_DEPTH} levels", todo="flatten it", **at)))
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                items.append(self.value(event, events, (*location, len(items))))
            return items
        return self.mapping(events, location)

    def mapping(self, events: Iterator[Any], location: Location) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.complain(event, "a key that is not plain text", "use a word as the key")
                self.value(event, events, (*location, "?"))
                self.value(next(events), events, (*location, "?"))
                continue
            key = event.value
            if event.anchor:
                self.complain(event, f"anchor &{event.anchor}", "write the value out; anchors and aliases are refused")
            if key in entries:
                self.complain(event, f"the key {key!r} stands twice", "keep one of them")
            mark: Any = event.start_mark
            entries[key] = self.value(next(events), events, (*location, key))
            self.places[(*location, key)] = (mark.line + 1, mark.column + 1)
        return entries


def _scalar(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def validate(source: Yaml, model: type[Model], *, kind: type[Problem] = RuleProblem) -> Model:
    """The data as a value of a pydantic model. Raises Problems: all errors, each with its place and the nearest known key."""
    try:
        # as JSON, where strict still takes a list for a tuple
        return model.model_validate_json(json.dumps(source.data if source.data is not None else {}))
    except ValidationError as error:
        problems = []
        for item in error.errors(include_url=False, include_context=False):
            location = tuple(item["loc"])
            found, todo = item["msg"].removeprefix("Value error, "), ""
            if item["type"] == "extra_forbidden":
                known = _keys_at(model, location[:-1])
                near = difflib.get_close_matches(str(location[-1]), known, n=1)
                found = f"unknown key {str(location[-1])!r}"
                todo = f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"
            elif item["type"] == "missing":
                found, todo = f"the key {str(location[-1])!r} is missing", "add it"
            else:
                what = _EXPECTED.get(item["type"]) or found.removeprefix("Value error, ").removeprefix("Assertion failed, ")
                named = ".".join(str(step) for step in location if step != "[key]")
                found = f"{named}: {what[0].lower()}{what[1:]}" if named else what
            problems.append(source.problem(location, found, todo, kind=kind))
        raise Problems(tuple(problems)) from None


def _keys_at(model: type[BaseModel], location: Location) -> list[str]:
    """The keys that the model knows at a location; of all its branches, where the way is not clear."""
    models: list[type[BaseModel]] = [model]
    for step in location:
        nested = [sub for m in models for name, f in m.model_fields.items() if (f.alias or name) == step for sub in _models(f.annotation)]
        models = nested or models
    return sorted({f.alias or name for m in models for name, f in m.model_fields.items()})


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models(part)]
