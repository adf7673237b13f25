"""Where slots stand: by sea or by air, with which look-alike, as anchors or not, and with whom they travel."""

from __future__ import annotations

from dataclasses import replace

from simulator.errors import Unsatisfiable
from simulator.exercise.slots import Slot
from simulator.formats.vocabulary import Mode
from simulator.indicators.card import Card
from simulator.indicators.catalogue import can_stand_together, catalogue, look_alikes
from simulator.numbers import ceil_div
from simulator.randomness import Stream
from simulator.reference.goods import goods
from simulator.scenario import IndicatorSettings
from simulator.trade.goods import travels
from simulator.trade.market import Market

CONSIGNMENTS_TOGETHER = 4
"""About how many consignments of an exercise share a voyage or flight, and so a manifest."""

OWN_MARKS = (3, 4)
"""Share of marked shipments that bear an instructor's own mark where he has any; the rest bear any."""
MODES: tuple[Mode, ...] = ("sea", "air")


def with_modes(slots: tuple[Slot, ...], sea: int, stream: Stream) -> tuple[Slot, ...]:
    """Send ``sea`` slots by sea and the rest by air: first those that can only go so, the others whatever their kind.

    Raise ``Unsatisfiable`` when more can only go by a mode than shall, or one by none.
    """
    possible = [modes_of(slot) for slot in slots]
    for slot, modes in zip(slots, possible, strict=True):
        if not modes:
            bound = ", ".join(id_ for id_ in (*slot.indicators, *slot.cover) if len(catalogue()[id_].card.modes) == 1)
            raise Unsatisfiable(f"{bound}: no one shipment can show them, by sea alone and by air alone; allow others")
    wanted: dict[Mode, int] = {"sea": sea, "air": len(slots) - sea}
    for mode, count in wanted.items():
        tied = sum(modes == {mode} for modes in possible)
        if tied > count:
            raise Unsatisfiable(f"{tied} consignments can only go by {mode} and {count} shall; change consignments.sea")
    free = stream.shuffled([place for place, modes in enumerate(possible) if len(modes) > 1])
    by_sea = {place for place, modes in enumerate(possible) if modes == {"sea"}}
    by_sea |= set(free[: sea - len(by_sea)])
    return tuple(replace(slot, mode="sea" if place in by_sea else "air") for place, slot in enumerate(slots))


def modes_of(slot: Slot) -> frozenset[Mode]:
    """Return the modes by which a shipment can go that shows, or could show, all that the slot asks for."""
    cards = [catalogue()[id_].card for id_ in (*slot.indicators, *slot.cover)]
    return frozenset[Mode]({"sea", "air"}).intersection(*(card.modes for card in cards))


def with_look_alikes(slots: tuple[Slot, ...], count: int, settings: IndicatorSettings, stream: Stream) -> tuple[Slot, ...]:
    """Plant look-alikes on slots drawn whatever their verdict; none beside what it resembles, shown or covered.

    Raise ``Unsatisfiable`` when none fits one of the slots drawn.
    """
    chosen = set(stream.at("slots").sample(range(len(slots)), count))
    offered = [entry for entry in look_alikes() if settings.allows(entry.id)]
    used: dict[str, int] = {}
    result = []
    for place, slot in enumerate(slots):
        near = {*slot.indicators, *slot.cover}
        fitting = [entry for entry in offered if _fits(entry.card, slot, near)]
        if place in chosen and fitting:
            rarest = min(used.get(entry.id, 0) for entry in fitting)
            entry = stream.at("which", place).pick([each for each in fitting if used.get(each.id, 0) == rarest])
            used[entry.id] = used.get(entry.id, 0) + 1
            slot = replace(slot, look_alike=entry.id)
        result.append(slot)
    planted = sum(slot.look_alike is not None for slot in result)
    if planted < count:
        raise Unsatisfiable(
            f"consignments.look_alikes: only {planted} of {count} can be planted, none beside what it resembles; lower it, "
            "or let indicators.only and never leave more look-alikes (H01, ...) in"
        )
    return tuple(result)


def _fits(card: Card, slot: Slot, near: set[str]) -> bool:
    """Tell whether a look-alike may stand on a slot whose indicators and cover are ``near``."""
    return (
        card.resembles not in near
        and (slot.branded or not card.branded)
        and slot.mode in card.modes
        and all(can_stand_together(card.id, each) for each in near)
    )


def with_own_marks(slots: tuple[Slot, ...], market: Market, stream: Stream) -> tuple[Slot, ...]:
    """Give most marked shipments one of the instructor's own marks, drawn whatever their kind."""
    modes = {mode for mode in MODES for brand in market.own for line in brand.lines if travels(goods()[line.goods], mode)}
    marked = [place for place, slot in enumerate(slots) if slot.branded and slot.mode in modes]
    chosen = set(stream.sample(marked, ceil_div(OWN_MARKS[0] * len(marked), OWN_MARKS[1])))
    return tuple(replace(slot, own=place in chosen) for place, slot in enumerate(slots))


def with_anchors(slots: tuple[Slot, ...], count: int, stream: Stream) -> tuple[Slot, ...]:
    """Mark ``count`` slots, whatever their kind, as the same shipment in every variant."""
    chosen = set(stream.sample(range(len(slots)), count))
    return tuple(replace(slot, anchor=place in chosen) for place, slot in enumerate(slots))


def with_carriages(slots: tuple[Slot, ...], stream: Stream) -> tuple[Slot, ...]:
    """Deal the slots of each mode into groups of about four.

    Anchors sit together, so that few voyages and flights are the same in all variants.
    """
    found: dict[int, int] = {}
    for mode in ("sea", "air"):
        mine = [place for place, slot in enumerate(slots) if slot.mode == mode]
        groups = max(1, round(len(mine) / CONSIGNMENTS_TOGETHER))
        size = -(-len(mine) // groups)
        first = max(found.values(), default=0) + 1
        order = sorted(stream.at(mode).shuffled(mine), key=lambda place: not slots[place].anchor)
        found |= {place: first + position // size for position, place in enumerate(order)}
    return tuple(replace(slot, carriage=found[place]) for place, slot in enumerate(slots))
