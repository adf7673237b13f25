"""The charges of a waybill add up where they are shown, and where they are arranged no box gives them away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from trade.drawing import mixed

from simulator.documents import air_waybill as awb
from simulator.documents.charges import AS_ARRANGED
from simulator.documents.derive import derive
from simulator.documents.model import Document, Field
from simulator.exercise.small_world import alone
from simulator.trade.facts import Consignment

FLOWN = [shipment for shipment in mixed(80) if shipment.air is not None]
CHARGED: tuple[Field[Any], ...] = (awb.RATE, awb.RATE_TOTAL, awb.CHARGES_TOTAL, awb.OTHER_CHARGES)
PREPAID: tuple[Field[Any], ...] = (awb.PREPAID_WEIGHT, awb.PREPAID_AGENT, awb.PREPAID_CARRIER, awb.PREPAID_TOTAL)
COLLECT: tuple[Field[Any], ...] = (awb.COLLECT_WEIGHT, awb.COLLECT_AGENT, awb.COLLECT_CARRIER, awb.COLLECT_TOTAL)


def waybill(shipment: Consignment, *, arranged: bool) -> Document:
    assert shipment.air is not None
    told = replace(shipment, air=replace(shipment.air, arranged=arranged))
    found = derive(alone(told)).of("C01", awb.TYPE)
    assert found is not None
    return found


def test_shown_charges_add_up() -> None:
    for shipment in FLOWN:
        paper = waybill(shipment, arranged=False)
        due = PREPAID if shipment.terms.freight == "prepaid" else COLLECT
        weight, agent, carrier, total = (paper.get(field) for field in due)
        assert weight == paper.get(awb.RATE_TOTAL, 1) == paper.get(awb.CHARGES_TOTAL)
        assert isinstance(weight, int)
        assert isinstance(agent, int)
        assert isinstance(carrier, int)
        assert weight + agent + carrier == total


def test_arranged_charges_are_told_in_no_box() -> None:
    for shipment in FLOWN:
        paper = waybill(shipment, arranged=True)
        due = PREPAID if shipment.terms.freight == "prepaid" else COLLECT
        for field in (*CHARGED, due[0], due[-1]):
            assert paper.printed(field.name, 1 if field.lines else None) == AS_ARRANGED
        for field in (*PREPAID, *COLLECT):
            assert not re.search(r"\d", paper.printed(field.name)), field.name
        # Whether freight is prepaid is no secret: goods and terms are judged by it.
        assert paper.get(awb.CHARGES_CODE) == ("PP" if due is PREPAID else "CC")
        assert paper.get(awb.CHARGEABLE, 1) == shipment.chargeable_grams
