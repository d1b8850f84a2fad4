"""A table of a TOML file as plain data, with the place of every key, so that it is checked as YAML is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from qcheck.files.yaml import Location, Yaml
from qcheck.model.errors import Problem, Problems, RuleProblem


def read_toml(path: Path | str, table: tuple[str, ...], *, kind: type[Problem] = RuleProblem) -> Yaml | None:
    """The data of one table of a file, None where the file lacks it; dates are ISO text. Raises Problems that name file and line.

    The place of a value is that of the nearest key around it that begins a line.
    """
    name = Path(path).as_posix()
    try:
        text = Path(path).read_text(encoding="utf-8")
        data: Any = tomllib.loads(text)
    except OSError as error:
        raise Problems((kind(f"cannot be read ({error.strerror or error})", path=name, todo="check the path"),)) from None
    except ValueError as error:  # also what is no UTF-8
        raise Problems((kind(f"is not TOML: {error}", path=name, todo="mend it"),)) from None
    for key in table:
        data = data.get(key) if isinstance(data, dict) else None
    if data is None:
        return None
    places = {location[len(table) :]: place for location, place in _places(text).items() if location[: len(table)] == table}
    return Yaml(name, _plain(data), places)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _places(text: str) -> dict[Location, tuple[int, int]]:
    """Line and column of every table and of every key that begins a line."""
    found: dict[Location, tuple[int, int]] = {}
    inside: Location = ()
    for number, line in enumerate(text.splitlines(), 1):
        bare = line.strip()
        header = bare.startswith("[") and "=" not in bare
        location = _location(bare if header else f"{bare.partition('=')[0]} = 0") if bare[:1] not in ("", "#") else None
        if location is not None:
            inside = location if header else inside
            place = (number, len(line) - len(line.lstrip()) + 1)
            found.setdefault(location if header else (*inside, *location), place)
    return found


def _location(line: str) -> Location | None:
    """The keys that one line of TOML leads to; None where it is no header and no key."""
    try:
        data: Any = tomllib.loads(line)
    except ValueError:
        return None
    keys: list[str] = []
    while isinstance(data, dict) and data:
        key, data = next(iter(data.items()))
        keys.append(key)
    return tuple(keys) or None
