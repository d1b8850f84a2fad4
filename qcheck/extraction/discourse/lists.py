"""Items that a text lists after it counted them: runs of names joined by commas and a conjunction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.attribution import person_runs
from qcheck.extraction.discourse.concepts import concept
from qcheck.extraction.discourse.marks import Reading
from qcheck.extraction.discourse.names import People
from qcheck.extraction.discourse.sentences import Sentence, standing
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, content_id

_LONGEST = 120
_FEWEST = 2


def lists(article: Article, claims: Sequence[Claim], people: People) -> list[Claim]:
    """A row of role list for each run of names in a sentence that counts something or follows one that does.

    `members` holds the names joined by ;, `of` the concept of the word that the list explains ("The winners are ..."), if there is one.
    """
    counting = {c.sentence + later for c in claims for later in (0, 1)}
    rows = []
    for number in sorted(counting & set(range(1, len(article.sentences) + 1))):
        sentence = article.sentences[number - 1]
        behind = _behind(article.pack).findall(article.text, sentence.start, sentence.end)
        if sum(map(str.isupper, behind)) < _FEWEST or article.text.count(",", sentence.start, sentence.end) == 0:
            continue  # of three names two stand right behind a sign or conjunction
        reading = article.reading(sentence)
        for run in _joined(reading, person_runs(article, people, reading, 0, len(reading.tokens) - 1)):
            row = _row(article, sentence, reading, run)
            if row is not None:
                rows.append(row)
    return rows


@cache
def _behind(pack: Pack) -> re.Pattern[str]:
    """The first letter of each word right behind signs or conjunctions that part names."""
    joint = rf"(?<!\w)(?i:{trie(word.lower() for word in pack.cues.coordinators)})(?!\w)"
    return re.compile(rf"(?:(?<![,()\d])[,()\d]|{joint})(?:[,()\d\s]|{joint})*+([^\W\d_])")


def _joined(reading: Reading, runs: list[tuple[int, int, str]]) -> list[list[tuple[int, int, str]]]:
    """The names that only commas, conjunctions and numbers part, from three on, or from two with a conjunction between."""
    groups: list[list[tuple[int, int, str]]] = []
    for run in runs:
        between = range(groups[-1][-1][1] + 1, run[0]) if groups else range(0)
        plain = all(
            reading.tokens[i].text in (",", "(", ")") or reading.tokens[i].text.isdigit() or reading.at("coordinators", i) for i in between
        )
        if groups and plain and len(between) > 0:
            groups[-1].append(run)
        else:
            groups.append([run])
    return [g for g in groups if len(g) > _FEWEST]


def _row(article: Article, sentence: Sentence, reading: Reading, run: list[tuple[int, int, str]]) -> Claim | None:
    start, end = reading.tokens[run[0][0]].start, reading.tokens[run[-1][1]].end
    if end - start > _LONGEST:
        return None
    quote = article.document.text[start:end]
    return Claim(
        claim=content_id(article.document.document, start, end, "list", quote),
        role="list",
        document=article.document.document,
        language=article.document.language,
        start=start,
        end=end,
        quote=quote,
        of=_named(article, reading, run[0][0]),
        members=";".join(name.replace(";", ",") for _, _, name in run),
        **standing(sentence, article.document.text),
    )


def _named(article: Article, reading: Reading, first: int) -> str:
    """The concept of the nearest word before a list that the pack knows."""
    for index in range(first - 1, max(-1, first - 8), -1):
        word = reading.tokens[index].text
        found = concept(word, pack=article.pack, desk=article.desk) if word.isalpha() else None
        if found is not None and found.lemma in article.pack.concepts.things:
            return found.lemma
    return ""
