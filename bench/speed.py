"""Characters a second of qcheck.parse, qcheck.extract and quantulum3's parser on the same invented texts: `make bench`.

Each is timed on one core after a first call, as the best of several rounds; the first call of a new process is timed apart, and so are
single lines of a million characters, which should take no longer than prose of that length.
"""

from __future__ import annotations

import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date

import pandas as pd

import qcheck

SECONDS = 3.0

NEWS = """The council of Ostby has bought more than 400 bicycles since August, the mayor said on Tuesday. They stand at the railway \
station, at both schools and in front of the hospital, and everybody who lives in the town may ride them without paying.

The plan had been disputed for years. Shopkeepers in the old town feared for their customers, and the owners of the garages warned \
that nobody would rent a space any more. "We have listened to everyone," said the mayor, Tove Lind, who has led the town since 2019. \
She pointed to the neighbouring district, where a similar scheme has been running quietly for a long time.

The bicycles cost 1.3 million crowns, of which the region pays a third. Repairs are done by a workshop that employs people who have \
been out of work. Whether that is enough will be seen in winter, when the roads along the river are icy and the bridges are closed \
to lorries. The council meets again next month, and the opposition has already asked for the figures.
"""

GERMAN = """Die Stadt Ostby hat seit August mehr als 400 Fahrräder gekauft, wie die Bürgermeisterin am Dienstag sagte. Sie kosteten \
1,3 Millionen Euro, 5 Prozent mehr als geplant; ein Drittel davon zahlt das Land."""

DENSE = """Sales rose 12.5 percent to 3.4 billion euros in the first quarter, from 3.0 billion a year earlier; profit fell to \
between 210 and 230 million euros. The group employs about 41,200 people in 27 countries, 1,300 more than in 2022. A share costs \
45.70 euros, 3 percent less than on Monday. Nearly two thirds of the 580 shops are in towns of more than 50,000 people. \
On 14 May 2024 the group paid 2.5 million dollars for 120 trucks of 7.5 tonnes, which drive at most 80 kilometres an hour.
"""


LINE = 1_000_000
LINES = [*'7 ,.-aA$"(\n\u00a0', "1-", "1/", "1 ", "a ", "2022 ", "12:30 ", "one ", "hundert"]


def rate(call: Callable[[], object], characters: int) -> float:
    """Characters a second of the fastest of the calls that fit into the time."""
    call()
    best, end = float("inf"), time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        call()
        best = min(best, time.perf_counter() - start)
    return characters / best


def first_call(code: str) -> float:
    """Seconds of the first call in a new process, its imports included."""
    timed = f"import time\nstart = time.perf_counter()\n{code}\nprint(time.perf_counter() - start)"
    return float(subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True).stdout.splitlines()[-1])


def measure(name: str, text: str) -> None:
    """Print the three rates on twenty articles of this text, and what they are beside that of quantulum3."""
    with warnings.catch_warnings(action="ignore"):
        from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    texts = [f"{text}\n{number}\n" for number in range(20)]
    characters = sum(map(len, texts))
    documents = pd.DataFrame(
        {"document": [f"{n}.txt" for n in range(20)], "text": texts, "language": "en", "published": "2024-05-14", "title": ""}
    )
    readers: dict[str, Callable[[], object]] = {
        "qcheck.parse": lambda: [qcheck.parse(each, language="en", published=date(2024, 5, 14)) for each in texts],
        "qcheck.extract": lambda: qcheck.extract(documents),
        "quantulum3 parser.parse": lambda: [parser.parse(each) for each in texts],
    }
    rates = {reader: rate(call, characters) for reader, call in readers.items()}
    print(name)
    for reader, speed in rates.items():
        print(f"  {reader:<24}{speed:>12,.0f} characters/s {speed / rates['quantulum3 parser.parse']:>8.1f} x quantulum3")


def frame(text: str) -> pd.DataFrame:
    """One article."""
    return pd.DataFrame({"document": ["1.txt"], "text": text, "language": "en", "published": "2024-05-14", "title": ""})


def measure_lines() -> None:
    """Print how long a line of a million characters takes, and prose of that length."""
    print(f"one line of {LINE:,} characters: seconds for parse_times, parse, extract")
    for name, text in (("prose", NEWS), *((repr(unit), unit) for unit in LINES)):
        line = (text * (LINE // len(text) + 1))[:LINE]
        spent = []
        for call in (
            lambda line=line: qcheck.parse_times(line, language="en", published=date(2024, 5, 14)),
            lambda line=line: qcheck.parse(line, language="en", published=date(2024, 5, 14)),
            lambda line=line: qcheck.extract(frame(line)),
        ):
            start = time.perf_counter()
            call()
            spent.append(time.perf_counter() - start)
        print(f"  {name:<12}", *(f"{seconds:>7.2f}" for seconds in spent))


def main() -> None:
    measure("ordinary news", NEWS)
    measure("number-dense text", DENSE)
    print("first call in a process")
    ours = f"import qcheck; qcheck.parse({NEWS!r}, language='en')"
    german = f"import qcheck; qcheck.parse({GERMAN!r}, language='de')"
    theirs = f"from quantulum3 import classifier, parser; classifier.USE_CLF = False; parser.parse({NEWS!r})"
    for reader, code in (("qcheck.parse", ours), ("qcheck.parse in German", german), ("quantulum3 parser.parse", theirs)):
        print(f"  {reader:<24}{first_call(code):>12.2f} s")
    measure_lines()


if __name__ == "__main__":
    main()
