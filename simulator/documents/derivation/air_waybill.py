"""The air waybill as the airline's agent writes it from the shipper's letter of instruction."""

from __future__ import annotations

from typing import Any

from simulator.documents import air_waybill as box
from simulator.documents.charges import AS_ARRANGED, Charge
from simulator.documents.declared import Declared
from simulator.documents.derivation.building import Values, block, drawn, office_marks, signature
from simulator.documents.model import Place
from simulator.numbers import ceil_div
from simulator.trade.facts import AirFreight, Consignment, Flight

LIABILITY = 2000
"""US cents a kilogram for which an airline is liable where no value is declared."""


def values(facts: Consignment) -> dict[Place, Any]:
    """Return every filled box of a direct waybill."""
    flight, air = facts.carriage, facts.air
    assert isinstance(flight, Flight), "an air waybill is for carriage by air"
    assert air is not None, "goods that fly have a rate"
    boxes = Values()
    _number(boxes, facts, flight)
    _parties(boxes, facts, air)
    _routing(boxes, flight)
    _charges_heading(boxes, facts, air)
    _rates(boxes, facts, air)
    _goods(boxes, facts)
    _charges(boxes, facts, air)
    _execution(boxes, facts, air)
    return boxes.places()


def _number(boxes: Values, facts: Consignment, flight: Flight) -> None:
    boxes.put(box.AIRLINE_PREFIX, flight.prefix)
    boxes.put(box.NUMBER, facts.bill_number)
    boxes.put(box.DEPARTURE_CODE, flight.origin)
    boxes.put(box.ISSUER, (flight.carrier_name, *flight.carrier_address))
    boxes.put(box.COPY, facts.copy)
    boxes.put(box.CONDITIONS, "SUBJECT TO THE CONDITIONS OF CONTRACT ON THE REVERSE")


def _parties(boxes: Values, facts: Consignment, air: AirFreight) -> None:
    boxes.put(box.SHIPPER, block(facts.shipper))
    boxes.put(box.CONSIGNEE, block(facts.consignee))
    boxes.put(box.CONSIGNEE_TAX_ID, facts.consignee.tax_id)
    boxes.put(box.AGENT, (air.agent, air.agent_city))
    boxes.put(box.AGENT_CODE, air.agent_code)
    boxes.put(box.NOTIFY_PARTY, None if facts.notify is None else block(facts.notify, tax_id=True))


def _routing(boxes: Values, flight: Flight) -> None:
    boxes.put(box.PORT_OF_LOADING, flight.origin_printed)
    boxes.put(box.TO_FIRST, flight.via or flight.destination)
    boxes.put(box.BY_FIRST, flight.designator)
    if flight.via is not None:
        boxes.put(box.TO_SECOND, flight.destination)
        boxes.put(box.BY_SECOND, flight.designator)
    boxes.put(box.PORT_OF_DISCHARGE, flight.destination_printed)
    boxes.put(box.FLIGHT_NUMBER, flight.number)
    boxes.put(box.FLIGHT_DATE, flight.departure)


def _charges_heading(boxes: Values, facts: Consignment, air: AirFreight) -> None:
    prepaid = facts.terms.freight == "prepaid"
    boxes.put(box.ACCOUNTING, (f"FREIGHT {'PREPAID' if prepaid else 'COLLECT'}", f"INVOICE {facts.invoice_number}"))
    boxes.put(box.CURRENCY, "USD")
    boxes.put(box.CHARGES_CODE, "PP" if prepaid else "CC")
    for field in (box.WEIGHT_PREPAID, box.OTHER_PREPAID) if prepaid else (box.WEIGHT_COLLECT, box.OTHER_COLLECT):
        boxes.put(field, "X")
    boxes.put(box.VALUE_FOR_CARRIAGE, Declared(_for_carriage(facts, air)))
    boxes.put(box.VALUE_FOR_CUSTOMS, Declared(facts.invoice_total if air.for_customs else None))
    boxes.put(box.INSURANCE, "NIL")


def value_for_carriage(total: int, percent: int) -> int:
    """Return so many percent of an invoice's total in US cents, up to the next whole dollar, as shippers declare it."""
    return ceil_div(total * percent, 100 * 100) * 100


def _for_carriage(facts: Consignment, air: AirFreight) -> int | None:
    return None if air.for_carriage is None else value_for_carriage(facts.invoice_total, air.for_carriage)


