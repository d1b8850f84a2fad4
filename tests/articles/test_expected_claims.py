"""What a careful reader takes from the real articles, row by row of the expectations that lie beside them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import qcheck
from qcheck.model.claim import Claim
from qcheck.model.desk import DatedFact, Desk
from qcheck.model.frames import from_frame
from qcheck.model.interval import Interval, numbers
from qcheck.model.timespan import days_from_text

FOLDER = Path(__file__).parents[2].parent / "shared" / "articles"
EXPECTED: dict[str, Any] = (
    yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8")) if (FOLDER / "expected.yaml").is_file() else {"articles": []}
)
pytestmark = pytest.mark.skipif(not EXPECTED["articles"], reason=f"no expected.yaml in {FOLDER}")


def rows(key: str) -> list[Any]:
    """One parameter for each row that the articles have under a key."""
    return [
        pytest.param(article["file"], row, id=f"{article['file'][:3]}-{row['quote'] if isinstance(row, dict) else row}")
        for article in EXPECTED["articles"]
        for row in article.get(key, ())
    ]


@cache
def desk() -> Desk:
    facts = EXPECTED["facts"]
    return Desk(tuple(DatedFact(f["name"], Interval(f["date"], f["date"]), {k: tuple(w) for k, w in f["words"].items()}) for f in facts))


@cache
def extracted() -> dict[str, list[Claim]]:
    """The rows of every article by its file name."""
    documents = qcheck.read([FOLDER])
    found: dict[str, list[Claim]] = {}
    for row in from_frame(qcheck.extract(documents, desk=desk()), Claim):
        found.setdefault(row.document.rsplit("/", 1)[-1], []).append(row)
    return found


def plain(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def days(text: str) -> tuple[date | None, date | None, str]:
    span, unknown = days_from_text(text)
    return span.low, span.high, unknown


def interval(claim: Claim, which: str = "") -> str:
    prefix = f"{which}_" if which else ""
    low, high, closed = (getattr(claim, prefix + end) for end in ("low", "high", "closed"))
    return str(Interval(low, high, closed))


def matching(file: str, quote: str) -> list[Claim]:
    """The claims whose quote is, or holds, the words expected."""
    claims = [c for c in extracted()[file] if c.role == "claim"]
    exact = [c for c in claims if plain(c.quote) == plain(quote)]
    return exact or [c for c in claims if plain(quote) in plain(c.quote)]


@pytest.mark.parametrize(("file", "row"), rows("claims"))
def test_every_claim_is_read_as_expected(file: str, row: dict[str, Any]) -> None:
    found = matching(file, row["quote"])
    if not found and row.get("optional"):
        pytest.skip("optional, and not found")
    assert found, [c.quote for c in extracted()[file] if c.role == "claim"]
    claim = found[0]
    assert interval(claim) == str(numbers(row["hard"]))
    assert interval(claim, "typical") == str(numbers(row.get("typical", row["hard"])))
    assert claim.unit == row["unit"]
    for field in ("of", "event", "recipient", "modality"):
        if field in row:
            wanted = row[field] if isinstance(row[field], list) else [row[field]]
            assert getattr(claim, field) in wanted, field
    if "agent" in row:
        assert claim.agent.split(";") == (sorted(row["agent"]) if isinstance(row["agent"], list) else [row["agent"]])
    if "time" in row:
        assert days(claim.within) == days(row["time"])
    if "by" in row:
        wanted = row["by"] if isinstance(row["by"], list) else [row["by"]]
        assert any((name is None and not claim.by) or (name and name in claim.by) for name in wanted), claim.by


@pytest.mark.parametrize(("file", "row"), rows("not_quantities"))
def test_what_is_no_quantity_is_no_claim(file: str, row: str) -> None:
    claims = [c for c in extracted()[file] if c.role == "claim" and c.modifier != "vague"]
    assert not [c.quote for c in claims if re.fullmatch(rf"\W*{re.escape(row)}\W*", c.quote) or row in c.quote]


@pytest.mark.parametrize(("file", "row"), rows("dates"))
def test_every_date_is_read_as_expected(file: str, row: dict[str, str]) -> None:
    times = [c for c in extracted()[file] if c.role == "time" and plain(c.quote) in plain(row["quote"])]
    assert any(days(c.within) == days(row["time"]) for c in times), [(c.quote, c.within) for c in extracted()[file] if c.role == "time"]


@pytest.mark.parametrize("file", [a["file"] for a in EXPECTED["articles"]])
def test_language_and_date_of_every_article(file: str) -> None:
    article = next(a for a in EXPECTED["articles"] if a["file"] == file)
    row = next(c for c in extracted()[file] if c.role == "document")
    assert row.language == article["language"]
    assert row.published == (article["published"].isoformat() if article["published"] else "")


@pytest.mark.parametrize("file", [a["file"] for a in EXPECTED["articles"] if "repeats" in a])
def test_what_stands_twice_has_a_row_for_each_place(file: str) -> None:
    found = extracted()[file]
    ids = {c.claim for c in found if c.role == "claim" and not c.same_as}
    again = [c for c in found if c.role == "claim" and c.same_as]
    assert again
    assert all(c.same_as in ids for c in again)
    assert any(c.role == "repeat" for c in found)
