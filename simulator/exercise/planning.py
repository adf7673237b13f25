"""The plan of an exercise: which slots it has, what each shows, and what each must be able to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice

from simulator.errors import BadInput, Unsatisfiable
from simulator.exercise.assembled import taken_slots
from simulator.exercise.placing import with_anchors, with_carriages, with_look_alikes, with_modes, with_own_marks
from simulator.exercise.slots import Kind, Slot
from simulator.formats.vocabulary import Mode, PointsTo
from simulator.indicators.card import Indicator
from simulator.indicators.catalogue import can_stand_together, catalogue, indicators
from simulator.randomness import Stream
from simulator.scenario import IndicatorSettings, Scenario
from simulator.trade.market import market
from simulator.trade.own_brand_checks import check_own_brands

PLANS_TRIED = 60
"""Plans drawn before a scenario is given up as impossible."""


def plan(scenario: Scenario, seed: str) -> tuple[Slot, ...]:
    """Return the slots of a scenario; raise ``Unsatisfiable`` when no indicator can fill one.

    Raise ``BadInput`` when the scenario names an indicator that is not in the catalogue, or a mark cannot be meant. What was
    taken from a pool is planned already; then the seed decides nothing here.
    """
    _check_names(scenario)
    check_own_brands(scenario.brands, scenario.name)
    if scenario.pool is not None:
        return taken_slots(scenario, plan)
    refusal = Unsatisfiable("no plan was drawn")
    for attempt in range(PLANS_TRIED):
        try:
            return _plan(scenario, Stream(seed, "slots", attempt))
        except Unsatisfiable as error:
            refusal = error
    raise refusal


def _check_names(scenario: Scenario) -> None:
    for setting in ("only", "never"):
        unknown = sorted(set(getattr(scenario.indicators, setting)) - set(catalogue()))
        if unknown:
            raise BadInput(
                f"{', '.join(unknown)}: no such indicator; the catalogue has {', '.join(catalogue())}",
                source=scenario.name,
                place=f"indicators.{setting}",
            )


def _plan(scenario: Scenario, stream: Stream) -> tuple[Slot, ...]:
    counts, settings = scenario.consignments, scenario.indicators
    mix = _Mix(settings, counts.by_sea, counts.by_air)
    signals = _signals(counts.signals, counts.double, mix, stream.at("signals"))
    others = [
        *_singles(counts.revenue, "revenue", "revenue", mix, stream.at("revenue")),
        *_singles(counts.query, "query", "documentary", mix, stream.at("query")),
        *(Slot("", "release", (), (), False, 1) for _ in range(counts.release)),
    ]
    covers = signals or _covers(len(others), mix, stream.at("cover"))
    others = _covered(others, covers, stream.at("covers"))
    slots = tuple(
        replace(slot, id=f"S{place:02d}", subtlety=_subtlety(slot, settings, stream.at("subtlety", place)))
        for place, slot in enumerate([*signals, *others], start=1)
    )
    slots = with_modes(slots, counts.by_sea, stream.at("modes"))
    slots = with_look_alikes(slots, counts.look_alikes, settings, stream.at("look-alikes"))
    slots = with_own_marks(slots, market(scenario.brands), stream.at("own marks"))
    return with_carriages(with_anchors(slots, counts.anchors, stream.at("anchors")), stream.at("carriages"))


class _Mix:
    """The indicators that a scenario allows, for goods that go by the modes it has."""

    def __init__(self, settings: IndicatorSettings, sea: int, air: int) -> None:
        self.settings = settings
        self._modes: set[Mode] = {mode for mode, count in _counted(sea, air) if count}

    def of(self, points_to: PointsTo) -> list[Indicator]:
        """Return those that point to something; a weak finding alone is a query, whatever it points to."""
        return [
            entry
            for entry in indicators()
            if entry.card.points_to == points_to
            and self.settings.allows(entry.id)
            and self.weight(entry) > 0
            and entry.card.modes & self._modes
            and (points_to == "documentary" or entry.card.strength != "weak")
        ]

    def weight(self, entry: Indicator) -> float:
        """Return the weight of an indicator's family."""
        return self.settings.families.get(entry.card.family, 1)

    def dealt(self, entries: Sequence[Indicator], count: int, stream: Stream) -> list[Indicator]:
        """Draw by family weights without repetition until all are used up, then deal again."""
        drawn: list[Indicator] = []
        left: list[Indicator] = []
        while len(drawn) < count:
            left = left or list(entries)
            chosen = stream.weighted(left, [self.weight(entry) for entry in left])
            left.remove(chosen)
            drawn.append(chosen)
        return drawn


def _counted(sea: int, air: int) -> tuple[tuple[Mode, int], ...]:
    return (("sea", sea), ("air", air))


def _signals(count: int, double: int, mix: _Mix, stream: Stream) -> list[Slot]:
    offered = mix.of("infringement")
    if count and not offered:
        raise Unsatisfiable("indicators.only and never leave no indicator of infringement; the signals need one")
    slots = []
    for place, first in enumerate(mix.dealt(offered, count, stream.at("first"))):
        chosen: tuple[Indicator, ...] = (first,)
        if place < double:
            others = [
                each
                for each in offered
                if each.card.family != first.card.family
                and each.card.modes & first.card.modes
                and can_stand_together(each.id, first.id)
            ]
            if not others:
                raise Unsatisfiable("consignments.double needs indicators of infringement of two families")
            chosen = (first, stream.at("second", place).weighted(others, [mix.weight(each) for each in others]))
        branded = any(entry.card.branded for entry in chosen) or stream.at("branded", place).chance(0.5)
        ids = tuple(sorted(entry.id for entry in chosen))
        slots.append(Slot("", "signal", ids, ids, branded, 1))
    return slots


def _covers(count: int, mix: _Mix, stream: Stream) -> list[Slot]:
    """Return covers for an exercise without signals: of the mix it would have, or none where it would have none."""
    if mix.of("infringement"):
        return _signals(max(1, count), 0, mix, stream)
    return [Slot("", "signal", (), (), stream.at("branded", place).chance(0.5), 1) for place in range(max(1, count))]


def _singles(count: int, kind: Kind, points_to: PointsTo, mix: _Mix, stream: Stream) -> list[Slot]:
    offered = mix.of(points_to)
    if count and not offered:
        raise Unsatisfiable(f"indicators.only and never leave no indicator for the {kind} consignments; allow one")
    return [Slot("", kind, (entry.id,), (), False, 1) for entry in mix.dealt(offered, count, stream)]


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
    each = [set(catalogue()[id_].card.subtleties) for id_ in slot.indicators or slot.cover] or [{1, 2, 3}]
    known = set.intersection(*each) or set.union(*each)
    weighed = {level: settings.subtlety[level - 1] for level in sorted(known) if settings.subtlety[level - 1] > 0}
    if not weighed:
        # The scenario's levels are not among those that make sense here: the nearest that does.
        wanted = max(range(1, 4), key=lambda level: settings.subtlety[level - 1])
        return min(known, key=lambda level: (abs(level - wanted), level))
    return stream.weighted(list(weighed), list(weighed.values()))
