"""Whether all outputs are the same, byte for byte, wherever they are made: `python -m bench.same_bytes`, run by `make same-bytes`.

One after another and each against the first: hash seeds, numbers of jobs, locales, time zones, orders of the files, pandas 2.3 and 3 and
every Python from 3.11 to 3.13 that is at hand (python3.N on the path, in ~/.pyenv, or named by PYTHONS). What could not be run is told.
Virtual environments are kept in reports/same-bytes and used again.
"""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parents[1]
PLACE = ROOT / "reports" / "same-bytes"
VERSIONS = ("3.11", "3.12", "3.13")
PANDAS = ("2.3", "3")
RUN = "from qcheck.cli.main import run; run()"


@dataclass(frozen=True)
class Way:
    """One way to run: the interpreter, what the environment says, options, and whether the articles are named backwards."""

    name: str
    python: str = sys.executable
    says: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    backwards: bool = False


def outputs(way: Way) -> str:
    """One digest of everything that a run writes and prints, or what went wrong."""
    articles = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "examples" / "articles").iterdir())
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON", "TZ"))}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        command = [way.python, "-c", RUN, "check", *(articles[::-1] if way.backwards else articles), "--facts", "examples/facts.yml"]
        done = subprocess.run(
            [*command, "--out", str(out), *way.options],
            cwd=ROOT,
            env={**plain, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8", **way.says},
            capture_output=True,
            check=False,
        )
        if done.returncode not in (0, 1) or not out.is_dir():
            return f"exit code {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}"
        digest = hashlib.sha256(done.stdout.replace(folder.encode(), b""))
        for path in sorted(path for path in out.rglob("*") if path.is_file()):
            digest.update(path.relative_to(out).as_posix().encode() + b"\0" + path.read_bytes())
        return digest.hexdigest()


def here() -> Iterator[Way]:
    """The ways that this interpreter alone can go."""
    for seed in ("0", "1", "4242"):
        yield Way(f"hash seed {seed}", says={"PYTHONHASHSEED": seed})
    for jobs in ("1", "2", "7"):
        yield Way(f"{jobs} jobs", options=("--jobs", jobs))
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu"):
        yield Way(f"time zone {zone}", says={"TZ": zone})
    yield Way("files in another order", backwards=True)


def locales() -> Iterator[Way | str]:
    """Ways with another locale; what is not installed, in words."""
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout if shutil.which("locale") else ""
    known = {line.lower().replace("-", "") for line in listed.splitlines()}
    for name in ("C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"):
        if name.lower().replace("-", "") in known:
            yield Way(f"locale {name}", says={"LC_ALL": name, "LANG": name})
        else:
            yield f"locale {name}: not installed"


def interpreters() -> Iterator[Way | str]:
    """Ways through each Python and each pandas, in virtual environments made for them."""
    for version in VERSIONS:
        found = _interpreter(version)
        if not found:
            yield f"Python {version}: no interpreter at hand"
            continue
        for pandas in PANDAS:
            made = _environment(found, version, pandas)
            yield Way(f"Python {version}, pandas {pandas}", python=str(made)) if isinstance(made, Path) else made


def _interpreter(version: str) -> str:
    named = [name for name in os.environ.get("PYTHONS", "").split(os.pathsep) if name]
    pyenv = glob.glob(os.path.expanduser(f"~/.pyenv/versions/{version}.*/bin/python"))
    for each in (*named, shutil.which(f"python{version}") or "", *sorted(pyenv)):
        ask = "import sys, ensurepip, venv; print('%d.%d' % sys.version_info[:2])"
        if each and subprocess.run([each, "-c", ask], capture_output=True, text=True, check=False).stdout.strip() == version:
            return each
    return ""


def _environment(interpreter: str, version: str, pandas: str) -> Path | str:
    folder = PLACE / f"python{version}-pandas{pandas}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (folder / "ready").exists():
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([interpreter, "-m", "venv", str(folder)], check=True)
        wanted = [f"pandas=={pandas}.*", "--editable", f"{ROOT}[rates]"]
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"Python {version}, pandas {pandas}: cannot be installed ({done.stderr.strip().splitlines()[-1][:120]})"
        (folder / "ready").touch()
    return python


def main() -> int:
    """Prints a line for each way; 1 if two differ."""
    first = outputs(Way("this one"))
    print(f"{first[:12]}  Python {sys.version.split()[0]}, as it is")
    different, left_out = 0, []
    for way in chain(here(), locales(), interpreters()):
        if isinstance(way, str):
            left_out.append(way)
            continue
        found = outputs(way)
        different += found != first
        print(f"{found[:12] if len(found) == 64 else '-' * 12}  {way.name}{'' if found == first else '  DIFFERENT'}", flush=True)
        if len(found) != 64:
            print(found)
    for each in left_out:
        print(f"not run       {each}")
    print("all the same" if not different else f"{different} differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
