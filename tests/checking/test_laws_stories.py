"""Laws from the text to the findings, over stories in two languages; each test is named after its law."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import _lru_cache_wrapper

from hypothesis import given
from hypothesis import strategies as st

from qcheck.checking import check
from qcheck.checking.corpus import corpus_of
from qcheck.checking.examples import documents_of
from qcheck.checking.rules import load_rules
from qcheck.extraction.claims import claims_of
from qcheck.model.claim import Claim
from qcheck.model.document import Document
from qcheck.model.finding import Finding
from qcheck.testing.strategies import Story, stories

EXAMPLES = [documents_of(example) for rule in load_rules() for example in rule.examples if example.outcomes and not example.todo]
CYCLE = 400  # years, after which weekdays and leap years come again
_YEAR = re.compile(r"\b\d{4}\b")


def rows_of(documents: Iterable[Document]) -> list[Claim]:
    return [row for document in documents for row in claims_of(document)]


def findings(rows: Iterable[Claim]) -> list[Finding]:
    return check.findings(corpus_of(rows), load_rules())


def told(found: Sequence[Finding]) -> Counter[tuple[str, str, str]]:
    return Counter((f.rule, f.outcome, f.fingerprint) for f in found)


@given(stories())
def test_every_quote_of_a_finding_stands_in_its_text_at_its_offsets(story: Story) -> None:
    texts = {document.document: document.text for document in story.documents}
    rows = rows_of(story.documents)
    by_id = {row.claim: row for row in rows}
    for finding in findings(rows):
        for claim in (by_id[ident] for ident in finding.claims.split()):
            assert claim.role == "document" or texts[claim.document][claim.start : claim.end] == claim.quote
        for quote in re.findall("“([^”]*)”", finding.message):
            assert any(quote in text for text in texts.values()), quote


@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(story: Story, random: object) -> None:
    shuffled = list(story.documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert findings(rows_of(shuffled)) == findings(rows_of(story.documents))


@given(stories())
def test_a_copy_of_an_article_under_another_name_adds_no_finding(story: Story) -> None:
    first = story.documents[0]
    for name in ("0", "z"):
        copied = [*story.documents, replace(first, document=name)]
        assert told(findings(rows_of(copied))) == told(findings(rows_of(story.documents)))


@given(stories())
def test_partitions_that_keep_topics_together_give_the_union(story: Story) -> None:
    rows = rows_of(story.documents)
    articles = [row for row in rows if row.role == "document"]
    parts: dict[tuple[str, str, str], list[Claim]] = {}
    for row in rows:
        if row.role == "claim":
            parts.setdefault((row.agent, row.recipient, row.of), []).append(row)
    union = {f for part in parts.values() for f in told(findings([*articles, *part]))}
    assert union == set(told(findings([row for row in rows if row.role in ("claim", "document")])))


@given(stories())
def test_cached_equals_uncached(story: Story) -> None:
    forget()
    cold_rows = rows_of(story.documents)
    forget()
    cold = findings(cold_rows)
    warm_rows = rows_of(story.documents)
    assert repr(warm_rows) == repr(cold_rows)
    assert findings(warm_rows) == cold


def forget() -> None:
    """Empty every cache of qcheck whose content depends on what was asked before; what comes from packs alone is the same for all."""
    for name in sorted(name for name in sys.modules if name.startswith("qcheck.")):
        for value in list(vars(sys.modules[name]).values()):
            if isinstance(value, _lru_cache_wrapper) and value.cache_parameters()["maxsize"] is not None:
                value.cache_clear()


def shifted(row: Claim, years: int) -> Claim:
    """The claim with all its days that many years later."""

    def later(text: str) -> str:
        return _YEAR.sub(lambda year: f"{int(year[0]) + years:04}", text)

    return replace(row, within=later(row.within), throughout=later(row.throughout), as_of=later(row.as_of), published=later(row.published))


@given(stories() | st.sampled_from(EXAMPLES), st.integers(1, 9))
def test_a_shift_of_all_dates_by_whole_cycles_of_400_years_changes_nothing(told_in: Story | list[Document], cycles: int) -> None:
    documents = told_in.documents if isinstance(told_in, Story) else told_in
    rows = [row for row in rows_of(documents) if row.role != "number"]  # a year written as a number stays in its words
    later = [shifted(row, CYCLE * cycles) for row in rows]
    assert [(f.rule, f.outcome, f.claims) for f in findings(later)] == [(f.rule, f.outcome, f.claims) for f in findings(rows)]
