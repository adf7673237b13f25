"""Other words for the same goods.

Bill and manifest describe the goods in other words than the invoice, but the HS code is the same: forwarders shorten and
translate, and no two firms write alike.

Source: practitioners' knowledge; look-alike H14 of X03.
"""

from __future__ import annotations

from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.cross.describing import on_invoice, on_manifest, on_transport
from simulator.randomness import Stream
from simulator.reference.goods import goods
from simulator.trade.departures import Departure
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="H14",
    title=Bilingual("Other words, same goods", "Otras palabras, la misma mercancía"),
    family="cross",
    points_to="innocent",
    strength=None,
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(2,),
    resembles="X03",
    settled_by=(("bill-of-lading", "hs_code"), ("air-waybill", "hs_code"), ("manifest", "hs_code")),
    explanation=Bilingual(
        "The words differ, the HS code does not: the same goods, described by another firm or in another language. "
        "Nothing to act on.",
        "Difieren las palabras, no el código del SA: es la misma mercancía, descrita por otra empresa o en otro idioma. "
        "No hay nada que objetar.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Describe all goods in other words on bill and manifest; only where the invoice's words would agree."""
    if consignment.invoice_language != "en":
        return None
    return tuple(
        Departure(
            CARD.id,
            consignment.id,
            frozenset({"bill-of-lading", "air-waybill", "manifest"}),
            f"goods[{line}].description",
            goods()[told.goods].other_words,
        )
        for line, told in enumerate(consignment.goods)
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find goods that share no word with the invoice, and an HS code all the same."""
    invoiced = on_invoice(papers, consignment)
    sights: list[Sight] = []
    for told in (*on_transport(papers, consignment), *on_manifest(papers, consignment)):
        if not told.shares_word(invoiced) and told.shares_code(invoiced):
            sights += [*told.boxes, *told.by]
    if sights:
        sights += [box for line in invoiced for box in line.boxes]
    return tuple(dict.fromkeys(sights))
