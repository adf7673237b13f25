"""An existing Dask cluster, told by its scheduler's address."""

from __future__ import annotations

import importlib
import logging
from functools import lru_cache
from typing import Any

from simulator.engines.backend import Backend
from simulator.engines.versions import check_versions, versions
from simulator.errors import BadInput

_PATIENCE = 10
"""Seconds to wait for the scheduler to answer, and for a first worker."""


def dask_backend(address: str, jobs: int | None) -> Backend:
    """Return what joblib is told; raise ``BadInput`` when the cluster cannot be reached or has no fitting workers."""
    client = _client(address)
    workers = len(client.scheduler_info(n_workers=-1)["workers"])
    # Joblib counts a cluster's threads whatever number it is told; what it may send ahead is what limits it.
    return Backend({"backend": "dask", "client": client, "pre_dispatch": jobs or 2 * workers, "batch_size": 1}, workers)


@lru_cache(maxsize=1)
def _client(address: str) -> Any:
    """Connect once; a search asks for the same cluster many times."""
    try:
        distributed = importlib.import_module("distributed")
        addressing = importlib.import_module("distributed.comm.addressing")
    except ImportError:
        problem = 'Dask is not installed; install the extra "scale", or leave --engine out'
        raise BadInput(problem, place="--engine dask") from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        # A client of an address without a port would wait for long when it is thrown away.
        addressing.get_address_host_port(address, strict=True)
        client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError):
        problem = f"no Dask scheduler answers at {address}; start one, or name its address, such as tcp://127.0.0.1:8786"
        raise BadInput(problem, place="--cluster") from None
    _check(client, address)
    return client


def _check(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=_PATIENCE)
    except TimeoutError:
        problem = f"the Dask scheduler at {address} has no workers; start some: dask worker {address} --nthreads 1"
        raise BadInput(problem, place="--cluster") from None
    for worker, given in client.run(versions, on_error="return").items():
        if isinstance(given, BaseException):
            problem = f"worker {worker} cannot load this program ({given}); install it there from the same lock file"
            raise BadInput(problem, place="--cluster")
        check_versions(versions(), given, f"worker {worker}")
