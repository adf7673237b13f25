"""Where work is done, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.errors import BadInput

Kind = Literal["local", "dask", "ray"]


@dataclass(frozen=True, slots=True)
class Engine:
    """``jobs`` pieces of work at once on this machine, or on the Dask or Ray cluster at the address ``cluster``.

    ``jobs`` is None for all that there are: cores of this machine, or workers of the cluster. Raise ``BadInput`` where
    kind and address do not go together.
    """

    kind: Kind = "local"
    jobs: int | None = 1
    cluster: str | None = None

    def __post_init__(self) -> None:
        if self.kind == "local" and self.cluster is not None:
            raise BadInput("an address is of use with --engine dask or ray only; name the engine too", place="--cluster")
        if self.kind != "local" and not self.cluster:
            example = "tcp://127.0.0.1:8786" if self.kind == "dask" else "auto, or ray://127.0.0.1:10001"
            raise BadInput(f"--engine {self.kind} needs the address of a cluster, such as {example}", place="--cluster")

    @property
    def one_core(self) -> bool:
        """Whether everything is done in this process."""
        return self.kind == "local" and self.jobs == 1


ONE_CORE = Engine()
