"""Goods described differently.

The manifest, or bill and manifest, say that other goods travel than the invoice: neither words nor HS codes agree. Who
ships shoes as kitchenware hides the shoes from whoever reads only the transport papers.

Source: FATF lists of trade-based indicators; catalogue number X03.
"""

from __future__ import annotations

from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.cross.describing import on_invoice, on_manifest, on_transport
from simulator.randomness import Stream
from simulator.reference.goods import Goods, goods
from simulator.trade.departures import Departure
from simulator.trade.facts import Consignment, World
from simulator.wording import significant_words

CARD = Card(
    id="X03",
    title=Bilingual("Goods described differently", "Mercancía descrita de otro modo"),
    family="cross",
    points_to="infringement",
    strength="moderate",
    seen_by=("comparison",),
    stage="dossier",
    explanation=Bilingual(
        "The transport papers name other goods than the invoice, and the HS codes do not agree either: one of them is "
        "false, and false descriptions hide goods. Open the shipment.",
        "Los documentos de transporte nombran otra mercancía que la factura y tampoco coinciden los códigos del SA: uno "
        "es falso, y las descripciones falsas esconden mercancía. Practicar el reconocimiento.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Name plain goods of another heading: on bill and manifest, on the manifest alone, there of the same trade."""
    kinds = _others(consignment, same_sector=subtlety == 3)
    if not kinds:
        return None
    kind = stream.pick(kinds)
    papers = frozenset({"bill-of-lading", "air-waybill", "manifest"} if subtlety == 1 else {"manifest"})
    return tuple(
        Departure(CARD.id, consignment.id, papers, f"goods[{line}].{fact}", value)
        for line in range(len(consignment.goods))
        for fact, value in (("description", kind.description), ("hs", kind.hs))
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare the goods of bill and manifest with the invoice, by words and by HS codes."""
    invoiced = on_invoice(papers, consignment)
    if not invoiced:
        return ()
    sights: list[Sight] = []
    for told in (*on_transport(papers, consignment), *on_manifest(papers, consignment)):
        if not told.shares_word(invoiced) and not told.shares_code(invoiced):
            sights += [*told.boxes, *told.by]
    if sights:
        sights += [box for line in invoiced for box in line.boxes]
    return tuple(dict.fromkeys(sights))


def _others(consignment: Consignment, *, same_sector: bool) -> list[Goods]:
    own = {line.hs[:4] for line in consignment.goods}
    packed = {line.package_kind for line in consignment.goods}
    words = {
        word
        for line in consignment.goods
        for language in ("en", "es")
        for word in significant_words(goods()[line.goods].description.text(language))
    }
    return [
        kind
        for kind in goods().values()
        if kind.plain
        and kind.heading not in own
        # Nobody hides drums under the name of goods that travel in cartons.
        and packed == {kind.package}
        and (kind.sector == consignment.goods[0].sector) == same_sector
        and not words & (significant_words(kind.description.en) | significant_words(kind.description.es))
    ]
