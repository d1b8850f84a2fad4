"""The first two verbs for files that nobody vouches for: each file is read, and each article extracted, in a worker."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qcheck.model.claim import Claim
from qcheck.model.desk import EMPTY_DESK, Desk
from qcheck.model.document import Document
from qcheck.reading.paths import Found, find, refused
from qcheck.reading.read import KINDS, LIMIT, documents_frame, read_bytes, read_file, too_large
from qcheck.workers.pool import Bounds, Lost, Pool

if TYPE_CHECKING:
    import pandas as pd

WORTH_A_WORKER = 100_000  # bytes of files: with fewer a worker takes longer to start than it saves


@dataclass(frozen=True, slots=True)
class Limits:
    """What strangers' files may take: `jobs` processes at a time (0: one for each processor), for each file and again for each article in
    it `seconds` of work and bytes of `memory`, and bytes (`size`) of a file."""

    jobs: int = 0
    seconds: float = 30.0
    memory: int = 1_600_000_000
    size: int = LIMIT


@dataclass(frozen=True, slots=True)
class Held:
    """A file that is held in memory: its name in the documents frame, its bytes, and the suffix by which it is read."""

    name: str
    data: bytes
    suffix: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Articles and the rows of their claims, in no fixed order."""

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()


class Intake:
    """Workers that read files and extract articles; who takes in again and again keeps them for the next time."""

    def __init__(self, *, limits: Limits, languages: Iterable[str] = (), desk: Desk | None = None, jobs: int = 1) -> None:
        self._limits = limits
        step = partial(_step, size=limits.size, languages=tuple(languages), desk=desk or EMPTY_DESK)
        self._pool: Pool[Found | Held | Document, Sequence[Document | Claim]] = Pool(
            step, jobs=jobs, bounds=Bounds(limits.seconds, limits.memory)
        )

    def close(self) -> None:
        """Let the workers go."""
        self._pool.close()

    def take(self, files: Sequence[Found | Held], *, progress: Callable[[int, int], None] | None = None) -> Taken:
        """The articles of files and their claims; what goes beyond the limits, or ends its worker, is a row with status failed."""
        rows: list[Document] = []
        claims: list[Claim] = []
        for file in files:
            self._pool.put(file)
        documents_frame([])  # loads pandas while the workers are at work
        total = len(files)
        for done, (task, result) in enumerate(self._pool, 1):
            total += sum(isinstance(row, Document) and row.status == "read" for row in result) if not isinstance(result, Lost) else 0
            if progress:
                progress(done, total)
            if isinstance(result, Lost):
                rows.append(refused(task.document if isinstance(task, Document) else task.name, _note(result, self._limits)))
                continue
            if isinstance(task, Document):
                rows.append(task)
            for row in result:
                if isinstance(row, Claim):
                    claims.append(row)
                elif row.status == "read":
                    self._pool.put(row)
                else:
                    rows.append(row)
        return Taken(tuple(rows), tuple(claims))


def take_in(
    paths: Iterable[str | Path],
    *,
    limits: Limits,
    languages: Iterable[str] = (),
    desk: Desk | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The documents frame and the claims frame, as `read` and `extract` give them, whatever the number of processes.

    `progress` is told how many files and articles are done, and of how many.
    What goes beyond the limits, or ends the worker that has it, is a row with status failed and costs its neighbours nothing. Raises
    UsageProblem if the system starts no process.
    """
    from qcheck.extraction.claims import claims_frame

    files, rows = find(paths, KINDS)
    with closing(Intake(limits=limits, languages=languages, desk=desk, jobs=_jobs(limits.jobs, files))) as intake:
        taken = intake.take(files, progress=progress)
    return documents_frame([*rows, *taken.documents]), claims_frame(taken.claims)


def files_of(paths: Iterable[str | Path]) -> Iterator[Path]:
    """The files that `take_in` reads; looked for when the first is asked for."""
    yield from (file.path for file in find(paths, KINDS)[0])


def _step(task: Found | Held | Document, *, size: int, languages: tuple[str, ...], desk: Desk) -> Sequence[Document | Claim]:
    """What a worker does: a file gives its articles, an article its claims."""
    if isinstance(task, Found):
        return read_file(task, limit=size, languages=languages)
    if isinstance(task, Held):
        if len(task.data) > size:
            return [refused(task.name, too_large(size))]
        return read_bytes(task.data, task.name, suffix=task.suffix, languages=languages)
    from qcheck.extraction.claims import claims_of

    return claims_of(task, desk=desk)


def _jobs(wanted: int, files: Iterable[Found]) -> int:
    """How many processes are worth it."""
    size = 0
    for file in files:
        try:
            size += os.path.getsize(file.path)
        except OSError:
            continue  # it is gone, and its row will say so
    return min(wanted or _processors(), 1 + size // WORTH_A_WORKER)


def _processors() -> int:
    """Those that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _note(lost: Lost, limits: Limits) -> str:
    """What happened to a file or an article, and what to do."""
    if lost.cause == "time":
        return f"took longer than {limits.seconds:g} s; split it, or allow more with --timeout"
    if lost.cause == "memory":
        return f"took more than {limits.memory / 1e6:g} MB of memory; split it, or allow more with --memory"
    if lost.cause == "death":
        return f"ended the process that read it ({lost.detail}): damaged, or too large for --memory; save its text as .txt"
    return f"met a bug in qcheck: {lost.detail}; please report this line and the file"
