"""A discount, and the price before and after it: "20 percent off ... a list price of $2,500 ... with the discount it comes to $2,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from qcheck.extraction.discourse.article import Article
from qcheck.extraction.discourse.relations.sequence import Row
from qcheck.extraction.discourse.relations.terms import PERCENT, multiple
from qcheck.extraction.discourse.relations.ties import relation
from qcheck.extraction.numbers.scan import trie
from qcheck.language.pack import Pack
from qcheck.model.claim import Claim, changed

_BESIDE = 30  # characters behind and before a share that say that it is a discount
_LED = 34  # and before a price that say that it is the one before the discount
_FAR = 12  # sentences from a discount to its prices
_SLIP = (0.5, 2.0)  # what a discount by a slip is of the right one
_MONEY = 3  # letters of a currency's code


def discounts(article: Article, rows: Sequence[Row]) -> Iterator[Claim]:
    """Rows `percent_change` (discount, price after, list price), each only likely; none for a discount that some prices give."""
    if not any("discounts" in row.says for row in rows):
        return
    claims = [c for row in rows for c in row.claims if c.value_low == c.value_high]
    prices = [c for c in claims if len(c.unit) == _MONEY and c.unit.isupper()]
    shares = [c for c in claims if c.unit == PERCENT and 0 < c.value_low < 100 and _is_discount(article, c)]
    if len({c.value_low for c in shares}) != 1:
        return
    share = shares[0]
    near = [p for p in prices if abs(p.sentence - share.sentence) <= _FAR]
    pairs = [
        (after, before)
        for before in near
        for after in near
        if after.start > before.start and after.value_low < before.value_low and after.sentence - before.sentence <= 1
        if _is_list_price(article, before) or _is_discount(article, after)
    ]
    off = [100 * (1 - multiple(a.value_low, b.value_low)) for a, b in pairs]
    if any(share.low <= size <= share.high for size in off):
        return
    wrong = [pair for pair, size in zip(pairs, off, strict=True) if _SLIP[0] <= multiple(share.value_low, size) <= _SLIP[1]]
    if len({(a.value_low, b.value_low) for a, b in wrong}) == 1:
        after, listed = wrong[0]
        tie = relation(article, "percent_change", (share, after, listed), trend="down", reason="a discount between two prices")
        yield changed(tie, modality="possible")


def _is_discount(article: Article, share: Claim) -> bool:
    around = article.lowered[max(share.sentence_start, share.start - _BESIDE) : min(share.sentence_end, share.end + _BESIDE)]
    return _words(article.pack)["discounts"].search(around) is not None


def _is_list_price(article: Article, price: Claim) -> bool:
    before = article.lowered[max(price.sentence_start, price.start - _LED) : price.start]
    behind = article.lowered[price.end : min(price.sentence_end, price.end + _BESIDE)]
    return any(_words(article.pack)["list_price"].search(text) is not None for text in (before, behind))


@cache
def _words(pack: Pack) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(rf"(?<!\w)(?:{trie(pack.relations.words[name])})(?!\w)") for name in ("discounts", "list_price")}
