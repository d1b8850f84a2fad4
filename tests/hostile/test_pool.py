"""The pool: a worker that hangs, is killed, stops, leaves or takes too much memory costs its own task and nothing else."""

from __future__ import annotations

import faulthandler
import itertools
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from qcheck.model.errors import UsageProblem
from qcheck.workers import pool as workers
from qcheck.workers.memory import limits_memory
from qcheck.workers.pool import Bounds, Lost, Pool

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="faults are made with signals")
GOOD = range(20)
BOUNDS = Bounds(0.5, 300_000_000)


def _killed_while_it_writes() -> bytes:
    pieces, send = itertools.count(), Connection.send_bytes

    def break_off(pipe: Connection, piece: bytes) -> None:
        if next(pieces) == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        send(pipe, piece)

    Connection.send_bytes = break_off  # type: ignore[method-assign, assignment]  # in the worker alone
    return bytes(100_000)


def _killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _crashed() -> None:
    faulthandler.disable()
    os.abort()


def _endless() -> None:
    while True:
        pass


def _stopped() -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def _hungry() -> int:
    return len(bytearray(3_000_000_000))


def _wrong() -> None:
    raise ValueError("no such\nthing")


FAULTS: dict[str, tuple[Callable[[], Any], Lost]] = {
    "hangs": (lambda: time.sleep(60), Lost("time")),
    "is stopped": (_stopped, Lost("time")),
    "works without end": (_endless, Lost("time")),
    "is killed": (_killed, Lost("death", "SIGKILL")),
    "crashes": (_crashed, Lost("death", "SIGABRT")),
    "is killed while it writes": (_killed_while_it_writes, Lost("death", "SIGKILL")),
    "leaves": (lambda: sys.exit(3), Lost("death", "exit code 3")),
    "takes too much memory": (_hungry, Lost("memory")),
    "meets a bug": (_wrong, Lost("bug", f"ValueError: no such thing (test_pool.py:{_wrong.__code__.co_firstlineno + 1})")),
}


def work(task: str | int) -> Any:
    return task * task if isinstance(task, int) else FAULTS[task][0]()


def run(tasks: list[str | int], *, jobs: int, bounds: Bounds = BOUNDS) -> dict[str | int, Any]:
    with Pool(work, jobs=jobs, bounds=bounds) as pool:
        for task in tasks:
            pool.put(task)
        return dict(pool)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_worker_that_fails_costs_its_own_task(fault: str) -> None:
    if fault == "takes too much memory" and not limits_memory():
        pytest.skip("this system limits no memory")
    tasks: list[str | int] = [*GOOD]
    tasks.insert(7, fault)
    expected: dict[str | int, Any] = {n: n * n for n in GOOD}
    assert run(tasks, jobs=2) == expected | {fault: FAULTS[fault][1]}


def test_tasks_may_be_put_while_others_end() -> None:
    seen = []
    with Pool(work, jobs=2, bounds=BOUNDS) as pool:
        pool.put(2)
        for task, result in pool:
            seen.append((task, result))
            if isinstance(result, int) and result < 1000:
                pool.put(result)
    assert seen == [(2, 4), (4, 16), (16, 256), (256, 65536)]


def test_a_long_result_is_whole() -> None:
    with Pool(_bytes, jobs=2, bounds=Bounds(30.0)) as pool:
        for size in (0, 1, workers.PIECE, workers.PIECE + 1, 20_000_001):
            pool.put(size)
        assert {size: len(result) for size, result in pool if isinstance(result, bytes)} == {
            size: size for size in (0, 1, workers.PIECE, workers.PIECE + 1, 20_000_001)
        }


def _bytes(size: int) -> bytes:
    return bytes(size)


def test_a_worker_that_dies_while_it_waits_costs_nothing() -> None:
    with Pool(work, jobs=1, bounds=BOUNDS) as pool:
        pool.put(1)
        assert list(pool) == [(1, 1)]
        (worker,) = pool._workers
        worker.process.kill()
        worker.process.join()
        pool.put(2)
        assert list(pool) == [(2, 4)]


def test_no_process_is_left() -> None:
    with Pool(work, jobs=3, bounds=BOUNDS) as pool:
        for task in ("hangs", "hangs", 1):
            pool.put(task)
        processes = [worker.process for worker in pool._workers]
    assert len(processes) == 3
    assert not any(process.is_alive() for process in processes)


def test_where_no_process_can_be_started_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(workers.METHOD.Process, "start", refuse)
    with pytest.raises(UsageProblem, match=r"no process can be started \(Resource temporarily unavailable\)"):
        run([1], jobs=2)


def test_with_fewer_processes_than_wanted_all_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    start = workers.METHOD.Process.start
    started: list[Any] = []

    def refuse(process: Any) -> None:
        if started:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        started.append(process)
        start(process)

    monkeypatch.setattr(workers.METHOD.Process, "start", refuse)
    assert run([*GOOD], jobs=4) == {n: n * n for n in GOOD}


ORPHAN = r"""
import os, sys, time
from qcheck.workers.pool import Bounds, Pool
def work(task):
    os.write(1, b"%d\n" % os.getpid())
    time.sleep(60 if task == "hangs" else 0)
pool = Pool(work, jobs=2, bounds=Bounds(0.5))
pool.put("hangs")
pool.put("waits")
time.sleep(60)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no /proc to look for processes in")
def test_workers_end_with_whoever_started_them() -> None:
    started = subprocess.Popen([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    ids = [int(started.stdout.readline()) for _ in range(2)]
    started.kill()
    started.wait()
    started.stdout.close()
    until = time.monotonic() + 20
    while (left := [each for each in ids if _runs(each)]) and time.monotonic() < until:
        time.sleep(0.05)
    assert not left


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
