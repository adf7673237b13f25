"""Origin that differs from paper to paper.

The invoice, the bill or the shipping marks name another country of origin than the other papers. Duties and quotas hang on
the origin, so that it is first a question of contributions.

Source: customs practice of origin (KWE); catalogue number X07.
"""

from __future__ import annotations

from collections import Counter

from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.cross.origins import exporting_countries, made_in_place, stated_origins
from simulator.randomness import Stream
from simulator.reference.countries import countries
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="X07",
    title=Bilingual("Origin differs between papers", "El origen difiere entre documentos"),
    family="cross",
    points_to="revenue",
    strength="moderate",
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(2, 1, 3),
    explanation=Bilingual(
        "The papers of one shipment name two countries of origin: one of them is false, and duties depend on it. Hand over "
        "to the revenue side.",
        "Los documentos de un mismo embarque nombran dos países de origen: uno es falso y de él dependen las "
        "contribuciones. Turnar al área de contribuciones.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Name another country on the invoice, on the bill, or in the shipping marks; for a brand one where it is made."""
    brand = world.brand_of(consignment.brand)
    offered = exporting_countries()
    if brand is not None:
        offered = offered & {*brand.origins, *(maker.country for maker in brand.contract_makers)}
    place = made_in_place(consignment)
    others = sorted(offered - {consignment.origin_country})
    if not others or place is None:
        return None
    country = stream.pick(others)
    if subtlety == 3:
        return (Departure(CARD.id, consignment.id, ALL, f"marks[{place}]", f"MADE IN {countries()[country].en}"),)
    papers = frozenset({"invoice"} if subtlety == 1 else {"bill-of-lading", "air-waybill"})
    return (Departure(CARD.id, consignment.id, papers, "origin_country", country),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare all origins that the papers state with the one that most of them do."""
    origins = stated_origins(papers, consignment)
    if len({each.country for each in origins}) < 2:
        return ()
    usual = Counter(each.country for each in origins).most_common(1)[0][0]
    return tuple(each.against() if each.country == usual else each.shows() for each in origins)
