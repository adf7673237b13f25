"""A licensee's name with another tax number or address.

The importer bears the name of a firm that the right holder licensed, but not its RFC, or not its address. Whoever borrows
a good name seldom has its numbers.

Source: cases of entries under stolen importer identities (ITT17); catalogue number P04.
"""

from __future__ import annotations

from dataclasses import replace

from simulator.documents import invoice, packing_list, register, right_holder_card
from simulator.documents.codecs import PartyBlock
from simulator.documents.model import Document, Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import card_of, once, transport
from simulator.numbers import rfc_number
from simulator.randomness import Stream
from simulator.trade.departures import TRADE_PAPERS, Departure
from simulator.trade.facts import Consignment, Party, World
from simulator.trade.numbering import draw_rfc, filled
from simulator.trade.parties import draw_company

CARD = Card(
    id="P04",
    title=Bilingual("Licensee's name, another RFC or address", "Nombre del licenciatario, otro RFC o domicilio"),
    family="rights",
    points_to="infringement",
    strength="strong",
    seen_by=("card", "comparison"),
    stage="dossier",
    branded=True,
    apart=frozenset({"H01"}),
    explanation=Bilingual(
        "The importer has the name of a licensee on the card, and another RFC or address: it is not that firm. Hold, notify "
        "the right holder and ask for an order.",
        "El importador lleva el nombre de un licenciatario de la ficha, con otro RFC o domicilio: no es esa empresa. "
        "Proponer la retención, avisar al titular y pedir la orden.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Give the buyer another RFC and address, another address, or an RFC that differs in its last signs."""
    if consignment.brand is None or consignment.buyer.tax_id is None:
        return None
    false = _another(consignment.buyer, subtlety, stream)
    facts = [fact for fact in ("buyer", "consignee", "notify") if getattr(consignment, fact) == consignment.buyer]
    return tuple(Departure(CARD.id, consignment.id, TRADE_PAPERS, fact, false) for fact in facts)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare RFC and address of every party that bears a licensee's name with the card, and name the register's line."""
    paper = papers.of(consignment, invoice.TYPE)
    if paper is None:
        return ()
    for row, _ in paper.rows(invoice.MARK):
        found = card_of(papers, paper, row)
        for line, name in () if found is None else found.document.rows(right_holder_card.LICENSEE):
            assert found is not None
            sights = [
                sight for each in _named(papers, consignment, name) for sight in _differing(each, found.document, line)
            ]
            if sights:
                registered = _registered(papers, found.document, line)
                return once((*sights, *found.by, *registered))
    return ()


def _named(papers: Papers, consignment: str, name: str) -> list[tuple[Document, str, PartyBlock]]:
    """Return the boxes of this consignment in which a party of that name stands."""
    lying = (
        (papers.of(consignment, invoice.TYPE), ("buyer",)),
        (transport(papers, consignment), ("consignee", "notify_party")),
        (papers.of(consignment, packing_list.TYPE), ("buyer",)),
    )
    return [
        (paper, field, block)
        for paper, fields in lying
        if paper is not None
        for field in fields
        if (block := paper.named(field)) is not None and block.name == name
    ]


def _differing(told: tuple[Document, str, PartyBlock], card: Document, line: int) -> list[Sight]:
    paper, field, block = told
    sights = []
    number, listed = card.get(right_holder_card.LICENSEE_TAX_ID, line), card.get(right_holder_card.LICENSEE_ADDRESS, line)
    boxed = field in ("buyer", "consignee") and paper.type.has("consignee_tax_id")
    tax_id = paper.named("consignee_tax_id") if boxed else block.tax_id
    if tax_id is not None and number is not None and tax_id != number:
        sights.append(paper.sight("shows", "consignee_tax_id" if boxed else field))
        sights.append(card.against(right_holder_card.LICENSEE_TAX_ID, line))
    if block.address and listed is not None and ", ".join(block.address) != listed:
        sights += [paper.sight("shows", field), card.against(right_holder_card.LICENSEE_ADDRESS, line)]
    if not sights:
        return []
    by = [] if paper.sight("shows", field) in sights else [paper.sight("identifies", field)]
    return [*sights, *by, card.identifies(right_holder_card.LICENSEE, line)]


def _registered(papers: Papers, card: Document, line: int) -> list[Sight]:
    """Return the register's line of the licensee himself: it bears the card's RFC."""
    number = card.get(right_holder_card.LICENSEE_TAX_ID, line)
    sights = [
        page.against(field, row)
        for page in papers.all(register.TYPE)
        for row, listed in page.rows(register.TAX_ID)
        if listed == number
        for field in (register.TAX_ID, register.ADDRESS)
    ]
    return [*sights, card.identifies(right_holder_card.LICENSEE_TAX_ID, line)] if sights else []


def _another(buyer: Party, subtlety: int, stream: Stream) -> Party:
    number = buyer.tax_id or ""
    if subtlety == 3:
        signs = [filled("@#", stream.at("homoclave", attempt)) for attempt in range(20)]
        changed = next(each for each in signs if each != number[9:11])
        return replace(buyer, tax_id=rfc_number(number[:3], number[3:9], changed))
    address = draw_company("MX", "", stream.at("address")).address
    if subtlety == 2:
        return replace(buyer, address=address)
    return replace(buyer, address=address, tax_id=draw_rfc(buyer.name, stream.at("rfc")))
