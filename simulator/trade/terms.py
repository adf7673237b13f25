"""Terms of sale and freight that agree: EXW and F terms with freight collect, C and D terms with prepaid."""

from __future__ import annotations

from simulator.randomness import Stream
from simulator.reference.incoterms import Incoterm, incoterms
from simulator.reference.phrases import phrases
from simulator.trade.facts import Carriage, Party, Terms
from simulator.trade.parties import city_of

FREIGHT_ADDED_SHARE = 0.12
"""Share of sales on F terms for which the seller pays the freight and adds it to the invoice."""
EDITION = 2000
"""Incoterms in force on desks of 2009."""


def draw_terms(
    seller: Party, buyer: Party, carriage: Carriage, containers: int, goods_value: int, with_bank: bool, stream: Stream
) -> Terms:
    """Return terms for goods worth ``goods_value`` US cents; the invoice shows what the seller pays of the carriage."""
    by_air = carriage.mode == "air"
    usual = phrases().incoterms_by_air if by_air else phrases().incoterms
    uses = [use for use in usual if EDITION in incoterms()[use.code].editions]
    term = incoterms()[stream.weighted(uses, [use.weight for use in uses]).code]
    open_account = phrases().payment_by_air if by_air else phrases().payment
    payments = phrases().payment_with_bank if with_bank else open_account
    # Air freight is billed on the waybill; the invoice's figure is the seller's, in tens of dollars.
    freight = stream.between(20, 90) * 1000 if by_air else containers * stream.between(110, 380) * 1000
    added = term.freight == "collect" and stream.at("added").chance(FREIGHT_ADDED_SHARE)
    prepaid = term.freight == "prepaid" or added
    insurance = (goods_value + freight) * stream.between(30, 50) // 10_000
    return Terms(
        incoterm=term.code,
        named_place=_named_place(term, seller, buyer, carriage),
        freight="prepaid" if prepaid else "collect",
        payment=stream.weighted(payments, [each.weight for each in payments]).text,
        freight_amount=freight if prepaid else None,
        insurance_amount=insurance if prepaid and term.insured else None,
        charges=_charges(freight, stream),
    )


def _named_place(term: Incoterm, seller: Party, buyer: Party, carriage: Carriage) -> str:
    match term.place:
        case "port of shipment":
            return carriage.origin_printed
        case "port of destination":
            return carriage.destination_printed
        case "place of destination":
            return city_of(buyer) or carriage.destination_printed
        case _:
            return city_of(seller) or carriage.origin_printed


def _charges(freight: int, stream: Stream) -> tuple[str, ...]:
    if stream.chance(0.65):
        return ("FREIGHT AS ARRANGED",)
    handling = stream.between(90, 160)
    return (f"OCEAN FREIGHT USD {freight // 100:,}.{freight % 100:02d}", f"TERMINAL HANDLING USD {handling}.00")
