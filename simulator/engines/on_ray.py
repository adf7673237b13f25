"""An existing Ray cluster."""

from __future__ import annotations

import importlib
import logging
import socket
from functools import lru_cache

from simulator.engines.backend import Backend
from simulator.engines.versions import check_versions, versions
from simulator.errors import BadInput

_PATIENCE = 10
"""Seconds to wait for the cluster to answer."""


def ray_backend(address: str, jobs: int | None) -> Backend:
    """Return what joblib is told; raise ``BadInput`` when the cluster cannot be reached."""
    cores = _workers(address)
    workers = jobs or cores
    # Ray's backend gives whole lists, so work goes to it in windows.
    return Backend({"backend": "ray"}, {"n_jobs": workers, "batch_size": 1}, workers, streams=False)


@lru_cache(maxsize=1)
def _workers(address: str) -> int:
    """Connect once and return how many cores the cluster has."""
    try:
        ray = importlib.import_module("ray")
        register_ray = importlib.import_module("ray.util.joblib").register_ray
    except ImportError:
        problem = 'Ray is not installed; install the extra "ray", or leave --engine out'
        raise BadInput(problem, place="--engine ray") from None
    try:
        _greet(address)
        ray.init(address=address, log_to_driver=False, logging_level=logging.CRITICAL, ignore_reinit_error=True)
    except (OSError, ValueError, OverflowError, RuntimeError):
        problem = f"no Ray cluster answers at {address}; start one, or name its address, such as auto"
        raise BadInput(problem, place="--cluster") from None
    try:
        given = ray.get(ray.remote(lambda: versions()).remote())
    except ray.exceptions.RayError as error:
        problem = f"a worker of the cluster cannot load this program ({type(error).__name__}); install it there"
        raise BadInput(f"{problem} from the same lock file", place="--cluster") from None
    check_versions(versions(), given)
    register_ray()
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def _greet(address: str) -> None:
    """Raise ``OSError`` or ``ValueError`` where nothing listens: Ray itself would end this program after a minute."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if address != "auto":
        socket.create_connection((host, int(port)), _PATIENCE).close()
