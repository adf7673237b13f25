"""Scenarios that tests change in one place."""

from __future__ import annotations

from typing import Any

import msgspec

from simulator.scenario import Scenario, load_scenario

SHIPPED = ("first-hour", "monterrey")
OTHERS = ("air-warehouse", "everything-clean", "low-prevalence", "sea-only-hard")


def scenario(name: str = "monterrey", **changes: Any) -> Scenario:
    """A shipped scenario with other counts or settings: ``double=0`` or ``only=("G08",)``."""
    shipped = load_scenario(name)
    counts = {key: value for key, value in changes.items() if hasattr(shipped.consignments, key)}
    settings = {key: value for key, value in changes.items() if key not in counts}
    return msgspec.structs.replace(
        shipped,
        consignments=msgspec.structs.replace(shipped.consignments, **counts),
        indicators=msgspec.structs.replace(shipped.indicators, **settings),
    )
