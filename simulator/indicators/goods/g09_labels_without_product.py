"""Labels or boxes without the product.

The goods are labels, hang tags or empty boxes with a registered mark and nothing to put them on. Blank goods come by
another way, and the two meet behind customs; nothing on the papers says that the right holder ordered them.

Source: EUIPO and OECD studies of labels and packaging (EUIPOp, AAL); catalogue number G09.
"""

from __future__ import annotations

from simulator.documents import invoice
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.goods.labelling import as_labels, boxes, card_on, only_labels, ordered_by_owner
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

CARD = Card(
    id="G09",
    title=Bilingual("Labels or boxes without the product", "Etiquetas o cajas sin el producto"),
    family="goods",
    points_to="infringement",
    strength="strong",
    seen_by=("glance", "card"),
    stage="dossier",
    subtleties=(2,),
    branded=True,
    apart=frozenset({"G11", "H12", "H14", "P02", "V03", "X03"}),
    explanation=Bilingual(
        "Labels and boxes with a registered mark travel without goods, and the card's order for labels is not named: they "
        "are made for goods of somebody else. Hold, notify the right holder and ask for an order.",
        "Viajan etiquetas y cajas con una marca registrada, sin producto, y no se cita el pedido de etiquetas de la ficha: "
        "son para mercancía ajena. Proponer la retención, avisar al titular y pedir la orden.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Ship labels, tags or boxes instead of the goods."""
    if consignment.brand is None:
        return None
    lines = enumerate(as_labels(consignment, stream.at("labels")))
    return tuple(Departure(CARD.id, consignment.id, ALL, f"goods[{place}]", line) for place, line in lines)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find an invoice with marked labels alone that does not name the right holder's own order."""
    paper = papers.of(consignment, invoice.TYPE)
    if paper is None or not only_labels(paper) or not any(True for _ in paper.rows(invoice.MARK)):
        return ()
    card = card_on(papers, paper)
    return () if ordered_by_owner(paper, card) else boxes(paper, card)
