"""What holds for a run: the configuration, and the options beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from qcheck.cli.options import MEMORY

if TYPE_CHECKING:
    from qcheck.checking.rule import Rule
    from qcheck.model.desk import Desk
    from qcheck.model.errors import Problem
    from qcheck.reading.config import Config
    from qcheck.workers.intake import Limits


@dataclass(frozen=True, slots=True)
class Settings:
    """The rules and the desk of a run, and all that is wrong with their files; `languages` empty: all that are known.

    `drafts` are patterns of the articles whose comments decide, `published` what drafts are checked against.
    """

    rules: tuple[Rule, ...]
    desk: Desk
    languages: tuple[str, ...]
    drafts: tuple[str, ...]
    published: tuple[Path, ...]
    problems: tuple[Problem, ...]
    ui: str = "en"


def settings(
    config: Path | None, *, rules: Iterable[Path] | None = None, facts: Iterable[Path] | None = None, ui: str | None = None
) -> Settings:
    """What a configuration and the options say together; a wrong rule or facts file is a problem and is left out.

    Raises Problems for a configuration that is wrong itself.
    """
    from qcheck.reading.desk import sound_desk

    found = configuration(config)
    in_force, wrong = rules_in_force(found, rules or ())
    desk, more = sound_desk([*found.facts, *(facts or ())], own=found.own)
    return Settings(in_force, desk, found.languages, found.drafts, found.published, (*wrong, *more), interface(found, ui))


def interface(config: Config, ui: str | None) -> str:
    """The language that a run speaks. Raises UsageProblem for an option, Problems for a configuration, that names none of ours."""
    from qcheck.checking.catalogue import interfaces
    from qcheck.model.errors import Problems
    from qcheck.reporting.catalogue import load_catalogue

    if ui:
        return load_catalogue(ui).language
    if config.ui and config.ui not in interfaces():
        raise Problems((config.source.problem(("ui",), f"no interface in {config.ui!r}", f"use {' or '.join(interfaces())}"),))
    return config.ui or "en"


def desk_of_run(config: Path | None, facts: Iterable[Path] | None) -> tuple[Desk, tuple[str, ...]]:
    """The desk and the languages of a run without rules. Raises Problems for any file that is wrong."""
    from qcheck.model.errors import Problems
    from qcheck.reading.desk import sound_desk

    found = configuration(config)
    desk, problems = sound_desk([*found.facts, *(facts or ())], own=found.own)
    if problems:
        raise Problems(problems)
    return desk, found.languages


def limits(jobs: int | None, timeout: float, memory: int, max_size: float) -> Limits:
    """What reading may take, from options in seconds and megabytes; where this system cannot keep to it, that is told."""
    from qcheck.workers.intake import Limits
    from qcheck.workers.memory import limits_memory

    if memory != MEMORY and not limits_memory():
        typer.echo("--memory: this system limits no memory; --timeout and --max-size hold", err=True)
    return Limits(jobs or 0, timeout, memory * 1_000_000, int(max_size * 1_000_000))


def configuration(path: Path | None) -> Config:
    """The configuration of this path, or the nearest one. Raises Problems."""
    from qcheck.reading.config import find_config, load_config

    return load_config(path) if path else find_config(Path())


def rules_in_force(config: Config, more: Iterable[Path]) -> tuple[tuple[Rule, ...], tuple[Problem, ...]]:
    """The rules that are on, and what is wrong. Raises Problems for packs that are not there and settings that no rule fits."""
    from qcheck.checking.rules import sound_rules
    from qcheck.checking.settings import configured, nearest_pack, pack_sources, unused
    from qcheck.model.errors import Problems

    sources = pack_sources(config.packs, config.folder)
    lost = [source for source in sources if isinstance(source, Path) and not source.exists()]
    problems = [
        config.source.problem(("packs", at), f"no pack {pack!r}", nearest_pack(pack))
        for at, pack in enumerate(config.packs)
        if config.folder / pack in lost
    ]
    rules, wrong = sound_rules([*sources, *more])
    if not problems and not wrong:  # else the rules that settings speak of may be those that are left out
        idle = unused(rules, config.settings)
        problems += [config.source.problem(("rules", each), f"no rule fits {each!r}", "`qcheck rules list` lists them") for each in idle]
    if problems:
        raise Problems(tuple(problems))
    return configured(rules, config.settings), wrong
