"""The manifest as the ship's agent presents it: an extract with the lines of one voyage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simulator.documents import manifest as box
from simulator.documents.codecs import PartyBlock
from simulator.documents.derivation.bill_of_lading import outer_word
from simulator.documents.derivation.building import Values, drawn, signature, stamp
from simulator.documents.model import Place
from simulator.trade.facts import Consignment, Party, Voyage


def values(voyage: Voyage, bills: Sequence[Consignment]) -> dict[Place, Any]:
    """Return every filled box; ``bills`` are the consignments in the order of their lines."""
    boxes = Values()
    _head(boxes, voyage)
    for row, facts in enumerate(bills, start=1):
        _bill(boxes, facts, row)
    return boxes.places()


def _head(boxes: Values, voyage: Voyage) -> None:
    boxes.put(box.ISSUER, (voyage.carrier_name, *voyage.carrier_address))
    boxes.put(box.VESSEL_NAME, voyage.vessel)
    boxes.put(box.VESSEL_IMO_NUMBER, voyage.imo)
    boxes.put(box.CALL_SIGN, voyage.call_sign)
    boxes.put(box.VOYAGE_NUMBER, voyage.number)
    boxes.put(box.PORT_OF_REPORT, voyage.destination_printed)
    boxes.put(box.ARRIVAL_DATE, voyage.arrival)
    boxes.put(box.FLAG, voyage.flag)
    boxes.put(box.MASTER, voyage.master)
    boxes.put(box.PORT_OF_LOADING, voyage.origin_printed)
    boxes.put(box.PORT_OF_DISCHARGE, voyage.destination_printed)
    boxes.put(box.AGENT, PartyBlock(voyage.agent.name, voyage.agent.address, None, voyage.agent.telephone))
    boxes.put(box.SIGNING_DATE, voyage.arrival)
    boxes.put(box.SIGNATURE, drawn(stamp(*voyage.agent.name.split(",")[:1]), signature(voyage.agent.name)))
    boxes.put(box.SHEET, voyage.sheet)


def _bill(boxes: Values, facts: Consignment, row: int) -> None:
    boxes.put(box.BILL_NUMBER, facts.bill_number, row)
    boxes.put(box.CONTAINER_NUMBERS, tuple(container.number for container in facts.containers), row)
    boxes.put(box.NUMBER_OF_PACKAGES, facts.outer_packages, row)
    boxes.put(box.KIND_OF_PACKAGES, outer_word(facts, "en"), row)
    kinds = tuple(dict.fromkeys((line.description.en, line.hs) for line in facts.goods))
    boxes.put(box.DESCRIPTION, tuple(words for words, _ in kinds), row)
    boxes.put(box.GOODS_HS_CODES, tuple(code for _, code in kinds), row)
    # The manifest counts whole kilograms; half a kilogram and more is rounded up.
    boxes.put(box.GROSS_WEIGHT, (facts.gross_grams + 500) // 1000 * 1000, row)
    boxes.put(box.VOLUME, facts.volume, row)
    boxes.put(box.SHIPPER, _short(facts.shipper), row)
    boxes.put(box.CONSIGNEE, _short(facts.consignee), row)
    boxes.put(box.NOTIFY_PARTY, None if facts.notify is None else _short(facts.notify), row)


def _short(party: Party) -> PartyBlock:
    """A manifest line has room for the name alone, and the telephone that Mexican rules ask for of local parties."""
    return PartyBlock(party.name, (), None, party.telephone if party.country == "MX" else None)
