"""Pieces of work given to an engine; what comes back, one by one."""

from __future__ import annotations

import signal
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager, nullcontext
from itertools import chain, islice
from typing import Any, Literal, TypeVar

from simulator.engines.backend import Backend
from simulator.engines.engine import ONE_CORE, Engine
from simulator.engines.versions import Versions, check_versions, versions
from simulator.errors import WorkerLost

Result = TypeVar("Result")
Pieces = Iterable[tuple[Any, ...]]

_AHEAD = 8
"""Results for each worker of a cluster that may wait for whoever takes them."""
_ALONE = threading.Lock()


def in_order(work: Callable[..., Result], pieces: Pieces, engine: Engine = ONE_CORE) -> Iterator[Result]:
    """Yield ``work(*piece)`` for each piece, in their order; at most a bounded number of results wait to be taken.

    ``work`` is a function of a module, and pure: it gives the same result on every engine. What it raises is raised here.
    """
    yield from _done(work, pieces, engine, "generator")


def as_done(work: Callable[..., Result], pieces: Pieces, engine: Engine = ONE_CORE) -> Iterator[Result]:
    """Yield the same in whatever order they are finished: for small results, since any number of them may wait."""
    yield from _done(work, pieces, engine, "generator_unordered")


def _done(
    work: Callable[..., Result], pieces: Pieces, engine: Engine, order: Literal["generator", "generator_unordered"]
) -> Iterator[Result]:
    if engine.one_core:
        yield from (work(*piece) for piece in pieces)
        return
    from joblib import Parallel, delayed, parallel_config

    backend = _backend(engine)
    told, remaining = versions(), iter(pieces)
    with parallel_config(**backend.where):
        parallel = Parallel(return_as=order if backend.streams else "list", **backend.how)
    # Here joblib itself takes no more than it works on. Results of a cluster may come faster than they are written.
    whole = engine.kind == "local" or (backend.streams and order == "generator_unordered")
    # Processes that a list is made by are kept from one window to the next.
    with _told_plainly(), nullcontext() if backend.streams else parallel:
        for first in remaining:
            window = chain([first], remaining if whole else islice(remaining, _AHEAD * backend.workers - 1))
            # A list is whole only when all is done: who interrupts shall not wait for that.
            with _interrupts_ignored() if backend.streams else nullcontext():
                found = parallel(delayed(_alone)(work, piece, told) for piece in window)
            yield from found


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Who interrupts knows that work is left undone; who loses a process is told so in a sentence."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*still being processed by the workers", category=UserWarning)
        try:
            yield
        except BrokenExecutor:
            raise WorkerLost("a process ended while it worked, likely for want of memory; use fewer --jobs") from None


def _backend(engine: Engine) -> Backend:
    if engine.kind == "dask":
        from simulator.engines.on_dask import dask_backend

        return dask_backend(str(engine.cluster), engine.jobs)
    if engine.kind == "ray":
        from simulator.engines.on_ray import ray_backend

        return ray_backend(str(engine.cluster), engine.jobs)
    return Backend(how={"n_jobs": engine.jobs or -1})


def _alone(work: Callable[..., Result], piece: tuple[Any, ...], told: Versions) -> Result:
    """Do a piece of work where no other thread of this process does any: generators and PDF readers are shared."""
    check_versions(told, versions())
    with _ALONE:
        return work(*piece)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Start processes that leave an interrupt to this one, which ends them: they inherit what it does about it now."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
