"""A brand without production in the stated origin.

The papers name a country of origin in which the right holder's card lists neither an own maker nor one under contract.
Genuine goods of this mark are not made there.

Source: recordation practice, where owners may list makers and origins (KWE, ROH); catalogue number R03.
"""

from __future__ import annotations

from simulator.documents import invoice, right_holder_card
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.cross.origins import exporting_countries, made_in_place, stated_origins
from simulator.indicators.looking import card_of
from simulator.randomness import Stream
from simulator.reference.countries import countries
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="R03",
    title=Bilingual("No production in the stated origin", "Sin producción en el origen declarado"),
    family="rights",
    points_to="infringement",
    strength="moderate",
    seen_by=("card", "comparison"),
    stage="dossier",
    subtleties=(2,),
    branded=True,
    explanation=Bilingual(
        "The card lists all countries in which this brand is made, under contract too, and the stated origin is not among "
        "them. Open the shipment and ask the right holder.",
        "La ficha enumera los países donde se fabrica esta marca, también por maquila, y el origen declarado no figura. "
        "Practicar el reconocimiento y preguntar al titular.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """State, on all papers and in the marks, an origin where the brand is not made."""
    brand = world.brand_of(consignment.brand)
    place = made_in_place(consignment)
    if brand is None or place is None:
        return None
    others = exporting_countries() - {*brand.origins, *(maker.country for maker in brand.contract_makers)}
    if not others:
        return None
    country = stream.pick(sorted(others))
    return (
        Departure(CARD.id, consignment.id, ALL, "origin_country", country),
        Departure(CARD.id, consignment.id, ALL, f"marks[{place}]", f"MADE IN {countries()[country].en}"),
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare every stated origin with the countries on the card of the goods' mark."""
    paper = papers.of(consignment, invoice.TYPE)
    if paper is None:
        return ()
    for row, _ in paper.rows(invoice.MARK):
        found = card_of(papers, paper, row)
        if found is None:
            continue
        card = found.document
        own = tuple(card.rows(right_holder_card.MAKER_COUNTRY))
        contract = tuple(card.rows(right_holder_card.CONTRACT_MAKER_COUNTRY))
        listed = {country for _, country in (*own, *contract)}
        odd = [each for each in stated_origins(papers, consignment) if listed and each.country not in listed]
        if odd:
            against = [card.against(right_holder_card.MAKER_COUNTRY, line) for line, _ in own]
            against += [card.against(right_holder_card.CONTRACT_MAKER_COUNTRY, line) for line, _ in contract]
            return (*(each.shows() for each in odd), *found.by, *against)
    return ()
