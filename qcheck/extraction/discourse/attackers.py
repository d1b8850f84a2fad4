"""Whether the one who did it is dead, too, which an article may tell without a number: its other counts may leave him out or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.concepts import KILL, SUSPECT
from qcheck.extraction.discourse.sentences import sentence_at, standing
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed, content_id

_BEFORE = r"(?: [\w-]+){0,2}?"  # words before the noun for him ("including the suspected gunman")
_APPOSED, _NAME = r"(?:,[^.;:!?]{2,50}?,)?", r"(?: [\w.-]+){0,2}?"  # behind it ("the gunman, identified as ..., was killed")


def dead_attacker(article: Article, claims: Sequence[Claim], blank: Claim) -> list[Claim]:
    """A claim of one dead attacker, at the first words that tell it, where an article counts dead but none as an attacker."""
    counted = {c.of for c in claims if c.event == KILL and c.unit == "count" and c.record != "recalled"}
    if not counted or SUSPECT in counted:
        return []
    for match in _told(article.pack).finditer(article.plain):
        sentence = sentence_at(article.sentences, match.start())
        if sentence is None or match.end() > sentence.end:
            continue
        reading = article.reading(sentence)
        if reading.at("excluding", reading.index(match.start())):
            continue  # "not including the attacker"
        quote = article.document.text[match.start() : match.end()]
        return [
            changed(
                blank,
                claim=content_id(article.document.document, match.start(), match.end(), "claim", quote),
                role="claim",
                start=match.start(),
                end=match.end(),
                quote=quote,
                **dict.fromkeys(("low", "high", "typical_low", "typical_high", "value_low", "value_high"), 1.0),
                closed="[]",
                typical_closed="[]",
                unit="count",
                of=SUSPECT,
                event=KILL,
                **standing(sentence, article.document.text),
            )
        ]
    return []


@cache
def _told(pack: Pack) -> re.Pattern[str]:
    """By his own hand, among the dead, killed by somebody, or he died."""
    words = pack.implied.attacker
    noun = rf"{trie(word.lower() for word in pack.concepts.things[SUSPECT])}{trie(words.endings)}?"
    if pack.concepts.compounds:
        noun = rf"\w*{noun}"
    own_hand = trie(words.own_hand).replace(r"…\ ", r"(?:[\w.-]+ ){0,2}")
    return re.compile(
        rf"(?<!\w)(?:{own_hand}|{trie(words.among)}{_BEFORE} {noun}|{trie(words.killed)} {trie(words.articles)}{_BEFORE} {noun}"
        rf"|{noun}{_APPOSED}{_NAME} {trie(words.died)})(?!\w)"
    )
