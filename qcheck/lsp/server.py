"""The server itself. The only importer of pygls."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

import qcheck
from qcheck.lsp.looks import Beside, Look, Mark, Range
from qcheck.model.document import file_and_number
from qcheck.model.errors import Problem, Problems
from qcheck.reporting.places import Lines
from qcheck.reporting.view import View

READ_AS = (".md", ".markdown", ".txt", ".text")  # suffixes of what an editor holds as it is read
PAUSE = 0.3  # seconds without a key stroke before a text is checked
_GRADES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}
# from a path, its suffix and its text in the editor to the view of its check and its name there
Check = Callable[[Path, str, str], tuple[View, str]]
# from the initialization options of an editor to the check of a draft, and what is wrong with the files that these name
Prepare = Callable[[dict[str, Any]], tuple[Check, Sequence[Problem]]]


def serve(prepare: Prepare) -> None:
    """Speak the protocol over standard input and output until the editor ends it; nothing else may print on the output."""
    heard, spoken = os.fdopen(os.dup(sys.stdin.fileno()), "rb"), os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - a worker closes it, and would wait for who listens there
    Server(prepare).start_io(heard, spoken)


class Server(LanguageServer):
    """Checks each text that is open when it is opened, saved, or left alone for a moment."""

    def __init__(self, prepare: Prepare) -> None:
        super().__init__("qcheck", f"v{qcheck.__version__}", text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self._prepare = prepare
        self._check: Check | None = None
        self._wrong: Sequence[Problem] = ()
        self._options: dict[str, Any] = {}
        self._looks: dict[str, Look] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._one_at_a_time = asyncio.Lock()
        answers: dict[str, Callable[[Any], Any]] = {
            types.INITIALIZE: self._initialize,
            types.TEXT_DOCUMENT_DID_OPEN: self._opened,
            types.TEXT_DOCUMENT_DID_CHANGE: self._changed,
            types.TEXT_DOCUMENT_DID_SAVE: self._saved,
            types.TEXT_DOCUMENT_DID_CLOSE: self._closed,
            types.TEXT_DOCUMENT_HOVER: self._hover,
        }
        for method, answer in answers.items():
            self.feature(method)(partial(answer))  # pygls puts a name on what answers, and a method takes none

    def _initialize(self, params: types.InitializeParams) -> None:
        given = params.initialization_options
        self._options = dict(given) if isinstance(given, dict) else {}
        folders = [each.uri for each in params.workspace_folders or ()]
        root = to_fs_path(params.root_uri or next(iter(folders), ""))
        if root and os.path.isdir(root):
            os.chdir(root)  # editors start a server anywhere; paths are those of the folder that is open

    def _opened(self, params: types.DidOpenTextDocumentParams) -> None:
        self._soon(params.text_document.uri, 0)

    def _changed(self, params: types.DidChangeTextDocumentParams) -> None:
        self._soon(params.text_document.uri, PAUSE)

    def _saved(self, params: types.DidSaveTextDocumentParams) -> None:
        self._soon(params.text_document.uri, 0)

    def _closed(self, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        self._looks.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        look = self._looks.get(params.text_document.uri)
        said = look.said(params.position.line, params.position.character) if look else None
        if said is None:
            return None
        words, where = said
        return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, words), _range(where))

    def _soon(self, uri: str, pause: float) -> None:
        task = asyncio.get_running_loop().create_task(self._look(uri, pause))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _look(self, uri: str, pause: float) -> None:
        """Check a text, unless it has changed again meanwhile."""
        document = self.workspace.text_documents.get(uri)
        if document is None:
            return
        version = document.version
        await asyncio.sleep(pause)
        async with self._one_at_a_time:
            if not self._is_current(uri, version):
                return
            text, path = document.source, Path(to_fs_path(uri) or "untitled")
            suffix = path.suffix.lower() if path.suffix.lower() in READ_AS else ".md" if document.language_id == "markdown" else ".txt"
            try:
                view, name = await asyncio.to_thread(self._checked, path, suffix, text)
            except Exception as error:  # the editor goes on, whatever a text does to us
                self._tell(types.MessageType.Error, f"qcheck: {_what(error)}"[:500])
                return
            for problem in self._wrong:
                self._tell(types.MessageType.Warning, f"qcheck: {problem}")
            self._wrong = ()
        if self._is_current(uri, version):
            look = Look(view, name, Lines(text, _units(self.workspace.position_encoding)))
            self._looks[uri] = look
            found = [_diagnostic(mark, uri, name) for mark in look.marks()]
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def _is_current(self, uri: str, version: int | None) -> bool:
        document = self.workspace.text_documents.get(uri)
        return document is not None and document.version == version

    def _checked(self, path: Path, suffix: str, text: str) -> tuple[View, str]:
        """The view of a text; what has been published is read with the first one."""
        if self._check is None:
            self._check, self._wrong = self._prepare(self._options)
        return self._check(path, suffix, text)

    def _tell(self, kind: types.MessageType, message: str) -> None:
        self.window_show_message(types.ShowMessageParams(kind, message))


def _what(error: Exception) -> str:
    """What went wrong: what a person can mend as it says itself, else what bug it is."""
    return str(error) if isinstance(error, Problem | Problems) else f"this is a bug: {type(error).__name__}: {error}"


def _units(encoding: str | None) -> str:
    return getattr(encoding, "value", encoding) or "utf-16"


def _diagnostic(mark: Mark, uri: str, name: str) -> types.Diagnostic:
    return types.Diagnostic(
        range=_range(mark.range),
        message=mark.message,
        severity=_GRADES[mark.grade],
        code=mark.rule,
        source="qcheck",
        related_information=[_related(each, uri, name) for each in mark.beside],
    )


def _related(beside: Beside, uri: str, name: str) -> types.DiagnosticRelatedInformation:
    where = uri if beside.path == name else from_fs_path(os.path.abspath(file_and_number(beside.path)[0])) or uri
    return types.DiagnosticRelatedInformation(types.Location(where, _range(beside.range)), beside.words)


def _range(where: Range) -> types.Range:
    (first_line, first), (last_line, last) = where
    return types.Range(types.Position(first_line, first), types.Position(last_line, last))
