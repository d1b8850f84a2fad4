"""Learns how much each piece of evidence counts for two articles being of one event, and writes qcheck/checking/events.yaml.

    python -m bench.events ../shared/bench/clusters.dev.jsonl ../shared/bench/clusters.unjudged.jsonl --stories tests/stories/*.jsonl

Each file holds clusters of articles about one event, a JSON object a line: {cluster, lang, articles: [{doc, published, title, text}]};
an article may have a `language` of its own. That two articles are of one cluster or of two is all that is learned from. The figures are
those of articles whose clusters the weights were not learned from (five parts). `--stories` are further files of other genres, a few
stories each, of different years: their pairs of one cluster count three times, those of two as if all were published on one day.
"""

from __future__ import annotations

import argparse
import json
import math
import zlib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np

from qcheck.checking.events import LEARNED, Evidence, evidence
from qcheck.checking.neighbours import candidates
from qcheck.checking.statement import Article, articles
from qcheck.extraction.claims import claims_of
from qcheck.model.document import Document

PARTS = 5
STEPS, RIDGE = 60, 1e-5
SURELY, LIKELY = 1.0, -0.5
WEIGHT = 3.0  # of a pair of one further story
ONE_DAY = {"within_a_day": 1.0, "within_a_week": 1.0, "within_a_month": 1.0}


class Pair(NamedTuple):
    one: str
    other: str
    evidence: Evidence
    story: bool


def _articles(paths: list[str]) -> tuple[dict[str, str], list[Article]]:
    home, rows = {}, []
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            cluster = json.loads(line)
            for told in cluster["articles"]:
                title = told["title"] or ""
                text = f"{title}\n\n{told['text']}"
                language = told.get("language") or cluster["lang"]
                document = Document(document=told["doc"], title=title, text=text, language=language, published=told["published"] or "")
                home[told["doc"]] = cluster["cluster"]
                rows += [row for row in claims_of(document) if row.role in ("document", "time", "claim")]
    return home, list(articles(rows).values())


def _stories(home: dict[str, str], found: list[Article]) -> Iterator[Pair]:
    for a, b in combinations(found, 2):
        one, other = home[a.document], home[b.document]
        if a.row.language == b.row.language:
            told = evidence(a, b)
            yield Pair(one, other, told if one == other else told._replace(**ONE_DAY), True)


def _fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method, each row with its weight; the constant stands last."""
    x = np.c_[x, np.ones(len(x))]
    b = np.zeros(x.shape[1])
    ridge = RIDGE * weight.sum() * np.diag([1.0] * (x.shape[1] - 1) + [0.0])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ b, -30, 30)))
        slope = x.T @ (weight * (p - y)) + ridge @ b
        b -= np.linalg.solve((x * (weight * p * (1 - p))[:, None]).T @ x + ridge + 1e-9 * np.eye(x.shape[1]), slope)
    return b


def main(paths: list[str], stories: list[str]) -> None:
    """Prints the figures and writes the weights."""
    home, found = _articles(paths)
    known, told = _articles(stories)
    pairs = [
        Pair(home[a.document], home[b.document], evidence(a, b), False) for a, b in candidates(found) if a.row.language == b.row.language
    ]
    pairs += _stories(known, told)
    names = Evidence._fields
    x = np.array([pair.evidence for pair in pairs])
    y = np.array([float(pair.one == pair.other) for pair in pairs])
    story = np.array([pair.story for pair in pairs])
    weight = np.where(story & (y == 1), WEIGHT, 1.0)
    part = np.array([[zlib.crc32(c.encode()) % PARTS for c in pair[:2]] for pair in pairs])
    score = np.zeros(len(y))
    for k in range(PARTS):
        learn, test = (part != k).all(axis=1), part[:, 0] == k
        b = _fit(x[learn], y[learn], weight[learn])
        score[test] = x[test] @ b[:-1] + b[-1]
    b = _fit(x, y, weight)
    together, apart = _pairs(home)
    lines = [
        f"# Made by bench/events.py from {len(home):,} articles: {together:,} pairs of one cluster, {apart:,} of two;",
        f"# and from {len(known):,} articles of other genres: {int(y[story].sum()):,} pairs of one cluster and language.",
        "# Part by part, with weights learned from the other parts, sums of at least s hold for so many pairs of one cluster and of two",
        "# (most of these tell of one event all the same: one text in two clusters, round-ups of one weekend), and of the other genres:",
    ]
    for s in (3.0, 2.0, 1.5, SURELY, 0.5, 0.0, LIKELY, -1.0):
        counts = [int((y[(score >= s) & (story == of)] == same).sum()) for of in (False, True) for same in (1, 0)]
        lines.append(f"#   s = {s:4.1f}: {counts[0]} and {counts[1]}; {counts[2]} and {counts[3]}")
    body = ["weights:", *(f"  {name}: {weight:.2f}" for name, weight in zip(names, b, strict=False))]
    lines += [*body, f"start: {b[-1]:.2f}", f"surely: {SURELY}", f"likely: {LIKELY}"]
    LEARNED.write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))


def _pairs(home: dict[str, str]) -> tuple[int, int]:
    """Pairs of articles of one cluster, and of two."""
    together = sum(n * (n - 1) // 2 for n in np.unique(list(home.values()), return_counts=True)[1])
    return together, math.comb(len(home), 2) - together


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--stories", nargs="*", default=[])
    asked = parser.parse_args()
    main(asked.paths, asked.stories)
