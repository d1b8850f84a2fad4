"""`make coverage`: which branches the tests take, and whether that is enough.

All of the model and of the code that decides verdicts (`[tool.mutmut] only_mutate` names it), and `ELSEWHERE` of the rest.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
ELSEWHERE = 95.0  # percent of lines and branches together, as coverage.py counts them


def verdict_code() -> list[str]:
    """The patterns of the files that decide what is a conflict."""
    with open(ROOT / "pyproject.toml", "rb") as stream:
        return list(tomllib.load(stream)["tool"]["mutmut"]["only_mutate"])


def percent(summaries: Sequence[dict[str, Any]]) -> float:
    """Lines and branches that were run, of all."""
    run: int = sum(s["covered_lines"] + s["covered_branches"] for s in summaries)
    there: int = sum(s["num_statements"] + s["num_branches"] for s in summaries)
    return 100 * run / there


def main(report: str) -> int:
    """Print both figures and what is missing from the verdict code; 1 if it is not enough."""
    files = json.loads(Path(report).read_text(encoding="utf-8"))["files"]
    deciding = {name for name in files if any(fnmatch(name, pattern) for pattern in verdict_code())}
    decided = percent([files[name]["summary"] for name in sorted(deciding)])
    rest = percent([files[name]["summary"] for name in sorted(set(files) - deciding)])
    for name in sorted(deciding):
        missing = [*files[name]["missing_lines"], *(f"{start}->{end}" for start, end in files[name]["missing_branches"])]
        if missing:
            print(f"{name}: not run: {', '.join(map(str, missing))}")
    print(f"model and verdict code, {len(deciding)} files: {decided:.2f} % of lines and branches (100 demanded)")
    print(f"elsewhere, {len(files) - len(deciding)} files: {rest:.2f} % (at least {ELSEWHERE:g} demanded)")
    return int(decided < 100 or rest < ELSEWHERE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
