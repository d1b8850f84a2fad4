"""Word files are read as a reader of the finished text would, and whatever is wrong with one is told."""

from __future__ import annotations

import contextlib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import qcheck
from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading.docx import documents
from tests.word.builder import change, field, paragraph, row, run, table, word

RAISED = '<w:vertAlign w:val="superscript"/>'
LOWERED = '<w:vertAlign w:val="subscript"/>'
BOX = f"<w:txbxContent>{paragraph('a box of 7')}</w:txbxContent>"
DRAWING = (
    f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></wp:inline>"
    f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
NOTE = f'<w:footnote w:id="1">{paragraph("counted in 2029")}</w:footnote><w:footnote w:id="2">{paragraph("never named")}</w:footnote>'
words = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="\ufeff\ufffe\uffff"), min_size=1, max_size=12)
sentences = st.lists(words, min_size=1, max_size=6).map(" ".join)


def only(data: bytes) -> Document:
    (document,) = documents(data, "a.docx")
    return document


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("The town ", change("ins", run("bought ")), "400 trams"), "The town bought 400 trams"),
        (paragraph("bought ", change("del", run("300")), change("ins", run("400")), " trams"), "bought 400 trams"),
        (paragraph("a ", change("moveFrom", run("300 ")), "b", change("moveTo", run(" 300"))), "a b 300"),
        (paragraph("ends", more="<w:rPr><w:del/></w:rPr>") + paragraph(" here"), "ends here"),
        (paragraph("4", "0", run("0", "<w:b/>"), " trams"), "400 trams"),
        (paragraph("bought 40", '<w:smartTag w:element="x"><w:r><w:t>0</w:t></w:r></w:smartTag>'), "bought 400"),
        (paragraph("see ", f"<w:hyperlink>{run('400 trams')}</w:hyperlink>", " there"), "see 400 trams there"),
        (paragraph(f"<w:sdt><w:sdtPr/><w:sdtContent>{run('400')}</w:sdtContent></w:sdt>", " trams"), "400 trams"),
        (paragraph(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Type 1')}</w:sdtContent></w:sdt>", "x"), "x"),
        (f"<w:sdt><w:sdtContent>{paragraph('inside')}</w:sdtContent></w:sdt>", "inside"),
        (paragraph("about 400", run("12", RAISED), " trams"), "about 400 trams"),
        (paragraph("about 400", run("1", RAISED), run("2", RAISED), " trams"), "about 400 trams"),
        (paragraph("10", run("6", RAISED), " m", run("2", RAISED), ", CO", run("2", LOWERED)), "10⁶ m², CO₂"),
        (paragraph("1", run("1", RAISED), "/", run("2", LOWERED), " km"), "1 1/2 km"),
        (paragraph("since ", field(' DATE \\@ "d.M." ', run("5 May")), " on"), "since 5 May on"),
        (paragraph("page ", field("PAGE", run("17")), " of", f'<w:fldSimple w:instr="NUMPAGES 1">{run("18")}</w:fldSimple>'), "page  of"),
        (paragraph("a ", field("IF ", run("b ") + field("PAGE", run("17"))), "c"), "a b c"),
        (paragraph("lost ", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "400") + paragraph("trams"), "lost 400\n\ntrams"),
        (paragraph("Trams ... 17", style="Verzeichnis1") + paragraph("x"), "x"),
        (paragraph("Head", style="berschrift1") + paragraph("x"), "Head\n\nx"),
        (paragraph("one", style="Aufzhlung") + paragraph("two", style="Aufzhlung") + paragraph("x"), "• one\n• two\n\nx"),
        (table(("Year", "Trams"), ("2021", "400")) + paragraph("x"), "Year | Trams\n2021 | 400\n\nx"),
        (table(("2021", paragraph("400") + paragraph("trams"))), "2021 | 400 trams"),
        (table((paragraph("x" * 201), paragraph("y"))), f"{'x' * 201}\n\ny"),
        (table((table(("a", "b")) + paragraph(), "c")), "a | b\n\nc"),
        (f"<w:tbl>{row('a', 'b')}{row('c', 'd', more='<w:trPr><w:del/></w:trPr>')}</w:tbl>", "a | b"),
        (paragraph("one", "<w:r><w:br/></w:r>", "two", "<w:r><w:tab/></w:r>", "3"), "one\ntwo\t3"),
        (paragraph("5", "<w:r><w:noBreakHyphen/></w:r>", "day", "<w:r><w:softHyphen/></w:r>", "s"), "5-days"),
        (paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', " 5"), "≥ 5"),
        (paragraph("before ", DRAWING, "after") + paragraph("x"), "before after\n\na box of 7\n\nx"),
        (paragraph("x = <m:oMath><m:r><m:t>10</m:t></m:r></m:oMath>"[:4], "<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e>"
         "<m:sup><m:r><m:t>6</m:t></m:r></m:sup></m:sSup></m:oMath>"), "x = 10⁶"),
        (paragraph("<w:r><w:ruby><w:rt>" + run("9") + "</w:rt><w:rubyBase>" + run("4") + "</w:rubyBase></w:ruby></w:r>"), "4"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("strict", [False, True], ids=["", "strict"])
def test_what_a_reader_sees_is_read(body: str, text: str, strict: bool) -> None:
    assert only(word(body, strict=strict)).text == text


def test_footnotes_stand_at_the_end_and_only_those_that_the_text_names() -> None:
    named = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    gone = change("del", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert only(word(paragraph("400", named, " trams", gone), footnotes=NOTE)).text == "400 trams\n\ncounted in 2029"


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (run("99", "<w:vanish/>"), "left out: hidden passage (1)"),
        (run("99", '<w:rStyle w:val="Geheimer"/>'), "left out: hidden passage (1)"),
        (run("99", '<w:color w:val="ffffff"/>'), "left out: hidden passage (1)"),
        (run("99", "<w:strike/>"), "left out: struck-through passage (1)"),
        (change("del", run("99")), "left out: tracked deletion (1)"),
        (change("del", run("99")) + run("98", "<w:dstrike/>"), "left out: struck-through passage (1), tracked deletion (1)"),
    ],
)
def test_what_nobody_sees_is_left_out_and_told(inside: str, told: str) -> None:
    read = only(word(paragraph("400 trams", inside)))
    assert (read.text, read.note) == ("400 trams", told)


@pytest.mark.parametrize(
    "look",
    [
        '<w:vanish w:val="0"/>',
        '<w:rStyle w:val="Geheim"/><w:vanish w:val="false"/>',
        '<w:color w:val="FFFFFF"/><w:shd w:fill="203040"/>',
        '<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>',
    ],
)
def test_what_can_be_seen_is_read(look: str) -> None:
    read = only(word(paragraph("400 trams"), paragraph(run("and 99", look))))
    assert (read.text, read.note) == ("400 trams\n\nand 99", "")
    assert only(word(table((paragraph(run("Year", '<w:color w:val="FFFFFF"/>')), "2021")))).text == "Year | 2021"


def test_the_title_is_that_of_its_style_else_the_first_heading_else_the_first_line() -> None:
    story = paragraph("The town of Larvik bought 400 trams last year, said the mayor, who wants more of them.")
    title = "Four hundred trams for Larvik"
    for first in (paragraph(title, style="Titel"), paragraph(title, style="berschrift1"), paragraph(title)):
        assert only(word(first, story)).title == title
    assert only(word(paragraph("Trams", style="berschrift1"), paragraph(title, style="Titel"), story)).title == title


@pytest.mark.parametrize(
    ("name", "first", "day", "source"),
    [
        ("a.docx", "Larvik, 3 May 2031", "2031-05-03", "dateline"),
        ("2031-05-04-trams.docx", "Trams", "2031-05-04", "file name"),
        ("a.docx", "Trams", "2031-05-06", "document properties"),
    ],
)
def test_the_day_it_was_saved_is_the_last_guess_of_its_date(name: str, first: str, day: str, source: str) -> None:
    saved = "<dcterms:created>2030-01-01T00:00:00Z</dcterms:created><dcterms:modified>2031-05-06T22:00:00Z</dcterms:modified>"
    (read,) = documents(word(paragraph(first), paragraph("The town bought 400 trams."), properties=saved), name)
    assert (read.published, read.published_from) == (day, source)


def test_it_is_read_from_a_folder_like_any_article(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(word(paragraph("The town of Larvik bought 400 trams in May, said the mayor.")))
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    frame = qcheck.read(tmp_path)
    assert frame["status"].tolist() == ["read", "failed"]
    assert frame["language"].tolist()[0] == "en"
    assert frame["note"].tolist()[1] == "is a file of an old Word (.doc); open it in Word and save it again as .docx"


def test_parts_that_are_not_read_are_told() -> None:
    assert only(word(paragraph("x"), '<w:altChunk r:id="r9"/>')).note == "left out: embedded file (1)"


BROKEN = {
    "nothing": b"",
    "text": b"400 trams",
    "ole": b"\xd0\xcf\x11\xe0" + bytes(600),
    "locked": b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
    "cut": word(paragraph("x"))[:-30],
    "no document": word(more={"_rels/.rels": b'<Relationships xmlns="x"/>'}),
    "lost document": word(more={"_rels/.rels": b'<R><r Type="a/officeDocument" Target="gone.xml"/></R>'}),
    "no xml": word(document="<w:document>"),
    "entities": word(document='<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'),
    "file": word(document='<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/hostname">]><d>&a;</d>'),
    "deep": word(document="<a>" * 100_000 + "</a>" * 100_000),
    "large": word(paragraph("x"), more={"word/media/a.bin": bytes(100_000_001)}),
    "folder": word(more={"_rels/.rels": b'<R><r Type="a/officeDocument" Target="../../../etc/passwd"/></R>'}),
}


def test_deep_nesting_within_the_limits_of_xml_is_read() -> None:
    assert only(word("<w:ins>" * 240 + paragraph("x") + "</w:ins>" * 240)).text == "x"


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_told_with_what_to_do(data: bytes) -> None:
    with pytest.raises(InputProblem) as caught:
        documents(data, "a.docx")
    assert caught.value.found and caught.value.todo and "\n" not in str(caught.value)


@given(st.binary(max_size=400), st.integers(0, 2000), st.integers(0, 40))
def test_no_damage_but_an_input_problem(noise: bytes, at: int, length: int) -> None:
    whole = word(paragraph("The town bought 400 trams."), footnotes=NOTE)
    for data in (noise, b"PK\x03\x04" + noise, whole[:at] + noise + whole[at + length :]):
        with contextlib.suppress(InputProblem):
            documents(data, "a.docx")


@given(st.lists(sentences, min_size=1, max_size=5))
def test_the_text_of_paragraphs_reads_back(paragraphs: list[str]) -> None:
    read = only(word(*[f"<w:p>{run(each)}</w:p>" for each in paragraphs]))
    assert read.text == "\n\n".join(paragraphs)


@given(st.lists(st.tuples(sentences, st.sampled_from(["", "ins", "moveTo", "del", "moveFrom"])), min_size=1, max_size=8))
def test_deletions_never_appear_and_insertions_always_do(parts: list[tuple[str, str]]) -> None:
    marked = [(f"«{number}:{words}»", kind) for number, (words, kind) in enumerate(parts)]
    body = "".join(change(kind, run(words)) if kind else run(words) for words, kind in marked)
    text = only(word(f"<w:p>{run('x')}{body}</w:p>")).text
    assert text == "x" + "".join(words for words, kind in marked if kind not in ("del", "moveFrom"))


@given(st.lists(words, min_size=1, max_size=8), st.data())
def test_where_runs_end_changes_nothing(parts: list[str], data: st.DataObject) -> None:
    looks = [data.draw(st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:lang w:val="de"/>'])) for _ in parts]
    runs = "".join(run(words, look) for words, look in zip(parts, looks, strict=True))
    assert only(word(f"<w:p>{runs}</w:p>")).text == only(word(f"<w:p>{run(''.join(parts))}</w:p>")).text


def test_the_archive_itself_is_not_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile(BytesIO(word(paragraph("x")))) as archive:
        assert archive.namelist()
    only(word(paragraph("x"), more={"../../evil.xml": b"<x/>"}))
    assert not list(tmp_path.iterdir())
