"""What pyproject.toml promises: reasons for dependencies, and a wheel that carries its data."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert block
    for line in block[1].splitlines():
        assert re.fullmatch(r'\s+"[^"]+",\s+# \S.+', line), f"no reason: {line}"


def test_every_library_that_is_imported_is_a_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [each for name, extra in project["optional-dependencies"].items() if name != "dev" for each in extra]
    wanted = [*project["dependencies"], *extras]
    declared = {re.split(r"[><=\[]", each)[0].lower().replace("_", "-") for each in wanted}
    imported: set[str] = set()
    for path in (ROOT / "qcheck").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").split(".")[0])
    distributions = packages_distributions()
    for name in sorted(imported - set(sys.stdlib_module_names) - {"qcheck"}):
        assert {each.lower().replace("_", "-") for each in distributions[name]} & declared, name


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built with the build backend that is installed, so that no network is needed."""
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_carries_packs_rules_templates_and_the_type_marker(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    for path in sorted((ROOT / "qcheck").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in names
    rules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yaml")}
    assert rules
    assert {f"qcheck/{rule}" for rule in rules} <= names
    assert "qcheck/py.typed" in names
    assert {f"qcheck/language/{code}/numerals.yaml" for code in ("en", "de")} <= names
    assert any("/reporting/" in name and not name.endswith(".py") for name in names)


def test_the_wheel_carries_no_tests(wheel: zipfile.ZipFile) -> None:
    assert not [name for name in wheel.namelist() if name.startswith(("tests/", "bench/", "examples/"))]
