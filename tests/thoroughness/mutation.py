"""`make mutation`, after mutmut: how many changes of the verdict code the tests notice, and the reason for each that they do not.

A change that no test notices must stand in `survivors.yaml`, by the function and the line that it makes.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatch
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
DEMANDED = 90.0  # percent of the mutants
SURVIVED, UNTESTED = 0, 33  # exit codes of mutmut: the tests passed; no test runs the function


def mutants() -> Iterator[tuple[str, int]]:
    """Name and exit code of each mutant, as mutmut left them."""
    for path in sorted((ROOT / "mutants" / "qcheck").rglob("*.meta")):
        for name, code in json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].items():
            yield name, SURVIVED if code is None or code == UNTESTED else code


def function(mutant: str) -> str:
    """`qcheck.model.interval.Interval.below` of mutmut's name for a change of it."""
    return re.sub(r"\.x_|\.xǁ", ".", re.sub(r"__mutmut_\d+$", "", mutant)).replace("ǁ", ".")


def change(mutant: str) -> str:
    """The lines that a mutant has instead of ours."""
    shown = subprocess.run([Path(sys.executable).with_name("mutmut"), "show", mutant], cwd=ROOT, capture_output=True, text=True, check=True)
    lines = [line[1:].strip() for line in shown.stdout.splitlines() if line.startswith("+") and not line.startswith("+++")]
    return " ".join(lines) or "(a default value)"


def main() -> int:
    """Print the figures by module and each survivor that has no reason; 1 if they are too many or one has none."""
    allowed = yaml.safe_load((Path(__file__).parent / "survivors.yaml").read_text(encoding="utf-8"))
    results = list(mutants())
    alive = [name for name, code in results if code == SURVIVED]
    total = Counter(function(name).rsplit(".", 1)[0] for name, _ in results)
    lived = Counter(function(name).rsplit(".", 1)[0] for name in alive)
    for module in sorted(total):
        print(f"{total[module] - lived[module]:5} of {total[module]:5} killed  {module}")
    with ThreadPoolExecutor(4) as pool:
        changes = list(pool.map(change, alive))
    unexplained = 0
    for name, line in zip(alive, changes, strict=True):
        if not any(fnmatch(function(name), entry["in"]) and re.search(entry["line"], line) for entry in allowed):
            unexplained += 1
            print(f"not noticed, no reason given: {function(name)}: {line}")
    killed = 100 * (1 - len(alive) / len(results))
    print(f"{len(results)} mutants, {killed:.1f} % killed ({DEMANDED:g} demanded); {len(alive)} survive, {unexplained} without a reason")
    return int(killed < DEMANDED or bool(unexplained))


if __name__ == "__main__":
    sys.exit(main())
