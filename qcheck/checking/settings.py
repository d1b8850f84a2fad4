"""What a configuration makes of rules: which are on, where, and how grave they are."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from qcheck.checking.rules import RuleSource, load_rules
from qcheck.model.setting import RuleSetting

if TYPE_CHECKING:
    from qcheck.checking.rule import Rule

ALL = "all"


def pack_sources(packs: Iterable[str], folder: Path) -> list[RuleSource]:
    """What to load for each pack: "all" and built-in ones by name, others by their path from `folder`."""
    known = builtin_packs()
    sources: list[RuleSource] = []
    for pack in packs:
        if pack == ALL:
            sources += load_rules()
        elif pack in known:
            sources += [rule for rule in load_rules() if rule.id.startswith(f"{pack}/")]
        else:
            sources.append(folder / pack)
    return sources


def builtin_packs() -> tuple[str, ...]:
    """The names of the packs that come with qcheck, sorted."""
    return tuple(sorted({rule.id.partition("/")[0] for rule in load_rules()}))


def nearest_pack(name: str) -> str:
    """What to do about a pack that is neither built in nor a path."""
    near = difflib.get_close_matches(name, (ALL, *builtin_packs()), n=1)
    return f"did you mean {near[0]!r}?" if near else f"built in are {', '.join(builtin_packs())}"


def configured(rules: Iterable[Rule], settings: Sequence[RuleSetting]) -> tuple[Rule, ...]:
    """The rules that are on, with the severity and the articles that the last setting that fits gives them."""
    found = []
    for rule in rules:
        fitting = [setting for setting in settings if fnmatchcase(rule.id, setting.rules)]
        place = next((setting for setting in reversed(fitting) if setting.on is not None), RuleSetting(rule.id, on=True))
        severity = next((setting.severity for setting in reversed(fitting) if setting.severity), rule.severity)
        if place.on and fitting:
            rule = rule.model_copy(update={"severity": severity, "on_in": place.on_in, "off_in": place.off_in})
        found += [rule] if place.on else []
    return tuple(found)


def unused(rules: Iterable[Rule], settings: Iterable[RuleSetting]) -> list[str]:
    """The patterns of settings that no rule fits."""
    ids = [rule.id for rule in rules]
    return [setting.rules for setting in settings if not any(fnmatchcase(name, setting.rules) for name in ids)]
