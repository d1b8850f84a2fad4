"""A client of the language server over its standard input and output, which reads nothing but the protocol there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
Message = dict[str, Any]


class Client:
    """Starts `qcheck lsp` in a folder and speaks with it; what it does not ask for is kept in `said`."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-c", "from qcheck.cli.main import run; run()", "lsp", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.folder, self.number, self.said = folder, 0, list[Message]()
        self.server = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        self.messages = self._read()

    def __enter__(self) -> Client:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        if failed:
            self.server.kill()
            self.server.communicate()
            return
        self.request("shutdown")
        self.notify("exit")
        errors = self.server.communicate(timeout=60)[1]
        assert self.server.returncode == 0, errors.decode()

    def initialize(self, *, units: str = "", options: Message | None = None) -> Message:
        general = {"general": {"positionEncodings": [units]}} if units else {}
        told = self.request("initialize", processId=None, rootUri=self.folder.as_uri(), capabilities=general, initializationOptions=options)
        self.notify("initialized")
        return dict(told["result"]["capabilities"])

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, *, version: int = 1, language: str = "markdown") -> list[Message]:
        """The diagnostics of a text that is opened."""
        self.notify("textDocument/didOpen", textDocument={"uri": self.uri(name), "languageId": language, "version": version, "text": text})
        return self.diagnostics(name, version)

    def change(self, name: str, text: str, version: int) -> None:
        self.notify("textDocument/didChange", textDocument={"uri": self.uri(name), "version": version}, contentChanges=[{"text": text}])

    def diagnostics(self, name: str, version: int) -> list[Message]:
        """Those of a version of a text, when they come."""
        for message in self.messages:
            told = message.get("params") or {}
            if message.get("method") == "textDocument/publishDiagnostics" and (told["uri"], told.get("version")) == (
                self.uri(name),
                version,
            ):
                return list(told["diagnostics"])
            self.said.append(message)
        raise AssertionError("the server has ended")

    def hover(self, name: str, line: int, character: int) -> Message | None:
        asked = {"textDocument": {"uri": self.uri(name)}, "position": {"line": line, "character": character}}
        told: Message | None = self.request("textDocument/hover", **asked)["result"]
        return told

    def request(self, method: str, **params: Any) -> Message:
        self.number += 1
        self._write({"id": self.number, "method": method, "params": params or None})
        for message in self.messages:
            if message.get("id") == self.number:
                assert "error" not in message, message
                return message
            self.said.append(message)
        raise AssertionError("the server has ended")

    def notify(self, method: str, **params: Any) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: Message) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin is not None
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.server.stdin.flush()

    def _read(self) -> Iterator[Message]:
        stream = self.server.stdout
        assert stream is not None
        while line := stream.readline():
            headers = [line]
            while (line := stream.readline()).strip():
                headers.append(line)
            fields = dict(header.decode("ascii").strip().split(": ", 1) for header in headers)
            yield json.loads(stream.read(int(fields["Content-Length"])))
