"""An existing Dask cluster, told by its scheduler's address."""

from __future__ import annotations

import asyncio
import atexit
import importlib
import logging
from dataclasses import dataclass
from typing import Any

from joblib._dask import DaskDistributedBackend

from simulator.engines.backend import Backend
from simulator.engines.versions import check_versions, versions
from simulator.errors import BadInput, WorkerLost

_PATIENCE = 10
"""Seconds to wait for the scheduler to answer, and for a first worker."""
_CLIENTS: dict[str, Any] = {}


def dask_backend(address: str, jobs: int | None) -> Backend:
    """Return what joblib is told; raise ``BadInput`` when the cluster cannot be reached or has no fitting workers."""
    client = _client(address)
    workers = len(client.scheduler_info(n_workers=-1)["workers"])
    # Joblib counts a cluster's threads whatever number it is told; what it may send ahead is what limits it.
    how = {"pre_dispatch": jobs or 2 * workers, "batch_size": 1}
    return Backend({"backend": _Telling(client=client)}, how, workers)


@dataclass(frozen=True, slots=True)
class _Lost:
    why: BaseException


class _Telling(DaskDistributedBackend):  # type: ignore[misc]
    """Joblib's own, which waits for ever when a piece of work is lost with its worker, made to tell of it."""

    def submit(self, func: Any, callback: Any = None) -> Any:
        """Give a piece of work to the cluster."""
        job = super().submit(func, callback)
        job.add_done_callback(lambda done: callback(_Lost(done.exception())) if done.exception() else None)
        return job

    def retrieve_result_callback(self, out: Any) -> Any:
        """Return a piece's result, or raise what it raised."""
        if isinstance(out, _Lost):
            told = type(out.why).__name__
            raise WorkerLost(f"a worker of the cluster ended while it worked ({told}), likely for want of memory; run again")
        return super().retrieve_result_callback(out)


def _client(address: str) -> Any:
    """Connect once; a search asks for the same cluster many times."""
    if address not in _CLIENTS:
        _CLIENTS[address] = _connected(address)
    return _CLIENTS[address]


def disconnect() -> None:
    """Leave all clusters, which a program does at its end."""
    while _CLIENTS:
        _CLIENTS.popitem()[1].close()


atexit.register(disconnect)


def _connected(address: str) -> Any:
    try:
        distributed = importlib.import_module("distributed")
    except ImportError:
        problem = 'Dask is not installed; install the extra "scale", or leave --engine out'
        raise BadInput(problem, place="--engine dask") from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        # A client whose scheduler does not answer takes long to be thrown away, so somebody else asks first.
        asyncio.run(asyncio.wait_for(_greet(distributed, address), _PATIENCE))
    except Exception:
        # Whatever stands at an address may answer whatever it likes.
        problem = f"no Dask scheduler answers at {address}; start one, or name its address, such as tcp://127.0.0.1:8786"
        raise BadInput(problem, place="--cluster") from None
    client = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)
    try:
        _check(client, address)
    except BadInput:
        client.close()
        raise
    return client


async def _greet(distributed: Any, address: str) -> None:
    async with distributed.rpc(address) as scheduler:
        await scheduler.identity(n_workers=0)


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
