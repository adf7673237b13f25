"""The plan of an exercise: as many of each kind as asked, and nothing that gives the answer away."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

import pytest

from exercise.scenarios import OTHERS, SHIPPED, scenario
from simulator.errors import BadInput, Unsatisfiable
from simulator.exercise.placing import CONSIGNMENTS_TOGETHER
from simulator.exercise.planning import plan
from simulator.exercise.slots import Slot
from simulator.indicators.catalogue import can_stand_together, catalogue, indicators
from simulator.scenario import Scenario

SEEDS = range(200)
POINTS_TO = {"signal": "infringement", "revenue": "revenue", "query": "documentary"}
FAMILIES_OF_INFRINGEMENT = {entry.card.family for entry in indicators() if entry.card.points_to == "infringement"}
each_shipped = pytest.mark.parametrize("shipped", [scenario(name) for name in SHIPPED], ids=SHIPPED)
all_shipped = pytest.mark.parametrize("shipped", [scenario(name) for name in SHIPPED + OTHERS], ids=SHIPPED + OTHERS)


def plans(asked: Scenario) -> list[tuple[Slot, ...]]:
    return [plan(asked, f"plan {seed}") for seed in SEEDS]


@all_shipped
def test_as_many_of_each_kind_as_asked(shipped: Scenario) -> None:
    counts = shipped.consignments
    for slots in plans(shipped):
        kinds = Counter(slot.kind for slot in slots)
        assert [slot.id for slot in slots] == [f"S{place:02d}" for place in range(1, counts.count + 1)]
        assert kinds["signal"] == counts.signals
        assert kinds["revenue"] == counts.revenue
        assert kinds["query"] == counts.query
        assert kinds["release"] == counts.count - counts.signals - counts.revenue - counts.query
        assert sum(slot.look_alike is not None for slot in slots) == counts.look_alikes
        assert sum(slot.anchor for slot in slots) == counts.anchors
        assert sum(len(slot.indicators) == 2 for slot in slots) == counts.double


@each_shipped
def test_a_slot_shows_what_its_kind_says(shipped: Scenario) -> None:
    for slots in plans(shipped):
        for slot in slots:
            cards = [catalogue()[id_].card for id_ in slot.indicators]
            assert {card.points_to for card in cards} == ({POINTS_TO[slot.kind]} if slot.kind in POINTS_TO else set())
            assert len({card.family for card in cards}) == len(cards)
            for together in (slot.indicators, slot.cover):
                assert all(can_stand_together(one, other) for one, other in combinations(together, 2))
            assert all(slot.mode in catalogue()[id_].card.modes for id_ in (*slot.indicators, *slot.cover))
            assert slot.subtlety in (1, 2, 3)
            weights = shipped.indicators.subtlety
            # A lawful slot has the level of what it could have shown.
            levels = [set(catalogue()[id_].card.subtleties) for id_ in slot.indicators or slot.cover]
            known = set.intersection(*levels) if levels else {1, 2, 3}
            if any(weights[level - 1] for level in known):
                assert weights[slot.subtlety - 1] > 0


@each_shipped
def test_every_slot_covers_what_a_signal_of_the_exercise_shows(shipped: Scenario) -> None:
    for slots in plans(shipped):
        shown = Counter(slot.indicators for slot in slots if slot.kind == "signal")
        covered = Counter(slot.cover for slot in slots if slot.kind == "release")
        assert all(slot.cover == slot.indicators for slot in slots if slot.kind == "signal")
        assert all(slot.cover in shown for slot in slots)
        # The lawful ones are dealt evenly over the signals.
        assert max(covered[cover] / times for cover, times in shown.items()) <= 2
        if sum(covered.values()) >= sum(shown.values()):
            assert all(covered[cover] >= times for cover, times in shown.items())


@each_shipped
def test_there_are_as_many_branded_lawful_slots_as_branded_signals(shipped: Scenario) -> None:
    for slots in plans(shipped):
        branded = Counter(slot.kind for slot in slots if slot.branded)
        assert branded["release"] >= branded["signal"]
        for slot in slots:
            if any(catalogue()[id_].card.branded for id_ in (*slot.indicators, *slot.cover)):
                assert slot.branded


@each_shipped
def test_no_look_alike_beside_what_it_resembles(shipped: Scenario) -> None:
    kinds: Counter[tuple[str, str]] = Counter()
    for slots in plans(shipped):
        for slot in slots:
            if slot.look_alike is not None:
                card = catalogue()[slot.look_alike].card
                kinds[slot.look_alike, slot.kind] += 1
                assert card.points_to == "innocent"
                assert card.resembles not in {*slot.indicators, *slot.cover}
                assert slot.branded or not card.branded
    assert {kind for _, kind in kinds} == {"signal", "revenue", "query", "release"}
    assert {id_ for id_, _ in kinds} == {entry.id for entry in catalogue().values() if entry.card.is_look_alike}


@all_shipped
def test_about_four_travel_together_and_anchors_do(shipped: Scenario) -> None:
    for slots in plans(shipped):
        sizes = Counter(slot.carriage for slot in slots)
        assert max(sizes.values()) <= 1.5 * CONSIGNMENTS_TOGETHER
        modes = {slot.carriage: slot.mode for slot in slots}
        assert all(modes[slot.carriage] == slot.mode for slot in slots)
        # Anchors by sea share one voyage, those by air one flight.
        anchors = {slot.carriage for slot in slots if slot.anchor}
        assert len(anchors) == len({modes[carriage] for carriage in anchors}) >= 1
        assert Counter(slot.mode for slot in slots)["sea"] == shipped.consignments.by_sea


def test_the_same_seed_plans_the_same_and_another_does_not() -> None:
    assert plan(scenario(), "one") == plan(scenario(), "one")
    assert plan(scenario(), "one") != plan(scenario(), "other")


def test_every_indicator_of_the_catalogue_is_planted_somewhere() -> None:
    planted = {id_ for slots in plans(scenario()) for slot in slots for id_ in slot.indicators}
    assert planted == {entry.id for entry in catalogue().values() if not entry.card.is_look_alike}


def test_only_never_and_weights_are_kept() -> None:
    asked = scenario(never=("G08", "D04"), families={"rights": 0}, look_alikes=0)
    planted = {id_ for slots in plans(asked) for slot in slots for id_ in slot.indicators}
    assert not planted & {"G08", "D04", "G11", "L03"}
    asked = scenario("first-hour", only=("L03", "G08", "V01", "P08", "H14"))
    for slots in plans(asked):
        assert {id_ for slot in slots for id_ in slot.indicators} == {"L03", "G08", "V01", "P08"}
        assert {slot.look_alike for slot in slots} <= {None, "H14"}


def test_a_family_of_more_weight_is_planted_more() -> None:
    asked = scenario(families={"goods": 6}, double=0, signals=1)
    drawn = Counter(slot.indicators for slots in plans(asked) for slot in slots if slot.kind == "signal")
    goods = {entry.id for entry in indicators() if entry.card.family == "goods"}
    assert sum(times for (id_,), times in drawn.items() if id_ in goods) > len(SEEDS) / 2


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"only": ("P08", "V01")}, "infringement"),
        ({"only": ("G08", "G11", "V01"), "double": 0}, "query"),
        ({"only": ("G08", "G11", "P08"), "double": 0}, "revenue"),
        ({"only": ("G11", "L03", "V01", "P08"), "double": 1}, "two families"),
        ({"never": tuple(id_ for id_ in catalogue() if not id_.startswith("H"))}, "infringement"),
        ({"families": dict.fromkeys(FAMILIES_OF_INFRINGEMENT, 0), "double": 0}, "infringement"),
        ({"only": ("R08", "V07", "D02"), "double": 0}, "V07, R08: .* by sea alone and by air alone"),
        ({"only": ("G08", "G11", "L03", "V01", "P08")}, "look_alikes"),
        ({"only": ("G08", "G11", "L03", "V01", "P08", "H01"), "look_alikes": 12}, "look_alikes"),
    ],
)
def test_what_cannot_be_planned_is_told_in_one_sentence(changes: dict[str, Any], names: str) -> None:
    asked = scenario("monterrey", **changes)
    with pytest.raises(Unsatisfiable, match=names) as refused:
        plans(asked)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("setting", ["only", "never"])
def test_an_unknown_indicator_is_bad_input(setting: str) -> None:
    with pytest.raises(BadInput, match=rf"indicators\.{setting}.*G99") as refused:
        plan(scenario("monterrey", **{setting: ("G08", "G99")}), "seed")
    assert "\n" not in str(refused.value)
