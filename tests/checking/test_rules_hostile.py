"""A rule pack from a stranger: slow or wrong at worst. It reads no file, opens no connection, runs no code and stops no run."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

import qcheck
from qcheck.checking import check
from qcheck.checking.corpus import corpus_of
from qcheck.checking.messages import fill
from qcheck.checking.patterns import MAX_PATTERN, pattern_fault, stands_in
from qcheck.checking.rules import MAX_BYTES, MAX_PACK_BYTES, MAX_RULES, builtin_folder, load_rules, sound_rules
from qcheck.model.document import Document
from qcheck.model.errors import Problems
from qcheck.model.frames import to_frame
from tests.checking.story import article, said

GOOD = (builtin_folder() / "arithmetic" / "share-above-100.yaml").read_text(encoding="utf-8")
SHARE = "At the height of the storm, 104 percent of households in Larvik were without power."


def told(folder: Path) -> str:
    """All that is told of a pack whose one good rule is still there and is used."""
    rules, problems = sound_rules(folder)
    assert [rule.id.rpartition("/")[2] for rule in rules] == ["good"]
    return "\n".join(str(problem) for problem in problems)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack" / "shares"
    folder.mkdir(parents=True)
    (folder / "good.yaml").write_text(GOOD, encoding="utf-8")
    return folder.parent


def add(pack: Path, text: str) -> Path:
    file = pack / "shares" / "bad.yaml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("title: A share above 100 percent", "title: !!python/object/apply:os.system ['true']"),
        GOOD.replace("why: ", "why: !include /etc/hostname\nx: "),
        GOOD.replace("severity: error", "severity: &a error").replace("look: claim", "look: *a"),
        "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
        "[" * 5_000,
        "- " * 5_000,
        "{" * 50 + "}" * 50,
        "title: \x00",
        "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
        "--- \n... \n--- \n",
        "",
        "just words",
        GOOD.replace("check: outside_limits", "check: ../../kinds"),
        GOOD.replace("check: outside_limits", "check: [outside_limits]"),
        GOOD.replace("check: outside_limits", "check: __class__"),
        GOOD.replace('"[0, 100]"', '"[' + "9" * 400 + ', 100]"'),
        GOOD.replace("{quote}", "{quote.__class__.__mro__}"),
        GOOD.replace("{quote}", "{quote!r:>9999999999}"),
        GOOD.replace("{quote}", "{quote}" * 500),
        GOOD.replace("select: {", "select: {__class__: x, "),
        GOOD.replace("select: {", 'select: {near: "(", '),
        GOOD.replace("select: {", f'select: {{near: "{"x" * (MAX_PATTERN + 1)}", '),
        GOOD.replace("select: {", 'select: {near: "(?<=a)b", '),
        GOOD.replace("select: {", 'select: {near: "((a{500}){500}){500}", '),
        GOOD.replace("select: {", "select: {near: {not: {not: x}}, "),
        GOOD + "#" * MAX_BYTES,
    ],
)  # fmt: skip
def test_a_wrong_rule_is_told_with_its_file_and_the_others_are_used(pack: Path, text: str) -> None:
    file = add(pack, text)
    assert f"{file.as_posix()}" in told(pack)


def test_a_link_that_leads_out_of_the_pack_is_not_followed(pack: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: hunter2", encoding="utf-8")
    (pack / "shares" / "bad.yaml").symlink_to(secret)
    assert "leads out of its pack" in told(pack)
    assert "password" not in told(pack)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_a_file_that_never_ends_is_not_opened(pack: Path) -> None:
    os.mkfifo(pack / "shares" / "bad.yaml")
    (pack / "shares" / "folder.yaml").mkdir()
    assert told(pack).count("is no regular file") == 2


def test_a_pack_has_a_limit_of_count(pack: Path) -> None:
    for number in range(MAX_RULES):
        (pack / f"{number}.yaml").touch()
    with pytest.raises(Problems, match=f"more than {MAX_RULES} rules"):
        load_rules(pack)


def test_a_pack_has_a_limit_of_size(pack: Path) -> None:
    for number in range(MAX_PACK_BYTES // MAX_BYTES + 1):
        with (pack / f"{number}.yaml").open("wb") as file:
            file.truncate(MAX_BYTES)
    with pytest.raises(Problems, match=f"more than {MAX_PACK_BYTES} bytes"):
        load_rules(pack)


def test_messages_are_text_and_reach_nothing() -> None:
    for template in ("{quote.__class__}", "{0}", "{quote!r}", "%s", "{{quote}}", "${quote}"):
        assert "class" not in fill(template, {"quote": "x"}).replace(template, "")
    assert fill("{quote}", {"quote": "{article}{quote}"}) == "{article}{quote}"


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*b", "(.*a){20}b", "(a*)*(a*)*b"])
def test_patterns_take_linear_time(pattern: str) -> None:
    assert pattern_fault(pattern) == ""
    begun = time.perf_counter()
    assert not stands_in(pattern, "a" * 20_000)
    assert time.perf_counter() - begun < 1


def test_a_thousand_patterns_and_a_long_list_are_only_slow(pack: Path) -> None:
    many = ", ".join(f"word{number}" for number in range(1_000))
    add(pack, GOOD.replace("select: {", f"select: {{near: [{many}], "))
    rules = load_rules(pack)
    rows = [article("a"), said("a", "[104, 104]", unit="percent", kind="share", of="household", sentence_text=SHARE)]
    assert [f.rule for f in check.findings(corpus_of(rows), rules)] == ["shares/good"]


def test_loading_and_checking_open_only_the_files_of_the_pack(pack: Path) -> None:
    claims = qcheck.extract(_one_article())
    add(pack, GOOD.replace("{quote}", "file:///etc/passwd {quote} http://127.0.0.1:9/"))
    load_rules(builtin_folder())  # what is imported at first use has been
    opened: list[str] = []

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and (event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "shutil.", "ctypes.")) or event == "open"):
            opened.append(f"{event} {arguments[0] if arguments else ''}")

    watching = False
    sys.addaudithook(watch)  # can never be taken away
    watching = True
    rules = load_rules(pack)
    qcheck.check(claims, rules=rules)
    watching = False
    assert opened and all(line.startswith(f"open {pack.as_posix()}") for line in opened), opened


def _one_article() -> pd.DataFrame:
    return to_frame([Document("draft.txt", text=SHARE, language="en", published="2024-05-21")], Document)
