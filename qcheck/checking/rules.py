"""Loads rules: built-in ones, files, folders. The path of a rule inside its folder is its id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from qcheck.files.yaml import Yaml, read_yaml, validate
from qcheck.model.errors import Problem, Problems, RuleProblem

if TYPE_CHECKING:
    from qcheck.checking.rule import Rule

RuleSource: TypeAlias = "str | Path | Rule"
MAX_RULES = 2_000


def builtin_folder() -> Path:
    """Where the rules that come with qcheck lie: in the wheel inside the package, in a checkout beside it."""
    package = Path(__file__).parents[1]
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load_rules(rules: RuleSource | Iterable[RuleSource] | None = None) -> tuple[Rule, ...]:
    """Rules sorted by id: the built-in ones (None), those of rule files and folders, or such as are loaded already.

    Raises Problems with all that is wrong in any file: path, line, column, what was found, what to do.
    """
    if rules is None:
        return _builtin()
    from qcheck.checking.rule import Rule

    sources = [rules] if isinstance(rules, (str, Path, Rule)) else list(rules)
    loaded: list[Rule] = [source for source in sources if isinstance(source, Rule)]
    return _sorted([*loaded, *_read(_files(source for source in sources if not isinstance(source, Rule)))])


@cache
def _builtin() -> tuple[Rule, ...]:
    return _sorted(_read(_files([builtin_folder()])))


def _sorted(rules: list[Rule]) -> tuple[Rule, ...]:
    by_id: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in by_id and by_id[rule.id] != rule:
            raise Problems((RuleProblem(f"the rule {rule.id} is already in {by_id[rule.id].path}", path=rule.path, todo="rename one"),))
        by_id[rule.id] = rule
    return tuple(by_id[name] for name in sorted(by_id))


def _files(sources: Iterable[str | Path]) -> Iterator[tuple[str, Path]]:
    """Id and path of every rule file of the sources: the last folder and the name, or the path inside the folder given."""
    for source in sources:
        path = Path(source)
        if path.is_dir():
            found = sorted(file for file in path.rglob("*.yaml") if not any(part.startswith(".") for part in file.relative_to(path).parts))
            if not found:
                raise Problems((RuleProblem("holds no rule", path=path.as_posix(), todo="a rule is a file that ends in .yaml"),))
            if len(found) > MAX_RULES:
                raise Problems((RuleProblem(f"holds more than {MAX_RULES} rules", path=path.as_posix(), todo="split it"),))
            for file in found:
                inside = file.relative_to(path).with_suffix("")
                yield (inside if len(inside.parts) > 1 else path.resolve().name / inside).as_posix(), file
        else:
            yield (Path(path.resolve().parent.name) / path.stem).as_posix(), path


def _read(files: Iterable[tuple[str, Path]]) -> list[Rule]:
    """The rules of the files; all problems of all files at once."""
    rules: list[Rule] = []
    problems: list[Problem] = []
    for name, path in files:
        try:
            rules.append(_rule(name, path))
        except Problems as several:
            problems += several.problems
    if problems:
        raise Problems(tuple(problems))
    return rules


def _rule(name: str, path: Path) -> Rule:
    from qcheck.checking.kinds import KINDS
    from qcheck.checking.rule import Rule, faults

    source = read_yaml(path)
    data = source.data if isinstance(source.data, dict) else {}
    if not isinstance(source.data, dict):
        raise Problems((source.problem((), "is no rule: it has no keys", "see the built-in rules"),))
    own = [
        source.problem((key,), f"unknown key {key!r}", "remove it: it comes from the file's place") for key in ("id", "path") if key in data
    ]
    problems: list[Problem] = list(own)
    rule = None
    try:
        rule = validate(source, Rule)
    except Problems as several:
        problems += several.problems
    kind = KINDS.get(data.get("check", "")) if isinstance(data.get("check", ""), str) else None
    if kind and isinstance(data.get("with", {}), dict):
        places = {location[1:]: place for location, place in source.places.items() if location[:1] == ("with",)}
        places.setdefault((), source.place(("check",)))
        try:
            validate(Yaml(source.path, data.get("with", {}), places), kind.parameters)
        except Problems as several:
            problems += several.problems
    if rule is not None:
        problems += [source.problem((key,), found, todo) for key, found, todo in faults(rule)]
    if problems or rule is None:
        raise Problems(tuple(problems))
    return rule.model_copy(update={"id": name, "path": path.as_posix()})
