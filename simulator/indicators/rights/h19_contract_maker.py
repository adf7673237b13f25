"""A contract maker, named on the card by its code.

The manufacturer's name is not on the right holder's card, but the factory code on the invoice is: right holders have
much of their goods made under contract, and hand out codes rather than names.

Source: practitioners' knowledge; look-alike H19 of L03.
"""

from __future__ import annotations

from simulator.documents import invoice, right_holder_card
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import card_of
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World
from simulator.trade.parties import draw_company

CARD = Card(
    id="H19",
    title=Bilingual("Contract maker, code on the card", "Maquilador con clave en la ficha"),
    family="rights",
    points_to="innocent",
    strength=None,
    seen_by=("card", "comparison"),
    stage="dossier",
    subtleties=(2,),
    branded=True,
    resembles="L03",
    settled_by=(("invoice", "manufacturer_code"),),
    explanation=Bilingual(
        "The maker's name is not on the card, but its factory code is: it works under contract for the right holder. "
        "Nothing to act on.",
        "El nombre del fabricante no está en la ficha, pero su clave de fábrica sí: maquila para el titular. No hay nada "
        "que objetar.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Have the goods made by a contract maker of the same country."""
    brand = world.brand_of(consignment.brand)
    if brand is None:
        return None
    codes = [maker.code for maker in brand.contract_makers if maker.country == consignment.origin_country]
    if not codes or consignment.maker_code in codes:
        return None
    name = draw_company(consignment.origin_country, consignment.goods[0].sector, stream.at("name")).name
    return (
        Departure(CARD.id, consignment.id, ALL, "maker", name),
        Departure(CARD.id, consignment.id, ALL, "maker_code", stream.pick(codes)),
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find a maker that the card knows by its code and not by its name."""
    paper = papers.of(consignment, invoice.TYPE)
    maker = None if paper is None else paper.get(invoice.MANUFACTURER)
    if paper is None or maker is None:
        return ()
    code = paper.get(invoice.MANUFACTURER_CODE)
    for row, _ in paper.rows(invoice.MARK):
        card = card_of(papers, paper, row)
        if card is None or maker in {name for _, name in card.document.rows(right_holder_card.MAKER)}:
            continue
        for line, listed in card.document.rows(right_holder_card.CONTRACT_MAKER_CODE):
            if listed == code:
                settled = card.document.against(right_holder_card.CONTRACT_MAKER_CODE, line)
                shown = (paper.shows(invoice.MANUFACTURER), paper.shows(invoice.MANUFACTURER_CODE))
                return (*shown, *card.by, settled)
    return ()
