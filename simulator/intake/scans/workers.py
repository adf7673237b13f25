"""Asking a process of its own to open files: it may fail, hang or grow, and only the file at hand is lost."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import IO

import msgspec

from simulator.intake.scans.messages import Reply, Request, read_message, write_message

SECONDS = 60.0
"""For one page; a scanned sheet takes a tenth of a second."""
_ENDED = "opening it ended the reader, which happens to damaged files and to those that need too much memory"
_SLOW = "opening it took too long"
_AHEAD = 4
"""Pages that are asked for before they are needed, for each worker."""
LOSSES = 3
"""Times that a file may end or hold up the reader; then the rest of it is given up."""
_GIVEN_UP = f"it is given up: {LOSSES} of its pages ended the reader or took too long"


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
            return Reply(problem=_SLOW, lost=True)
        if message is None:
            self.close()
            return Reply(problem=_ENDED, lost=True)
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


class Crew:
    """Several workers, each asked by one thread at a time; a file that keeps costing workers is given up."""

    def __init__(self, pack: Path, jobs: int) -> None:
        self.ahead = _AHEAD * jobs
        self._threads = ThreadPoolExecutor(jobs)
        self._free: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._workers = [Worker(pack) for _ in range(jobs)]
        self._losses: Counter[Path] = Counter()
        for each in self._workers:
            self._free.put(each)

    def ask(self, path: Path, page: int | None = None) -> Future[Reply]:
        """Ask a worker as soon as one is free."""
        return self._threads.submit(self._asked, path, page)

    def close(self) -> None:
        """End all workers; what was asked and not answered is dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for each in self._workers:
            each.close()

    def _asked(self, path: Path, page: int | None) -> Reply:
        if self._losses[path] >= LOSSES:
            return Reply(problem=_GIVEN_UP)
        worker = self._free.get()
        try:
            reply = worker.ask(path, page)
        finally:
            self._free.put(worker)
        self._losses[path] += reply.lost
        return reply


def _forward(stream: IO[bytes], replies: queue.Queue[bytes | None]) -> None:
    """Hand over messages as they come; None says that there will be no more."""
    try:
        while (message := read_message(stream)) is not None:  # type: ignore[arg-type]
            replies.put(message)
    except (OSError, ValueError):
        pass
    replies.put(None)
