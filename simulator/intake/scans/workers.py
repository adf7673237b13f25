"""Asking a process of its own to open files: it may fail, hang or grow, and only the file at hand is lost."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import msgspec

from simulator.intake.scans.messages import Reply, Request, read_message, write_message

SECONDS = 60.0
"""For one page; a scanned sheet takes a tenth of a second."""
_ENDED = "opening it ended the reader, which happens to damaged files and to those that need too much memory"
_SLOW = f"opening it took more than {SECONDS:g} seconds"


class Worker:
    """One such process, started when it is first asked and again after it was lost."""

    def __init__(self, pack: Path, seconds: float = SECONDS) -> None:
        self._pack = pack
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._replies: queue.Queue[bytes | None] = queue.Queue()

    def ask(self, path: Path, page: int | None = None) -> Reply:
        """Return the answer to a request; a lost process is an answer too."""
        process = self._started()
        try:
            write_message(process.stdin, Request(str(path), page))  # type: ignore[arg-type]
            message = self._replies.get(timeout=self._seconds)
        except (BrokenPipeError, OSError):
            message = None
        except queue.Empty:
            self.close()
            return Reply(problem=_SLOW)
        if message is None:
            self.close()
            return Reply(problem=_ENDED)
        return msgspec.msgpack.decode(message, type=Reply)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            # The same places to import from as here, whatever they are and wherever this is run.
            program = f"import sys; sys.path[:] = {sys.path!r}; from simulator.intake.scans.worker import run; run()"
            command = [sys.executable, "-c", program, str(self._pack)]
            # One thread of linear algebra: each would reserve memory, and the work is divided by pages.
            environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment,
                start_new_session=True,
            )  # fmt: skip
            self._replies = queue.Queue()
            threading.Thread(target=_forward, args=(self._process.stdout, self._replies), daemon=True).start()
        return self._process


def _forward(stream: IO[bytes], replies: queue.Queue[bytes | None]) -> None:
    """Hand over messages as they come; None says that there will be no more."""
    try:
        while (message := read_message(stream)) is not None:  # type: ignore[arg-type]
            replies.put(message)
    except (OSError, ValueError):
        pass
    replies.put(None)
