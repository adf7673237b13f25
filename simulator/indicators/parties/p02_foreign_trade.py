"""Goods foreign to the buyer's trade.

The register knows the importer in another trade: none of its chapters is that of the goods. Firms are borrowed or founded
to receive goods in which they never dealt.

Source: FATF and customs lists of risk indicators; catalogue number P02.
"""

from __future__ import annotations

from simulator.documents import invoice, register
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.randomness import Stream
from simulator.reference.goods import sectors
from simulator.reference.parties import parties
from simulator.reference.trades import chapters
from simulator.trade.departures import ALL, Departure
from simulator.trade.extras import goes_inland
from simulator.trade.facts import Consignment, Party, World
from simulator.trade.parties import city_of, draw_company

DRAWN = 80
"""Firms drawn before the shipment is given up."""

CARD = Card(
    id="P02",
    title=Bilingual("Goods foreign to the buyer's trade", "Mercancía ajena al giro del comprador"),
    family="parties",
    points_to="infringement",
    strength="moderate",
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(2, 1),
    apart=frozenset({"H01", "P04"}),
    explanation=Bilingual(
        "The importer is registered in another trade, whose chapters do not hold these goods. Firms are borrowed to receive "
        "what they never dealt in: open the shipment.",
        "El importador está registrado en otro giro, cuyos capítulos no comprenden esta mercancía. Hay empresas prestadas "
        "para recibir lo que nunca manejaron: practicar el reconocimiento.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Let a firm of another trade buy: one whose name says so, or one whose name says nothing."""
    own = {line.hs[:2] for line in consignment.goods}
    foreign = [sector for sector in sectors() if not own & set(chapters((sector,)))]
    if not foreign:
        return None
    sector = stream.pick(foreign)
    firm = _firm(consignment, sector if subtlety == 1 else "", stream.at("firm"))
    if firm is None:
        return None
    facts = [fact for fact in ("buyer", "consignee", "notify") if getattr(consignment, fact) == consignment.buyer]
    initials = "".join(word[0] for word in firm.name.split()[:3])
    return (
        *(Departure(CARD.id, consignment.id, ALL, fact, firm) for fact in facts),
        Departure(CARD.id, consignment.id, ALL, "buyer_trade", (sector,)),
        Departure(CARD.id, consignment.id, ALL, "marks[0]", initials),
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare the chapters of the invoice's goods with those under which the register knows the buyer."""
    paper = papers.of(consignment, invoice.TYPE)
    number = None if paper is None else paper.get(invoice.BUYER_TAX_ID)
    if paper is None or number is None:
        return ()
    for page in papers.all(register.TYPE):
        for row, listed in page.rows(register.TAX_ID):
            known = page.get(register.CHAPTERS, row)
            if listed != number or known is None:
                continue
            odd = [line for line, code in paper.rows(invoice.GOODS_HS_CODE) if code[:2] not in known]
            shown = [paper.shows(field, line) for line in odd for field in (invoice.GOODS_HS_CODE, invoice.DESCRIPTION)]
            by = (paper.identifies(invoice.BUYER_TAX_ID), page.identifies(register.TAX_ID, row))
            against = (page.against(register.CHAPTERS, row), page.against(register.TRADE, row))
            return (*shown, *against, *by) if odd else ()
    return ()


def _firm(consignment: Consignment, sector: str, stream: Stream) -> Party | None:
    """Draw a firm whose name tells the sector; in the old buyer's city where papers name that city."""
    words = parties()["MX"].business_words(sector)
    city = city_of(consignment.buyer)
    bound = goes_inland(consignment.terms) or consignment.place_of_delivery == city
    for attempt in range(DRAWN):
        firm = draw_company("MX", sector, stream.at(attempt))
        if bound and city_of(firm) != city:
            continue
        if not words or any(word in firm.name for word in words):
            return firm
    return None
