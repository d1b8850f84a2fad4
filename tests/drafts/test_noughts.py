"""Whatever a draft's numbers become, it is read and checked, and every number keeps its row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qcheck.checking.check import findings
from qcheck.checking.corpus import corpus_of
from qcheck.checking.rules import load_rules
from qcheck.extraction.claims import claims_of
from qcheck.files.yaml import read_yaml
from qcheck.model.document import Document
from tests.fuzz.doors import hold_claims

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
STEP = 3  # every third number of a draft at a time: what stands beside one that changed stays


def drafts() -> Iterator[Any]:
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        for number, draft in enumerate(read_yaml(path).data, 1):
            yield pytest.param(draft, id=f"{path.stem}-{number}-{draft['kind']}")


@pytest.mark.parametrize("draft", list(drafts()))
def test_a_number_that_becomes_nought_or_tiny_or_huge_breaks_nothing(draft: dict[str, Any]) -> None:
    text = f"{draft['title']}\n\n{draft['text']}"
    numbers = list(NUMBER.finditer(text))
    for first in range(STEP):
        changed = text
        for at, match in reversed(list(enumerate(numbers))[first::STEP]):
            changed = changed[: match.start()] + ("0", "0.0000001", "9" * 30)[at // STEP % 3] + changed[match.end() :]
        document = Document("d.txt", draft["title"], changed, draft["language"], draft["published"])
        claims = claims_of(document)
        hold_claims(document, claims)
        for finding in findings(corpus_of(claims), load_rules()):
            assert finding.message and finding.claims
