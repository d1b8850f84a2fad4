"""The pytest plugin: examples of rule packs as tests, and a check with the network blocked. It imports nothing before it is needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from qcheck.model.finding import Finding

INI = "qcheck_rules"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The setting `qcheck_rules`."""
    parser.addini(INI, "folders of qcheck rules: the examples in their files are tests", type="paths", default=[])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A rule file as a collector of its examples: one of a folder that the settings name, or that the command line does."""
    if file_path.suffix != ".yaml" or not _is_rule(file_path, parent.config):
        return None
    from qcheck.testing.rulefiles import RuleFile

    return RuleFile.from_parent(parent, path=file_path)


def _is_rule(path: Path, config: pytest.Config) -> bool:
    if any(path.is_relative_to(pack) for pack in config.getini(INI)):
        return True
    if config.args_source is not pytest.Config.ArgsSource.ARGS:
        return False
    asked = [config.invocation_params.dir / argument.partition("::")[0] for argument in config.args]
    if not any(path.is_relative_to(one.resolve()) for one in asked):
        return False
    from qcheck.testing.rulefiles import looks_like_a_rule

    return looks_like_a_rule(path)


@pytest.fixture
def qcheck_offline() -> Callable[..., list[Finding]]:
    """Checks texts with the network blocked and gives the findings: `qcheck_offline(texts, rules="rules")`.

    The arguments are those of `qcheck.testing.assert_silent`. AssertionError if anything reached for the network.
    """

    def checked(texts: Any, *, rules: Any = None, desk: Any = None, language: str = "en") -> list[Finding]:
        from qcheck.testing.assertions import found_in
        from qcheck.testing.network import no_network

        with no_network():
            return found_in(texts, rules=rules, desk=desk, language=language)[0]

    return checked
