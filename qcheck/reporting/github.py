"""annotations.txt: workflow commands that GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from qcheck.model.document import file_and_number
from qcheck.reporting.places import region
from qcheck.reporting.view import Case, Reading, View
from qcheck.reporting.wording import visible

FILE = "annotations.txt"
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(view: View) -> str:
    """One command for each open finding, at the first passage of its pair; both are told in the message."""
    return "".join(f"{_command(case, view)}\n" for case in view.cases)


def _command(case: Case, view: View) -> str:
    where = dict(_where(case, view)) | {"title": f"{case.badge}: {case.rule.title or case.rule.id}"}
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    places = [_told(reading) for reading in case.readings[:2]]
    message = "\n".join([case.finding.message, *places, f"{case.rule.id} {case.finding.fingerprint}"])
    return f"::{_COMMANDS[case.finding.severity]} {properties}::{_escaped(message)}"


def _told(reading: Reading) -> str:
    """A passage and where it stands in its article, since not every file has lines."""
    return f"{', '.join(filter(None, (reading.article.document.document, reading.place)))}: “{reading.claim.quote}”"


def _where(case: Case, view: View) -> Iterator[tuple[str, str]]:
    if case.readings:
        yield "file", file_and_number(case.readings[0].article.document.document)[0]
        found = region(case.readings[0], view)
        if found:
            yield "line", str(found.line)
            yield "endLine", str(found.end_line)
            if found.column and found.line == found.end_line:  # GitHub takes columns within one line only
                yield "col", str(found.column)
                yield "endColumn", str(found.end_column)


def _escaped(text: str) -> str:
    """Text as the runner reads it back: what would end a command or a line is written out."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
