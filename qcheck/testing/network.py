"""A block of code that may not reach for the network."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

# audit events of the interpreter (PEP 578) by which anything, also a library in C, asks for another machine
_ASKING = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
_SENDING = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind")
_blocked: list[list[str]] = []


class NetworkBlocked(OSError):
    """Somebody reached for the network where none may be."""


@contextmanager
def no_network() -> Iterator[None]:
    """Refuse every connection and every look-up of a name inside the block.

    Raise AssertionError at its end if anything was tried, also where the code caught the refusal. Sockets between processes of this
    machine (addresses that are paths) are no network.
    """
    _watch()
    tried: list[str] = []
    _blocked.append(tried)
    try:
        yield
    finally:
        _blocked.remove(tried)
    if tried:
        raise AssertionError(f"the network was reached for: {'; '.join(dict.fromkeys(tried))}")


@cache
def _watch() -> None:
    """Audit hooks cannot be removed: there is one, and it is asleep where nothing is blocked."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if not _blocked or not event.startswith("socket."):
        return
    if event in _ASKING or (event in _SENDING and isinstance(arguments[1], tuple)):
        told = f"{event.removeprefix('socket.')} {arguments[0] if event in _ASKING else arguments[1]}"
        for tried in _blocked:
            tried.append(told)
        raise NetworkBlocked(f"the network is blocked: {told}")
