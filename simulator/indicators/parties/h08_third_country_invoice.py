"""An invoice from a third country.

A firm of one country sells goods that a firm of another ships. Trading houses live of this; the invoice names the firm
that ships, and that is the bill's shipper.

Source: practitioners' knowledge of triangular sales (JCT); look-alike H08.
"""

from __future__ import annotations

from simulator.documents import invoice
from simulator.documents.house_styles import house_style
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import transport
from simulator.randomness import Stream
from simulator.reference.parties import parties
from simulator.trade.departures import ALL, Departure
from simulator.trade.extras import draw_third_country
from simulator.trade.facts import Consignment, Party, World
from simulator.trade.parties import draw_person

DRAWN = 60
"""Firms drawn before the shipment is given up."""

CARD = Card(
    id="H08",
    title=Bilingual("Third-country invoice, parties consistent", "Factura de tercer país, partes congruentes"),
    family="parties",
    points_to="innocent",
    strength=None,
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(2,),
    explanation=Bilingual(
        "Seller and shipper are two firms of two countries, and the invoice says who ships: a triangular sale. Nothing to "
        "act on.",
        "El vendedor y el embarcador son dos empresas de dos países y la factura dice quién embarca: una operación "
        "triangular. No hay nada que objetar.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Let a firm of a third country sell what the old seller ships."""
    if consignment.exporter is not None or consignment.remarks is not None:
        return None
    seller = _seller(consignment, stream.at("seller"))
    if seller is None:
        return None
    changes = {
        "seller": seller,
        "exporter": consignment.seller,
        "signed_by": draw_person(seller.country, stream.at("signature")),
    }
    return tuple(Departure(CARD.id, consignment.id, ALL, fact, value) for fact, value in changes.items())


def _seller(consignment: Consignment, stream: Stream) -> Party | None:
    """Draw a seller who writes in the old one's language and prints on the same forms: nothing but the firm changes."""
    for attempt in range(DRAWN):
        firm = draw_third_country(consignment.seller.country, consignment.goods[0].sector, stream.at(attempt))
        same = (
            house_style(paper, firm.name, consignment.mode) == house_style(paper, consignment.seller.name, consignment.mode)
            for paper in ("invoice", "packing-list")
        )
        if parties()[firm.country].language == consignment.invoice_language and all(same):
            return firm
    return None


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find an invoice that names as exporter the shipper of the transport document, who is not its seller."""
    carried, paper = transport(papers, consignment), papers.of(consignment, invoice.TYPE)
    exporter = None if paper is None else paper.get(invoice.EXPORTER)
    shipper = None if carried is None else carried.named("shipper")
    seller = None if paper is None else paper.get(invoice.SELLER)
    if carried is None or paper is None or exporter is None or shipper is None or seller is None:
        return ()
    if shipper.name != exporter or seller.name == exporter:
        return ()
    return (paper.shows(invoice.SELLER), carried.sight("against", "shipper"), paper.against(invoice.EXPORTER))
