"""Files of strangers, made by code: for each what must become of it."""

from __future__ import annotations

import json
import os
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from tests.reading.pages import column, pdf
from tests.reading.test_pdf import ENCRYPTED
from tests.word.builder import paragraph, word

TEXT = "14 May 2024\n\nThe council of Ostby has bought 412 bicycles since August 2022, said the mayor, Tove Lind. It keeps all of them.\n"
ENTITIES = "<!DOCTYPE d [" + '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LINES = b'%s\n{"text": \n%s\n[1]\n{"text": 7}\n'
ABOVE = b'<R><r Type="a/officeDocument" Target="../../../etc/passwd"/></R>'
READ, SKIPPED, FAILED = "read", "skipped", "failed"


@dataclass(frozen=True)
class Case:
    """What a file holds (or how it is made), the status of each of its rows in their order, and words of its notes or its text."""

    made: bytes | Callable[[Path], object]
    statuses: tuple[str, ...]
    says: str = ""
    holds: str = ""
    lacks: str = ""

    def write(self, path: Path) -> None:
        if callable(self.made):
            self.made(path)
        else:
            path.write_bytes(self.made)


def failed(made: bytes | Callable[[Path], object], says: str) -> Case:
    return Case(made, (FAILED,), says)


def skipped(made: bytes | Callable[[Path], object], says: str) -> Case:
    return Case(made, (SKIPPED,), says)


def read(made: bytes | Callable[[Path], object], *, says: str = "", holds: str = "412 bicycles", lacks: str = "") -> Case:
    return Case(made, (READ,), says, holds, lacks)


def _page(body: str, head: str = "") -> bytes:
    return f"{head}<html lang='en'><body><article><p>{TEXT}</p><p>{TEXT}</p>{body}</article></body></html>".encode()


def _archive(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def _lying_archive() -> bytes:
    """A Word file whose main part is 110 MB and says that it is 2,000 bytes."""
    data = bytearray(word(document="<w:document>" + " " * 110_000_000))
    for at in (data.find(b"PK\x03\x04"), data.find(b"PK\x01\x02")):
        while at >= 0:
            head = data[at : at + 4]
            place = at + (22 if head == b"PK\x03\x04" else 24)
            if int.from_bytes(data[place : place + 4], "little") > 100_000_000:
                data[place : place + 4] = (2_000).to_bytes(4, "little")
            at = data.find(head, at + 4)
    return bytes(data)


def _packed_pdf(size: int) -> bytes:
    """A page whose content is `size` bytes when it is unpacked, written over and over."""
    line = b"BT /F1 9 Tf 9 9 Td (412 bicycles ) Tj ET\n"
    stream = zlib.compress(line * (size // len(line)), 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return body + b"trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n"


def _mail(body: str, kind: str = "text/plain", more: str = "") -> bytes:
    return f"From: a@example.org\nSubject: Bicycles\nMIME-Version: 1.0\nContent-Type: {kind}{more}\n\n{body}".encode()


def _nested_mail(depth: int) -> bytes:
    return b"From: a@example.org\nSubject: x\n" + b"Content-Type: message/rfc822\n\n" * depth + TEXT.encode()


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(20_000_001)


@cache
def cases() -> dict[str, Case]:
    """By the name of the file."""
    text = TEXT.encode()
    line = json.dumps({"text": TEXT})
    return {
        # bombs
        "bomb.docx": failed(word(paragraph("x"), more={"word/media/a.bin": bytes(100_000_001)}), "unpacks to more than 100 MB"),
        "bomb-main.docx": failed(word(document="<w:document>" + " " * 100_000_001), "unpacks to more than 100 MB"),
        "bomb-lying.docx": failed(_lying_archive(), "is a broken Word file"),
        "bomb-entries.docx": failed(_archive({f"{n}": b"" for n in range(20_000)}), "is a ZIP file without the parts of a Word file"),
        "bomb-entities.docx": failed(word(document=ENTITIES + "<d>&i;</d>"), "its part word/document.xml is no sound XML"),
        "bomb-entities.html": failed(_page("<p>&i;</p>", ENTITIES), "holds no HTML"),
        "bomb-entities.md": read(f"---\na: &a [x, x]\nb: &b [*a, *a]\n---\n{TEXT}".encode(), says="front matter left out"),
        "bomb-stream.pdf": failed(_packed_pdf(60_000_000), "ended the process that read it"),
        "bomb.parquet": skipped(b"PAR1" + bytes(100) + b"PAR1", "unknown suffix .parquet"),
        "bomb.zip": skipped(_archive({"a.txt": bytes(50_000_000)}), "unknown suffix .zip"),
        "bomb-table.html": read(_page('<table><tr><td rowspan="99999999" colspan="99999999">3</td></tr></table>')),
        "large.txt": failed(_large, "is larger than 20 MB; split it"),
        # what would reach out of the file
        "outside.docx": failed(word(document=f"{OUTSIDE}<d>&a;</d>"), "its part word/document.xml declares a document type"),
        "outside.html": failed(_page("<p>&a;</p>", OUTSIDE), "holds no HTML"),
        "outside-part.docx": failed(word(more={"_rels/.rels": ABOVE}), "without the parts"),
        # depth
        "deep.html": read(_page("<div>" * 200_000)),
        "deep.docx": failed(word(document="<a>" * 200_000 + "</a>" * 200_000), "is no sound XML"),
        "deep.jsonl": failed(b'{"text": ' + b"[" * 200_000, "line 1 is not JSON"),
        "deep.md": read((">" * 200_000 + "\n\n").encode() + text),
        "deep.eml": failed(_nested_mail(20_000), "is a broken mail"),
        # other things than the name says
        "picture.txt": failed(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "is a picture, not text"),
        "word.txt": failed(word(paragraph("x")), "is a ZIP file"),
        "paper.html": failed(pdf(column("x")), "is a PDF file, not text"),
        "text.docx": failed(text, "is no Word file"),
        "text.pdf": failed(text, "is a broken PDF file"),
        "text.eml": failed(text.replace(b"14 May 2024\n\n", b""), "is no mail"),
        "page.txt": read(_page(""), lacks="<p>"),
        "text.html": failed(text * 3, "holds no HTML; save the page again or its text as .txt"),
        "text.jsonl": Case(text, (FAILED, FAILED), "is not JSON"),
        "text.csv": failed(text, "has no column text"),
        # locked
        "locked.docx": failed(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "is encrypted with a password"),
        "locked.pdf": failed(pdf(column("x"), trailer=ENCRYPTED), "is encrypted with a password"),
        # no files
        "pipe.txt": failed(os.mkfifo, "is no regular file"),
        "device.txt": failed(lambda path: path.symlink_to("/dev/zero"), "is no regular file"),
        "loop.txt": failed(lambda path: path.symlink_to(path.name), "cannot be read (Too many levels of symbolic links)"),
        "lost.txt": failed(lambda path: path.symlink_to("nowhere.txt"), "cannot be read (No such file or directory)"),
        "folder.txt": Case(Path.mkdir, ()),
        # bytes
        "empty.txt": skipped(b"", "holds no text"),
        "blank.txt": skipped("\ufeff \n\u00a0\n".encode(), "holds no text"),
        "empty.html": failed(b"", "holds no HTML"),
        "empty.jsonl": failed(b"", "holds no article"),
        "empty.docx": failed(b"", "is no Word file"),
        "nul.txt": failed(text[:40] + b"\0" + text[40:], "holds the control character U+0000 in line 3"),
        "nul.html": failed(_page("\0"), "holds the control character U+0000"),
        "latin.txt": read(text + "Ein schöner Tag für Ostby.".encode("cp1252"), says="not UTF-8: cp1252 assumed"),
        "damaged.txt": read("äöüß€ ".encode() * 20 + b"\xff " + text * 3, says="damaged UTF-8: 1 unreadable characters replaced"),
        "surrogate.txt": read(text + b"\xed\xa0\x80" + "äöüß€".encode() * 4, says="damaged UTF-8"),
        "surrogate.jsonl": read(json.dumps({"text": "\ud800 " + TEXT}).encode()),
        "utf-16.txt": read(TEXT.encode("utf-16")),
        "utf-16-cut.txt": failed(TEXT.encode("utf-16")[:-1], "is not utf-16-le at byte"),
        # broken in parts
        "lines.jsonl": Case(LINES % (line.encode(), line.encode()), (READ, FAILED, READ, FAILED, FAILED), "line 2 is not JSON"),
        "digits.jsonl": failed(b'{"text": ' + b"9" * 5_000 + b"}", "line 1"),
        "digits-day.jsonl": Case(f'{{"text": {json.dumps(TEXT)}, "published": {"9" * 4000}}}'.encode(), (READ,), "is no date"),
        "quotes.csv": Case(b'text\n"' + text.replace(b"\n", b" ") + b'"\n"never closed', (READ, FAILED), "is broken"),
        "mail.eml": read(_mail(TEXT)),
        "mail-bomb.eml": failed(_mail("AAAA" * 300, more="\nContent-Transfer-Encoding: base64"), "control character"),
        "mail-charset.eml": read(_mail(TEXT, more="; charset=utf-99")),
    }  # fmt: skip
