"""Sailings: speeds, ships and dates."""

from __future__ import annotations

import pytest

from simulator.reference.lanes import lanes, place
from simulator.reference.vessels import vessels
from simulator.trade.voyages import transit_days
from trade.drawing import DESK_DATE, voyage

VOYAGES = [voyage(number) for number in range(300)]


@pytest.mark.parametrize(
    ("lane", "vessel", "days"),
    [
        # 7023 miles at 17 knots are 413.1 hours, 17.2 days.
        ("CNNGB-MXZLO", "ORVANTE CELESTE", 18),
        # The same way, with four days of waiting at Busan.
        ("CNNGB-KRPUS-MXZLO", "ORVANTE CELESTE", 22),
        # 1682 miles at 18 knots are 93.4 hours, 3.9 days.
        ("COCTG-MXVER", "BRENHOLM AURORA", 4),
        # 9825 miles at 16 knots are 614.1 hours, 25.6 days.
        ("INNSA-MXVER", "BRENHOLM TINDRA", 26),
    ],
)
def test_days_at_sea_by_hand(lane: str, vessel: str, days: int) -> None:
    (found,) = (each for each in lanes() if place(each) == lane)
    (ship,) = (each for each in vessels().values() if each.name == vessel)
    assert transit_days(found, ship) == days


def test_a_voyage_is_a_ships_own_and_takes_its_time() -> None:
    for sailing in VOYAGES:
        ship = vessels()[sailing.imo]
        assert (sailing.vessel, sailing.call_sign, sailing.carrier) == (ship.name, ship.call_sign, ship.carrier)
        usual = [
            transit_days(lane, ship)
            for lane in lanes()
            if (lane.origin, lane.destination) == (sailing.origin, sailing.destination)
        ]
        taken = (sailing.arrival - sailing.departure).days
        assert min(usual) <= taken <= max(usual) + 3
        assert sailing.departure < sailing.arrival <= DESK_DATE
        assert (DESK_DATE - sailing.arrival).days <= 3


def test_the_agent_sits_at_the_port_of_arrival() -> None:
    """In the port's own town; agents of Altamira have their offices in Tampico, half an hour away."""
    towns = {"MXZLO": "MANZANILLO", "MXVER": "VERACRUZ", "MXLZC": "LAZARO CARDENAS", "MXATM": "TAMPICO", "MXESE": "ENSENADA"}
    for sailing in VOYAGES:
        _, town, _ = sailing.agent.address[-1].split(", ")
        assert town == towns[sailing.destination]
        assert sailing.agent.telephone


def test_the_extract_is_a_page_of_the_manifest() -> None:
    for sailing in VOYAGES:
        page, pages = map(int, sailing.sheet.removeprefix("EXTRACT - PAGE ").split(" OF "))
        assert 1 <= page <= pages


def test_every_origin_port_and_ship_is_seen() -> None:
    assert len({sailing.origin for sailing in VOYAGES}) == 21
    assert {sailing.destination for sailing in VOYAGES} == {"MXZLO", "MXVER", "MXLZC", "MXATM", "MXESE"}
    assert {sailing.imo for sailing in VOYAGES} == set(vessels())
