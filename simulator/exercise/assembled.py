"""Exercises that were assembled: consignments of packs that other seeds give, each as it is there, on one desk."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import msgspec

from simulator.errors import BadInput
from simulator.exercise.realising import Realised
from simulator.exercise.sailing import sail
from simulator.exercise.slots import Slot
from simulator.randomness import Stream
from simulator.scenario import Scenario
from simulator.trade.market import Market

VARIANT = "v01"
"""Consignments of a pool are those of the first variant."""

Plan = Callable[[Scenario, str], tuple[Slot, ...]]


def pool_scenario(scenario: Scenario) -> Scenario:
    """Return the scenario whose packs an assembled one was taken from."""
    pool = scenario.pool
    if pool is None:
        return scenario
    return msgspec.structs.replace(scenario, consignments=pool.consignments, indicators=pool.indicators, pool=None)


def taken_slots(scenario: Scenario, plan: Plan) -> tuple[Slot, ...]:
    """Return the slots that were taken; those of one voyage or flight still travel together.

    Raise ``BadInput`` when a pack of the pool has no such slot.
    """
    pool, base = scenario.pool, pool_scenario(scenario)
    assert pool is not None
    plans = {seed: {slot.id: slot for slot in plan(base, seed)} for seed in dict.fromkeys(each.seed for each in pool.taken)}
    carriages: dict[tuple[str, int], int] = {}
    found = []
    for number, each in enumerate(pool.taken, start=1):
        slot = plans[each.seed].get(each.slot)
        if slot is None:
            known = ", ".join(plans[each.seed])
            raise BadInput(f"there is no {each.slot}; slots are {known}", source=scenario.name, place="pool.taken")
        group = carriages.setdefault((each.seed, slot.carriage), len(carriages) + 1)
        found.append(replace(slot, id=f"S{number:02d}", carriage=group, anchor=False, source=(each.seed, each.slot)))
    return tuple(found)


def sail_again(
    scenario: Scenario, plan: Plan, group: int, slots: Sequence[Slot], ids: Mapping[str, str], market: Market
) -> dict[str, Realised]:
    """Return the shipments of slots that were taken from one voyage or flight, by slot id: the same as in their own pack.

    All that travelled there is drawn again, since a voyage is one on which every slot found its shipment.
    """
    sources = {slot.source[1]: slot for slot in slots if slot.source is not None}
    seed = next(slot.source[0] for slot in slots if slot.source is not None)
    base = pool_scenario(scenario)
    planned = {slot.id: slot for slot in plan(base, seed)}
    carriage = planned[next(iter(sources))].carriage
    together = [slot for slot in planned.values() if slot.carriage == carriage]
    names = {slot.id: ids[sources[slot.id].id] if slot.id in sources else f"{slot.id}-left" for slot in together}
    streams = Stream(seed, "anchor"), Stream(seed, "variant", VARIANT)
    found = sail(carriage, together, names, scenario.reference_date, market, *streams)
    return {slot.id: _aboard(found[source], slot, f"carriage-{group}") for source, slot in sources.items()}


def _aboard(realised: Realised, slot: Slot, carriage: str) -> Realised:
    """Return the shipment under the slot's new name; voyages of different packs may have the same one."""
    consignment = realised.consignment
    moved = replace(consignment, carriage=replace(consignment.carriage, id=carriage))
    return replace(realised, slot=slot, consignment=moved)
