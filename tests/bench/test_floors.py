"""The reading of other people's sentences does not get worse: floors slightly under the figures reached on the development half."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).parents[3] / "shared" / "bench"
FLOORS = {
    "number/en": 92, "number/de": 92, "numberrange/en": 88, "numberrange/de": 100, "percentage/en": 62, "percentage/de": 100,
    "ordinal/en": 91, "ordinal/de": 92, "currency/en": 88, "currency/de": 100, "dimension/en": 89, "dimension/de": 100,
    "age/en": 100, "age/de": 100, "date/en": 90, "date/de": 100, "daterange/en": 87, "daterange/de": 88, "duration/en": 100,
    "duration/de": 100,
}  # fmt: skip
"""Percent of cases passed; of few cases, all that pass today."""
NEWS = {"value": 95.5, "change": 90.3, "unit": 87.5, "full": 82.3}
"""F1 on news."""
CLUSTERS = {
    "claim_recall": 94.0, "claim_right": 88.5, "conflict_precision": 90.0, "conflict_precision_all": 70.0, "conflict_recall": 15.0,
    "with_review_recall": 23.0, "review_precision": 48.0, "inside_recall": 18.0, "update_precision": 75.0, "update_recall": 10.0,
}  # fmt: skip
"""Percent, of judged claims and pairs of clusters that tell of one event."""


def scored(name: str, folder: Path) -> dict[str, Any]:
    """What a public scorer prints of this checkout."""
    if not (BENCH / name).is_file():
        pytest.skip("the sentences of ../shared/bench are not here")
    out = folder / "figures.json"
    subprocess.run([sys.executable, str(BENCH / name), "--json", str(out)], check=True, capture_output=True, timeout=240)
    figures: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return figures


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return scored("score_quantities.py", tmp_path_factory.mktemp("quantities"))


@pytest.fixture(scope="module")
def clusters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return scored("score_clusters.py", tmp_path_factory.mktemp("clusters"))


@pytest.mark.parametrize(("column", "floor"), NEWS.items())
def test_news(figures: dict[str, Any], column: str, floor: float) -> None:
    assert figures["newsquant"][column] >= floor


@pytest.mark.parametrize(("task", "floor"), FLOORS.items())
def test_specs(figures: dict[str, Any], task: str, floor: float) -> None:
    assert figures[task] >= floor


@pytest.mark.parametrize(("figure", "floor"), CLUSTERS.items())
def test_clusters(clusters: dict[str, Any], figure: str, floor: float) -> None:
    assert clusters[figure] >= floor


def test_drafts_are_found_out_and_right_ones_are_silent(tmp_path: Path) -> None:
    figures = scored("score_drafts.py", tmp_path)
    assert (figures["hit"], figures["alarm"], figures["right_doubt"], figures.get("crash", 0)) == (10, 0, 0, 0)
