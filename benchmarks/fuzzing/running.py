"""Feeding a reader: what it accepted, what it refused, how long the slowest took; anything else ends the run."""

from __future__ import annotations

import shutil
import signal
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from simulator.errors import SimulatorError

SECONDS = 20.0
"""Longest that a reader in this process may take over one file; the slowest take one, on a machine that does other work."""
_ROUND = 500
"""Inputs of one seed; more at once make hypothesis itself slow."""


_LONGEST = 2_000
"""Characters of a sentence; nobody reads more."""


class Refused(Exception):
    """A file was refused with a sentence that came by another way than an error."""


class TooSlow(BaseException):
    """A reader took longer than it may; nothing that catches errors catches this."""


class NotOneSentence(Exception):
    """A reader refused a file with something that is no sentence on one line."""


@dataclass(frozen=True)
class Reader:
    """A way into the program: the ``path`` that a file is written to, what reads it, and which files it is fed with.

    ``share`` is how many of the inputs it gets, where an ordinary reader gets 1.
    """

    name: str
    path: Path
    read: Callable[[Path], object]
    inputs: st.SearchStrategy[bytes]
    seconds: float = SECONDS
    share: float = 1.0


@dataclass
class Tally:
    """What became of a reader's inputs."""

    reader: str
    accepted: int = 0
    refused: int = 0
    worst: float = 0.0

    @property
    def inputs(self) -> int:
        return self.accepted + self.refused


def feed(reader: Reader, count: int, kept: Path) -> Tally:
    """Feed a reader with ``count`` inputs, always the same ones; the one that it fails over is left in ``kept``."""
    tally = Tally(reader.name)
    whole = reader.path.read_bytes() if reader.path.is_file() else None
    try:
        for number in range(count):  # far more rounds than are needed: hypothesis may end one early
            left = count - tally.inputs
            if left <= 0:
                break
            _round(reader, tally, min(left, _ROUND), number)
    except BaseException:
        kept.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(reader.path, kept / f"{reader.name.replace(' ', '-').replace('/', '-')}-{reader.path.name}")
        raise
    finally:
        reader.path.unlink(missing_ok=True) if whole is None else reader.path.write_bytes(whole)
    return tally


def _round(reader: Reader, tally: Tally, count: int, number: int) -> None:
    @hypothesis.seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(reader.inputs)
    def one(content: bytes) -> None:
        _one(reader, tally, content)

    one()


def _one(reader: Reader, tally: Tally, content: bytes) -> None:
    reader.path.write_bytes(content)
    begun = time.perf_counter()
    try:
        with _within(reader.seconds), warnings.catch_warnings():
            warnings.simplefilter("error")  # A warning of a library says nothing to a user.
            reader.read(reader.path)
        tally.accepted += 1
    except (SimulatorError, Refused) as error:
        said = str(error)
        if not said.strip() or not said.isprintable() or len(said) > _LONGEST:
            raise NotOneSentence(repr(said[:2_000])) from error
        tally.refused += 1
    taken = time.perf_counter() - begun
    if taken > reader.seconds:  # The signal may have come while something swallowed what it raises.
        raise TooSlow(f"{taken:.1f} seconds")
    tally.worst = max(tally.worst, taken)


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    def stop(number: int, frame: FrameType | None) -> None:
        raise TooSlow(f"more than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
