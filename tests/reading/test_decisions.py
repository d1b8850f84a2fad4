"""Decisions in files and comments: read, told where they are wrong, and added to without a touch on what is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from qcheck.model.decision import Decision
from qcheck.model.errors import Problems, UsageProblem
from qcheck.reading.decisions import add_decision, decisions_beside, load_decisions

ENTRY = '  - {finding: "0123456789ab", rule: house/pumps, verdict: dismissed, reason: counted twice}\n'
MADE = Decision(
    "both-right",
    'a "quoted" reason: with colon # and hash, Ü, \u202e and \n a line',
    "ba9876543210",
    "house/pumps",
    ("„400“ pumps | [400, 400] | 2031", "- {x: y}"),
    by="Ada Quill",
    until=date(2031, 5, 5),
    articles=("news/a.md", "old/b.md"),
)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()


def write(text: str, name: str = "news/decisions.yml") -> Path:
    Path(name).write_text(text, encoding="utf-8")
    return Path(name)


def test_an_entry_is_read_with_its_place() -> None:
    (decision,) = load_decisions(write(f"decisions:\n{ENTRY}"))
    assert decision == Decision("dismissed", "counted twice", "0123456789ab", "house/pumps", where="news/decisions.yml:2")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (", reason: counted twice", "", "2:5: the key 'reason' is missing; add it"),
        ("reason: counted twice", "reason: ' '", "reason: is empty"),
        ("verdict: dismissed", "verdict: ignored", "verdict: input should be 'accepted', 'dismissed' or 'both-right'"),
        ("verdict:", "verdct:", "unknown key 'verdct'; did you mean 'verdict'?"),
        ('"0123456789ab"', "123456789012", "123456789012 is no fingerprint"),
        ("rule:", "until: 5 May, rule:", "until: not a date: '5 May'; write it as 2023-05-17"),
        (ENTRY, ENTRY + ENTRY, "3:6: 0123456789ab is decided twice"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(old: str, new: str, told: str) -> None:
    file = write(f"decisions:\n{ENTRY}".replace(old, new, 1))
    with pytest.raises(Problems) as caught:
        load_decisions(file)
    assert caught.value.exit_code == 3
    assert any(line.startswith("news/decisions.yml:") and told in line for line in str(caught.value).splitlines())


def test_what_is_added_is_read_again_and_the_rest_stays() -> None:
    before = f"# ours\ndecisions:  # all\n{ENTRY}  # the end"
    file = write(before)
    add_decision(file, MADE)
    assert file.read_text(encoding="utf-8").startswith(before)
    _, made = load_decisions(file)
    assert made == Decision(**{f: getattr(MADE, f) for f in MADE.__slots__} | {"where": "news/decisions.yml:5"})


def test_a_file_is_made_where_there_is_none() -> None:
    add_decision(Path("decisions.yml"), MADE)
    (made,) = load_decisions(Path("decisions.yml"))
    assert made.articles == MADE.articles


@pytest.mark.parametrize("text", ["decisions: []\n", "decisions: [\n" + ENTRY.strip("- \n") + "]\n", "decisions:\n\n\n- x: y\n"])
def test_a_file_of_another_form_is_left_alone(text: str) -> None:
    file = write(text)
    with pytest.raises((UsageProblem, Problems)):
        add_decision(file, MADE)
    assert file.read_text(encoding="utf-8") == text


def test_a_finding_is_decided_once() -> None:
    file = write("")
    add_decision(file, MADE)
    with pytest.raises(UsageProblem, match=r"decisions.yml:3: ba9876543210 is decided already"):
        add_decision(file, MADE)


def test_comments_in_markdown_and_html_decide(tmp_path: Path) -> None:
    write("# A draft\n\n<!-- qcheck: dismiss house/pumps the old\n  pumps -->\n", "news/draft.md")
    write("<p>x</p><!--qcheck: both-right 0123456789ab two halls--><!-- other -->", "news/page.html")
    write("<!-- qcheck: dismiss house/pumps no markup here -->", "news/plain.txt")
    names = ["news/draft.md", "news/page.html", "news/plain.txt", "news/gone.md"]
    assert decisions_beside(names, drafts=()) == ((), ())
    found, problems = decisions_beside(names, drafts=names)
    assert problems == ()
    assert found == (
        Decision("dismissed", "the old pumps", rule="house/pumps", document="news/draft.md", where="news/draft.md:3"),
        Decision("both-right", "two halls", "0123456789ab", document="news/page.html", where="news/page.html:1"),
    )


@pytest.mark.parametrize("comment", ["dismiss house/pumps", "forget house/pumps because", "dismiss", ""])
def test_a_comment_without_a_reason_is_told(comment: str) -> None:
    write(f"one\n <!-- qcheck: {comment} -->", "news/draft.md")
    found, (problem,) = decisions_beside(["news/draft.md"], drafts=["news/draft.md"])
    assert not found
    assert str(problem).startswith("news/draft.md:2:2: a comment that decides nothing; write <!-- qcheck: dismiss")
    assert problem.exit_code == 3


def test_a_wrong_file_keeps_only_itself_away() -> None:
    write("decisions: 3\n")
    Path("old").mkdir()
    write(f"decisions:\n{ENTRY}", "old/decisions.yml")
    found, problems = decisions_beside(["news/a.csv#2", "old/b.txt"], drafts=())
    assert [decision.where for decision in found] == ["old/decisions.yml:2"]
    assert len(problems) == 1
