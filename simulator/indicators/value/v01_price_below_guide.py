"""A unit price below the guide.

The invoice's unit price lies under the lowest genuine wholesale price of the guide, and nothing on the invoice explains
it. A low price is first a question of value; it takes other facts to make it one of rights.

Source: FFIEC and FATF lists of trade-based indicators; catalogue number V01.
"""

from __future__ import annotations

from simulator.documents import invoice
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.value.pricing import below_guide, explained, priced_at
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

PERCENT_OF_LOWEST = {1: (10, 15), 2: (20, 28), 3: (34, 40)}
"""Planted price as a share of the guide's lowest: never above 40 %, so that no rounding or discount explains it."""

CARD = Card(
    id="V01",
    title=Bilingual("Unit price below the guide", "Precio unitario por debajo de la guía"),
    family="value",
    points_to="revenue",
    strength="moderate",
    seen_by=("comparison",),
    stage="dossier",
    explanation=Bilingual(
        "The unit price is far below the lowest genuine price of the guide and the invoice gives no reason: a question of "
        "value, to be settled with duties, and by itself none of rights.",
        "El precio unitario está muy por debajo del mínimo de la guía y la factura no da razón: es cuestión de valor y de "
        "contribuciones; por sí solo no es asunto de marcas.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Lower the unit price of all lines, or of one where it shall be hard to see."""
    lines = range(len(consignment.goods))
    chosen = tuple(lines) if subtlety < 3 else (stream.below(len(lines)),)
    prices = {line: priced_at(world, consignment.goods[line], PERCENT_OF_LOWEST[subtlety], stream) for line in chosen}
    if any(price < 1 for price in prices.values()):
        return None
    return tuple(
        Departure(CARD.id, consignment.id, ALL, f"goods[{line}].unit_price", price) for line, price in prices.items()
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare each unit price with the guide's lowest, unless the invoice explains it."""
    paper = papers.of(consignment, invoice.TYPE)
    if paper is None or explained(paper):
        return ()
    return below_guide(papers, paper)
