"""Articles that are nearly copies of others (an agency's text with another headline): what they say alike is said by one voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

from qcheck.model.claim import Claim

# on a pile of news, pairs that share this much were one text printed twice; the next ones below were reports of one event
SHARED_WORDS, SHARED_SAYINGS, FEWEST_SAYINGS = 0.75, 0.65, 3
COMMON_SAYING = 200  # articles that say the same before it tells nothing of who copied from whom


def originals(articles: Mapping[str, Sequence[Claim]]) -> dict[str, str]:
    """Document -> the first document that it nearly copies, or itself; `articles` holds the rows of each, sorted by document."""
    words = {document: _words(rows) for document, rows in articles.items()}
    sayings = {document: {saying(row) for row in rows if row.role != "document"} for document, rows in articles.items()}
    told: dict[Hashable, list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for document, own in sayings.items():
        shared = Counter(other for said in own if len(told[said]) <= COMMON_SAYING for other in told[said])
        near = [
            other
            for other, number in shared.items()
            if number >= max(FEWEST_SAYINGS, SHARED_SAYINGS * max(len(own), len(sayings[other])))
            and len(words[document] & words[other]) >= SHARED_WORDS * len(words[document] | words[other])
        ]
        first[document] = first[min(near)] if near else document
        for said in own:
            told[said].append(document)
    return first


def saying(row: Claim) -> tuple[Hashable, ...]:
    """What a row says and of what, without where."""
    return row.role, row.quote, row.of, row.event, row.modality, str(row.low), str(row.high)


def _words(rows: Sequence[Claim]) -> frozenset[str]:
    return frozenset(word for row in rows if row.role == "document" for word in row.words.split(";") if word)
