"""A language is one folder of data: whole, or refused with the file and the line."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qcheck.files.yaml import read_yaml
from qcheck.language.pack import LANGUAGES, SECTIONS, languages, validate_pack
from qcheck.model.errors import Problems


@pytest.fixture(params=languages())
def pack(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a pack, to be spoilt."""
    return Path(shutil.copytree(LANGUAGES / request.param, tmp_path / request.param))


def problems(folder: Path) -> list[str]:
    with pytest.raises(Problems) as raised:
        validate_pack(folder)
    assert raised.value.exit_code == 3
    return [str(problem) for problem in raised.value.problems]


def top_level_keys(text: str) -> list[tuple[int, str]]:
    return [(number, match[1]) for number, line in enumerate(text.splitlines(), 1) if (match := re.match(r"([a-z_]+):", line))]


@pytest.mark.parametrize("code", languages())
def test_the_packs_are_whole(code: str) -> None:
    assert validate_pack(LANGUAGES / code).code == code
    assert sorted(path.name for path in (LANGUAGES / code).iterdir()) == sorted(f"{name}.yaml" for name in SECTIONS)


def lists(data: Any) -> Iterator[list[Any]]:
    """All lists of a section, however deep."""
    if isinstance(data, list):
        yield data
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from lists(value)


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("section", SECTIONS)
def test_no_list_holds_a_word_twice(code: str, section: str) -> None:
    for words in lists(read_yaml(LANGUAGES / code / f"{section}.yaml").data):
        assert [word for at, word in enumerate(words) if word in words[:at]] == []


@pytest.mark.parametrize("section", SECTIONS)
def test_a_missing_file_is_told(pack: Path, section: str) -> None:
    (pack / f"{section}.yaml").unlink()
    assert [text for text in problems(pack) if text.startswith(f"{(pack / section).as_posix()}.yaml")]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_misspelt_key_is_told_with_its_line_and_the_right_one(pack: Path, section: str) -> None:
    path = pack / f"{section}.yaml"
    text = path.read_text(encoding="utf-8")
    line, key = top_level_keys(text)[-1]
    path.write_text(re.sub(rf"^{key}:", f"{key}x:", text, flags=re.MULTILINE), encoding="utf-8")
    assert any(told.startswith(f"{path.as_posix()}:{line}:1: ") and f"did you mean '{key}'?" in told for told in problems(pack))


@pytest.mark.parametrize("section", SECTIONS)
def test_an_empty_file_is_told(pack: Path, section: str) -> None:
    (pack / f"{section}.yaml").write_text("", encoding="utf-8")
    assert any(f"{section}.yaml:1:1: " in told and "is missing" in told for told in problems(pack))


def test_a_stray_file_is_told(pack: Path) -> None:
    (pack / "words.py").write_text("", encoding="utf-8")
    assert problems(pack) == [f"{(pack / 'words.py').as_posix()}: is no file of a language pack; remove it"]


def test_all_problems_are_told_at_once(pack: Path) -> None:
    for section in SECTIONS:
        with (pack / f"{section}.yaml").open("a", encoding="utf-8") as file:
            file.write("\nno_such_key: 1\n")
    assert len([told for told in problems(pack) if "no_such_key" in told]) == len(SECTIONS)
