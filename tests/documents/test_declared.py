"""The values that a waybill declares: as printed, and as they follow from the invoice."""

from __future__ import annotations

import pytest
from trade.drawing import consignment

from simulator.documents import air_waybill, invoice
from simulator.documents.declared import FOR_CARRIAGE, FOR_CUSTOMS, Declared, DeclaredValue
from simulator.documents.derivation.air_waybill import value_for_carriage
from simulator.documents.derive import derive
from simulator.documents.printing import Printing
from simulator.exercise.small_world import alone
from simulator.trade.departures import ALL, Departure


@pytest.mark.parametrize(
    ("codec", "cents", "numbers", "printed"),
    [
        (FOR_CARRIAGE, None, "1,234.56", "NVD"),
        (FOR_CUSTOMS, None, "1.234,56", "NCV"),
        (FOR_CARRIAGE, 1_358_100, "1,234.56", "USD 13,581.00"),
        (FOR_CUSTOMS, 1_234_567, "1.234,56", "USD 12.345,67"),
        (FOR_CUSTOMS, 5, "1 234.56", "USD 0.05"),
    ],
)
def test_declared_values_by_hand(codec: DeclaredValue, cents: int | None, numbers: str, printed: str) -> None:
    printing = Printing(numbers=numbers)
    assert codec.write(Declared(cents), printing) == printed
    assert codec.read(printed, printing) == Declared(cents)


@pytest.mark.parametrize("text", ["NCV", "nvd", "", "12,000.00", "USD", "USD 12000.00", "EUR 12,000.00", "USD  12,000.00"])
def test_what_a_box_for_carriage_never_says_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"NVD|number"):
        FOR_CARRIAGE.read(text, Printing())


@pytest.mark.parametrize(
    ("total", "percent", "cents"),
    [(1_234_567, 100, 1_234_600), (1_234_567, 110, 1_358_100), (1_200_000, 100, 1_200_000), (1_200_000, 300, 3_600_000)],
)
def test_a_value_for_carriage_is_told_in_whole_dollars(total: int, percent: int, cents: int) -> None:
    """12 345.67 and a tenth are 13 580.237: the shipper declares 13 581."""
    assert value_for_carriage(total, percent) == cents


def test_declared_values_follow_from_the_invoice_whatever_changes_its_total() -> None:
    amounts = 0
    for number in range(60):
        shipment = consignment(number, mode="air")
        cheaper = Departure("test", shipment.id, ALL, "goods[0].unit_price", 1)
        for departures in ((), (cheaper,)):
            papers = derive(alone(shipment), departures)
            waybill, paper = papers.of(shipment.id, air_waybill.TYPE), papers.of(shipment.id, invoice.TYPE)
            assert waybill is not None
            assert paper is not None
            carriage, customs = waybill.get(air_waybill.VALUE_FOR_CARRIAGE), waybill.get(air_waybill.VALUE_FOR_CUSTOMS)
            total = paper.get(invoice.TOTAL)
            assert carriage is not None
            assert customs is not None
            assert total is not None
            assert customs.cents in (None, total)
            assert carriage.cents is None or total <= carriage.cents < 1.1 * total + 100
            amounts += carriage.cents is not None
    assert amounts > 10
