"""HTML: the article, its headline, date and language, and nothing that a reader does not see."""

from __future__ import annotations

import json

import pytest

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading.html import documents
from qcheck.reading.superscript import flatten_scripts

PARAGRAPHS = (
    "The last mill of Harrow Falls closes in May, and three hundred people lose their work, the owner said on Monday.",
    "The town has had mills for two hundred years. None of them was built after the war, and most stood by the river.",
    "The mayor wants to make a museum of it. She said that the council would vote on the plan before the summer.",
)


def page(head: str = "", body: str = "", *, lang: str = "en", inside: str = "") -> bytes:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    nav = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/b'>Business</a></li></ul></nav>"
    foot = "<footer><p>Copyright 2023 Harrow Post. All rights reserved.</p></footer>"
    return (
        f"<!doctype html><html lang='{lang}'><head><title>Mill closes - Harrow Post</title>{head}</head>"
        f"<body>{nav}<article><h1>Mill closes</h1>{inside}{text}</article>{body}{foot}</body></html>"
    ).encode()


def only(data: bytes) -> Document:
    return documents(data, "a.html")[0]


def test_the_article_is_taken_without_what_stands_around_it() -> None:
    article = only(page())
    assert (article.title, article.language, article.status) == ("Mill closes", "en", "read")
    assert article.text == "\n\n".join(("Mill closes", *PARAGRAPHS))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2023-07-04T10:15:00+02:00">',
        '<meta name="dc.date" content="2023-07-04">',
        '<meta itemprop="datePublished" content="July 4, 2023">',
        "<script type='application/ld+json'>" + json.dumps({"@graph": [{"headline": "x", "datePublished": "2023-07-04"}]}) + "</script>",
        "<script type='application/ld+json'>{broken</script><meta name='date' content='2023-07-04'>",
        "<meta name='date' content='2023-07-09'><meta property='article:published_time' content='2023-07-04'>",
    ],
)
def test_the_date_comes_from_the_head(head: str) -> None:
    article = only(page(head, inside="<time datetime='2023-07-05'>5 July</time>"))
    assert (article.published, article.published_from) == ("2023-07-04", "page metadata")


def test_the_date_comes_from_a_time_element_where_the_head_has_none() -> None:
    assert only(page(inside="<time datetime='2023-07-04T10:00'>today</time>")).published == "2023-07-04"
    assert only(page(body="<time datetime='2020-01-01'>x</time>", inside="<time>4 July 2023</time>")).published == "2023-07-04"


@pytest.mark.parametrize("value", ["2023-02-31", "soon", "", "4/7/2023"])
def test_a_date_that_is_none_is_left_out(value: str) -> None:
    assert only(page(f"<meta name='date' content='{value}'>")).published == ""


def test_the_source_is_the_site() -> None:
    assert only(page('<meta property="og:site_name" content="Harrow Post">')).source == "Harrow Post"


def test_the_headline_of_the_head_counts_where_the_page_shows_another() -> None:
    data = page('<meta property="og:title" content="Last mill closes">').replace(b"<h1>Mill closes</h1>", b"<h1>Harrow Evening</h1>")
    assert only(data).title == "Last mill closes"


@pytest.mark.parametrize("lang", ["en", "de", "fr", "", "en-GB"])
def test_the_text_tells_the_language_and_not_the_template(lang: str) -> None:
    assert only(page(lang=lang)).language == "en"


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display: none'>{}</p>",
        "<p style='color:red;VISIBILITY:hidden'>{}</p>",
        "<p hidden>{}</p>",
        "<p class='note visually-hidden'>{}</p>",
        "<p style='font-size:0'>{}</p>",
        "<div style='display:none'><p>{}</p></div>",
        "<p style='color: #FFF'>{}</p>",
        "<div style='background: white; color: rgb(255, 255, 255)'><p>{}</p></div>",
        "<p><del>{}</del></p>",
        "<p><s>{}</s></p>",
        "<template><p>{}</p></template>",
        "<!-- {} -->",
    ],
)
def test_hidden_text_is_no_content(hidden: str) -> None:
    secret = "There are 999 secret mills here, which nobody who reads the page can see at all, the owner said."
    read = only(page(inside=hidden.format(secret)))
    assert "999" not in read.text
    assert "template" in hidden or "!" in hidden or (read.note.startswith("left out: ") and read.note.endswith(" passage (1)"))
    assert "999" in only(page(inside=f"<p>{secret}</p>")).text


@pytest.mark.parametrize(
    "shown", ["<div style='background:#203040'><p style='color:#fff'>{}</p></div>", "<p class='dark' style='color:white'>{}</p>"]
)
def test_white_words_on_dark_ground_are_read(shown: str) -> None:
    read = only(page(inside=shown.format("There are 999 mills on the river, which everybody who reads the page can see, he said.")))
    assert "999" in read.text and not read.note


def test_lists_and_tables_are_lines() -> None:
    table = "<table><tr><th>Year</th><th>Mills</th></tr><tr><td>2021</td><td>14</td></tr></table>"
    text = only(page(inside=f"<ul><li>5 mills</li><li>6 dams</li></ul>{table}")).text
    assert "• 5 mills\n• 6 dams\n" in text
    assert "Year | Mills\n2021 | 14\n" in text


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_the_declared_charset_counts(charset: str) -> None:
    data = page(f"<meta charset='{charset}'>", inside="<p>Die Mühle in Köln, sagte der Müller, würde dafür größer.</p>")
    assert "Mühle in Köln" in only(data.decode().encode(charset)).text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html></html>",
        b"<html><body><nav><a href='/'></a></nav></body></html>",
        b"<div>" * 200_000 + b"three mills" + b"</div>" * 200_000,
    ],
)
def test_a_page_without_an_article_is_a_problem(data: bytes) -> None:
    with pytest.raises(InputProblem):
        documents(data, "a.html")


@pytest.mark.parametrize(
    ("html", "flat"),
    [
        ("10<sup>6</sup>", "10⁶"),
        ("<b>10</b><sup>-6</sup> m", "<b>10</b>⁻⁶ m"),
        ("5 km<sup>2</sup>", "5 km²"),
        ("CO<sub>2</sub>", "CO₂"),
        ("400<sup>1</sup> mills", "400 mills"),
        ("400<sup><a href='#n'>[12]</a></sup> mills", "400 mills"),
        ("mills<sup>*</sup>", "mills"),
        ("mills<SUP class='x'>3</SUP>", "mills"),
        ("410<sup>2</sup>", "410"),
        ("11<sup>th</sup>", "11th"),
        ("1<sup>1</sup>/<sub>2</sub>", "1 1/2"),
        ("<sup>never closed", "<sup>never closed"),
        ("no scripts at all", "no scripts at all"),
    ],
)
def test_raised_digits_never_join_a_number(html: str, flat: str) -> None:
    assert flatten_scripts(html) == flat
