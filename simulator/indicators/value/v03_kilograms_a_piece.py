"""Kilograms a piece that the goods cannot weigh.

Net weight divided by quantity gives a weight that no such piece has: boots of 150 grams. Either other goods are in the
cartons, or other quantities.

Source: practitioners' knowledge; catalogue number V03 of published indicators.
"""

from __future__ import annotations

from simulator.documents import invoice, packing_list, price_guide
from simulator.documents.model import Document, Field, Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.looking import guide_lines
from simulator.indicators.value.pricing import listed_kinds
from simulator.randomness import Stream
from simulator.reference.goods import goods
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, GoodsLine, World

TIMES_TOO_LIGHT = {1: 8, 2: 5, 3: 3}
"""How many times a planted piece is lighter than the guide's lightest; never less than three."""

CARD = Card(
    id="V03",
    title=Bilingual("Kilograms a piece that cannot be", "Kilogramos por pieza inverosímiles"),
    family="value",
    points_to="infringement",
    strength="moderate",
    seen_by=("arithmetic", "comparison"),
    stage="dossier",
    subtleties=(3, 2, 1),
    explanation=Bilingual(
        "Net weight divided by quantity is less than half of the lightest piece in the guide: the cartons hold other goods "
        "or other quantities than declared. Open, weigh and count.",
        "El peso neto entre la cantidad da menos de la mitad de la pieza más ligera de la guía: las cajas traen otra "
        "mercancía u otra cantidad que la declarada. Reconocimiento: pesar y contar.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Make the pieces of one line many times too light; every weight on every paper follows."""
    line = stream.below(len(consignment.goods))
    grams = _light(world, consignment.goods[line], TIMES_TOO_LIGHT[subtlety])
    if grams is None:
        return None
    return (Departure(CARD.id, consignment.id, ALL, f"goods[{line}].piece_grams", grams),)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Divide net weight by quantity and compare with half the lightest and twice the heaviest piece of the guide."""
    packing = papers.of(consignment, packing_list.TYPE)
    paper = papers.of(consignment, invoice.TYPE)
    if packing is None or paper is None:
        return ()
    sights: list[Sight] = []
    for row, net in packing.rows(packing_list.NET_WEIGHT):
        quantity, lines = packing.get(packing_list.QUANTITY, row), guide_lines(papers, paper, row)
        lightest = [low for line in lines if (low := line.document.get(price_guide.LOWEST_WEIGHT, line.row)) is not None]
        heaviest = [top for line in lines if (top := line.document.get(price_guide.HIGHEST_WEIGHT, line.row)) is not None]
        if not quantity or not lightest or not heaviest:
            continue
        if quantity * min(lightest) <= 2 * net <= 4 * quantity * max(heaviest):
            continue
        told = (packing_list.NET_WEIGHT, packing_list.QUANTITY, *_by_package(packing, row))
        sights += [packing.shows(field, row) for field in told]
        for line in lines:
            sights += [line.document.against(price_guide.LOWEST_WEIGHT, line.row)]
            sights += [line.document.against(price_guide.HIGHEST_WEIGHT, line.row), *line.by]
    return tuple(dict.fromkeys(sights))


def _by_package(packing: Document, row: int) -> tuple[Field[int], ...]:
    """Return the boxes that tell the same of one package: who divides them finds it as well."""
    net, pieces = packing.get(packing_list.CARTON_NET, row), packing.get(packing_list.PIECES_PER_CARTON, row)
    return (packing_list.CARTON_NET, packing_list.PIECES_PER_CARTON) if net and pieces else ()


def _light(world: World, line: GoodsLine, times: int) -> int | None:
    """Return grams at least ``times`` below the lightest piece, such that a package still weighs whole tens of grams."""
    kinds = [kind for kind, _ in listed_kinds(world, line.hs, line.mark)] or [goods()[line.goods]]
    heaviest = min(kind.piece_grams[0] for kind in kinds) // times
    fitting = (grams for grams in range(heaviest, 0, -1) if grams * line.pieces_per_package % 10 == 0)
    return next(fitting, None)
