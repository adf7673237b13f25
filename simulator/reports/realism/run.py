"""Drawing shipments as a scenario draws them, and comparing them with real ones."""

from __future__ import annotations

from simulator.exercise.planning import plan
from simulator.exercise.variants import variant
from simulator.reports.realism.measuring import Realism, realism
from simulator.scenario import Scenario

SEED = "realism of simulated shipments"


def scenario_realism(scenario: Scenario, variants: int) -> Realism:
    """Compare all shipments of so many variants, the class's and other people's on the same manifests."""
    slots = plan(scenario, SEED)
    found = []
    for number in range(variants):
        world = variant(scenario, slots, f"v{number:03d}", SEED).world
        found += [each for each in (*world.consignments, *world.others) if each.mode == "sea"]
    return realism(found)
