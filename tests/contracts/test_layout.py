"""Where things stand: the folders, their names, what may import what, and how long a module may be."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "qcheck"

TOP = {
    ".ci",
    ".gitignore",
    ".pre-commit-hooks.yaml",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "action.yml",
    "README.md",
    "bench",
    "docs",
    "examples",
    "pyproject.toml",
    "qcheck",
    "reports",
    "rules",
    "tests",
}
FOLDERS = {"checking", "cli", "extraction", "files", "language", "lsp", "model", "reading", "reporting", "schemas", "testing", "workers"}
NO_NAMES = re.compile(r"_?(utils?|helpers?|common|base|managers?|misc)", re.IGNORECASE)
LONGEST_MODULE = 350

# What each folder may import of ours, besides itself.
BELOW: dict[str, set[str]] = {
    "model": set(),
    "files": {"model"},
    "language": {"model", "files"},
    "reading": {"model", "files", "language"},
    "extraction": {"model", "files", "language"},
    "checking": {"model", "files", "language"},
    "reporting": {"model", "files", "language", "checking"},
    "workers": {"model", "files", "language", "reading", "extraction"},
    "lsp": {"model", "files", "language", "reading", "checking", "reporting"},
    "cli": FOLDERS - {"testing"},
    "testing": FOLDERS,
}

# The only module that imports a heavy library (a folder for the command line).
IMPORTER = {
    "pandas": "model/frames.py",
    "quantulum3": "extraction/measures.py",
    "pint": "extraction/units.py",
    "typer": "cli/",
    "trafilatura": "reading/html.py",
    "jinja2": "reporting/",
    "py3langid": "reading/language.py",
    "sentencex": "extraction/discourse/sentences.py",
    "markdown_it": "reading/markdown.py",
    "hypothesis": "testing/",
    "pytest": "testing/",
    "currency_converter": "checking/rates.py",
    "re2": "checking/patterns.py",
    "pyarrow": "reporting/parquet.py",
    "docx": "reading/word/annotate.py",
    "pygls": "lsp/server.py",
    "lsprotocol": "lsp/server.py",
    "lxml": "reading/word/package.py",
    "pypdfium2": "reading/pdf.py",
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no git checkout")
    return [ROOT / line for line in listed.stdout.splitlines()]


def imports(path: Path, *, typing_only: bool = True) -> Iterator[tuple[str, int]]:
    """Full names of what a module imports, and the line; `typing_only` includes those under `if TYPE_CHECKING`."""

    def walk(node: ast.AST) -> Iterator[ast.AST]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING" and not typing_only:
                continue
            yield child
            yield from walk(child)

    for node in walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((name.name, node.lineno) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: import by the full name"
            yield from ((f"{node.module}.{name.name}", node.lineno) for name in node.names)


def within(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_only_these_stand_at_the_top() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} <= TOP


def test_the_package_has_these_folders() -> None:
    assert {path.name for path in PACKAGE.iterdir() if path.is_dir() and path.name != "__pycache__"} == FOLDERS
    assert {path.name for path in PACKAGE.iterdir() if path.is_file()} == {"__init__.py", "py.typed"}


def test_every_folder_says_what_it_holds() -> None:
    for folder in {path.parent for path in modules()}:
        assert (ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))) or "").strip(), folder


def test_no_module_function_or_folder_has_a_name_that_says_nothing() -> None:
    for path in tracked():
        for part in path.relative_to(ROOT).with_suffix("").parts:
            assert not NO_NAMES.fullmatch(part.removeprefix("test_")), path
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                assert not NO_NAMES.fullmatch(node.name), f"{path}:{node.lineno}"


def test_no_module_hides_a_public_verb() -> None:
    import qcheck

    assert not {path.stem for path in PACKAGE.iterdir()} & set(qcheck.__all__)


@pytest.mark.parametrize("path", modules(), ids=within)
def test_a_module_holds_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", [p for p in modules() if p.parent != PACKAGE], ids=within)
def test_imports_run_downward(path: Path) -> None:
    folder = within(path).split("/")[0]
    allowed = BELOW[folder] | {folder}
    for name, line in imports(path):
        parts = name.split(".")
        if parts[0] == "qcheck" and parts[1:] and parts[1] in FOLDERS:
            assert parts[1] in allowed, f"{path}:{line}: {folder} must not import {parts[1]}"
        elif parts[0] == "qcheck":
            assert folder in ("cli", "lsp", "reporting", "testing"), f"{path}:{line}: {folder} must not import the public face"


@pytest.mark.parametrize("library", IMPORTER)
def test_each_heavy_library_has_one_importer(library: str) -> None:
    users = sorted(
        {within(path) for path in modules() if any(name.split(".")[0] == library for name, _ in imports(path, typing_only=False))}
    )
    assert users, f"nothing imports {library}: take it out of pyproject.toml"
    assert all(user.startswith(IMPORTER[library]) for user in users), users
    assert len(users) == 1 or library in ("typer", "hypothesis", "pytest"), users


def test_modules_do_not_import_one_another_in_a_circle() -> None:
    graph = {}
    names = {"qcheck." + within(path).removesuffix(".py").replace("/", "."): path for path in modules() if path.name != "__init__.py"}
    for module, path in names.items():
        targets = {name for name, _ in imports(path, typing_only=False)}
        graph[module] = sorted({known for known in names for target in targets if target == known or target.startswith(f"{known}.")})
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " -> ".join([*way, module])
        if module not in done:
            for target in graph[module]:
                visit(target, (*way, module))
            done.add(module)

    for module in sorted(graph):
        visit(module, ())
