"""Words of copies beside a mark.

"AAA", "replica", "mirror quality" or "1:1" stand beside a registered mark on the invoice or the packing list. A maker
never grades its own goods against themselves: such words only make sense where the goods copy somebody else's.

Source: practitioners' knowledge; catalogue number G08 of published indicators.
"""

from __future__ import annotations

import re

from simulator.documents import invoice, packing_list
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.randomness import Stream
from simulator.trade.departures import Departure
from simulator.trade.facts import Consignment, World

WORDS = ("AAA", "REPLICA", "MIRROR QUALITY", "CALIDAD ESPEJO", "1:1")
"""Words of copies as the briefing lists them, in both languages."""
COPY_WORDS = re.compile("|".join(rf"\b{word}\b" for word in WORDS))
NOTES = {
    1: Bilingual("AAA REPLICA", "REPLICA AAA"),
    2: Bilingual("MIRROR QUALITY", "CALIDAD ESPEJO"),
    3: Bilingual("1:1 FINISH", "ACABADO 1:1"),
}

CARD = Card(
    id="G08",
    title=Bilingual("Words of copies beside a mark", "Palabras de copia junto a una marca"),
    family="goods",
    points_to="infringement",
    strength="strong",
    seen_by=("glance",),
    stage="dossier",
    subtleties=(1, 2, 3),
    branded=True,
    apart=frozenset({"H20"}),
    explanation=Bilingual(
        "The paper itself calls the goods a copy: such words stand beside a registered mark, and no maker grades its own "
        "product against itself. Hold, notify the right holder and ask for an order.",
        "El propio documento llama copia a la mercancía: esas palabras aparecen junto a una marca registrada, y ningún "
        "fabricante califica su producto contra sí mismo. Proponer la retención, avisar al titular y pedir la orden.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Write a copier's note behind the words: on all lines and papers, or on one line of the packing list."""
    if consignment.brand is None:
        return None
    lines = range(len(consignment.goods))
    chosen = tuple(lines) if subtlety == 1 else (stream.below(len(lines)),)
    papers = frozenset({"invoice", "packing-list"} if subtlety < 3 else {"packing-list"})
    return tuple(
        Departure(CARD.id, consignment.id, papers, f"goods[{line}].quality_note", NOTES[subtlety]) for line in chosen
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Look for words of copies on lines that carry a mark."""
    bill = papers.of(consignment, invoice.TYPE)
    packing = papers.of(consignment, packing_list.TYPE)
    if bill is None:
        return ()
    sights: list[Sight] = []
    for row, _ in bill.rows(invoice.MARK):
        found = []
        if COPY_WORDS.search(bill.get(invoice.DESCRIPTION, row) or ""):
            found.append(bill.shows(invoice.DESCRIPTION, row))
        if packing is not None and COPY_WORDS.search(packing.get(packing_list.DESCRIPTION, row) or ""):
            found.append(packing.shows(packing_list.DESCRIPTION, row))
        if found:
            sights += [*found, bill.against(invoice.MARK, row)]
    return tuple(sights)
