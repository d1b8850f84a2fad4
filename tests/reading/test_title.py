"""The headline of a plain text, and how a text begins with its title."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.reading.title import find_title, with_title

BODY = "The town has three mills. None of them was built before the war, and two are closed now, as the mayor said on Monday.\n"
LINE = "Mill closes after sixty years"


@pytest.mark.parametrize(
    "text",
    [
        f"{LINE}\n\n{BODY}",
        f"\n  {LINE}\n\n{BODY}",
        f"{LINE}\n{BODY * 2}",
        f"{LINE}\n4 July 2023\n{BODY}",
        f"4 July 2023\n\n{LINE}\n\n{BODY}",
        f"Business\n{LINE}\n\n{BODY}",
        f"Business 2023-07-04\nTown news\n{LINE}\n\n{LINE}\n\n{BODY}",
        f"{LINE}\n\nThree hundred jobs go in Harrow\n\n{BODY}",
    ],
)
def test_a_headline_is_found(text: str) -> None:
    assert find_title(text) == LINE


@pytest.mark.parametrize(
    "line", ["Is the mill to close?", "„Wir schließen“: Mühle am Ende", "412 jobs lost in mill town", "U.S. Mill to close in May"]
)
def test_headlines_of_all_kinds_are_found(line: str) -> None:
    assert find_title(f"{line}\n\n{BODY}") == line


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n{BODY}",
        "The mill is closed.\n\n" + BODY,
        "The mill is closed. All are sad\n\n" + BODY,
        "The town has three mills, and none\nof them was built before the war.\n\n" + BODY,
        "4 July 2023\n\n" + BODY,
        "Business\n\n" + BODY,
        "- three mills are closed\n\n" + BODY,
        "and so the mill closes\n\n" + BODY,
        "The mills are these:\n\n" + BODY,
        LINE,
        "",
    ],
)
def test_what_is_no_headline_is_none(text: str) -> None:
    assert find_title(text) == ""


@given(st.text("Ab 1.\n", max_size=60), st.text("Ab 1.\n", max_size=30))
def test_the_text_begins_with_its_title_once(text: str, title: str) -> None:
    joined = with_title(title, text)
    assert joined.startswith(" ".join(title.split()))
    assert with_title(title, joined).split() == joined.split()


@pytest.mark.parametrize(
    "text", [f"{LINE}\n\n{BODY}", f"\n{LINE}\n{BODY}", f"{LINE} \n\n\n{BODY}", BODY, f"Mill  closes after sixty years\n\n{BODY}"]
)
def test_a_title_that_stands_there_is_not_repeated(text: str) -> None:
    assert with_title(LINE, text).rstrip("\n") == f"{LINE}\n\n{BODY}".rstrip("\n")
