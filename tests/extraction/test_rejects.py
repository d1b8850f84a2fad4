"""What is no quantity: every number of tests/corpora/<language>/rejects.yaml has its reason, and what only looks like one has none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import qcheck
from qcheck.extraction.nouns.rejects import not_a_quantity
from qcheck.extraction.quantities import read_quantities
from qcheck.language.pack import languages, load_pack
from qcheck.model.desk import EMPTY_DESK

CORPORA = Path(__file__).parent.parent / "corpora"


def corpora() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(CORPORA.glob("*/rejects.yaml")):
        yield path.parent.name, yaml.safe_load(path.read_text("utf-8"))


def marked(text: str) -> tuple[str, int, int]:
    """The text without its marks, and the place of the number meant (all of it, where it is not marked)."""
    start = text.find("[[[") + 1 or text.find("[[")
    end = text.find("]]", start) - 2
    plain = text[:start] + text[start + 2 : end + 2] + text[end + 4 :]
    return plain, start, end


REJECTED = [(language, text, reason) for language, corpus in corpora() for reason, texts in corpus["rejected"].items() for text in texts]
KEPT = [(language, text) for language, corpus in corpora() for text in corpus["kept"]]


@pytest.mark.parametrize(("language", "text", "reason"), REJECTED)
def test_a_number_that_is_no_quantity_has_its_reason(language: str, text: str, reason: str) -> None:
    plain, start, end = marked(text)
    assert not_a_quantity(plain, start, end, load_pack(language)) == reason


@pytest.mark.parametrize(("language", "text", "reason"), REJECTED)
def test_parse_gives_no_quantity_for_it(language: str, text: str, reason: str) -> None:
    plain, start, end = marked(text)
    found = qcheck.parse(plain, language=language)
    assert not [q.quote for q in found if q.start < end and start < q.end and q.unit != "ordinal"]


@pytest.mark.parametrize(("language", "text"), KEPT)
def test_what_only_looks_like_one_is_kept(language: str, text: str) -> None:
    plain = text.replace("[[", "").replace("]]", "")
    assert [q for q in qcheck.parse(plain, language=language) if q.unit == "count" and q.of]


@pytest.mark.parametrize("language", languages())
@given(text=st.text(alphabet=st.sampled_from("0123456789 .,:/-–()[]'’§#%$€abIone vomMay\n"), min_size=1, max_size=60), data=st.data())
def test_any_span_of_any_text_has_an_answer(language: str, text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    reason = not_a_quantity(text, start, end, load_pack(language))
    assert reason is None or reason


@pytest.mark.parametrize("language", languages())
def test_every_number_is_a_quantity_or_has_a_reason(language: str) -> None:
    text = "\n".join(marked(text)[0] for code, text, _ in REJECTED if code == language)
    _, rejected = read_quantities(text, pack=load_pack(language), desk=EMPTY_DESK, timexes=())
    assert rejected and all(item.reason and item.quote == text[item.start : item.end] for item in rejected)
