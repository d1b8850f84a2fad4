"""Comments are put at the very words, and nothing else of a Word file changes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.errors import InputProblem
from qcheck.reading.docx import documents
from qcheck.reading.word.annotate import Remark, annotate
from qcheck.reading.word.names import attribute, name
from tests.word.builder import change, paragraph, run, table, word

WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:vanish/>", '<w:vertAlign w:val="superscript"/>', "<w:strike/>"])
KINDS = st.sampled_from(["", "", "ins", "del", "moveTo"])
RUNS = st.builds(lambda words, look, kind: change(kind, run(words, look)) if kind else run(words, look), WORDS, LOOKS, KINDS)
PARAGRAPHS = st.lists(st.lists(RUNS, min_size=1, max_size=5).map(lambda runs: paragraph(*runs)), min_size=1, max_size=4)
NOTE = f'<w:footnote w:id="1">{paragraph("counted in 2029")}</w:footnote>'


def text_of(data: bytes) -> str:
    return documents(data, "a.docx")[0].text


def marked(data: bytes) -> dict[str, str]:
    """What each comment says -> the words between its start and its end."""
    file = docx.Document(BytesIO(data))
    open_ones: dict[str, str] = {}
    told = {}
    for element in file.element.iter():
        if name(element) == "commentRangeStart":
            open_ones[attribute(element, "id")] = ""
        elif name(element) == "commentRangeEnd":
            told[attribute(element, "id")] = open_ones.pop(attribute(element, "id"))
        elif name(element) == "t":
            open_ones = {key: words + (element.text or "") for key, words in open_ones.items()}
    assert not open_ones
    return {comment.text: told[str(comment.comment_id)] for comment in file.comments}


def at(text: str, words: str, remark: str) -> Remark:
    start = text.index(words)
    return Remark(start, start + len(words), remark)


def test_a_comment_stands_at_the_very_words() -> None:
    data = word(
        paragraph("The town of Larvik bou", run("ght 4", "<w:b/>"), run("00 tra"), "ms in 2021, said Ada."),
        paragraph("Then it ", change("ins", run("sold 17 of them")), change("del", run("sold 9")), "."),
        table(("Year", "Trams"), ("2021", "380")),
    )
    text = text_of(data)
    remarks = [at(text, "400 trams", "one"), at(text, "trams in 2021", "two"), at(text, "17", "three"), at(text, "380", "four\nof them")]
    done = annotate(data, remarks, author="qcheck")
    assert marked(done) == {"one": "400 trams", "two": "trams in 2021", "three": "17", "four\nof them": "380"}
    assert text_of(done) == text
    assert [(c.author, c.timestamp) for c in docx.Document(BytesIO(done)).comments] == [("qcheck", None)] * 4


def test_what_bears_no_comment_has_it_where_it_is_anchored() -> None:
    data = word(paragraph("400", '<w:r><w:footnoteReference w:id="1"/></w:r>', " trams"), footnotes=NOTE)
    done = annotate(data, [at(text_of(data), "2029", "note")], author="qcheck")
    assert marked(done) == {"note": ""} and text_of(done) == text_of(data)


def test_comments_that_stand_there_stay() -> None:
    once = annotate(word(paragraph("400 trams")), [Remark(0, 3, "mine")], author="Ada")
    assert marked(annotate(once, [Remark(4, 9, "yours")], author="qcheck")) == {"mine": "400", "yours": "trams"}


def test_the_same_remarks_give_the_same_bytes() -> None:
    data, remarks = word(paragraph("400 trams")), [Remark(0, 3, "x")]
    assert annotate(data, remarks, author="qcheck") == annotate(data, remarks, author="qcheck")


def test_signs_that_no_word_file_holds_are_blank() -> None:
    assert marked(annotate(word(paragraph("400")), [Remark(0, 3, "a\x00\x1b\ud800b")], author="qcheck")) == {"a   b": "400"}


@pytest.mark.parametrize("data", [word(paragraph("400"), strict=True), b"", word()])
def test_a_file_that_takes_no_comments_is_told(data: bytes) -> None:
    with pytest.raises(InputProblem) as caught:
        annotate(data, [Remark(0, 1, "x")], author="qcheck")
    assert caught.value.todo


@given(PARAGRAPHS, st.data())
def test_no_comment_changes_the_text_or_what_is_deleted(paragraphs: list[str], data: st.DataObject) -> None:
    source = word(*paragraphs)
    text = text_of(source)
    if not text:
        return
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places).filter(lambda pair: pair[0] < pair[1]), max_size=4))
    remarks = [Remark(start, end, f"{number}") for number, (start, end) in enumerate(spans)]
    done = annotate(source, remarks, author="qcheck")
    assert text_of(done) == text
    assert len(marked(done)) == len(remarks)

    def every_word(data: bytes) -> str:
        return "".join(each.text or "" for each in docx.Document(BytesIO(data)).element.iter() if name(each) in ("t", "delText"))

    assert every_word(done) == every_word(source)


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_the_words_of_a_comment_are_those_of_its_remark(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    done = annotate(word(paragraph(*[run(each) for each in words])), [Remark(start, end, "x")], author="qcheck")
    assert marked(done) == {"x": text[start:end]}


def test_libreoffice_opens_it_and_sees_each_comment(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        if os.environ.get("QCHECK_REQUIRE_TOOLS"):
            pytest.fail("soffice is missing (Debian: apt install libreoffice-writer)")
        pytest.skip("soffice is missing")
    body = [paragraph("The town bought ", run("400", "<w:b/>"), " trams in 2021."), table(("Year", "Trams"), ("2021", "380"))]
    data = word(*body, paragraph("Then it ", change("ins", run("sold 17")), change("del", run("sold 9")), " of them."))
    text = text_of(data)
    remarks = [at(text, each, f"about {each}") for each in ("400 trams", "2021", "380", "17")]
    (tmp_path / "out.docx").write_bytes(annotate(data, remarks, author="qcheck"))
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fodt", "out.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=True)
    flat = (tmp_path / "out.fodt").read_text(encoding="utf-8")
    assert len(re.findall(r"<office:annotation ", flat)) == len(remarks)
    assert all(remark.text in flat for remark in remarks)
