"""An invented story as frames, so that the report is tested without the verbs before it: a flood, told by five articles."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from qcheck.model.claim import Claim, content_id
from qcheck.model.document import Document
from qcheck.model.finding import Finding, Topic
from qcheck.model.interval import numbers

RIVER = """Flood at Lower Brindle cuts off two valleys

The river Wend burst its banks on Sunday and flooded more than 400 homes in Lower Brindle, the county said.

Some 1,200 people were taken to schools. The army sent 14 boats, and the A40 stays closed.

"We have lost 30 million euros in two days," said mayor Ada Quill."""
COUNTY = """County lowers its count

Fewer than 350 homes were flooded in Lower Brindle, the county's survey of 9 May 2031 found.

By then 1,150 people had left the schools."""
FLUSS = """Hochwasser am Wend

Mehrere hundert Häuser standen nach Angaben des Landrats unter Wasser. Rund 1.200 Menschen mussten in Schulen schlafen.

Der Bürgermeister bestritt, dass der Damm schon seit April 2031 undicht war."""
DAM = """The dam of Upper Brindle

The dam has leaked since April 2031, said engineer Tor Lind. All repairs were done before 1 March 2031, the owner said."""
UNSAFE = """<script>alert("x")</script> ist kein Haus

Ein Satz mit \u202everdrehter\u202c Richtung, \x1b[31mFarbe\x1b[0m und </script><img src=x onerror=alert(1)> 7 Booten."""

DOCUMENTS = [
    Document(
        "news/01-river.txt", "Flood at Lower Brindle cuts off two valleys", RIVER, "en", "2031-05-05", "Wend Post", "dateline", "utf-8"
    ),
    Document("news/02-county.html", "County lowers its count", COUNTY, "en", "2031-05-12", "Brindle Echo", "page metadata", "utf-8"),
    Document("news/03-fluss.md", "Hochwasser am Wend", FLUSS, "de", "2031-05-06", "", "front matter", "utf-8"),
    Document("news/04-dam.txt", "The dam of Upper Brindle", DAM, "en", "", "", "", "cp1252", note="read as cp1252, the usual one"),
    Document("news/05-<b>.txt", '<script>alert("x")</script> ist kein Haus', UNSAFE, "de", "2031-05-07", "", "file name", "utf-8"),
    Document("news/06.bin.txt", status="failed", note="is no text (a zero byte at 12); save it as text"),
    Document("news/07-francais.txt", status="skipped", note="is in French; qcheck reads English and German"),
]


def claim(document: str, quote: str, hard: str = "", typical: str = "", **fields: Any) -> Claim:
    """A row on the words `quote` of a document, with its sentence and paragraph."""
    text = next(d.text for d in DOCUMENTS if d.document == document)
    start = text.index(quote)
    opening = max(text.rfind(". ", 0, start) + 2, text.rfind("\n\n", 0, start) + 2) if start else 0
    ends = [at for at in (text.find(". ", start), text.find("\n\n", start)) if at >= 0]
    row = Claim(
        claim=content_id(document, start, fields.get("role", "claim")),
        document=document,
        start=start,
        end=start + len(quote),
        quote=quote,
        sentence_start=opening,
        sentence_end=min(ends) + 1 if ends else len(text),
        paragraph=text.count("\n\n", 0, start) + 1,
        sentence=text.count(". ", 0, start) + text.count("\n\n", 0, start) + 1,
        unit="count" if hard else "",
        covers="some",
        within="?",
    )
    if hard:
        wide, usual = numbers(hard), numbers(typical or hard)
        assert wide.low is not None and wide.high is not None and usual.low is not None and usual.high is not None
        row = replace(row, low=wide.low, high=wide.high, closed=wide.closed)
        row = replace(row, typical_low=usual.low, typical_high=usual.high, typical_closed=usual.closed)
    return replace(row, **fields)


FLOODED = {"of": "home", "event": "flood", "place": "Lower Brindle"}
SAID = {**FLOODED, "by": "the county", "time_quote": "on Sunday"}
MORE = claim("news/01-river.txt", "more than 400 homes", "(400, inf)", "(400, 500)", within="2031-05-04", **SAID)
PEOPLE = claim("news/01-river.txt", "Some 1,200 people", "[1100, 1300]", "[1150, 1250]", of="person", event="move", within="2031-05-04")
BOATS = claim("news/01-river.txt", "14 boats", "[14, 14]", of="boat", event="send", agent="army", within="2031-05-04/2031-05-05")
EUROS = claim("news/01-river.txt", "30 million euros", "[29.5e6, 30.5e6]", unit="EUR", of="euro", event="lose", by="Ada Quill")
VALLEYS = claim("news/01-river.txt", "two valleys", "[2, 2]", of="valley", event="cut", zone="headline")
ROAD = claim("news/01-river.txt", "A40", role="number", reason="part of a name")
SUNDAY = claim("news/01-river.txt", "on Sunday", role="time", within="2031-05-04")
FEWER = claim("news/02-county.html", "Fewer than 350 homes", "[0, 350)", "[300, 350)", within="2031-05-04/2031-05-09", **FLOODED)
LEFT = claim("news/02-county.html", "1,150 people", "[1145, 1155]", "[1150, 1150]", of="person", event="leave", within="2031-05-09")
HUNDREDS = claim("news/03-fluss.md", "Mehrere hundert Häuser", "[200, inf)", "[300, 1000)", within="2031-05", **FLOODED)
MENSCHEN = claim("news/03-fluss.md", "Rund 1.200 Menschen", "[1100, 1300]", "[1150, 1250]", of="person", event="move", within="2031-05-04")
DENIED = claim(
    "news/03-fluss.md", "schon seit April 2031", "(0, inf)", of="dam", event="leak", within="2031-04/2031-05-06", modality="denied"
)
LEAKED = claim("news/04-dam.txt", "since April 2031", "(0, inf)", of="dam", event="leak", within="2031-04/?", by="Tor Lind")
REPAIRS = claim(
    "news/04-dam.txt", "before 1 March 2031", "(0, inf)", of="repair", event="do", covers="all", within="../2031-02-28", by="the owner"
)
UNDATED = Claim(content_id("dam"), "document", "news/04-dam.txt", title="The dam of Upper Brindle")
SEVEN = claim("news/05-<b>.txt", "7 Booten", "[7, 7]", of="boat")

CLAIMS = [
    *(Claim(content_id(d.document), "document", d.document) for d in DOCUMENTS if d.status == "read" and "dam" not in d.document),
    *(MORE, PEOPLE, BOATS, EUROS, VALLEYS, ROAD, SUNDAY, FEWER, LEFT, HUNDREDS, MENSCHEN, DENIED, LEAKED, REPAIRS, UNDATED, SEVEN),
]

FINDINGS = [
    Finding(
        rule="amounts/apart",
        outcome="conflict",
        severity="error",
        claims=f"{MORE.claim} {FEWER.claim}",
        message="Flooded homes in Lower Brindle: “more than 400 homes” and “Fewer than 350 homes” cannot both be true.",
        working="“more than 400 homes” allows (400, inf)\n“Fewer than 350 homes” allows [0, 350)\nno number lies in both, so one is wrong",
        paired="same thing: home\nsame event: flood\nsame place: Lower Brindle\nthe periods overlap: 2031-05-04",
        hints="one count may leave out the farms outside the village\nthe later article may be a correction: does it say so?",
        fingerprint="a1b2c3d4e5f6",
        topic="homes",
    ),
    Finding(
        rule="periods/apart",
        outcome="dispute",
        severity="warning",
        claims=f"{LEAKED.claim} {REPAIRS.claim} {DENIED.claim}",
        message="Tor Lind and the owner disagree on when the dam leaked.",
        working="“since April 2031” means April 2031 or later\n“before 1 March 2031” means up to 28 February, for all\nno day lies in both",
        paired="same thing: dam",
        hints="ask both for papers",
        fingerprint="0f0f0f0f0f0f",
    ),
    Finding("dates/undated", "note", "note", UNDATED.claim, "“The dam of Upper Brindle” tells no date of publication.", "", "aaaaaaaaaaaa"),
]

HOMES = f"{MORE.claim} {HUNDREDS.claim} {FEWER.claim}"
NAN = math.nan
TOPICS = [
    Topic("homes", "homes flooded", "count", "home", "flood", "", "", HOMES, 3, False, NAN, NAN, "", 3),
    Topic("people", "people moved", "count", "person", "move", "", "", f"{PEOPLE.claim} {MENSCHEN.claim}", 2, True, 1100, 1300, "[]", 2),
]
