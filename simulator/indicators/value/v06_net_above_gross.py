"""Net weight above gross.

On the packing list the goods weigh more without their packing than with it. A clerk changed the columns, or nobody put
the goods on a scale.

Source: practitioners' knowledge; catalogue number V06.
"""

from __future__ import annotations

from simulator.documents import invoice, packing_list
from simulator.documents.model import Document, Field, Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.numbers import ceil_div
from simulator.randomness import Stream
from simulator.trade.departures import ALL, Departure
from simulator.trade.facts import Consignment, World

PERCENT_BELOW_NET = {1: (10, 20), 2: (10, 20), 3: (2, 5)}

CARD = Card(
    id="V06",
    title=Bilingual("Net weight above gross", "Peso neto mayor que el bruto"),
    family="value",
    points_to="documentary",
    strength="weak",
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(1, 2, 3),
    explanation=Bilingual(
        "Packed goods cannot weigh less than the goods alone: one of the two weights is wrong. Ask for a corrected packing "
        "list; by itself this says nothing more.",
        "La mercancía empacada no puede pesar menos que sin empaque: uno de los dos pesos está mal. Solicitar la lista de "
        "empaque corregida; por sí solo no dice nada más.",
    ),
)

_PAIRS: tuple[tuple[Field[int], Field[int]], ...] = (
    (packing_list.CARTON_NET, packing_list.CARTON_GROSS),
    (packing_list.NET_WEIGHT, packing_list.GROSS_WEIGHT),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Let the packages of all lines, or of one, weigh less than what is in them; every gross weight follows."""
    lines = range(len(consignment.goods))
    chosen = tuple(lines) if subtlety == 1 else (stream.below(len(lines)),)
    share = stream.between(*PERCENT_BELOW_NET[subtlety])
    return tuple(
        Departure(CARD.id, consignment.id, ALL, f"goods[{line}].package_tare_grams", -_grams(consignment, line, share))
        for line in chosen
    )


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare net and gross on each line of the packing list, in its totals and on the invoice."""
    packing, paper = papers.of(consignment, packing_list.TYPE), papers.of(consignment, invoice.TYPE)
    sights: list[Sight] = []
    if packing is not None:
        for row in packing.row_numbers("goods"):
            for net, gross in _PAIRS:
                sights += _above(packing, net, gross, row)
        sights += _above(packing, packing_list.TOTAL_NET, packing_list.TOTAL_GROSS)
    if paper is not None:
        sights += _above(paper, invoice.NET_WEIGHT, invoice.GROSS_WEIGHT)
    return tuple(sights)


def _above(paper: Document, net: Field[int], gross: Field[int], row: int | None = None) -> tuple[Sight, ...]:
    lighter, heavier = paper.get(net, row), paper.get(gross, row)
    if lighter is None or heavier is None or lighter <= heavier:
        return ()
    return (paper.shows(net, row), paper.against(gross, row))


def _grams(consignment: Consignment, line: int, share: int) -> int:
    """Return so many per cent of a package's net weight, in whole tens of grams, as weights are printed."""
    return ceil_div(consignment.goods[line].package_net_grams * share, 1000) * 10
