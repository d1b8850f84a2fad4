"""Mails as files (.eml): a press release, or a draft that was sent."""

from __future__ import annotations

import codecs
import contextlib
import re
from datetime import date
from email import policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from qcheck.model.document import Document
from qcheck.model.errors import InputProblem
from qcheck.reading import html
from qcheck.reading.dateline import dated
from qcheck.reading.encoding import Decoded, clean, decode
from qcheck.reading.title import with_title

_WRAPPED = re.compile(r" \n(?=\S)")  # where format=flowed broke a line that goes on


def documents(data: bytes, name: str) -> list[Document]:
    """The text of a mail under its subject, and a skipped row for each attachment. Raises InputProblem for what holds no text."""
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
        headers = {key.lower(): str(value) for key, value in reversed(list(message.raw_items()))}
        if not {"from", "date", "subject", "mime-version", "received"} & headers.keys():
            raise InputProblem("is no mail", todo="save the mail again as .eml, or its text as .txt")
        part = message.get_body(("plain", "html"))
        attached = [_header(each.get_filename() or each.get_content_type()) for each in message.iter_attachments()]
        body = _body(part, name) if isinstance(part, EmailMessage) else None
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, RecursionError) as error:
        raise InputProblem(f"is a broken mail ({str(error)[:80]})", todo="save its text as .txt") from None
    skipped = [Document(f"{name}/{each}", status="skipped", note="is attached to a mail; save it by itself") for each in attached]
    if body is None:
        raise InputProblem("holds no text", todo="save what is attached to it by itself")
    subject, sender = _header(headers.get("subject", "")), parseaddr(_header(headers.get("from", "")))[0]
    document = Document(name, subject, with_title(subject, body.text), source=body.source or sender, encoding=body.encoding, note=body.note)
    return [dated(document, (_sent(headers.get("date", "")), "mail header")), *skipped]


def _body(part: EmailMessage, name: str) -> Document:
    """The text of a part, as plain text or through the reader of HTML pages."""
    payload = part.get_payload(decode=True)
    decoded = decode(payload if isinstance(payload, bytes) else b"", declared=part.get_content_charset() or "")
    if part.get_content_type() == "text/html":
        (found,) = html.documents(codecs.BOM_UTF8 + decoded.text.encode(), name)  # a page's own charset is that of before
        return Document(name, text=found.text, source=found.source, encoding=decoded.encoding, note=found.note)
    return Document(name, text=_unwrapped(part, decoded), encoding=decoded.encoding, note=decoded.note)


def _unwrapped(part: EmailMessage, decoded: Decoded) -> str:
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    return _WRAPPED.sub(" ", decoded.text) if flowed else decoded.text


def _header(raw: str) -> str:
    """A header on one line, its encoded words decoded; as it stands where they cannot be."""
    with contextlib.suppress(MessageError, LookupError, ValueError):
        raw = str(make_header(decode_header(raw)))
    return " ".join(clean(raw).split())


def _sent(header: str) -> date | None:
    """The day of a Date header where it was sent from."""
    try:
        return parsedate_to_datetime(header).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
