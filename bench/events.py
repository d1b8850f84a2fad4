"""Learns how much each piece of evidence counts for two articles being of one event, and writes qcheck/checking/events.yaml.

    python -m bench.events ../shared/bench/clusters.dev.jsonl ../shared/bench/clusters.unjudged.jsonl

Each file holds clusters of articles about one event, a JSON object a line: {cluster, lang, articles: [{doc, published, title, text}]}.
That two articles are of one cluster or of two is all that is learned from. The figures are those of articles whose clusters the weights
were not learned from (five parts).
"""

from __future__ import annotations

import json
import math
import sys
import zlib
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from qcheck.checking.events import LEARNED, Evidence, evidence
from qcheck.checking.neighbours import candidates
from qcheck.checking.statement import articles
from qcheck.extraction.claims import claims_of
from qcheck.model.document import Document

PARTS = 5
STEPS, RIDGE = 60, 1e-5
SURELY, LIKELY = 1.5, -1.5


class Pair(NamedTuple):
    one: str
    other: str
    evidence: Evidence


def _articles(paths: list[str]) -> tuple[dict[str, str], list[Any]]:
    home, rows = {}, []
    for path in paths:
        for line in Path(path).read_text("utf-8").splitlines():
            cluster = json.loads(line)
            for told in cluster["articles"]:
                title = told["title"] or ""
                text = f"{title}\n\n{told['text']}"
                document = Document(
                    document=told["doc"], title=title, text=text, language=cluster["lang"], published=told["published"] or ""
                )
                home[told["doc"]] = cluster["cluster"]
                rows += [row for row in claims_of(document) if row.role in ("document", "time")]
    return home, list(articles(rows).values())


def _fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method; the constant stands last."""
    x = np.c_[x, np.ones(len(x))]
    b = np.zeros(x.shape[1])
    ridge = RIDGE * len(y) * np.diag([1.0] * (x.shape[1] - 1) + [0.0])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ b, -30, 30)))
        b -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge + 1e-9 * np.eye(x.shape[1]), x.T @ (p - y) + ridge @ b)
    return b


def main(paths: list[str]) -> None:
    """Prints the figures and writes the weights."""
    home, found = _articles(paths)
    pairs = [Pair(home[a.document], home[b.document], evidence(a, b)) for a, b in candidates(found) if a.row.language == b.row.language]
    names = Evidence._fields
    x = np.array([pair.evidence for pair in pairs])
    y = np.array([float(pair.one == pair.other) for pair in pairs])
    part = np.array([[zlib.crc32(c.encode()) % PARTS for c in pair[:2]] for pair in pairs])
    score = np.zeros(len(y))
    for k in range(PARTS):
        learn, test = (part != k).all(axis=1), part[:, 0] == k
        b = _fit(x[learn], y[learn])
        score[test] = x[test] @ b[:-1] + b[-1]
    b = _fit(x, y)
    together = sum(n * (n - 1) // 2 for n in np.unique(list(home.values()), return_counts=True)[1])
    apart = math.comb(len(home), 2) - together
    lines = [
        f"# Made by bench/events.py from {len(home):,} articles: {together:,} pairs of one cluster, {apart:,} of two.",
        "# Part by part, with weights learned from the other parts, sums of at least s hold for so many pairs of one cluster and of two",
        "# (most of these tell of one event all the same: one text in two clusters, round-ups of one weekend):",
    ]
    for s in (3.0, 2.0, SURELY, 1.0, 0.0, -1.0, LIKELY):
        lines.append(f"#   s = {s:4.1f}: {int((y[score >= s] == 1).sum())} and {int((y[score >= s] == 0).sum())}")
    body = ["weights:", *(f"  {name}: {weight:.2f}" for name, weight in zip(names, b, strict=False))]
    lines += [*body, f"start: {b[-1]:.2f}", f"surely: {SURELY}", f"likely: {LIKELY}"]
    LEARNED.write_text("\n".join(lines) + "\n", "utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
