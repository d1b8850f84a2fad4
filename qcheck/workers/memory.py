"""How much memory a process may take."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass


def limits_memory() -> bool:
    """Whether this system lets a process limit its memory. macOS has the call but does not heed it; Windows has none."""
    return sys.platform not in ("darwin", "win32", "cygwin")


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that this process has set itself, and what held before; None where the system knows none."""

    before: tuple[int, int] | None

    def lift(self) -> None:
        """Room enough to say that there was too little."""
        if self.before is not None:
            import resource

            resource.setrlimit(resource.RLIMIT_AS, self.before)


def limit_memory(more: int) -> Limit:
    """Let this process map no more than it has mapped now and `more` bytes; what goes beyond is a MemoryError, or ends the process."""
    if not limits_memory():
        return Limit(None)
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _mapped() + more
    resource.setrlimit(resource.RLIMIT_AS, (most if soft == resource.RLIM_INFINITY else min(most, soft), hard))
    return Limit((soft, hard))


def _mapped() -> int:
    """Bytes that this process has mapped, most of them shared with the one that started it; 0 where there is no /proc."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
