"""``roster.csv``: who sits in the class."""

from __future__ import annotations

import msgspec


class RosterEntry(msgspec.Struct, frozen=True):
    """One trainee; ``group`` is None for all when the roster has no groups."""

    id: str
    name: str
    group: str | None = None
    agency: str | None = None
