"""How joblib reaches an engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Backend:
    """What joblib is told: ``words`` for ``Parallel``; ``streams`` says whether it yields results as they are made."""

    words: dict[str, Any] = field(default_factory=dict)
    workers: int = 1
    streams: bool = True
