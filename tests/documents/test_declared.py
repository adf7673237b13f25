"""The values that a waybill declares: as printed, and as they follow from the invoice."""

from __future__ import annotations

import pytest
from trade.drawing import consignment

from simulator.documents import air_waybill, invoice
from simulator.documents.charges import AS_ARRANGED
from simulator.documents.declared import FOR_CARRIAGE, FOR_CUSTOMS, Declared, DeclaredValue
from simulator.documents.derivation.air_waybill import valuation_charge, value_for_carriage
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


@pytest.mark.parametrize(
    ("declared", "grams", "cents"),
    [
        (500_000, 30_000, 3_300),  # 5 000 dollars for 30 kg: 0.75 % of 5 000 - 600.
        (1_358_100, 152_400, 7_900),  # 0.75 % of 13 581 - 3 048 is 78.9975, up to the next cent.
        (60_000, 30_000, None),
        (59_900, 30_000, None),
        (None, 30_000, None),
    ],
)
def test_a_valuation_charge_by_hand(declared: int | None, grams: int, cents: int | None) -> None:
    assert valuation_charge(declared, grams) == cents


def test_whoever_declares_a_value_pays_for_it_where_he_pays_the_weight() -> None:
    """The boxes of a side add up to its total, and a valuation charge stands on the side of the weight charge."""
    charged = 0
    for number in range(240):
        waybill = derive(alone(consignment(number, mode="air"))).of("C01", air_waybill.TYPE)
        assert waybill is not None
        value = waybill.get(air_waybill.VALUE_FOR_CARRIAGE)
        assert value is not None
        if waybill.get(air_waybill.OTHER_CHARGES) == (AS_ARRANGED,):
            assert waybill.named("prepaid_valuation_charge") is waybill.named("collect_valuation_charge") is None
            continue
        for side in ("prepaid", "collect"):
            names = ("weight_charge", "valuation_charge", "tax", "due_agent", "due_carrier")
            parts = [waybill.named(f"{side}_{name}") for name in names]
            assert sum(each or 0 for each in parts) == (waybill.named(f"{side}_total") or 0)
            assert parts[1] is None or (parts[0] is not None and value.cents is not None)
            charged += parts[1] is not None
    assert charged > 10


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
