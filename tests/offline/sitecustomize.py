"""Found by every Python that a test of the command line starts, its folder being on PYTHONPATH: no connection, no look-up of a name.

It sleeps until OFFLINE_TRIES names a file; what was tried is written there, also where the code caught the refusal. Sockets between
processes of this machine (addresses that are paths) are no network.
"""

from __future__ import annotations

import os
import sys
from typing import Any

LOOK_UP = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo")
SEND = ("socket.connect", "socket.sendto", "socket.sendmsg")


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if not event.startswith("socket.") or "OFFLINE_TRIES" not in os.environ:
        return
    if event in LOOK_UP or (event in SEND and isinstance(arguments[1], tuple)):
        with open(os.environ["OFFLINE_TRIES"], "a", encoding="utf-8") as file:
            file.write(f"{event} {arguments[0] if event in LOOK_UP else arguments[1]}\n")
        raise PermissionError(13, f"the network is blocked: {event}")


sys.addaudithook(refuse)  # can never be taken away
