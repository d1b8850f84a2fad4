"""Work done apart: in processes that may hang, die or run out of memory, and lose nothing but the task that they were at.

Each worker has pipes of its own and one task at a time, so it is always known whose task was lost; the pools of the standard library
and of pebble share a pipe, which a worker that is killed while it writes breaks for all.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import select
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Generic, TypeVar

from qcheck.model.errors import UsageProblem
from qcheck.workers.memory import limit_memory

Task = TypeVar("Task")
Result = TypeVar("Result")

# a fork takes a millisecond and has all that is loaded; elsewhere it is not to be trusted (macOS) or not there (Windows)
FORKS = sys.platform == "linux"
METHOD: Any = multiprocessing.get_context("fork" if FORKS else "spawn")
# with its header no longer than what a pipe takes whole: then what can be read at all is never half a message of a worker that has stopped
PIECE = getattr(select, "PIPE_BUF", 512) - 4
GRACE = 1.0  # seconds that a worker has to leave
PATIENCE = 4  # times the seconds of work: how long a worker may take by the clock, since others may keep the machine busy


@dataclass(frozen=True, slots=True)
class Lost:
    """What became of a task without a result: `cause` is time, memory, death or bug; `detail` the signal, or the bug in one line."""

    cause: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a worker may take for one task: seconds of work (by the clock `PATIENCE` times as many), and bytes of memory above what it has
    at its start."""

    seconds: float = 30.0
    memory: int = 1_600_000_000


