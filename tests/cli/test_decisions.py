"""From a finding to a decision and back: `qcheck decide`, decisions beside the articles, and findings since the last run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def fingerprint(run: Run, news: Path) -> str:
    """Of the conflict about the pumps, after a first run."""
    assert run("check", "news").code == 1
    (finding,) = report()["findings"]
    return str(finding["fingerprint"])


def report(name: str = "news") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(Path("reports", name, "report.json").read_text(encoding="utf-8"))
    return data


def test_a_dismissed_finding_is_told_apart_and_fails_no_run(run: Run, fingerprint: str) -> None:
    done = run("decide", fingerprint, "--dismiss", "--reason", "two ministries", "--by", "Ada", "--until", "2999-01-01")
    assert done.code == 0
    assert done.out == f"news/decisions.yml: {fingerprint} (agreement/amounts) is dismissed by Ada until 2999-01-01: two ministries\n"
    again = run("check", "news")
    assert again.code == 0
    assert "CONFLICT" not in again.out and "dismissed by Ada until 2999-01-01: two ministries" in again.out
    assert "decisions.yml" not in again.err
    (finding,) = report()["findings"]
    assert finding["status"] == "dismissed"
    for name in ("report.html", "report.md"):
        assert "two ministries" in Path("reports/news", name).read_text(encoding="utf-8")


def test_it_is_found_again_when_lines_move_and_reopened_when_a_side_changes(run: Run, fingerprint: str, news: Path) -> None:
    run("decide", fingerprint[:6], "--both-right", "--reason", "x")
    one = news / "one.txt"
    before = one.read_text(encoding="utf-8")
    one.write_text(before.replace("\n\nCanada", "\n\nThe sky was blue over the port.\n\nCanada"), encoding="utf-8")
    assert run("check", "news").code == 0
    one.write_text(before.replace("more than 400", "more than 500"), encoding="utf-8")
    changed = run("check", "news")
    assert changed.code == 1
    assert "reopened; was both-right: x" in changed.out
    assert "news/decisions.yml:3: one side has changed since" in changed.out


def test_a_stale_entry_and_one_that_ran_out_are_told(run: Run, fingerprint: str, news: Path) -> None:
    run("decide", fingerprint, "--accept", "--reason", "x", "--until", "2001-01-01")
    over = run("check", "news")
    assert over.code == 1 and "news/decisions.yml:3: ran out on 2001-01-01" in over.out
    (news / "two.txt").write_text("5 May 2031\n\nNothing happened on Monday, said the mayor of the town.\n", encoding="utf-8")
    assert "news/decisions.yml:3: fits no finding any more" in run("check", "news").out


def test_findings_are_new_known_or_fixed_since_an_earlier_run(run: Run, fingerprint: str, news: Path) -> None:
    Path("reports/news/report.json").rename("last.json")
    run("check", "news", "--since", "last.json")
    assert report()["findings"][0]["status"] == "known"
    (news / "two.txt").write_text((news / "two.txt").read_text(encoding="utf-8").replace("300", "200"), encoding="utf-8")
    ended = run("check", "news", "--since", "last.json")
    assert report()["findings"][0]["status"] == "new"
    assert [finding["fingerprint"] for finding in report()["fixed"]] == [fingerprint]
    assert "fixed  “more than 400 pumps”" in ended.out


def test_a_comment_in_a_draft_dismisses_a_rule_there_and_in_no_other_article(run: Run, news: Path) -> None:
    draft = news / "draft.md"
    (news / "one.txt").rename(draft)
    assert run("check", "news").code == 1
    draft.write_text(draft.read_text(encoding="utf-8") + "\n<!-- qcheck: dismiss agreement/amounts theirs is wrong -->\n", encoding="utf-8")
    assert run("check", "news").code == 1
    Path("qcheck.yml").write_text('drafts: ["news/draft*"]\n', encoding="utf-8")
    ended = run("check", "news")
    assert ended.code == 0
    assert "dismissed: theirs is wrong" in ended.out


def test_a_wrong_decisions_file_is_3_and_the_rest_is_checked(run: Run, news: Path) -> None:
    (news / "decisions.yml").write_text("decisions:\n  - finding: x\n", encoding="utf-8")
    ended = run("check", "news")
    assert ended.code == 3
    assert "news/decisions.yml:2:" in ended.err and "CONFLICT 1" in ended.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--reason", "x"), "write one of --accept, --dismiss, --both-right"),
        (("--reason", "x", "--accept", "--dismiss"), "write one of"),
        (("--accept", "--reason", " "), "--reason is empty"),
        (("--accept",), "--reason"),
        (("--accept", "--reason", "x", "--until", "May"), "--until 'May' is no date"),
        (("--accept", "--reason", "x", "--report", "news/one.txt"), "is no report.json of qcheck"),
        (("--accept", "--reason", "x", "--report", "none.json"), "none.json: cannot be read"),
    ],
)
def test_a_decision_that_cannot_be_made_is_usage(run: Run, fingerprint: str, news: Path, arguments: tuple[str, ...], told: str) -> None:
    ended = run("decide", fingerprint, *arguments)
    assert ended.code == 2
    assert told in ended.err and ended.err.count("\n") == 1
    assert not (news / "decisions.yml").exists()


def test_a_finding_that_no_report_holds_is_usage(run: Run, fingerprint: str) -> None:
    ended = run("decide", "x" * 12, "--accept", "--reason", "x")
    assert ended.code == 2
    assert "no finding 'xxxxxxxxxxxx' in reports/news/report.json" in ended.err
