"""`qcheck lsp` spoken with by a real client: findings, places, the second quote, what was read, and edits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lsp.client import Client, Message

STORY = "Canada has supplied Kenya with {} pumps since March 2031, the ministry of transport said."
SHARE = "In May 2031, 104 percent of households in Larvik were without power, the grid operator said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk with one published article."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.txt").write_text(f"5 May 2031\n\n{STORY.format('more than 400')}\n", encoding="utf-8")
    (tmp_path / "qcheck.yml").write_text("published: [archive]\n", encoding="utf-8")
    return tmp_path


def place(text: str, words: str, encoding: str = "utf-16-le", width: int = 2) -> Message:
    """The range of words, counted by this test itself."""
    before, _, _ = text.partition(words)
    line, column = before.count("\n"), len(before.rpartition("\n")[2].encode(encoding)) // width
    return {
        "start": {"line": line, "character": column},
        "end": {"line": line, "character": column + len(words.encode(encoding)) // width},
    }


def test_a_finding_is_marked_at_the_very_words_and_leads_to_the_other_side(folder: Path) -> None:
    story = STORY.format("fewer than 300")
    head = "---\ntitle: Pumps for Kenya 🚰 in 2031\ndate: 2031-05-05\n---\n# Pumps: 🚰🚰\n\n"
    text = f"{head}On 🚰 – [pumps](http://x.example/300) – **{story}**\n"
    with Client(folder) as client:
        client.initialize()
        (found,) = client.open("draft.md", text)
        assert found["range"] == place(text, "fewer than 300 pumps")
        assert (found["severity"], found["code"], found["source"]) == (1, "agreement/amounts", "qcheck")
        assert "fewer than 300 pumps" in found["message"]
        (other,) = found["relatedInformation"]
        old = (folder / "archive" / "old.txt").read_text(encoding="utf-8")
        assert other["location"] == {"uri": (folder / "archive" / "old.txt").as_uri(), "range": place(old, "more than 400 pumps")}
        assert STORY.format("more than 400") in other["message"]


@pytest.mark.parametrize(("units", "encoding", "width"), [("utf-8", "utf-8", 1), ("utf-16", "utf-16-le", 2), ("utf-32", "utf-32-le", 4)])
def test_columns_are_counted_as_the_editor_counts(folder: Path, units: str, encoding: str, width: int) -> None:
    text = f"5 May 2031\r\n\r\n🚰 Grüße: „{SHARE}“\r\n"
    with Client(folder) as client:
        assert client.initialize(units=units)["positionEncoding"] == units
        (found,) = client.open("draft.txt", text, language="plaintext")
        assert found["range"] == place(text, "104 percent of households", encoding, width) or found["range"] == place(
            text, "104 percent", encoding, width
        )


def test_what_was_read_is_told_under_the_pointer(folder: Path) -> None:
    text = f"5 May 2031\n\n🚰 {STORY.format('fewer than 300')}\n"
    with Client(folder) as client:
        client.initialize()
        client.open("draft.md", text)
        where = place(text, "300 pumps")["start"]
        told = client.hover("draft.md", where["line"], where["character"] + 1)
        assert told is not None
        assert told["range"] == place(text, "fewer than 300 pumps")
        assert told["contents"]["value"].startswith("“fewer than 300 pumps”: fewer than 300; pump")
        assert client.hover("draft.md", 1, 0) is None
        assert client.hover("other.md", 0, 0) is None


def test_a_text_is_checked_again_when_it_changes_and_forgotten_when_it_is_closed(folder: Path) -> None:
    wrong, right = (f"5 May 2031\n\n{STORY.format(number)}\n" for number in ("fewer than 300", "450"))
    with Client(folder) as client:
        client.initialize()
        assert len(client.open("draft.md", wrong)) == 1
        for version in range(2, 6):
            client.change("draft.md", wrong[:-version], version)
        client.change("draft.md", right, 6)
        assert client.diagnostics("draft.md", 6) == []
        skipped = [each for each in client.said if each.get("method") == "textDocument/publishDiagnostics"]
        assert len(skipped) <= 1  # what is typed over is not checked
        client.change("draft.md", wrong, 7)
        assert len(client.diagnostics("draft.md", 7)) == 1
        client.notify("textDocument/didSave", textDocument={"uri": client.uri("draft.md")})
        assert len(client.diagnostics("draft.md", 7)) == 1
        client.notify("textDocument/didClose", textDocument={"uri": client.uri("draft.md")})
        assert client.hover("draft.md", 2, 35) is None


def test_what_is_published_may_be_named_by_the_editor_and_an_unsaved_text_is_a_draft(folder: Path) -> None:
    (folder / "qcheck.yml").unlink()
    with Client(folder) as client:
        client.initialize(options={"against": ["archive"]})
        text = f"5 May 2031\n\n{STORY.format('fewer than 300')}\n"
        opened = {"uri": "untitled:Untitled-1", "languageId": "plaintext", "version": 1, "text": text}
        client.notify("textDocument/didOpen", textDocument=opened)
        told = next(message["params"] for message in client.messages if message.get("method") == "textDocument/publishDiagnostics")
        assert (told["uri"], len(told["diagnostics"])) == ("untitled:Untitled-1", 1)


def test_a_published_draft_is_not_at_odds_with_what_stood_there_before(folder: Path) -> None:
    with Client(folder) as client:
        client.initialize()
        assert client.open("archive/old.txt", f"5 May 2031\n\n{STORY.format('fewer than 300')}\n", language="plaintext") == []


def test_a_wrong_configuration_is_told_in_the_editor_and_the_server_stays(folder: Path) -> None:
    (folder / "qcheck.yml").write_text("publishd: [archive]\n", encoding="utf-8")
    with Client(folder) as client:
        client.initialize()
        text = {"uri": client.uri("draft.md"), "languageId": "markdown", "version": 1, "text": SHARE}
        client.notify("textDocument/didOpen", textDocument=text)
        told = next(message["params"] for message in client.messages if message.get("method") == "window/showMessage")
        assert "publishd" in told["message"]
        assert client.hover("draft.md", 0, 0) is None
