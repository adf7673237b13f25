"""A clean shipment shows no indicator at all."""

from __future__ import annotations

import pytest
from trade.drawing import consignment

from simulator.documents.derive import derive
from simulator.exercise.examining import shown
from simulator.exercise.small_world import alone
from simulator.indicators.catalogue import catalogue


@pytest.mark.parametrize("count", [200, pytest.param(2000, marks=pytest.mark.slow)])
def test_no_check_fires_on_clean_papers(count: int) -> None:
    for number in range(count):
        papers = derive(alone(consignment(number, branded=number % 2 == 1)))
        departing = [id_ for id_ in shown(papers, "C01") if not catalogue()[id_].card.is_look_alike]
        assert not departing, f"shipment {number}"


def test_lawful_traits_occur_by_themselves() -> None:
    """Bills to order and contract makers are seen on clean papers, so that none of them tells anything."""
    seen = {id_ for number in range(100) for id_ in shown(derive(alone(consignment(number, number % 2 == 1))), "C01")}
    assert {"H01", "H19"} <= seen
