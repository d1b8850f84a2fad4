"""What commands write for a user to change: commented files that work as they are."""

from __future__ import annotations

from pathlib import Path


def write_new(template: str, to: Path) -> None:
    """Write a template where no file is yet. Raises UsageProblem if there is one, or if it cannot be written."""
    from qcheck.files.write import write_whole
    from qcheck.model.errors import UsageProblem

    if to.exists():
        raise UsageProblem("is there already", path=to.as_posix(), todo="choose another name")
    write_whole(to, (Path(__file__).parent / template).read_text(encoding="utf-8"))
