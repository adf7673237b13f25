"""Package counts that differ.

Bill and manifest, or the manifest alone, count other packages than packing list and invoice, and no pallets explain it.
Packages were lost, added or written down wrongly.

Source: practitioners' knowledge and lists of documentary indicators (RFA); catalogue number X01.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

from simulator.documents.model import Papers, Sight
from simulator.formats.key import Bilingual
from simulator.indicators.card import Card
from simulator.indicators.cross.counting import by_carrier, by_seller
from simulator.randomness import Stream
from simulator.trade.departures import Departure
from simulator.trade.facts import Consignment, Container, World

PERCENT_LEFT = {1: (60, 72), 2: (80, 88), 3: (80, 88)}
"""Planted count as a share of the packing list's: the weights then differ by more than ten per cent too."""

CARD = Card(
    id="X01",
    title=Bilingual("Package counts differ", "No coincide el número de bultos"),
    family="cross",
    points_to="documentary",
    strength="moderate",
    seen_by=("comparison",),
    stage="dossier",
    subtleties=(1, 2, 3),
    explanation=Bilingual(
        "The carrier's papers count other packages than packing list and invoice, and nothing is said of pallets that would "
        "explain it. Ask the carrier and the consignee which count holds.",
        "Los documentos del transportista cuentan otros bultos que la lista de empaque y la factura, y no se mencionan "
        "tarimas que lo expliquen. Solicitar aclaración al transportista y al consignatario.",
    ),
)


def plant(world: World, consignment: Consignment, subtlety: int, stream: Stream) -> tuple[Departure, ...] | None:
    """Count fewer packages of every line on bill and manifest, or on the manifest alone; weights and marks follow."""
    share = stream.between(*PERCENT_LEFT[subtlety])
    fewer = [line.packages * share // 100 for line in consignment.goods]
    if min(fewer) < 1 or (subtlety == 3 and consignment.pallets is not None):
        return None
    papers = frozenset({"manifest"} if subtlety == 3 else {"bill-of-lading", "air-waybill", "manifest"})
    changes: list[tuple[str, object]] = [(f"goods[{place}].packages", count) for place, count in enumerate(fewer)]
    changes += [
        (f"containers[{place}]", container)
        for place, container in enumerate(_stowed(consignment, fewer))
        if container != consignment.containers[place]
    ]
    old, new = f"1-{consignment.packages}", f"1-{sum(fewer)}"
    changes += [
        (f"marks[{place}]", mark.replace(old, new)) for place, mark in enumerate(consignment.marks) if mark.endswith(old)
    ]
    return tuple(Departure(CARD.id, consignment.id, papers, path, value) for path, value in changes)


def check(papers: Papers, consignment: str) -> tuple[Sight, ...]:
    """Compare the counts of carrier and seller, pallets taken for what they are said to contain."""
    carried, sold = by_carrier(papers, consignment), by_seller(papers, consignment)
    if not sold:
        return ()
    odd = [count for count in (*carried, *sold[1:]) if count.packages != sold[0].packages]
    if not odd:
        return ()
    return tuple(dict.fromkeys(box for count in (*odd, *sold) for box in count.boxes))


def _stowed(consignment: Consignment, fewer: list[int]) -> list[Container]:
    """Return the containers with fewer packages of each line, in proportion to what was in each."""
    dealt = []
    for place, line in enumerate(consignment.goods):
        filled = accumulate((container.loads[place] for container in consignment.containers), initial=0)
        marks = [total * fewer[place] // line.packages for total in filled]
        dealt.append([after - before for before, after in pairwise(marks)])
    loads = zip(*dealt, strict=True) if consignment.containers else ()
    return [replace(container, loads=tuple(own)) for container, own in zip(consignment.containers, loads, strict=True)]
