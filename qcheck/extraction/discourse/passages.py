"""What stands twice in an article: whole paragraphs, sentences in other wording, and the same claim again."""

from __future__ import annotations

import re
from collections import Counter

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.zones import SENTENCE_ENDS
from qcheck.model.claim import Claim, changed, content_id

_LONG = 40  # characters; what is shorter may stand anywhere
_STORY = 200  # characters from which on a passage without a claim is worth a word
_WORD = re.compile(r"[^\W_]+")
_HEAD = re.compile(r"[\W_]*([^\W_]+)[\W_]+([^\W_]+)")
_ALIKE = 0.6  # of the words of the shorter sentence: the same claim again
_REWORDED = 0.7  # of all words of both: the same sentence in other words
_FEWEST = 8
_COMPARED = 20  # of the claims with one number, the last ones


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _keys(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The words of each passage; "" where no other one begins with the same two words, since then none is the same."""
    heads = [_HEAD.match(text, start, end) for start, end in spans]
    begins = [(head[1].lower(), head[2].lower()) if head else None for head in heads]
    if len(set(begins)) == len(begins):
        return [""] * len(begins)
    times = Counter(begins)
    return [_key(text[start:end]) if times[begin] > 1 else "" for begin, (start, end) in zip(begins, spans, strict=True)]


def repeats(article: Article, claims: list[Claim], blank: Claim) -> list[Claim]:
    """A row of role repeat for each run of paragraphs that stood before, and for each other long sentence that did.

    Only passages of the story: those that hold a claim or are long; no headings, captions or notices.
    """
    told = {claim.sentence_start for claim in claims if claim.role == "claim"}
    rows: list[Claim] = []
    seen: dict[str, int] = {}
    covered: set[int] = set()
    run: list[int] = []
    for paragraph, key in zip(article.paragraphs, _keys(article.text, [(p.start, p.end) for p in article.paragraphs]), strict=True):
        again = len(key) >= _LONG and key in seen and paragraph.zone != "caption" and article.text[paragraph.end - 1] in SENTENCE_ENDS
        if again:
            run.append(paragraph.number)
        elif run:
            rows += _row(article, blank, run, told)
            run = []
        seen.setdefault(key, paragraph.number)
        if again:
            covered.add(paragraph.number)
    if run:
        rows += _row(article, blank, run, told)
    heard: set[str] = set()
    for sentence, key in zip(article.sentences, _keys(article.text, [(s.start, s.end) for s in article.sentences]), strict=True):
        if (
            len(key) >= _LONG
            and key in heard
            and sentence.start in told
            and sentence.paragraph.zone != "caption"
            and article.text[sentence.end - 1] in SENTENCE_ENDS
            and sentence.paragraph.number not in covered
        ):
            rows.append(_repeat(blank, sentence.start, sentence.end, article.document.text, "the same sentence stood before"))
        heard.add(key)
    return rows


def _row(article: Article, blank: Claim, run: list[int], told: set[int]) -> list[Claim]:
    first, last = article.paragraphs[run[0] - 1], article.paragraphs[run[-1] - 1]
    if last.end - first.start < _STORY and not any(first.start <= start < last.end for start in told):
        return []
    words = "the same paragraph stood before" if len(run) == 1 else f"the same {len(run)} paragraphs stood before"
    return [_repeat(blank, first.start, last.end, article.document.text, words)]


def _repeat(blank: Claim, start: int, end: int, text: str, reason: str) -> Claim:
    line = text[start:end].split("\n")[0]
    quote = line if len(line) <= 120 else line[:120].rsplit(" ", 1)[0]
    ident = content_id(blank.document, start, end, "repeat", quote)
    return changed(blank, role="repeat", claim=ident, start=start, end=start + len(quote), quote=quote, reason=reason)


def link_repeats(article: Article, claims: list[Claim], blank: Claim) -> list[Claim]:
    """The claims with `same_as` where one says what an earlier one says, and repeat rows for sentences that say it in other words."""
    rows: list[Claim] = []
    first: dict[tuple[object, ...], list[Claim]] = {}
    noted: set[int] = set()
    for claim in claims:
        key = (claim.low, claim.high, claim.closed, claim.value_low, claim.unit, claim.of, claim.event)
        twin = next((c for c in first.get(key, [])[-_COMPARED:] if _alike(article, c, claim)), None)
        if twin is None:
            first.setdefault(key, []).append(claim)
            rows.append(claim)
            continue
        rows.append(changed(claim, same_as=twin.claim))
        if claim.sentence not in noted and not {claim.zone, twin.zone} & {"headline", "caption"} and _reworded(article, twin, claim):
            noted.add(claim.sentence)
            row = _repeat(
                blank, claim.sentence_start, claim.sentence_end, article.document.text, "the same statement stood before in other words"
            )
            rows.append(changed(row, same_as=twin.claim))
    return rows


def _said(article: Article, claim: Claim) -> set[str]:
    return set(_key(article.text[claim.sentence_start : claim.sentence_end]).split())


def _reworded(article: Article, one: Claim, other: Claim) -> bool:
    """Whether the sentences of two claims are one in other words, a slip of copying; more than both telling the same."""
    first, second = _said(article, one), _said(article, other)
    return first != second and min(len(first), len(second)) >= _FEWEST and len(first & second) >= _REWORDED * len(first | second)


def _alike(article: Article, one: Claim, other: Claim) -> bool:
    if one.sentence == other.sentence or (one.time_quote and other.time_quote and one.within != other.within):
        return False
    if any(mine and its and mine != its for mine, its in ((one.agent, other.agent), (one.recipient, other.recipient))):
        return False
    first, second = _said(article, one), _said(article, other)
    return len(first & second) >= _ALIKE * max(1, min(len(first), len(second))) and min(len(first), len(second)) >= 4
