"""A draft against what has been published: read once, checked as often as the draft is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from qcheck.cli.run import Checked, checked
from qcheck.model.document import file_and_number

if TYPE_CHECKING:
    from qcheck.checking.vicinity import Vicinity
    from qcheck.cli.settings import Settings
    from qcheck.model.claim import Claim
    from qcheck.model.document import Document
    from qcheck.model.finding import Finding
    from qcheck.reading.word.annotate import Remark
    from qcheck.reporting.catalogue import Catalogue
    from qcheck.reporting.progress import Step
    from qcheck.reporting.view import Case, Reading, View
    from qcheck.workers.intake import Limits, Taken


@dataclass(frozen=True)
class Published:
    """Articles that were read, also those that could not be, and their claims."""

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()

    @cached_property
    def vicinity(self) -> Vicinity:
        """Which of them a draft can touch; made with the first draft."""
        from qcheck.checking.vicinity import vicinity_of

        return vicinity_of(self.claims)

    def read(self, file: Path | None = None) -> int:
        """How many articles were read, without those that stand in this file."""
        return sum(each.status == "read" and not _stands_in(each.document, file) for each in self.documents)


def read_published(paths: Iterable[Path], run: Settings, *, limits: Limits, progress: Step | None = None) -> Published:
    """The articles under the paths; what cannot be read is among them, with a note."""
    from qcheck.model.claim import Claim
    from qcheck.model.document import Document
    from qcheck.model.frames import from_frame
    from qcheck.workers.intake import take_in

    wanted = list(paths)
    if not wanted:
        return Published()
    documents, claims = take_in(wanted, limits=limits, languages=run.languages, desk=run.desk, progress=progress)
    return Published(tuple(from_frame(documents, Document)), tuple(from_frame(claims, Claim)))


def check_draft(
    draft: Taken, published: Published, run: Settings, *, file: Path | None = None, before: Sequence[Finding] | None = None
) -> Checked:
    """What there is to find that concerns a draft (the articles of its `file`); its own comments decide on it.

    Of what is published only that is checked which the draft can touch, and what stands in its file is none of it: a draft may lie in the
    folder that it is checked against. The view tells of no others, but of what could not be read.
    """
    from qcheck.extraction.claims import claims_frame
    from qcheck.reading.read import documents_frame

    names = {each.document for each in draft.documents}
    near = published.vicinity.near(draft.claims) if published.claims else frozenset()
    others = [
        each
        for each in published.documents
        if (each.status != "read" or each.document in near) and each.document not in names and not _stands_in(each.document, file)
    ]
    told = {each.document for each in others}
    documents = documents_frame([*others, *draft.documents])
    claims = claims_frame([*(row for name in sorted(told & near) for row in published.vicinity.rows.get(name, ())), *draft.claims])
    return checked(documents, claims, run, drafts=names, about=names, before=before)


def _stands_in(document: str, file: Path | None) -> bool:
    return file is not None and os.path.realpath(file_and_number(document)[0]) == os.path.realpath(file)


def remarks(view: View, document: str) -> list[Remark]:
    """A remark for each open finding, at the first of its claims that stands in this article."""
    from qcheck.reading.word.annotate import Remark
    from qcheck.reporting.catalogue import load_catalogue

    found, ui = [], load_catalogue(view.ui)
    for case in view.cases:
        here = case.reading_in(document)
        if here is not None:
            found.append(Remark(here.claim.start, here.claim.end, _told(case, here, ui)))
    return found


def _told(case: Case, here: Reading, ui: Catalogue) -> str:
    """What a comment says: the finding, the other side in its words, the proof, what to check, and the names that commands take."""
    others = [
        f"{other.article.document.document}{f', {other.article.date}' if other.article.date else ''}: “{other.passage.text}”"
        for other in case.readings[:2]
        if other is not here
    ]
    hints = [ui("markdown.check", hint=hint) for hint in case.hints]
    name = f"{case.finding.rule} {case.finding.fingerprint}"
    return "\n".join([f"{case.label}: {case.finding.message}", *others, *case.working, *hints, name])
