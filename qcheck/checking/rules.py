"""Loads rules: built-in ones, files, folders. The path of a rule inside its folder is its id."""

from __future__ import annotations

from collections.abc import Iterable
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
    loaded, problems = sound_rules(rules)
    if problems:
        raise Problems(problems)
    return loaded


def sound_rules(rules: RuleSource | Iterable[RuleSource]) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """As `load_rules`, but a wrong file keeps only its own rule away: the rules that can be used, and all that is wrong."""
    from qcheck.checking.rule import Rule

    by_id: dict[str, Rule] = {}
    problems: list[Problem] = []
    for source in [rules] if isinstance(rules, (str, Path, Rule)) else rules:
        try:
            found = [source] if isinstance(source, Rule) else _files(source)
        except Problems as several:
            problems += several.problems
            continue
        for each in found:
            try:
                rule = each if isinstance(each, Rule) else _rule(*each)
            except Problems as several:
                problems += several.problems
                continue
            if by_id.setdefault(rule.id, rule) != rule:
                problems.append(RuleProblem(f"the rule {rule.id} is already in {by_id[rule.id].path}", path=rule.path, todo="rename one"))
    return tuple(by_id[name] for name in sorted(by_id)), tuple(problems)


@cache
def _builtin() -> tuple[Rule, ...]:
    return load_rules(builtin_folder())


def _files(source: str | Path) -> list[tuple[str, Path]]:
    """Id and path of every rule file of a source: the last folder and the name, or the path inside the folder given."""
    path = Path(source)
    if not path.is_dir():
        return [((Path(path.resolve().parent.name) / path.stem).as_posix(), path)]
    found = sorted(file for file in path.rglob("*.yaml") if not any(part.startswith(".") for part in file.relative_to(path).parts))
    if not found:
        raise Problems((RuleProblem("holds no rule", path=path.as_posix(), todo="a rule is a file that ends in .yaml"),))
    if len(found) > MAX_RULES:
        raise Problems((RuleProblem(f"holds more than {MAX_RULES} rules", path=path.as_posix(), todo="split it"),))
    inside = [file.relative_to(path).with_suffix("") for file in found]
    ids = [(name if len(name.parts) > 1 else path.resolve().name / name).as_posix() for name in inside]
    return list(zip(ids, found, strict=True))


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
