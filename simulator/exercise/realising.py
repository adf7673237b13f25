"""From a slot to a shipment: draw until one can show what it is asked to, and only then plant or withhold."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.documents.derive import derive
from simulator.documents.model import Papers
from simulator.errors import Unsatisfiable
from simulator.exercise.examining import shown
from simulator.exercise.slots import Slot
from simulator.exercise.small_world import alone
from simulator.indicators.card import Indicator
from simulator.indicators.catalogue import catalogue
from simulator.randomness import Stream
from simulator.trade.consignments import Wanted, draw_consignment
from simulator.trade.departures import ConflictingDepartures, Departure
from simulator.trade.facts import Carriage, Consignment, World
from simulator.trade.market import Market

TRIES = 400
"""Shipments drawn for one slot before the scenario is given up as impossible."""


@dataclass(frozen=True, slots=True)
class Realised:
    """A slot with its shipment and what was planted in it."""

    slot: Slot
    consignment: Consignment
    departures: tuple[Departure, ...]


def realise(
    slot: Slot,
    id_: str,
    carriage: Carriage,
    market: Market,
    stream: Stream,
    *,
    tries: int = TRIES,
    own_alone: bool = False,
) -> Realised:
    """Return an acceptable shipment for a slot; raise ``Unsatisfiable`` when none is found in so many ``tries``.

    A slot of the instructor's own marks bears another only where, in half of the tries, none of his can show it, and never
    when ``own_alone`` is asked for.
    """
    for attempt in range(tries):
        own = slot.own and (own_alone or 2 * attempt < tries)
        wanted = Wanted(branded=slot.branded, brands=market.own if own else market.all)
        found = _attempt(slot, id_, carriage, wanted, market, stream.at("try", attempt))
        if found is not None:
            return found
    shown_here = ", ".join((*slot.indicators, *slot.cover, *((slot.look_alike,) if slot.look_alike else ())))
    raise Unsatisfiable(f"slot {slot.id}: no shipment in {tries} can show {shown_here}; allow other indicators")


def _attempt(slot: Slot, id_: str, carriage: Carriage, wanted: Wanted, market: Market, stream: Stream) -> Realised | None:
    consignment = draw_consignment(id_, carriage, wanted, stream.at("shipment"))
    if consignment is None:
        return None
    world = alone(consignment, brands=market.all)
    cover = _planted(slot.cover, slot, world, consignment, stream)
    own = cover if slot.indicators == slot.cover else _planted(slot.indicators, slot, world, consignment, stream)
    innocent = _planted((slot.look_alike,) if slot.look_alike else (), slot, world, consignment, stream)
    if cover is None or own is None or innocent is None:
        return None
    clean = derive(world)
    if _indicators_shown(clean, id_):
        return None
    forms = {slot.cover: (*cover, *innocent), slot.indicators: (*own, *innocent)}
    if not all(_acceptable(world, clean, id_, wanted, departures, slot) for wanted, departures in forms.items()):
        return None
    return Realised(slot, consignment, (*own, *innocent))


def _planted(
    ids: tuple[str, ...], slot: Slot, world: World, consignment: Consignment, stream: Stream
) -> tuple[Departure, ...] | None:
    departures: list[Departure] = []
    for id_ in ids:
        card = catalogue()[id_].card
        level = slot.subtlety if slot.subtlety in card.subtleties else card.subtleties[0]
        planted = catalogue()[id_].plant(world, consignment, level, stream.at("plant", id_))
        if planted is None:
            return None
        departures += planted
    return tuple(departures)


def _acceptable(
    world: World, clean: Papers, id_: str, wanted: tuple[str, ...], departures: tuple[Departure, ...], slot: Slot
) -> bool:
    """Tell whether the papers show exactly what is wanted, and the planted look-alike with it."""
    if not departures:
        return not wanted and slot.look_alike is None
    try:
        papers = derive(world, departures, clean)
    except ConflictingDepartures:
        return False
    seen = shown(papers, id_)
    implied = frozenset().union(*(catalogue()[each].card.implies for each in wanted)) if wanted else frozenset()
    found = {each for each in seen if not _entry(each).card.is_look_alike}
    if not set(wanted) <= found or not found <= {*wanted, *implied}:
        return False
    return slot.look_alike is None or slot.look_alike in seen


def _indicators_shown(papers: Papers, id_: str) -> list[str]:
    return [each for each in shown(papers, id_) if not _entry(each).card.is_look_alike]


def _entry(id_: str) -> Indicator:
    return catalogue()[id_]
