"""What each entry points to and how strongly, against a table typed by hand from the practice of the trade."""

from __future__ import annotations

import pytest

from indicators.planting import departures, modes_of, world
from simulator.documents.derive import derive
from simulator.exercise.examining import shown
from simulator.formats.vocabulary import Mode
from simulator.indicators.catalogue import can_stand_together, catalogue, indicators, look_alikes
from simulator.trade.departures import ConflictingDepartures

STRENGTHS = {
    ("infringement", "strong"): "G08 G09 G11 P04",
    ("infringement", "moderate"): "R08 P02 V03 X03 L03 R03",
    ("revenue", "moderate"): "G04 V01 V07 X07",
    ("documentary", "strong"): "R04 R06 D04",
    ("documentary", "moderate"): "P07 P08 D02 D07 X01",
    ("documentary", "weak"): "G01 V06",
}
RESEMBLES = {
    "H01": "P08", "H06": None, "H08": None, "H12": "V01", "H14": "X03", "H15": "X01", "H19": "L03", "H20": "G09",
}  # fmt: skip
SEA_ONLY = {"R04", "R06", "R08", "P07", "P08", "D07", "H01", "H06", "H15"}
AIR_ONLY = {"D02", "V07"}


def test_every_indicator_points_where_practice_says_and_as_strongly() -> None:
    table = {id_: (*key,) for key, ids in STRENGTHS.items() for id_ in ids.split()}
    assert {entry.id: (entry.card.points_to, entry.card.strength) for entry in indicators()} == table


def test_every_look_alike_resembles_what_practice_says() -> None:
    assert {entry.id: entry.card.resembles for entry in look_alikes()} == RESEMBLES


def test_what_is_bound_to_the_sea_or_to_the_air_is_what_practice_says() -> None:
    """Bills to order, pallets said to contain, transhipment, vessels and their schedule have no like on a waybill.

    Nor have bills of lading a check digit, or a value declared beside that for customs.
    """
    modes = {entry.id: entry.card.modes for entry in catalogue().values()}
    assert {id_ for id_, by in modes.items() if by == {"sea"}} == SEA_ONLY
    assert {id_ for id_, by in modes.items() if by == {"air"}} == AIR_ONLY


def planted_together() -> list[tuple[str, str]]:
    """The pairs that an exercise may plant on one shipment: two of infringement, or one with a look-alike."""
    entries = list(catalogue().values())
    pairs = []
    for place, one in enumerate(entries):
        for other in entries[place + 1 :]:
            kinds = {one.card.points_to, other.card.points_to}
            near = one.card.resembles == other.id or other.card.resembles == one.id
            if near or not can_stand_together(one.id, other.id):
                continue
            double = kinds == {"infringement"} and one.card.family != other.card.family
            if double or (one.card.is_look_alike != other.card.is_look_alike):
                pairs.append((one.id, other.id))
    return pairs


@pytest.mark.parametrize(("one", "other"), planted_together())
def test_what_may_stand_together_can(one: str, other: str) -> None:
    """Else an exercise would look for a shipment that does not exist; and one that shows a third thing is none."""
    for mode in modes_of(one, other):
        assert any(stand_together(one, other, number, mode) for number in range(1, 200, 2)), mode


def stand_together(one: str, other: str, number: int, mode: Mode) -> bool:
    """Whether one shipment shows both, and besides them only what they imply."""
    cards = [catalogue()[id_].card for id_ in (one, other)]
    first, second = (departures(card.id, card.subtleties[0], number, mode) for card in cards)
    if first is None or second is None:
        return False
    try:
        seen = shown(derive(world(number, True, mode), (*first, *second)), "C01")
    except ConflictingDepartures:
        return False
    odd = {each for each in seen if not catalogue()[each].card.is_look_alike} - {one, other}
    return {one, other} <= set(seen) and odd <= cards[0].implies | cards[1].implies
