"""A real Dask cluster on this machine: a scheduler and two workers in processes of their own, with two threads each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def dask_cluster() -> Iterator[str]:
    """Yield the scheduler's address."""
    distributed = pytest.importorskip("distributed")
    from simulator.engines.on_dask import disconnect

    with distributed.LocalCluster(
        n_workers=2,
        # Work that shares generators and readers must not be done by two threads of one process at a time.
        threads_per_worker=2,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
    ) as cluster:
        try:
            yield cluster.scheduler_address
        finally:
            disconnect()
