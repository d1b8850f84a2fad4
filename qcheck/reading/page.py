"""What an HTML page says of itself: its headline, date, source and language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qcheck.reading.dateline import date_alone
from qcheck.reading.encoding import clean

# names of <meta> elements (property, name or itemprop), the surest first
DATES = (
    *("article:published_time", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "publication_date", "publish-date", "pubdate"),
    *("date",),
)
TITLES = ("og:title", "twitter:title", "dc.title")
SOURCES = ("og:site_name", "application-name", "dc.publisher", "author")
MAX_DEPTH = 12  # of JSON-LD


@dataclass(frozen=True, slots=True)
class Page:
    """Each is "" where the page does not say; `published` is an ISO date."""

    title: str
    published: str
    source: str
    language: str


def page(tree: Any) -> Page:
    """What the head, the JSON-LD and the `<time>` elements of a parsed page say."""
    metas = _metas(tree)
    linked = list(_linked_data(tree))
    return Page(_title(tree, metas, linked), _published(tree, metas, linked), _source(metas, linked), _language(tree, metas))


def _metas(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        for key in ("property", "name", "itemprop", "http-equiv"):
            if element.get(key) and element.get("content"):
                metas.setdefault(element.get(key).strip().lower(), _one_line(element.get("content")))
    return metas


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that are articles."""
    for element in tree.iter("script"):
        if "ld+json" in element.get("type", "").lower():
            try:
                yield from _articles(json.loads(element.text or "", strict=False), 0)
            except (ValueError, RecursionError):
                continue  # a page's broken metadata is as good as none


def _articles(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(node, dict):
        if "datePublished" in node or "headline" in node:
            yield node
        for value in node.values():
            yield from _articles(value, depth + 1)
    elif isinstance(node, list):
        for value in node:
            yield from _articles(value, depth + 1)


def _title(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]]) -> str:
    """The one <h1> where the head confirms it, since that is what a reader sees; else what the head says."""
    heads = [_one_line("".join(element.itertext())) for element in tree.iter("h1")]
    titles = [metas[name] for name in TITLES if name in metas]
    titles += [_one_line(each["headline"]) for each in linked if isinstance(each.get("headline"), str)]
    titles += [_one_line("".join(element.itertext())) for element in tree.iter("title")]
    seen = next((head for head in heads if head and any(head.casefold() in title.casefold() for title in titles)), "")
    return seen or next((title for title in titles if title), "") or (heads[0] if len(heads) == 1 else "")


def _published(tree: Any, metas: dict[str, str], linked: list[dict[str, Any]]) -> str:
    times = list(tree.iter("time"))
    marked = [each for each in times if each.get("pubdate") is not None or "published" in each.get("itemprop", "").lower()]
    inside = [each for article in tree.iter("article") for each in article.iter("time")]
    texts = [metas[name] for name in DATES[:4] if name in metas]
    texts += [each["datePublished"] for each in linked if isinstance(each.get("datePublished"), str)]
    texts += [metas[name] for name in DATES[4:] if name in metas]
    texts += [each.get("datetime") or "".join(each.itertext()) for each in (marked or inside or times)[:1]]
    return next((day.isoformat() for text in texts if (day := date_alone(_one_line(text)))), "")


def _source(metas: dict[str, str], linked: list[dict[str, Any]]) -> str:
    publishers = [each.get("publisher") for each in linked]
    names = [each["name"] for each in publishers if isinstance(each, dict) and isinstance(each.get("name"), str)]
    return next((metas[name] for name in SOURCES if metas.get(name)), "") or next((_one_line(name) for name in names), "")


def _language(tree: Any, metas: dict[str, str]) -> str:
    root = next(iter(tree.iter("html")), None)
    return (root.get("lang") or root.get("xml:lang") or "" if root is not None else "") or metas.get("content-language", "")


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())
