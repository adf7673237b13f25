"""The manifest as the ship's agent presents it: an extract with the lines of one voyage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simulator.documents import manifest as box
from simulator.documents.codecs import PartyBlock
from simulator.documents.derivation.bill_of_lading import outer_word
from simulator.documents.derivation.building import Values, drawn, office_marks, signature, stamp
from simulator.documents.model import Place
from simulator.trade.facts import Carriage, Consignment, Flight, Party, Voyage


def values(carriage: Carriage, bills: Sequence[Consignment]) -> dict[Place, Any]:
    """Return every filled box; ``bills`` are the consignments in the order of their lines."""
    boxes = Values()
    _head(boxes, carriage)
    if isinstance(carriage, Voyage):
        _ship(boxes, carriage)
    else:
        _aircraft(boxes, carriage)
    for row, facts in enumerate(bills, start=1):
        _bill(boxes, facts, row)
        if facts.mode == "sea":
            _sea_bill(boxes, facts, row)
    return boxes.places()


def _head(boxes: Values, carriage: Carriage) -> None:
    boxes.put(box.ISSUER, (carriage.carrier_name, *carriage.carrier_address))
    boxes.put(box.VOYAGE_NUMBER, carriage.number)
    boxes.put(box.PORT_OF_REPORT, carriage.destination_printed)
    boxes.put(box.PORT_OF_LOADING, carriage.origin_printed)
    boxes.put(box.PORT_OF_DISCHARGE, carriage.destination_printed)
    agent = carriage.agent
    boxes.put(box.AGENT, PartyBlock(agent.name, agent.address, None, agent.telephone))
    boxes.put(box.SIGNING_DATE, carriage.arrival)
    boxes.put(box.SIGNATURE, drawn(stamp(*agent.name.split(",")[:1]), signature(agent.name)))
    boxes.put(box.SHEET, carriage.sheet)
    boxes.put(box.OFFICE_MARKS, office_marks(carriage.office_note))


def _ship(boxes: Values, voyage: Voyage) -> None:
    boxes.put(box.VESSEL_NAME, voyage.vessel)
    boxes.put(box.VESSEL_IMO_NUMBER, voyage.imo)
    boxes.put(box.CALL_SIGN, voyage.call_sign)
    boxes.put(box.ARRIVAL_DATE, voyage.arrival)
    boxes.put(box.FLAG, voyage.flag)
    boxes.put(box.MASTER, voyage.master)


def _aircraft(boxes: Values, flight: Flight) -> None:
    boxes.put(box.VESSEL_NAME, flight.registration)
    # An air manifest bears the date of its flight: the day of take-off.
    boxes.put(box.ARRIVAL_DATE, flight.departure)


def _bill(boxes: Values, facts: Consignment, row: int) -> None:
    boxes.put(box.BILL_NUMBER, facts.bill_number, row)
    boxes.put(box.NUMBER_OF_PACKAGES, facts.outer_packages, row)
    kinds = tuple(dict.fromkeys((line.description.en, line.hs) for line in facts.goods))
    boxes.put(box.DESCRIPTION, tuple(words for words, _ in kinds), row)
    boxes.put(box.GOODS_HS_CODES, tuple(code for _, code in kinds), row)
    # The manifest counts whole kilograms; half a kilogram and more is rounded up, less than one is one.
    boxes.put(box.GROSS_WEIGHT, max(1, (facts.gross_grams + 500) // 1000) * 1000, row)
    boxes.put(box.SHIPPER, _short(facts.shipper), row)
    boxes.put(box.CONSIGNEE, _short(facts.consignee), row)
    boxes.put(box.NOTIFY_PARTY, None if facts.notify is None else _short(facts.notify), row)


def _sea_bill(boxes: Values, facts: Consignment, row: int) -> None:
    boxes.put(box.CONTAINER_NUMBERS, tuple(container.number for container in facts.containers), row)
    boxes.put(box.KIND_OF_PACKAGES, outer_word(facts, "en"), row)
    boxes.put(box.VOLUME, facts.volume, row)


def _short(party: Party) -> PartyBlock:
    """A manifest line has room for the name alone, and the telephone that Mexican rules ask for of local parties."""
    return PartyBlock(party.name, (), None, party.telephone if party.country == "MX" else None)