class Pool(Generic[Task, Result]):
    """Runs `function` on tasks, each in one of at most `jobs` processes; iterating gives each task with its result, or `Lost`.

    Tasks may be put while iterating. The order of the results is not fixed. Raises UsageProblem if the system starts no process.
    """

    def __init__(self, function: Callable[[Task], Result], *, jobs: int, bounds: Bounds) -> None:
        self._function, self._jobs, self._bounds = function, jobs, bounds
        self._waiting: deque[Task] = deque()
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool[Task, Result]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let the workers go, whatever they are at."""
        for worker in self._workers:
            worker.leave()
        for worker in self._workers:
            worker.end()
        self._workers = []

    def put(self, task: Task) -> None:
        """Hand the task to a worker that is free, or let it wait for one."""
        self._waiting.append(task)
        self._hand_out()

    def __iter__(self) -> Iterator[tuple[Task, Result | Lost]]:
        while self._waiting or any(worker.busy for worker in self._workers):
            self._hand_out()
            at_work = {worker.results: worker for worker in self._workers if worker.busy}
            patience = max(0.0, min(worker.deadline for worker in at_work.values()) - time.monotonic())
            for ready in wait(list(at_work), patience):
                at_work[ready].listen()
            for worker in at_work.values():
                if not worker.outcome and time.monotonic() > worker.deadline:
                    worker.give_up(Lost("time"))
                if worker.outcome:
                    if worker.over:
                        worker.end()
                        self._workers.remove(worker)
                    yield worker.take()

    def _hand_out(self) -> None:
        while self._waiting:
            worker = next((each for each in self._workers if not each.busy), None)
            if worker is None:
                if len(self._workers) >= self._jobs:
                    return
                worker = self._start()
                if worker is None:
                    return
            if not worker.begin(self._waiting[0]):
                worker.end()  # it died while it had nothing to do
                self._workers.remove(worker)
                continue
            self._waiting.popleft()

    def _start(self) -> _Worker | None:
        try:
            self._workers.append(_Worker(self._function, self._bounds, self._workers))
        except OSError as error:
            if not self._workers:
                raise UsageProblem(f"no process can be started ({error.strerror or error})", todo="end others and try again") from None
            return None
        return self._workers[-1]


class _Worker:
    """One process as seen from outside. `outcome` is what is to be taken; `over` tells that the process takes no further task."""

    def __init__(self, function: Callable[[Any], Any], bounds: Bounds, others: Iterable[_Worker]) -> None:
        self.busy = self.over = False
        self.deadline = 0.0
        self.outcome: tuple[Any, ...] = ()  # of one, where there is one
        self._seconds = bounds.seconds
        self._task: Any = None
        self._received, self._expected = bytearray(), -1
        theirs, self.tasks = METHOD.Pipe(duplex=False)
        self.results, writes = METHOD.Pipe(duplex=False)
        inherited = [pipe for each in (*others, self) for pipe in (each.tasks, each.results)] if FORKS else []
        self.process = METHOD.Process(target=_work, args=(function, theirs, writes, bounds, inherited), daemon=True)
        try:
            self.process.start()
        finally:
            theirs.close()
            writes.close()

    def begin(self, task: Any) -> bool:
        """Hand it a task; False if it is no longer there."""
        try:
            self.tasks.send(task)
        except OSError:
            return False
        self.busy, self.deadline = True, time.monotonic() + PATIENCE * self._seconds
        self._task, self._received, self._expected = task, bytearray(), -1
        return True

    def listen(self) -> None:
        """Take in what it has written so far."""
        try:
            while len(self._received) != self._expected and self.results.poll():
                piece = self.results.recv_bytes()
                if self._expected < 0:
                    self._expected = int.from_bytes(piece, "big")
                else:
                    self._received += piece
        except (EOFError, OSError):
            self.process.join(GRACE)
            ended = _signal(self.process.exitcode)
            self.give_up(Lost("time") if ended in ("SIGPROF", "SIGALRM") else Lost("death", ended))
            return
        if len(self._received) == self._expected:
            self.outcome = (pickle.loads(self._received),)
            self.over = isinstance(self.outcome[0], Lost) and self.outcome[0].cause == "memory"

    def give_up(self, lost: Lost) -> None:
        """Count its task as lost, and itself."""
        self.outcome, self.over = (lost,), True

    def take(self) -> tuple[Any, Any]:
        """The task and its outcome; the worker is free again."""
        task, (outcome,) = self._task, self.outcome
        self.busy, self.outcome, self._task = False, (), None
        return task, outcome

    def leave(self) -> None:
        """Ask it to go."""
        self.tasks.close()

    def end(self) -> None:
        """See it gone."""
        self.tasks.close()
        if not self.busy:
            self.process.join(GRACE)
        self.process.kill()
        self.process.join()
        self.results.close()


def _work(function: Callable[[Any], Any], tasks: Connection, results: Connection, bounds: Bounds, inherited: list[Connection]) -> None:
    """What a worker does until nobody hands it tasks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us stops us
    for pipe in inherited:
        pipe.close()
    limit = limit_memory(bounds.memory)
    while True:
        try:
            task = tasks.recv()
        except (EOFError, OSError):
            return
        _alarm(bounds.seconds)
        try:
            message = pickle.dumps(function(task), pickle.HIGHEST_PROTOCOL)
        except MemoryError:
            limit.lift()
            message = pickle.dumps(Lost("memory"))
        except Exception as error:
            message = pickle.dumps(Lost("bug", _place(error)))
        _alarm(0)
        try:
            results.send_bytes(len(message).to_bytes(8, "big"))
            for at in range(0, len(message), PIECE):
                results.send_bytes(message[at : at + PIECE])
        except OSError:
            return  # nobody is left to hear it


def _alarm(seconds: float) -> None:
    """The system ends this process after so much work, or so much later that nobody can be left to do it; 0 calls both off."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, PATIENCE * seconds + GRACE if seconds else 0)


def _signal(code: int | None) -> str:
    """The name of the signal that ended a process, or its exit code."""
    if code is not None and code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"


def _place(error: Exception) -> str:
    """What went wrong, and where, in one line."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace is not None else ""
    return f"{type(error).__name__}: {error}".replace("\n", " ")[:300] + where
