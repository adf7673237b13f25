"""An invoice from a third country.

A firm of one country sells goods that a firm of another ships. Trading houses live of this; the invoice names the firm
that ships, and that is the bill's shipper.

Source: practitioners' knowledge of triangular sales (JCT); look-alike H08.
"""

from __future__ import annotations

from simulator.documents import invoice
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import transport
from simulator.randomness import Stream
from simulator.reference.parties import parties
from simulator.trade.departures import ALL, Departure
from simulator.trade.extras import draw_third_country
from simulator.trade.facts import Consignment, World
from simulator.trade.numbering import draw_invoice_number
from simulator.trade.parties import draw_person

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
    seller = draw_third_country(consignment.seller.country, consignment.goods[0].sector, stream.at("seller"))
    number = draw_invoice_number(seller.name, consignment.invoice_date.year, stream.at("number"))
    changes = {
        "seller": seller,
        "exporter": consignment.seller,
        "signed_by": draw_person(seller.country, stream.at("signature")),
        "invoice_language": parties()[seller.country].language,
        "invoice_number": number,
        "packing_list_number": number,
    }
    return tuple(Departure(CARD.id, consignment.id, ALL, fact, value) for fact, value in changes.items())


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
