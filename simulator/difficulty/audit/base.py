"""Base facts of a shipment, as they are with nothing planted: whence, whither, by whom, what, how much, when."""

from __future__ import annotations

import math

from simulator.difficulty.audit.printed import Features
from simulator.trade.facts import Consignment, Party


def base_features(facts: Consignment) -> Features:
    """Return the facts that could tell signals from lawful shipments before a single clue is read."""
    return _way(facts) | _goods(facts) | _parties(facts) | _sale(facts) | _days(facts)


def _way(facts: Consignment) -> Features:
    carriage = facts.carriage
    return {
        "mode": facts.mode,
        "country of origin": facts.origin_country,
        "country of loading": carriage.origin_country,
        "port of loading": carriage.origin,
        "port of discharge": carriage.destination,
        "carrier": carriage.carrier,
        "conveyance": carriage.conveyance,
        "by way of": carriage.via_printed or "",
        "containers": float(len(facts.containers)),
        "inland place of receipt": float(facts.place_of_receipt is not None),
        "inland place of delivery": float(facts.place_of_delivery is not None),
    }


def _goods(facts: Consignment) -> Features:
    first = facts.goods[0]
    return {
        "sector": first.sector,
        "goods": first.goods,
        "chapter": first.hs[:2],
        "branded": float(facts.brand is not None),
        "brand": facts.brand or "",
        "goods lines": float(len(facts.goods)),
        "kind of package": first.package_kind,
        "packages": math.log1p(facts.packages),
        "pieces": math.log1p(sum(line.pieces for line in facts.goods)),
        "gross weight": math.log1p(facts.gross_grams),
        "net of gross weight": facts.net_grams / facts.gross_grams,
        "weight of a package": math.log1p(facts.gross_grams / facts.packages),
        "volume": math.log1p(facts.volume),
        "price of a piece": math.log1p(first.unit_price),
        "value": math.log1p(facts.goods_total),
        "quality named": float(first.quality_note is not None),
    }


def _parties(facts: Consignment) -> Features:
    present = (facts.exporter, facts.notify, facts.forwarding_agent)
    found: Features = {
        "parties": 3.0 + sum(each is not None for each in present),
        "forwarding agent": float(facts.forwarding_agent is not None),
        "to order": float(facts.consignee.is_order),
        "maker is the seller": float(facts.maker == facts.seller.name),
        "trades of the buyer": float(len(facts.buyer_trade)),
        "surname of who signs": facts.signed_by.split()[-1] if facts.signed_by else "",
        "given name of who signs": facts.signed_by.split()[0] if facts.signed_by else "",
    }
    for role, party in (("seller", facts.seller), ("buyer", facts.buyer)):
        found |= {f"{role}: {name}": value for name, value in _party(party).items()}
    return found


def _party(party: Party) -> Features:
    words = party.name.split()
    return {
        "country": party.country,
        "characters of the name": float(len(party.name)),
        "first word": words[0],
        "kind of firm": words[-1],
        "city": party.address[-1] if party.address else "",
        "tax number": float(party.tax_id is not None),
        "telephone": float(party.telephone is not None),
    }


def _sale(facts: Consignment) -> Features:
    return {
        "Incoterm": facts.terms.incoterm,
        "freight": facts.terms.freight,
        "payment": facts.terms.payment,
        "freight shown": float(facts.terms.freight_amount is not None),
        "insurance shown": float(facts.terms.insurance_amount is not None),
        "language of the invoice": facts.invoice_language,
        "kind of copy": facts.copy,
        "originals": facts.originals,
        "stamped": float(facts.stamped),
        "revalidated": float(facts.revalidated),
        "remarks": float(facts.remarks is not None),
        "value declared": float(facts.declared_value is not None),
    }


def _days(facts: Consignment) -> Features:
    carriage = facts.carriage
    return {
        "days from packing to invoice": float((facts.invoice_date - facts.packing_date).days),
        "days from invoice to loading": float((facts.on_board - facts.invoice_date).days),
        "days from loading to departure": float((carriage.departure - facts.on_board).days),
        "days from loading to issue": float(facts.issue_delay),
        "days on the way": float((carriage.arrival - carriage.departure).days),
        "weekday of the invoice": float(facts.invoice_date.weekday()),
    }
