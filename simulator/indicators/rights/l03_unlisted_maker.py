"""A maker that the right holder does not list.

The invoice names a manufacturer that is neither among the right holder's own factories nor, by its code, among those
that work under contract. Genuine goods come out of listed factories.

Source: recordation practice, where owners may list makers and origins (ROH); catalogue number L03.
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
    id="L03",
    title=Bilingual("Maker that the right holder does not list", "Fabricante que el titular no enlista"),
    family="rights",
    points_to="infringement",
    strength="moderate",
    seen_by=("card", "comparison"),
    stage="dossier",
    branded=True,
    explanation=Bilingual(
        "The manufacturer on the invoice is on the card neither by name nor by factory code. Genuine goods come out of "
        "listed factories: open the shipment and ask the right holder.",
        "El fabricante de la factura no está en la ficha ni por nombre ni por clave de fábrica. La mercancía genuina sale "
        "de fábricas enlistadas: practicar el reconocimiento y preguntar al titular.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Name another manufacturer: without a code, with a code of a strange shape, or with one that looks like the card's."""
    brand = world.brand_of(consignment.brand)
    if brand is None:
        return None
    name = draw_company(consignment.origin_country, consignment.goods[0].sector, stream.at("name")).name
    known = {maker.code for maker in brand.makers} | {maker.code for maker in brand.contract_makers}
    code = _code(brand.makers[0].code, subtlety, known, stream)
    return (
        Departure(CARD.id, consignment.id, ALL, "maker", name),
        Departure(CARD.id, consignment.id, ALL, "maker_code", code),
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare manufacturer and factory code on the invoice with the card of the goods' mark."""
    paper = papers.of(consignment, invoice.TYPE)
    maker = None if paper is None else paper.get(invoice.MANUFACTURER)
    if paper is None or maker is None:
        return ()
    code = paper.get(invoice.MANUFACTURER_CODE)
    for row, _ in paper.rows(invoice.MARK):
        card = card_of(papers, paper, row)
        if card is None:
            continue
        makers = tuple(card.document.rows(right_holder_card.MAKER))
        contract = tuple(card.document.rows(right_holder_card.CONTRACT_MAKER_CODE))
        if not makers or maker in {name for _, name in makers} or code in {each for _, each in contract}:
            continue
        # The code's box belongs to it even when it is empty: a code on the card would settle the matter.
        shown = (paper.shows(invoice.MANUFACTURER), paper.shows(invoice.MANUFACTURER_CODE))
        against = [card.document.against(right_holder_card.MAKER, line) for line, _ in makers]
        against += [card.document.against(right_holder_card.CONTRACT_MAKER_CODE, line) for line, _ in contract]
        return (*shown, *card.by, *against)
    return ()


def _code(genuine: str, subtlety: int, known: set[str], stream: Stream) -> str | None:
    if subtlety == 1:
        return None
    stem = genuine.rstrip("0123456789") if subtlety == 3 else f"{stream.pick('QXZ')}{stream.pick('QXZ')}-"
    free = [f"{stem}{number:02d}" for number in range(1, 100) if f"{stem}{number:02d}" not in known]
    return stream.pick(free)
