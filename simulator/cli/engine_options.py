"""The options that say where work is done, the same for every command that has much of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from simulator.engines.engine import Engine

ALL = "all"
_MOST = 256


class EngineName(StrEnum):
    """Engines by name."""

    LOCAL = "local"
    DASK = "dask"
    RAY = "ray"


def _jobs(text: str) -> str:
    if text != ALL and not (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST):
        raise typer.BadParameter(f"{text!r} is neither a number from 1 to {_MOST} nor {ALL!r}.")
    return text


Jobs = Annotated[
    str | None,
    typer.Option(
        "--jobs", metavar="N|all", parser=_jobs, help="Pieces of work at once; unless said, 1 here and all on a cluster."
    ),
]
Engines = Annotated[EngineName, typer.Option("--engine", help="Where to work: this machine, or a cluster that runs.")]
Cluster = Annotated[str | None, typer.Option("--cluster", help="Address of the Dask scheduler or of the Ray cluster.")]


def chosen_engine(jobs: str | None, engine: EngineName, cluster: str | None) -> Engine:
    """Return the engine that the three options name; raise ``BadInput`` where they do not go together."""
    from simulator.engines.engine import Engine

    fallback = 1 if engine is EngineName.LOCAL else None
    return Engine(engine.value, fallback if jobs is None else None if jobs == ALL else int(jobs), cluster)
