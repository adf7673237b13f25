"""Slots that travel together: a voyage or flight on which every one of them finds its shipment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from simulator.errors import Unsatisfiable
from simulator.exercise.realising import Realised, realise
from simulator.exercise.slots import Slot
from simulator.randomness import Stream
from simulator.trade.facts import Carriage
from simulator.trade.flights import draw_flight
from simulator.trade.goods import made_in
from simulator.trade.market import Market
from simulator.trade.voyages import draw_voyage

CARRIAGES_TRIED = 40
"""Voyages or flights drawn for one group before the scenario is given up as impossible."""
OWN_CARRIAGES_TRIED = 160
"""As many where the instructor's own marks shall be aboard, which are not made everywhere; in the second half of them
others may stand for his."""
FEW = 40
"""Shipments tried for a slot before another voyage is."""


def sail(
    group: int,
    slots: Sequence[Slot],
    ids: Mapping[str, str],
    reference_date: date,
    market: Market,
    pack: Stream,
    variant: Stream,
) -> dict[str, Realised]:
    """Return the shipments of a group by slot id; raise ``Unsatisfiable`` when no voyage carries them all.

    ``ids`` are the consignments' ids by slot. A group with an anchor has its voyage and its anchors from the stream of
    the ``pack``, the same in every variant; everything else comes from the ``variant``'s.
    """
    shared = any(slot.anchor for slot in slots)
    carriage, found = _carriage(group, slots, ids, reference_date, market, pack if shared else variant)
    if not shared:
        return found
    return {
        slot.id: found[slot.id]
        if slot.anchor
        else realise(slot, ids[slot.id], carriage, market, variant.at("slot", slot.id))
        for slot in slots
    }


def _carriage(
    group: int, slots: Sequence[Slot], ids: Mapping[str, str], reference_date: date, market: Market, stream: Stream
) -> tuple[Carriage, dict[str, Realised]]:
    draw = draw_voyage if slots[0].mode == "sea" else draw_flight
    refusal = Unsatisfiable(f"group {group}: neither voyage nor flight was drawn")
    own = any(slot.own for slot in slots)
    for attempt in range(OWN_CARRIAGES_TRIED if own else CARRIAGES_TRIED):
        carriage = draw(f"carriage-{group}", reference_date, stream.at("carriage", group, attempt))
        if own and not made_in(carriage.origin_country, market.own):
            continue
        own_alone = 2 * attempt < OWN_CARRIAGES_TRIED
        try:
            return carriage, {
                slot.id: realise(
                    slot, ids[slot.id], carriage, market, stream.at("slot", slot.id), tries=FEW, own_alone=own_alone
                )
                for slot in slots
            }
        except Unsatisfiable as error:
            refusal = error
    raise refusal
