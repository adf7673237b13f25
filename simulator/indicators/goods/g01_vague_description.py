"""A description that says nothing.

Bill, invoice and packing list call the goods "accessories" or "general merchandise" and no more: what they are, what of
and what for stays open.

Source: CBP's list of descriptions that cannot be accepted (CBPv); catalogue number G01.
"""

from __future__ import annotations

from simulator.documents import invoice, packing_list
from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import transport
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World
from simulator.wording import VAGUE, is_vague

CARD = Card(
    id="G01",
    title=Bilingual("Description that says nothing", "Descripción que no dice nada"),
    family="goods",
    points_to="documentary",
    strength="weak",
    seen_by=("glance",),
    stage="dossier",
    subtleties=(1, 2),
    apart=frozenset({"H14", "H20"}),
    explanation=Bilingual(
        "No paper says what the goods are: such words fit anything. Ask for a full description; by itself this is a "
        "question and no more.",
        "Ningún documento dice qué es la mercancía: esas palabras sirven para cualquiera. Solicitar la descripción "
        "completa; por sí solo es una pregunta, nada más.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Describe all lines, or one, by words that say nothing, on all papers."""
    lines = range(len(consignment.goods))
    chosen = tuple(lines) if subtlety == 1 else (stream.below(len(lines)),)
    half = len(VAGUE) // 2
    word = stream.below(half)
    departures = []
    for line in chosen:
        said = Bilingual(VAGUE[word], VAGUE[word + half])
        departures.append(Departure(CARD.id, consignment.id, ALL, f"goods[{line}].description", said))
        departures.append(Departure(CARD.id, consignment.id, ALL, f"goods[{line}].quality_note", None))
    return tuple(departures)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Find lines of which neither bill nor invoice nor packing list says what they are."""
    carried, paper = transport(papers, consignment), papers.of(consignment, invoice.TYPE)
    packing = papers.of(consignment, packing_list.TYPE)
    if carried is None or paper is None:
        return ()
    sights: list[Sight] = []
    for row, _ in paper.rows(invoice.DESCRIPTION):
        saying = [each for each in (carried, paper, packing) if each is not None and each.named("description_of_goods", row)]
        if len(saying) > 1 and all(is_vague(each.named("description_of_goods", row)) for each in saying):
            sights += [each.sight("shows", "description_of_goods", row) for each in saying]
    return tuple(sights)
