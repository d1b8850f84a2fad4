"""docs/testing.md names only what is there, and every make target that it names exists."""

from __future__ import annotations

import ast
import re
import subprocess

from tests.contracts.test_readme import ROOT
from tests.testing.test_planted_bugs import PLANTED

PAGE = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")


def test_every_file_and_law_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+?)(?:::(test_\w+))?`", PAGE)
    assert len([law for _, law in named if law]) > 30
    for path, law in named:
        assert (ROOT / path).exists(), path
        if law:
            tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
            (function,) = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == law]
            assert any("given" in ast.unparse(decorator) for decorator in function.decorator_list), f"{law} is no law"


def test_every_law_that_must_notice_a_bug_is_told() -> None:
    told = set(re.findall(r"::(test_\w+)`", PAGE))
    assert {law.__name__ for _, law in PLANTED} - told <= {
        "test_what_is_rounded_to_a_decimal_lies_in_its_hard_reading",
        "test_a_pair_of_claims_has_the_relation_that_it_is_said_to_have",
    }
    assert f"{len({plant for plant, _ in PLANTED})} bugs are planted" in PAGE


def test_every_make_target_that_is_named_is_there() -> None:
    for target in sorted(set(re.findall(r"`make ([a-z-]+)`", PAGE))):
        assert subprocess.run(["make", "-n", target], cwd=ROOT, capture_output=True, check=False).returncode == 0, target
