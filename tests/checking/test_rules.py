"""Rule files: what is refused, where, and with what advice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pydantic import TypeAdapter

import qcheck
from qcheck.checking import check
from qcheck.checking.corpus import corpus_of
from qcheck.checking.messages import fill
from qcheck.checking.rules import builtin_folder, load_rules
from qcheck.checking.selection import Selector, selects
from qcheck.model.errors import Problems, UsageProblem
from qcheck.model.finding import Finding
from qcheck.model.frames import columns
from tests.checking.story import article, said

RULE = (builtin_folder() / "arithmetic" / "share-above-100.yaml").read_text(encoding="utf-8")


def refused(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "mine" / "share.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_rules(file)
    assert caught.value.exit_code == 3
    return [str(problem).removeprefix(f"{file.as_posix()}:") for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("severity: error", "severity: fatal", "2:1: severity: input should be 'error', 'warning' or 'note'"),
        ("severity:", "sevrity:", "2:1: unknown key 'sevrity'; did you mean 'severity'?"),
        ("check: outside_limits", "check: outside_limit", "3:1: unknown kind of check 'outside_limit'; did you mean 'outside_limits'?"),
        ('"[0, 100]"', '"[0; 100]"', "4:8: within: not an interval: '[0; 100]'; write it as (400, inf) or [20, 30]"),
        ("{within:", "{inside:", "4:8: unknown key 'inside'; known keys: within"),
        ("look: claim", "look: articles", "5:1: outside_limits cannot look at articles; write claim"),
        ("look: claim", "look: sentense", "5:1: look.0: input should be 'claim', 'relation', 'sentence'"),
        ("modality: asserted", "modality: assertd", "select: modality: 'assertd' is none; did you mean 'asserted'?"),
        ("modality: asserted", "near: '(full'", "select: near: no pattern of RE2 (missing ): (full)"),
        ("modality: asserted", "range: '[5, 1]'", "select: range: an interval is never empty"),
        ("modality: asserted", "during: 2024-13", "select: during: not a date: '2024-13'"),
        ("modality: asserted", "during: 2024/?", "select: during: the days are unknown"),
        ("expect: conflict", "expect: [conflict, silent]", "is silent, or has outcomes, but not both"),
        ("why: A part", "severity: note\nwhy: A part", "the key 'severity' stands twice"),
        ("why: A part", "why: &a A part", "anchor &a"),
        ("title: A share", "off_in: x\ntitle: A share", "1:1: unknown key 'off_in'; remove it: it comes from qcheck.yml"),
        ("{unit:", "{unitt:", "6:1: select: unknown field 'unitt'; did you mean 'unit'?"),
        ("“{quote}” is more than all: a", "“{quot}” is more than all: a", "unknown placeholder {quot}; did you mean {quote}?"),
        ("{quote}” is more than all: a", "{quote.__class__}” is more than all: a", "unknown placeholder {quote.__class__}"),
        ("published: 2024-05-21", "published: 2024-15-21", "'2024-15-21' is no date; write it as 2022-02-24"),
        ("expect: conflict", "expect: update", "example 1 expects an outcome that has no message"),
        ("title: A share", "id: x\ntitle: A share", "1:1: unknown key 'id'; remove it: it comes from the file's place"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place_and_a_way_out(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in RULE
    assert any(told in line for line in refused(tmp_path, RULE.replace(old, new, 1)))


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        faulty = RULE.replace("severity: error", "severity: x").replace("\nhowto:", "\nhow:")
        (tmp_path / f"{name}.yaml").write_text(faulty, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_rules(tmp_path)
    assert len(caught.value.problems) == 6  # each: severity, how unknown, howto missing


def test_a_rule_needs_an_example_that_fires_and_a_near_miss(tmp_path: Path) -> None:
    silent = RULE.replace("expect: conflict", "expect: silent")
    assert any("no example fires" in line for line in refused(tmp_path, silent))


def test_the_path_is_the_id(tmp_path: Path) -> None:
    (tmp_path / "desk" / "money").mkdir(parents=True)
    file = tmp_path / "desk" / "money" / "shares.yaml"
    file.write_text(RULE, encoding="utf-8")
    assert [rule.id for rule in load_rules(file)] == ["money/shares"]
    assert [rule.id for rule in load_rules(tmp_path / "desk")] == ["money/shares"]
    assert [rule.id for rule in load_rules([*load_rules(file), builtin_folder()])][-1] == "money/shares"


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="holds no rule"):
        load_rules(tmp_path)


def test_messages_take_text_and_nothing_else() -> None:
    assert fill("{quote} of {article}", {"quote": "{article}", "article": ""}) == "{article} of –"


def test_the_frame_has_its_columns_also_when_empty() -> None:
    frame = qcheck.check(qcheck.extract(pd.DataFrame(columns=["document", "title", "text", "language", "published"])))
    assert list(frame.columns) == list(columns(Finding))


def test_a_frame_that_is_no_claims_frame_is_refused() -> None:
    with pytest.raises(UsageProblem, match="no column claim"):
        qcheck.check(pd.DataFrame({"text": ["x"]}))


def test_a_rule_of_ones_own_is_one_file(tmp_path: Path) -> None:
    file = tmp_path / "desk" / "seats.yaml"
    file.parent.mkdir()
    own = RULE.replace('"[0, 100]"', '"[0, 40]"').replace("A share above 100 percent", "More seats than there are")
    select = next(line for line in own.splitlines() if line.startswith("select:"))
    file.write_text(own.replace(select, "select: {of: seat}\nunless: [{by: Holt}]"), encoding="utf-8")
    rules = load_rules([builtin_folder(), file])
    assert "desk/seats" in [rule.id for rule in rules]

    def fires(**fields: Any) -> list[str]:
        rows = [article("a"), said("a", "[41, 41]", **{"of": "seat", **fields})]
        return [f.rule for f in check.findings(corpus_of(rows), rules)]

    assert fires() == ["desk/seats"]
    assert fires(of="chair") == []
    assert fires(by="Holt") == []  # excused


def test_selectors_take_a_value_a_list_or_what_is_excluded() -> None:
    claim = said("a", "[1, 1]", of="pump")
    for written, fits in (("pump", True), (["crane", "pump"], True), ({"not": "pump"}, False), ({"not": ["crane", ""]}, True), ("", False)):
        selector = TypeAdapter(Selector).validate_python({"of": written})
        assert selects(selector, claim) is fits


@pytest.mark.parametrize(
    ("look", "starts", "met"),
    [
        ("sentence", [(2, 1), (2, 1), (3, 1)], 1),
        ("paragraph", [(2, 1), (3, 1), (4, 2)], 1),
        ("article", [(2, 1), (3, 1), (4, 2)], 3),
        ("[sentence, paragraph]", [(2, 1), (2, 1), (3, 2)], 1),
    ],
)
def test_pairs_stand_where_the_rule_looks(tmp_path: Path, look: str, starts: list[tuple[int, int]], met: int) -> None:
    rule = _amounts(tmp_path, f"look: {look}\nsame: of")
    rows = [article("a")]
    for number, (sentence, paragraph) in enumerate(starts):
        rows.append(said("a", f"[{number + 1}, {number + 1}]", start=50 * number, sentence=sentence, paragraph=paragraph))
    assert len(check.findings(corpus_of(rows), [rule])) == met


def test_a_headline_or_caption_is_compared_with_the_text(tmp_path: Path) -> None:
    rule = _amounts(tmp_path, "look: headline\nsame: of")
    text = said("a", "[1, 1]", zone="body")
    for zone, met in (("headline", [2.0]), ("caption", [2.0]), ("lede", [])):
        other = said("a", "[2, 2]", start=90, zone=zone)
        found = check.findings(corpus_of([article("a"), text, other]), [rule])
        assert [row.low for f in found for row in (text, other) if row.claim == f.claims.split()[0]] == met


def test_words_near_excuse_a_claim(tmp_path: Path) -> None:
    file = tmp_path / "desk" / "share.yaml"
    file.parent.mkdir()
    select = next(line for line in RULE.splitlines() if line.startswith("select:"))
    file.write_text(RULE.replace(select, f"{select}\nunless: [{{language: en, near: ['of capacity', 'über\\w*']}}]"), encoding="utf-8")
    (rule,) = load_rules(file)
    for text, language, fires in (
        ("It is 104 percent OF  CAPACITY now.", "en", False),
        ("It is 104 percent of capacity now.", "de", True),
        ("It is 104 percent of capacities now.", "en", True),
        ("Überbelegt: 104 percent.", "en", False),
        ("", "en", True),
    ):
        share = said(
            "a", "[104, 104]", unit="percent", kind="share", of="household", language=language, sentence_text=" ".join(text.split())
        )
        assert bool(check.findings(corpus_of([article("a"), share]), [rule])) is fires, text


def test_excuses_hold_for_kinds_that_look_at_an_article(tmp_path: Path) -> None:
    file = tmp_path / "desk" / "twice.yaml"
    file.parent.mkdir()
    repeated = (builtin_folder() / "article" / "repeated.yaml").read_text(encoding="utf-8")
    file.write_text(f"{repeated}\nunless: [{{zone: caption}}]\n", encoding="utf-8")
    for zone, count in (("body", 1), ("caption", 0)):
        rows = [article("a"), said("a", "[1, 1]", role="repeat", zone=zone)]
        assert len(check.findings(corpus_of(rows), load_rules(file))) == count


def test_a_rule_is_on_and_off_by_path() -> None:
    (rule,) = load_rules(builtin_folder() / "arithmetic" / "share-above-100.yaml")
    for on_in, off_in, documents in (
        ((), (), ["archive/a.txt", "news/archive.txt", "/x/archive/b/c.txt"]),
        ((), ("archive/*",), ["news/archive.txt"]),
        (("archive/*",), (), ["archive/a.txt", "/x/archive/b/c.txt"]),
        (("archive/*",), ("*.txt",), []),
    ):
        limited = rule.model_copy(update={"on_in": on_in, "off_in": off_in})
        rows = []
        for name in ("archive/a.txt", "news/archive.txt", "/x/archive/b/c.txt"):
            rows += [
                article(name, title=name, names=name),
                said(name, "[104, 104]", unit="percent", kind="share", of="household", quote=name),
            ]
        found = check.findings(corpus_of(rows), [limited])
        assert sorted(next(r.document for r in rows if r.claim == f.claims) for f in found) == sorted(documents)


def _amounts(tmp_path: Path, keys: str) -> Any:
    file = tmp_path / "desk" / "amounts.yaml"
    file.parent.mkdir(exist_ok=True)
    text = (builtin_folder() / "agreement" / "amounts.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("look: [article, articles]\n", "").replace("same: thing", keys), encoding="utf-8")
    (rule,) = load_rules(file)
    return rule


def test_a_kind_that_knows_one_relation_is_given_no_other(tmp_path: Path) -> None:
    text = (builtin_folder() / "calendar" / "weekday.yaml").read_text(encoding="utf-8")
    assert "relation: weekday_of" in text
    told = refused(tmp_path, text.replace("relation: weekday_of", "relation: length", 1))
    assert any("wrong_weekday looks at the relation 'weekday_of' alone; select this one, or none" in line for line in told)


@pytest.mark.parametrize(
    ("selector", "fits"),
    [
        ({"range": "[400, 500]"}, True),
        ({"range": "(410, inf)"}, False),
        ({"range": ["[0, 1]", "[410, 415]"]}, True),
        ({"range": {"not": "[0, 500]"}}, False),
        ({"during": 2024}, True),
        ({"during": "2024-03"}, False),
        ({"during": "2024-03/.."}, True),
        ({"during": ["2023", "2024-01/2024-06"]}, True),
        ({"range": "[0, 500]", "during": {"not": "2024"}}, False),
    ],
)
def test_selectors_ask_for_numbers_and_days(selector: Any, fits: bool) -> None:
    assert selects(TypeAdapter(Selector).validate_python(selector), said("a", "[400, 420]", "[410, 415]")) is fits


def test_what_tells_no_number_and_no_days_lies_nowhere() -> None:
    for unknown in (article("a"), said("a", "[1, 1]", role="time", within="?", typical_low=float("nan"))):
        for selector in ({"range": "(-inf, inf)"}, {"during": "../.."}):
            assert not selects(TypeAdapter(Selector).validate_python(selector), unknown)
