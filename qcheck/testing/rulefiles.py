"""A rule file as pytest sees it: each example is a test with the file and line where it stands."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from qcheck.model.errors import Problems

if TYPE_CHECKING:
    from qcheck.checking.rule import Example, Rule

_KEYS = (b"check:", b"examples:", b"message:")


def looks_like_a_rule(path: Path) -> bool:
    """Whether a file has the top-level keys of a rule; other YAML is none of ours."""
    lines = path.read_bytes().splitlines()
    return all(any(line.startswith(key) for line in lines) for key in _KEYS)


class ExampleFault(Exception):
    """An example of which the rule says something else than it expects."""


class RuleFile(pytest.File):
    """Collects the examples of one rule."""

    def collect(self) -> Iterator[RuleExample]:
        """A test for each example. Raises CollectError with file, line and column for a rule that is wrong."""
        from qcheck.checking.rules import load_rules
        from qcheck.files.yaml import read_yaml

        try:
            (rule,) = load_rules(self.path)
            places = read_yaml(self.path)
        except Problems as problems:
            raise self.CollectError(str(problems)) from None
        for number, example in enumerate(rule.examples):
            name = f"{number + 1}-{'-'.join(example.expect)}-{'-'.join(example.languages)}"
            yield RuleExample.from_parent(self, name=name, rule=rule, number=number + 1, line=places.place(("examples", number))[0])


class RuleExample(pytest.Item):
    """One example: its articles are read and checked by its rule alone."""

    def __init__(self, *, rule: Rule, number: int, line: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rule, self.number, self.line = rule, number, line

    @property
    def example(self) -> Example:
        """What stands in the file."""
        return self.rule.examples[self.number - 1]

    def runtest(self) -> None:
        """Raise ExampleFault if the rule says something else; a known gap (`todo`) is expected to fail."""
        import qcheck
        from qcheck.checking.examples import trial

        fault = trial(self.rule, self.number, self.example, extract=qcheck.extract).fault
        if fault:
            raise ExampleFault(fault)
        if self.example.todo:
            pytest.xfail(self.example.todo)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Where the example stands, what was expected, and what was read and found."""
        if not isinstance(excinfo.value, ExampleFault):
            return super().repr_failure(excinfo, style)
        return "\n".join([f"{self.place}: example {self.number} {excinfo.value}", *self._read()])

    def _read(self) -> Iterator[str]:
        from qcheck.checking.examples import documents_of
        from qcheck.model.document import Document
        from qcheck.model.frames import to_frame
        from qcheck.testing.assertions import claims_shown, found_in, shown

        documents = to_frame(documents_of(self.example), Document, missing=("published",))
        findings, claims = found_in(documents, rules=self.rule, desk=self.example.desk, language="")
        if self.example.why:
            yield f"  it shows: {self.example.why}"
        yield f"  expected: {' or '.join(self.example.expect)}; found: {'nothing' if not findings else ''}"
        if findings:
            yield shown(findings, claims)
        yield f"  its claims were read as:\n{claims_shown(claims)}"

    @property
    def place(self) -> str:
        """File and line, from the folder where pytest was started."""
        return f"{os.path.relpath(self.path, self.config.invocation_params.dir)}:{self.line}"

    def reportinfo(self) -> tuple[Path, int, str]:
        """As pytest shows it: the line counted from 0."""
        return self.path, self.line - 1, f"{self.rule.id} example {self.number}"
