"""A table of a TOML file: plain data, and a place for every key that begins a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from qcheck.files.toml import read_toml
from qcheck.model.errors import Problems

TEXT = """# a comment with [brackets] = and more
[project]
name = "x"

[tool.ours]
one = 1
  "quoted.key" = 2020-01-02   # a day
many = [
  "a = b",
  "[c]",
]
dotted.key = {inside = true}

[tool.ours."a/b"]
on = ["x", "y"]

[tool.other]
one = 2
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_data_is_plain(file: Path) -> None:
    found = read_toml(file, ("tool", "ours"))
    assert found is not None
    many = ["a = b", "[c]"]
    assert found.data == {
        "one": 1,
        "quoted.key": "2020-01-02",
        "many": many,
        "dotted": {"key": {"inside": True}},
        "a/b": {"on": ["x", "y"]},
    }


def test_every_key_that_begins_a_line_has_its_place(file: Path) -> None:
    found = read_toml(file, ("tool", "ours"))
    assert found is not None
    assert found.place(("one",)) == (6, 1)
    assert found.place(("quoted.key",)) == (7, 3)
    assert found.place(("many", 1)) == (8, 1)
    assert found.place(("dotted", "key", "inside")) == (12, 1)
    assert found.place(("a/b", "on", 1)) == (15, 1)
    assert found.place(()) == (5, 1)


def test_a_table_that_is_not_there_is_none(file: Path) -> None:
    assert read_toml(file, ("tool", "nobody")) is None
    assert read_toml(file, ("project", "name", "x")) is None


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"[tool", "is not TOML: "), (b"a = '\xff'", "is not TOML: "), (b"a = 1\na = 2", "is not TOML: "), (None, "cannot be read")],
)
def test_what_is_no_toml_is_told(tmp_path: Path, content: bytes | None, told: str) -> None:
    path = tmp_path / "some.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Problems, match=f"some.toml: {told}"):
        read_toml(path, ("tool",))
