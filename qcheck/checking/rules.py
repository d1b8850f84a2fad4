"""Loads rules: built-in ones, files, folders. The path of a rule inside its folder is its id."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from qcheck.files.yaml import Yaml, read_yaml, validate
from qcheck.model.errors import Problem, Problems, RuleProblem

if TYPE_CHECKING:
    from qcheck.checking.rule import Rule

RuleSource: TypeAlias = "str | Path | Rule"
MAX_RULES = 2_000
MAX_BYTES = 200_000  # of a rule file
MAX_PACK_BYTES = 20_000_000
# keys of a rule that its file may not give
NOT_WRITTEN = {"id": "the file's place", "path": "the file's place", "on_in": "qcheck.yml", "off_in": "qcheck.yml"}


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


def _files(source: str | Path) -> list[tuple[str, Path, Path | None]]:
    """Id, path and pack of every rule file of a source. The id is the last folder and the name, or the path inside the pack."""
    path = Path(source)
    if not path.is_dir():
        return [((Path(path.resolve().parent.name) / path.stem).as_posix(), path, None)]
    visible = (file for file in path.rglob("*.yaml") if not any(part.startswith(".") for part in file.relative_to(path).parts))
    found = sorted(islice(visible, MAX_RULES + 1))
    if not found:
        raise Problems((RuleProblem("holds no rule", path=path.as_posix(), todo="a rule is a file that ends in .yaml"),))
    if len(found) > MAX_RULES:
        raise Problems((RuleProblem(f"holds more than {MAX_RULES} rules", path=path.as_posix(), todo="split it"),))
    if sum(file.stat().st_size for file in found if file.is_file()) > MAX_PACK_BYTES:
        raise Problems((RuleProblem(f"holds more than {MAX_PACK_BYTES} bytes", path=path.as_posix(), todo="split it"),))
    inside = [file.relative_to(path).with_suffix("") for file in found]
    ids = [(name if len(name.parts) > 1 else path.resolve().name / name).as_posix() for name in inside]
    return [(name, file, path) for name, file in zip(ids, found, strict=True)]


def _file_fault(path: Path, pack: Path | None) -> str:
    """Why a file is not opened: it leads out of its pack, would never end, or is too large."""
    if pack is not None and not path.resolve().is_relative_to(pack.resolve()):
        return "is a link that leads out of its pack"
    if path.exists() and not path.is_file():
        return "is no regular file"
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        return f"is larger than {MAX_BYTES} bytes"
    return ""


def _rule(name: str, path: Path, pack: Path | None) -> Rule:
    from qcheck.checking.kinds import kind_of
    from qcheck.checking.rule import Rule, faults

    fault = _file_fault(path, pack)
    if fault:
        raise Problems((RuleProblem(fault, path=path.as_posix(), todo="put the rule itself there"),))
    source = read_yaml(path)
    data = source.data if isinstance(source.data, dict) else {}
    if not isinstance(source.data, dict):
        raise Problems((source.problem((), "is no rule: it has no keys", "see the built-in rules"),))
    taken = [(key, place) for key, place in NOT_WRITTEN.items() if key in data]
    problems = [source.problem((key,), f"unknown key {key!r}", f"remove it: it comes from {place}") for key, place in taken]
    rule = None
    try:
        rule = validate(source, Rule)
    except Problems as several:
        problems += several.problems
    try:
        kind = kind_of(str(data.get("check", "")))
    except RuleProblem:
        kind = None  # told with the rule's other faults
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
