"""A door under atheris, which looks for inputs that reach new code: `python -m tests.fuzz.coverage_guided DOOR -max_total_time=60`.

What follows the door goes to libFuzzer. Without atheris the same door gets the seeded stream of `tests.fuzz.seeds` instead, as many inputs
as `-runs` says. Ends with an error, and keeps the input, at the first broken promise.
"""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from itertools import islice
from pathlib import Path


def main(door: str, options: list[str]) -> None:
    if importlib.util.find_spec("atheris") is None:
        _without_atheris(door, options)
        return
    import atheris

    with atheris.instrument_imports(include=["qcheck"]):
        from tests.fuzz.doors import DOORS
    from tests.fuzz.seeds import HOSTILE, seeds

    with tempfile.TemporaryDirectory() as where:
        corpus, words = Path(where, "corpus"), Path(where, "words")
        corpus.mkdir()
        for number, data in enumerate(seeds(door)):
            (corpus / f"{number:03}").write_bytes(data)
        lines = ("".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass")) for word in HOSTILE)
        words.write_text("".join(f'"{line}"\n' for line in lines), encoding="ascii")
        atheris.Setup([sys.argv[0], str(corpus), f"-dict={words}", "-timeout=20", "-rss_limit_mb=3000", *options], DOORS[door])
        atheris.Fuzz()


def _without_atheris(door: str, options: list[str]) -> None:
    from tests.fuzz.doors import DOORS
    from tests.fuzz.seeds import stream

    runs = next((int(option.removeprefix("-runs=")) for option in options if option.startswith("-runs=")), 1000)
    print(f"atheris is not installed: {runs} inputs of the seeded stream instead")
    for number, data in enumerate(islice(stream(door, 1), runs)):
        try:
            DOORS[door](data)
        except BaseException:
            Path(f"crash-{door}-{number}").write_bytes(data)
            raise


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
