"""Markdown: the text without its markup, and front matter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.document import Document
from qcheck.reading.markdown import documents, plain


def only(text: str) -> Document:
    return documents(text.encode(), "a.md")[0]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Some *mills* are __closed__, `all`, <b>now</b>.", "Some mills are closed, all, now."),
        ("The [old mill](http://example.org/9 'x') and ![a mill](m.png) 5", "The old mill and  5"),
        ("See <http://example.org/9>.", "See http://example.org/9."),
        ("400[^1] mills[^note]\n\n[^1]: As of *Monday*.", "400 mills\n\nAs of Monday."),
        ("10<sup>6</sup> mills on 5 m<sup>2</sup>", "10⁶ mills on 5 m²"),
        ("# Mills\n\n## In *Harrow*\nThree.", "Mills\n\nIn Harrow\n\nThree."),
        ("Mills\n=====\nThree.", "Mills\n\nThree."),
        ("- 5 mills\n- 6 dams\n\nBoth.", "• 5 mills\n• 6 dams\n\nBoth."),
        ("2021. Three mills\n2022. Four", "2021. Three mills\n2022. Four"),
        ("| Year | Mills |\n|---|--:|\n| 2021 | 14 |\n\nEnd", "Year | Mills\n2021 | 14\n\nEnd"),
        ("> Three mills,\n> he said.", "Three mills,\nhe said."),
        ("5 * 3 and snake_case_name", "5 * 3 and snake_case_name"),
        ("5 \\* 3 &amp; 4&nbsp;000", "5 * 3 & 4\xa0000"),
        ("One<br>two  \nthree\nfour", "One\ntwo\nthree\nfour"),
        ("One\n\n***\n\n```\ntwo\n```\n", "One\n\n\ntwo"),
        ("Some ~~300 mills~~ are <del>now <b>20</b></del> closed, <s>4</s> dams are not", "Some  are  closed,  dams are not"),
        ("about ~400 mills", "about ~400 mills"),
        ("<!-- 999 -->One<script>var a = 5;</script> two", "One two"),
        ("<div>\n12 mills\n</div>", "12 mills"),
    ],
)
def test_markup_is_taken_out_and_the_text_stays(markdown: str, text: str) -> None:
    assert [line.strip() for line in plain(markdown)[0].strip().split("\n") if line.strip()] == [
        line.strip() for line in text.split("\n") if line.strip()
    ]


@given(st.lists(st.from_regex(r"\A[A-Z][a-z]{1,8}( [a-z]{1,8}){0,5}\.\Z"), min_size=1, max_size=5))
def test_plain_paragraphs_are_unchanged(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert plain(text) == (text, "")


@given(st.text("ab5# *_[]()<>|-`\n\\!^&;:", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(plain(text)[0], str)


def test_front_matter_gives_the_fields() -> None:
    article = only(
        "---\ntitle: Mill closes\nDate: 2023-07-04T10:15:00Z\nlang: en\nauthor: [Mary Holt, Sam Reed]\ntags: [x]\n---\nThree mills.\n"
    )
    assert article == Document(
        "a.md",
        title="Mill closes",
        text="Mill closes\n\nThree mills.",
        language="en",
        published="2023-07-04",
        source="Mary Holt, Sam Reed",
        published_from="front matter",
        encoding="utf-8",
    )


def test_a_heading_that_is_the_title_stands_once() -> None:
    article = only("---\ntitle: Mill closes\n---\n# Mill closes\n\nThree mills.\n")
    assert (article.title, article.text) == ("Mill closes", "Mill closes\n\nThree mills.")
    assert only("# Mill closes\n\nThree mills.\n") == article


@pytest.mark.parametrize(
    ("front", "note"),
    [
        ("title: [x", "front matter left out: line 2: is not YAML: while parsing a flow sequence did not find expected ',' or ']'"),
        ("title: a\ntitle: b", "front matter left out: line 3: the key 'title' stands twice"),
        ("date: soon", "published 'soon' is no date (write it as 2023-05-17) and was left out"),
        ("title: {a: b}", "title is no text and was left out"),
    ],
)
def test_malformed_front_matter_is_noted_and_the_text_read(front: str, note: str) -> None:
    article = only(f"---\n{front}\n---\nThree mills.\n")
    assert (article.text, article.note) == ("Three mills.", note)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert only("---\n\nThree mills stand here\n\n---\n\nFour.\n").text.startswith("Three mills")
