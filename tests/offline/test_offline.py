"""Nothing leaves the machine: the tests of the command line run with the network blocked (tests/conftest.py), and the block works."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from qcheck.workers.pool import Bounds, Lost, Pool

TRY = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"


def connect(address: tuple[str, int]) -> None:
    with socket.socket() as opened:
        opened.settimeout(1)
        opened.connect(address)


@pytest.fixture
def tries(offline: Path) -> Path:
    """What was tried; emptied at the end, since here it is on purpose."""
    return offline


def test_a_connection_in_this_process_is_refused_and_told(tries: Path) -> None:
    with pytest.raises(PermissionError, match="the network is blocked"):
        connect(("127.0.0.1", 9))
    with pytest.raises(PermissionError, match="the network is blocked"):
        socket.getaddrinfo("example.org", 80)
    assert tries.read_text(encoding="utf-8").splitlines() == ["socket.connect ('127.0.0.1', 9)", "socket.getaddrinfo example.org"]
    tries.unlink()


def test_a_connection_in_a_process_of_its_own_is_refused_and_told(tries: Path) -> None:
    done = subprocess.run([sys.executable, "-c", TRY], capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "the network is blocked" in done.stderr
    assert tries.read_text(encoding="utf-8")
    tries.unlink()


def test_a_connection_in_a_worker_is_refused_and_told(tries: Path) -> None:
    with Pool(connect, jobs=1, bounds=Bounds()) as pool:
        pool.put(("127.0.0.1", 9))
        ((_, result),) = pool
    assert isinstance(result, Lost) and "the network is blocked" in result.detail
    assert tries.read_text(encoding="utf-8")
    tries.unlink()


def test_processes_of_this_machine_may_talk(tries: Path, tmp_path: Path) -> None:
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("no sockets with a path")
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        place = os.path.relpath(tmp_path / "s")
        server.bind(place)
        server.listen()
        client.connect(place)
    assert not tries.exists()
