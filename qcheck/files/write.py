"""Outputs are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
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
    except OSError as error:
        raise UsageProblem(f"cannot be written ({error.strerror or error})", path=path.as_posix(), todo="choose another --out") from None
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
