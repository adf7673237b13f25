"""How joblib reaches an engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Backend:
    """What joblib is told: ``where`` for ``parallel_config``, ``how`` for ``Parallel``.

    ``workers`` of a cluster work at once; ``streams`` says whether results can be had as they are made.
    """

    where: dict[str, Any] = field(default_factory=dict)
    how: dict[str, Any] = field(default_factory=dict)
    workers: int = 1
    streams: bool = True
