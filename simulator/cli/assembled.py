"""Scenarios that ``simulator assemble`` wrote: their consignments are chosen, so that some commands have no use for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.scenario import Scenario


def refuse_assembled(scenario: Scenario, source: str) -> None:
    """Raise ``BadInput`` for a scenario whose consignments were taken from a pool."""
    from simulator.errors import BadInput

    if scenario.pool is not None:
        raise BadInput("this scenario is assembled already; name the one that its pool was drawn from", source=source)
