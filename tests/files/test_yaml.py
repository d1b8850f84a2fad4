"""Strict YAML: what a person means by it, and where everything stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from qcheck.files.yaml import MAX_BYTES, MAX_DEPTH, load_yaml, read_yaml, validate
from qcheck.model.errors import InputProblem, Problem, Problems

TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\u2028\u2029\x85\ufffe\uffff"), max_size=12)
SCALARS = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.decimals(-1000, 1000, places=3).map(float) | TEXT
DATA = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=12)


class _WithoutAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def leaves(data: Any, location: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [location, *(leaf for key, value in items for leaf in leaves(value, (*location, key)))]


@given(DATA)
def test_what_is_written_is_read_back(data: Any) -> None:
    text = yaml.dump(data, Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False)
    assert load_yaml(text).data == data


@given(DATA)
def test_every_value_has_its_place(data: Any) -> None:
    text = yaml.dump(data, Dumper=_WithoutAliases, allow_unicode=True, sort_keys=False)
    source = load_yaml(text)
    assert set(leaves(data)) <= set(source.places)
    assert all(1 <= line <= text.count("\n") + 1 and column >= 1 for line, column in source.places.values())


@given(st.text("ab:-? []{}#&*!|>'\"%@`,\n\t\\0.~\x07é", max_size=40) | st.text(max_size=20))
@example("\ud800")
@example("{" * 200)
@example("[" * 100_000)
@example("? " * 1000)
def test_any_text_is_data_or_problems_with_a_place(text: str) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        load_yaml(text, path="rule.yaml")
    except Problems as error:
        problems = error.problems or (Problem("nothing was told"),)
    for problem in problems:
        assert str(problem).startswith(f"rule.yaml:{problem.line}:{problem.column}: ")
        assert 1 <= problem.line <= len(text.splitlines()) + 2


@pytest.mark.parametrize(
    "text", ["no", "on", "y", "12:30", "1e3", "2022-02-24", "0x1F", "0b1", "1_000", "010", ".5", "5.", ".inf", "NULL", "True", "=", "<<"]
)
def test_plain_words_stay_what_the_author_wrote(text: str) -> None:
    assert load_yaml(f"key: {text}").data == {"key": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("false", False), ("null", None), ("~", None), ("", None), ("-12", -12), ("1.50", 1.5), ("'12'", "12")],
)
def test_few_plain_words_are_values(text: str, value: Any) -> None:
    read = load_yaml(f"key: {text}").data["key"]
    assert read == value and type(read) is type(value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\na: 2", "2:1: the key 'a' stands twice; keep one of them"),
        ("a: &x 1\nb: *x", "1:4: anchor &x; write the value out; anchors and aliases are refused"),
        ("a: &x 1\nb: *x", "2:4: alias *x; write the value out; anchors and aliases are refused"),
        ("&x a: 1", "1:1: anchor &x; write the value out; anchors and aliases are refused"),
        ("a: !!python/name:os.system x", "1:4: tag tag:yaml.org,2002:python/name:os.system; remove it; tags are refused"),
        ("a: 1\n---\nb: 2", "2:1: a second document begins here; keep one document a file"),
        ("? [a]\n: 1", "1:3: a key that is not plain text; use a word as the key"),
        ("a: 1\nb: 'open", "2:4: is not YAML: while scanning a quoted scalar found unexpected end of stream"),
        ("a: 1\nb: [2,\nc", "2:4: is not YAML: while parsing a flow sequence did not find expected ',' or ']'"),
        ("a:\n  b\n c: d", "3:3: is not YAML: mapping values are not allowed in this context"),
        ("a: 1\nb: x\x07", "2:5: is not YAML: the character U+0007; remove it"),
        ("a: 1\nb: x\ud800", "2:5: is not YAML: the character U+D800; remove it"),
    ],
)
def test_a_refused_construct_is_named_with_its_place(text: str, problem: str) -> None:
    with pytest.raises(Problems) as error:
        load_yaml(text, path="f.yaml")
    assert f"f.yaml:{problem}" in [str(p) for p in error.value.problems]


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(Problems) as error:
        load_yaml("a: &x 1\na: *x\nb: !!str 2")
    assert [problem.line for problem in error.value.problems] == [1, 2, 2, 3]


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1])
def test_nesting_is_limited(depth: int) -> None:
    text = "[" * depth + "]" * depth
    if depth <= MAX_DEPTH:
        assert load_yaml(text).data
    else:
        with pytest.raises(Problems, match="nested deeper"):
            load_yaml(text)


@pytest.mark.parametrize(
    ("content", "found"),
    [(b"a: \xff", "is not UTF-8 at byte 3; save it as UTF-8"), (b"#" * (MAX_BYTES + 1), f"is larger than {MAX_BYTES} bytes; split it")],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes, found: str) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes(content)
    with pytest.raises(Problems) as error:
        read_yaml(file)
    assert str(error.value) == f"{file.as_posix()}: {found}"


def test_a_missing_file_is_a_problem_of_the_kind_asked_for(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="cannot be read \\(No such file or directory\\); check the path") as error:
        read_yaml(tmp_path / "nothing.yaml", kind=InputProblem)
    assert error.value.exit_code == InputProblem.exit_code


def test_a_byte_order_mark_is_no_content(tmp_path: Path) -> None:
    (tmp_path / "f.yaml").write_bytes("\ufeffkey: ä".encode())
    assert read_yaml(tmp_path / "f.yaml").data == {"key": "ä"}


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
    words: tuple[str, ...] = ()
    weight: float = 1.0


class Whole(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)
    name: str
    parts: list[Part] = []
    by_name: dict[str, Part] = {}

    @field_validator("name")
    @classmethod
    def _short(cls, value: str, info: ValidationInfo) -> str:
        if len(value) > 5:
            raise ValueError(f"longer than 5 letters: {value!r}; shorten it")
        return value


def test_valid_data_becomes_a_model() -> None:
    source = load_yaml("name: one\nparts: [{words: [a, b], weight: 2}]\nby_name: {x: {}}")
    assert validate(source, Whole) == Whole(name="one", parts=[Part(words=("a", "b"), weight=2.0)], by_name={"x": Part()})


def test_an_empty_file_is_an_empty_mapping() -> None:
    assert validate(load_yaml(""), Part) == Part()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nam: x", "1:1: unknown key 'nam'; did you mean 'name'?"),
        ("name: x\nzzz: 1", "2:1: unknown key 'zzz'; known keys: by_name, name, parts"),
        ("parts: []", "1:1: the key 'name' is missing; add it"),
        ("name: x\nparts:\n  - wrds: [a]", "3:5: unknown key 'wrds'; did you mean 'words'?"),
        ("name: x\nby_name:\n  y: {weigth: 1}", "3:7: unknown key 'weigth'; did you mean 'weight'?"),
        ("name: 12", "1:1: name: should be text; put it in quotes"),
        ("name: x\nparts: {}", "2:1: parts: should be a list"),
        ("name: x\nparts:\n  - words: [a, 1]", "3:16: parts.0.words.1: should be text; put it in quotes"),
        ("name: x\nparts: [x]", "2:9: parts.0: should hold keys with values"),
        ("name: x\nparts: [{weight: heavy}]", "2:10: parts.0.weight: should be a number"),
        ("name: longer", "1:1: name: longer than 5 letters: 'longer'; shorten it"),
        ("- name", "1:1: should hold keys with values"),
    ],
)
def test_what_does_not_fit_the_model_is_said_in_plain_words(text: str, problem: str) -> None:
    with pytest.raises(Problems) as error:
        validate(load_yaml(text, path="f.yaml"), Whole)
    assert f"f.yaml:{problem}" in str(error.value).splitlines()
