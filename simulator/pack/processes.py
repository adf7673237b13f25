"""Work done one piece after the other, in this process or in several; results come in order, as they are made."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

Result = TypeVar("Result")


def in_processes(work: Callable[..., Result], pieces: Iterable[tuple[Any, ...]], jobs: int) -> Iterator[Result]:
    """Yield ``work(*piece)`` for each piece, in their order; ``jobs`` processes work at once, 1 is this one."""
    if jobs == 1:
        yield from (work(*piece) for piece in pieces)
        return
    import warnings

    from joblib import Parallel, delayed

    with warnings.catch_warnings():
        # Who interrupts knows that work is left undone.
        warnings.filterwarnings("ignore", message=".*still being processed by the workers", category=UserWarning)
        with _interrupts_ignored():
            found = Parallel(n_jobs=jobs, return_as="generator")(delayed(work)(*piece) for piece in pieces)
        yield from found


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
