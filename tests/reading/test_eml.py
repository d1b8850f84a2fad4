"""Mails: their text under the subject, the day they were sent as a guess, and what is attached named."""

from __future__ import annotations

import contextlib
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading.eml import documents

BODY = "The town of Larvik has bought 400 trams, said the mayor on Monday, and the drivers are glad of it.\n"
PAGE = (
    f"<html><head><meta charset='iso-8859-1'></head><body><p>{BODY}</p><p>Über 300 Fahrer, <del>900</del> he said there.</p></body></html>"
)


def mail(body: str = BODY, *, page: str = "", subject: str = "Trams for Larvik", attached: tuple[str, ...] = ()) -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"] = subject, "Larvik Städtische Presse <press@larvik.example>"
    message["Date"] = "Mon, 05 May 2031 23:30:00 +0200"
    if body:
        message.set_content(body)
    if page:
        (message.add_alternative if body else message.set_content)(page, subtype="html")
    for name in attached:
        message.add_attachment(b"1,2", maintype="application", subtype="octet-stream", filename=name)
    return message


def only(message: EmailMessage) -> Document:
    (document,) = documents(message.as_bytes(), "a.eml")
    return document


def test_a_mail_is_its_text_under_its_subject() -> None:
    assert only(mail(subject="Trams für Larvik")) == Document(
        "a.eml",
        "Trams für Larvik",
        f"Trams für Larvik\n\n{BODY.strip()}",
        published="2031-05-05",
        published_from="mail header",
        source="Larvik Städtische Presse",
        encoding="utf-8",
    )


def test_plain_text_comes_before_a_page_and_a_page_before_nothing() -> None:
    assert "300" not in only(mail(page=PAGE)).text
    page = only(mail("", page=PAGE))
    assert "400 trams" in page.text and "Über 300 Fahrer" in page.text and "900" not in page.text
    assert page.note == "left out: struck-through passage (1)"


def test_the_dateline_of_the_text_comes_before_the_day_it_was_sent() -> None:
    read = only(mail(f"Larvik, 3 May 2031\n\n{BODY}"))
    assert (read.published, read.published_from) == ("2031-05-03", "dateline")


def test_what_is_attached_is_named() -> None:
    read, *skipped = documents(mail(attached=("table.xlsx", "Pläne.pdf")).as_bytes(), "a.eml")
    assert read.status == "read"
    assert [(each.document, each.status) for each in skipped] == [("a.eml/table.xlsx", "skipped"), ("a.eml/Pläne.pdf", "skipped")]


def test_a_flowed_text_is_put_together() -> None:
    data = b"Subject: x\nContent-Type: text/plain; charset=utf-8; format=flowed\n\nThe town \nbought \n400 trams.\n\nAll \nnew.\n"
    assert documents(data, "a.eml")[0].text == "x\n\nThe town bought 400 trams.\n\nAll new."


@pytest.mark.parametrize("charset", ["iso-8859-15", "no-such-charset", "utf-16"])
def test_a_charset_that_is_wrong_hides_nothing(charset: str) -> None:
    data = f"Subject: x\nContent-Type: text/plain; charset={charset}\n\nThe town bought 400 trams für Larvik.\n".encode()
    assert "400 trams" in documents(data, "a.eml")[0].text or charset == "utf-16"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"", "is no mail"),
        (b"The town bought 400 trams.\n", "is no mail"),
        (mail("", attached=("a.pdf",)).as_bytes(), "holds no text"),
        (
            b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 3000,
            "mail",
        ),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, found: str) -> None:
    with pytest.raises(InputProblem) as caught:
        documents(data, "a.eml")
    assert found in caught.value.found or "holds no text" in caught.value.found
    assert caught.value.todo


@pytest.mark.parametrize(
    "header", ["", "yesterday", "Mon, 99 May 2031 99:99:99 +9999", "\x00", "Mon, 05 May 99999999999999 00:00:00 +0000"]
)
def test_a_date_that_is_none_is_left_out(header: str) -> None:
    assert documents(f"Subject: x\nDate: {header}\n\n{BODY}".encode(), "a.eml")[0].published == ""


@given(
    st.binary(max_size=300), st.sampled_from([b"", b"Subject: x\nContent-Type: ", b"From: x\nMIME-Version: 1.0\nContent-Type: multipart/"])
)
def test_no_damage_but_an_input_problem(noise: bytes, before: bytes) -> None:
    with contextlib.suppress(InputProblem):
        documents(before + noise, "a.eml")
