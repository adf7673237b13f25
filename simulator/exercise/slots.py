"""Slots: what each consignment of an exercise shall show, the same in every variant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from typing import Literal

from simulator.errors import BadInput, Unsatisfiable
from simulator.formats.vocabulary import PointsTo
from simulator.indicators.card import Indicator
from simulator.indicators.catalogue import can_stand_together, catalogue, indicators, look_alikes
from simulator.randomness import Stream
from simulator.scenario import IndicatorSettings, Scenario

Kind = Literal["signal", "revenue", "query", "release"]

CONSIGNMENTS_A_VOYAGE = 4
"""About how many consignments of an exercise share a voyage, and so a manifest."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of the exercise.

    ``indicators`` are planted; ``cover`` are those of the signal mix that the shipment must be able to show, whatever it
    shows in the end, so that nothing but the evidence tells signals from lawful shipments. ``voyage`` numbers the group
    of slots that travel together.
    """

    id: str
    kind: Kind
    indicators: tuple[str, ...]
    cover: tuple[str, ...]
    branded: bool
    subtlety: int
    look_alike: str | None = None
    anchor: bool = False
    voyage: int = 1


def plan(scenario: Scenario, seed: str) -> tuple[Slot, ...]:
    """Return the slots of a scenario; raise ``Unsatisfiable`` when no indicator can fill one.

    Raise ``BadInput`` when the scenario names an indicator that is not in the catalogue.
    """
    counts, settings = scenario.consignments, scenario.indicators
    _check_names(scenario)
    stream = Stream(seed, "slots")
    signals = _signals(counts.signals, counts.double, settings, stream.at("signals"))
    others = [
        *_singles(counts.revenue, "revenue", "revenue", settings, stream.at("revenue")),
        *_singles(counts.query, "query", "documentary", settings, stream.at("query")),
        *(Slot("", "release", (), (), False, 1) for _ in range(counts.release)),
    ]
    covers = signals or _signals(max(1, len(others)), 0, settings, stream.at("cover"))
    others = _covered(others, covers, stream.at("covers"))
    slots = tuple(
        replace(slot, id=f"S{place:02d}", subtlety=_subtlety(slot, settings, stream.at("subtlety", place)))
        for place, slot in enumerate([*signals, *others], start=1)
    )
    slots = _with_look_alikes(slots, counts.look_alikes, settings, stream.at("look-alikes"))
    _check_look_alikes(slots, counts.look_alikes)
    return _with_voyages(_with_anchors(slots, counts.anchors, stream.at("anchors")), stream.at("voyages"))


def _check_names(scenario: Scenario) -> None:
    for setting in ("only", "never"):
        unknown = sorted(set(getattr(scenario.indicators, setting)) - set(catalogue()))
        if unknown:
            raise BadInput(
                f"{', '.join(unknown)}: no such indicator; the catalogue has {', '.join(catalogue())}",
                source=scenario.name,
                place=f"indicators.{setting}",
            )


def _check_look_alikes(slots: Sequence[Slot], count: int) -> None:
    planted = sum(slot.look_alike is not None for slot in slots)
    if planted < count:
        raise Unsatisfiable(
            f"consignments.look_alikes: only {planted} of {count} can be planted, none beside what it resembles; lower it, "
            "or let indicators.only and never leave more look-alikes (H01, ...) in"
        )


def _signals(count: int, double: int, settings: IndicatorSettings, stream: Stream) -> list[Slot]:
    mix = _mix("infringement", settings)
    if count and not mix:
        raise Unsatisfiable("indicators.only and never leave no indicator of infringement; the signals need one")
    drawn = _dealt(mix, settings, count, stream.at("first"))
    slots = []
    for place, first in enumerate(drawn):
        chosen: tuple[Indicator, ...] = (first,)
        if place < double:
            others = [
                entry for entry in mix if entry.card.family != first.card.family and can_stand_together(entry.id, first.id)
            ]
            if not others:
                raise Unsatisfiable("consignments.double needs indicators of infringement of two families")
            weights = [settings.families.get(entry.card.family, 1) for entry in others]
            chosen = (first, stream.at("second", place).weighted(others, weights))
        branded = any(entry.card.branded for entry in chosen) or stream.at("branded", place).chance(0.5)
        ids = tuple(sorted(entry.id for entry in chosen))
        slots.append(Slot("", "signal", ids, ids, branded, 1))
    return slots


def _singles(count: int, kind: Kind, points_to: PointsTo, settings: IndicatorSettings, stream: Stream) -> list[Slot]:
    mix = _mix(points_to, settings)
    if count and not mix:
        raise Unsatisfiable(f"indicators.only and never leave no indicator for the {kind} consignments; allow one")
    return [Slot("", kind, (entry.id,), (), False, 1) for entry in _dealt(mix, settings, count, stream)]


def _mix(points_to: PointsTo, settings: IndicatorSettings) -> list[Indicator]:
    return [
        entry
        for entry in indicators()
        if entry.card.points_to == points_to
        and settings.allows(entry.id)
        and settings.families.get(entry.card.family, 1) > 0
        # A weak finding alone is a query, whatever it points to.
        and (points_to == "documentary" or entry.card.strength != "weak")
    ]


def _dealt(mix: Sequence[Indicator], settings: IndicatorSettings, count: int, stream: Stream) -> list[Indicator]:
    """Draw by family weights without repetition until the mix is used up, then deal again."""
    drawn: list[Indicator] = []
    left: list[Indicator] = []
    while len(drawn) < count:
        left = left or list(mix)
        chosen = stream.weighted(left, [settings.families.get(entry.card.family, 1) for entry in left])
        left.remove(chosen)
        drawn.append(chosen)
    return drawn


def _covered(slots: Sequence[Slot], covers: Sequence[Slot], stream: Stream) -> list[Slot]:
    """Give every other slot the cover of a signal, release slots first: each signal has a lawful one like it."""
    releases = [slot for slot in slots if slot.kind == "release"]
    rest = [slot for slot in slots if slot.kind != "release"]
    dealt = islice(cycle(stream.shuffled(covers)), len(slots))
    return [
        replace(slot, cover=cover.cover, branded=cover.branded)
        for slot, cover in zip([*releases, *rest], dealt, strict=True)
    ]


def _subtlety(slot: Slot, settings: IndicatorSettings, stream: Stream) -> int:
    """Draw a level that all of the slot's indicators know, or one of them where they share none; the cover's else."""
    each = [set(catalogue()[id_].card.subtleties) for id_ in slot.indicators or slot.cover]
    known = set.intersection(*each) or set.union(*each)
    weighed = {level: settings.subtlety[level - 1] for level in sorted(known) if settings.subtlety[level - 1] > 0}
    if not weighed:
        # The scenario's levels are not among those that make sense here: the nearest that does.
        wanted = max(range(1, 4), key=lambda level: settings.subtlety[level - 1])
        return min(known, key=lambda level: (abs(level - wanted), level))
    return stream.weighted(list(weighed), list(weighed.values()))


def _with_look_alikes(slots: tuple[Slot, ...], count: int, settings: IndicatorSettings, stream: Stream) -> tuple[Slot, ...]:
    """Plant look-alikes on slots drawn whatever their verdict; none beside what it resembles, shown or covered."""
    chosen = set(stream.at("slots").sample(range(len(slots)), count))
    offered = [entry for entry in look_alikes() if settings.allows(entry.id)]
    used: dict[str, int] = {}
    result = []
    for place, slot in enumerate(slots):
        near = {*slot.indicators, *slot.cover}
        fitting = [
            entry
            for entry in offered
            if entry.card.resembles not in near
            and (slot.branded or not entry.card.branded)
            and all(can_stand_together(entry.id, each) for each in near)
        ]
        if place in chosen and fitting:
            rarest = min(used.get(entry.id, 0) for entry in fitting)
            entry = stream.at("which", place).pick([each for each in fitting if used.get(each.id, 0) == rarest])
            used[entry.id] = used.get(entry.id, 0) + 1
            slot = replace(slot, look_alike=entry.id)
        result.append(slot)
    return tuple(result)


def _with_anchors(slots: tuple[Slot, ...], count: int, stream: Stream) -> tuple[Slot, ...]:
    chosen = set(stream.sample(range(len(slots)), count))
    return tuple(replace(slot, anchor=place in chosen) for place, slot in enumerate(slots))


def _with_voyages(slots: tuple[Slot, ...], stream: Stream) -> tuple[Slot, ...]:
    """Deal slots into groups of about four; anchors sit together, so that few voyages are the same in all variants."""
    groups = max(1, round(len(slots) / CONSIGNMENTS_A_VOYAGE))
    size = -(-len(slots) // groups)
    dealt = stream.shuffled(range(len(slots)))
    order = sorted(dealt, key=lambda place: not slots[place].anchor)
    voyage = {place: position // size + 1 for position, place in enumerate(order)}
    return tuple(replace(slot, voyage=voyage[place]) for place, slot in enumerate(slots))
