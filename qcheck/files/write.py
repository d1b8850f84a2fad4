"""Outputs are written whole or not at all, and never over an input."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from qcheck.model.errors import UsageProblem


def write_whole(path: Path, content: str | bytes) -> None:
    """Write UTF-8 text with line feeds, or bytes: to a temporary file in the same folder, then renamed over `path`.

    Raises UsageProblem naming the file if the system refuses.
    """
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
        temporary = ""
        _settle(path.parent)
    except OSError as error:
        raise UsageProblem(f"cannot be written ({error.strerror or error})", path=path.as_posix(), todo="choose another --out") from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Make the new name of a file outlive a power cut, where the system lets one ask for it."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return  # Windows opens no folders, and some may be written but not read
    try:
        os.fsync(handle)
    except OSError:
        return  # some file systems know no such thing; the file itself is safe
    finally:
        os.close(handle)


def spare(inputs: Iterable[Path], outputs: Iterable[Path]) -> None:
    """Raise UsageProblem, before anything is written, if one of the outputs is one of the inputs, under this or another name (a link).

    `inputs` are not asked for unless an output is there already.
    """
    there = {(found.st_dev, found.st_ino): path for path in outputs if (found := _stat(path))}
    for path in inputs if there else ():
        found = _stat(path)
        if found and (found.st_dev, found.st_ino) in there:
            taken = there[found.st_dev, found.st_ino]
            raise UsageProblem(
                f"is {path.as_posix()}, which was read and stays as it is", path=taken.as_posix(), todo="write to another place"
            )


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None