def valuation_charge(declared: int | None, grams: int) -> int | None:
    """Return what an airline asks for a declared value in US cents: 0.75 % of what exceeds 20 dollars a kilogram.

    Whoever declares nothing, or no more than the airline is liable for anyway, pays nothing (IATA TACT Rules 3.2; the
    limit of the Warsaw convention as tariffs printed it in dollars).
    """
    above = 0 if declared is None else 1000 * declared - LIABILITY * grams
    return ceil_div(75 * above, 10_000 * 1000) if above > 0 else None


def weight_charge(facts: Consignment, air: AirFreight) -> int:
    """Return chargeable weight times rate in US cents; rates are even, so that half kilograms cost whole cents."""
    return facts.chargeable_grams * air.rate // 1000


def _rates(boxes: Values, facts: Consignment, air: AirFreight) -> None:
    boxes.put(box.PIECES, facts.packages, 1)
    boxes.put(box.RATE_GROSS, facts.waybill_grams, 1)
    boxes.put(box.WEIGHT_UNIT, "K", 1)
    boxes.put(box.RATE_CLASS, facts.rate_class, 1)
    boxes.put(box.CHARGEABLE, facts.chargeable_grams, 1)
    boxes.put(box.RATE, shown(air.rate, air), 1)
    boxes.put(box.RATE_TOTAL, shown(weight_charge(facts, air), air), 1)
    boxes.put(box.NUMBER_OF_PACKAGES, facts.packages)
    boxes.put(box.GROSS_WEIGHT, facts.waybill_grams)
    boxes.put(box.CHARGES_TOTAL, shown(weight_charge(facts, air), air))


def _goods(boxes: Values, facts: Consignment) -> None:
    for row, line in enumerate(facts.goods, start=1):
        boxes.put(box.DESCRIPTION, line.description.en, row)
        boxes.put(box.GOODS_HS_CODE, line.hs, row)
    sizes = tuple(f"{'X'.join(str(side) for side in line.package_cm)} CM X {line.packages}" for line in facts.goods)
    boxes.put(box.DIMENSIONS, (*sizes, f"VOL {facts.volume // 1_000_000}.{facts.volume % 1_000_000 // 1000:03d} M3"))
    boxes.put(box.ORIGIN, facts.origin_country)


def shown(cents: int, air: AirFreight) -> Charge:
    """Return an amount as the waybill shows it."""
    return AS_ARRANGED if air.arranged else cents


def _charges(boxes: Values, facts: Consignment, air: AirFreight) -> None:
    prepaid = facts.terms.freight == "prepaid"
    weight = weight_charge(facts, air)
    valuation = valuation_charge(_for_carriage(facts, air), facts.waybill_grams)
    total = weight + (valuation or 0) + air.due_agent + air.due_carrier
    boxes.put(box.PREPAID_WEIGHT if prepaid else box.COLLECT_WEIGHT, shown(weight, air))
    boxes.put(box.PREPAID_TOTAL if prepaid else box.COLLECT_TOTAL, shown(total, air))
    if air.arranged:
        boxes.put(box.OTHER_CHARGES, (AS_ARRANGED,))
        return
    boxes.put(box.PREPAID_VALUATION if prepaid else box.COLLECT_VALUATION, valuation)
    boxes.put(box.OTHER_CHARGES, (f"AWA {_amount(air.due_agent)}", f"MYC {_amount(air.due_carrier)}"))
    boxes.put(box.PREPAID_AGENT if prepaid else box.COLLECT_AGENT, air.due_agent)
    boxes.put(box.PREPAID_CARRIER if prepaid else box.COLLECT_CARRIER, air.due_carrier)


def _execution(boxes: Values, facts: Consignment, air: AirFreight) -> None:
    boxes.put(box.CERTIFICATION, f"{air.agent} AS AGENT")
    boxes.put(box.SHIPPER_SIGNATURE, signature(facts.signed_by))
    boxes.put(box.ISSUE_DATE, facts.issue_date)
    boxes.put(box.PLACE_OF_ISSUE, air.agent_city)
    boxes.put(box.SIGNATURE, drawn(signature(air.agent)))
    boxes.put(box.REFERENCE, facts.purchase_order)
    boxes.put(box.OFFICE_MARKS, office_marks(facts.office_notes.bill))


def _amount(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02d}"
