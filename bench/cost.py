"""How long checking takes on one core: `python -m bench.cost [stories]`, by default 2,000 stories and a tenth of them.

Each story is told by five articles within days, with names and rare words of its own and some that all share, and has fifty claims: the
dead, the hurt, things supplied, lost and damaged. Run by `make bench`.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from qcheck.checking.check import findings
from qcheck.checking.corpus import corpus_of
from qcheck.checking.rules import load_rules
from qcheck.model.claim import Claim, content_id

ARTICLES, CLAIMS = 5, 10
COMMON = [f"common{n}" for n in range(60)]
THINGS = (("person", "kill"), ("person", "injure"), ("pump", "supply"), ("ship", "lose"), ("house", "damage"))


def story(number: int) -> Iterator[Claim]:
    """The rows of one story."""
    begin = date(2024, 1, 1) + timedelta(days=number % 300)
    names = [f"Name{number} Family{number * 7 % 997}", f"Place{number % 500} Hill", f"House{number} Works"]
    words = (
        [f"Word{number}x{n}" for n in range(6)]
        + [f"word{number}x{n}" for n in range(6)]
        + [COMMON[(number * 13 + n) % len(COMMON)] for n in range(12)]
    )
    for at in range(ARTICLES):
        document = f"{number:06}-{at}"
        day = (begin + timedelta(days=at // 2)).isoformat()
        yield Claim(
            claim=content_id(document),
            role="document",
            document=document,
            language="en",
            published=day,
            published_from="dateline",
            title=f"Story {number}",
            names=";".join(names),
            words=";".join(words),
        )
        for n in range(CLAIMS):
            of, event = THINGS[n % len(THINGS)]
            low = float(3 + (number + n) % 40 + (at * n) % 3)
            start = 100 * n
            yield Claim(
                claim=content_id(document, n),
                role="claim",
                document=document,
                language="en",
                start=start,
                end=start + 10,
                quote=f"{low:g} {of}s",
                low=low,
                high=math.inf if n % 7 == 6 else low,
                closed="[)" if n % 7 == 6 else "[]",
                value_low=low,
                value_high=low,
                modifier="at_least" if n % 7 == 6 else "exact",
                unit="count",
                of=of,
                event=event,
                record="main" if n < 6 else "",
                zone="headline" if n == 0 else "lede" if n < 6 else "body",
                sentence=n + 1,
                sentence_text=f"{low:g} {of}s were told of at {names[1]} near the {words[n]} and the {words[-n - 1]}.",
                within=f"../{day}",
            )


def main(stories: int) -> None:
    """Prints the seconds for a tenth of the stories and for all, and how many findings there are."""
    rules = load_rules()
    for number in (stories // 10, stories):
        rows = [row for n in range(number) for row in story(n)]
        claims = sum(row.role == "claim" for row in rows)
        began = time.process_time()
        found = findings(corpus_of(rows), rules)
        print(f"{claims:>9,} claims of {number:,} stories: {time.process_time() - began:6.1f} s, {len(found):,} findings")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
