"""How many packages travel in how many containers: by room, payload and what such a lot is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.randomness import Stream
from simulator.reference.carriers import Carrier
from simulator.reference.containers import ContainerType, container_types
from simulator.trade.facts import Container, GoodsLine
from simulator.trade.numbering import draw_container_number, draw_seal_number

CHEAPEST_LOT, DEAREST_LOT = 12_000_000, 90_000_000
"""US cents between which buyers' budgets for a lot lie, evenly on a logarithmic scale; dear goods fill less."""
COUNTS = {1: 60, 2: 25, 3: 10, 4: 5}
"""Containers of a lot, with weights; a dossier has room for four."""
LEAST_SHARE, LEAST_SHARE_OF_SEVERAL, MOST_SHARE = 0.12, 0.4, 0.95
"""How full a container's room gets; nobody books a second container before the first is well filled."""
WORTH_IT = 2_200_000
"""Grams from which on a container of one's own is worth its freight; lighter lots are consolidated with others'."""
SMALLER_LOTS = 1.8
"""Power to which an even share is raised: of real containers more than half are less than half full."""
HEAVY = 0.4
"""Grams a cubic centimetre above which goods reach the payload long before they fill a large container."""
TYPES_OF_HEAVY = {"22G1": 6, "42G1": 2, "45G1": 1}
TYPES_OF_BULKY = {"22G1": 3, "42G1": 3, "45G1": 4}
"""Types of container with weights."""
SMALLEST = "22G1"
LEAST_FILLED = 0.35
"""Share of the room below which a lot takes fewer or smaller containers."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Goods with their final numbers of packages, and the containers they fill."""

    goods: tuple[GoodsLine, ...]
    containers: tuple[Container, ...]


def load(lines: tuple[GoodsLine, ...], carrier: Carrier, stream: Stream) -> Loaded:
    """Return the lines with whole numbers of packages, stowed line after line into one to four containers."""
    count = stream.weighted(tuple(COUNTS), tuple(COUNTS.values()))
    kind = _type_for(lines, stream)
    share = _share(lines, kind, count, stream)
    dearest = CHEAPEST_LOT * (DEAREST_LOT / CHEAPEST_LOT) ** stream.uniform()
    while (affordable := dearest / _full_value(lines, kind, count)) < min(share, LEAST_FILLED):
        if count == 1 and kind.code == SMALLEST:
            break
        kind = container_types()[SMALLEST] if count == 1 else kind
        count = max(1, count - 1)
    share = min(share, affordable)
    goods = tuple(replace(line, packages=_rounded(room_for(line, kind) * count * share / len(lines))) for line in lines)
    numbers = [(draw_container_number(carrier, stream), draw_seal_number(carrier, stream)) for _ in range(count)]
    loads = _stow([line.packages for line in goods], count)
    return Loaded(
        goods,
        tuple(
            Container(number, seal, kind.code, loads[place])
            for place, (number, seal) in enumerate(numbers)
            if sum(loads[place])
        ),
    )


def room_for(line: GoodsLine, kind: ContainerType) -> int:
    """Return how many packages of a line one container holds, by volume and by payload."""
    by_room = kind.cubic_metres * 1_000_000 // line.package_volume
    by_weight = kind.payload_kg * 1000 // line.package_gross_grams
    return max(1, min(by_room, by_weight))


def _type_for(lines: tuple[GoodsLine, ...], stream: Stream) -> ContainerType:
    """Return a type of container: more often a large one for what is bulky, a small one for what is heavy."""
    density = sum(line.package_gross_grams / line.package_volume for line in lines) / len(lines)
    types = TYPES_OF_HEAVY if density > HEAVY else TYPES_OF_BULKY
    return container_types()[stream.weighted(tuple(types), tuple(types.values()))]


def _share(lines: tuple[GoodsLine, ...], kind: ContainerType, count: int, stream: Stream) -> float:
    """Return how full the containers get: one alone at least so that it is worth its freight."""
    full = sum(line.package_gross_grams * room_for(line, kind) for line in lines) / len(lines)
    alone = min(max(LEAST_SHARE, WORTH_IT / full), MOST_SHARE - 0.1)
    least = alone if count == 1 else LEAST_SHARE_OF_SEVERAL
    skewed: float = stream.uniform() ** SMALLER_LOTS
    return least + (MOST_SHARE - least) * skewed


def _full_value(lines: tuple[GoodsLine, ...], kind: ContainerType, count: int) -> float:
    """US cents that the lot is worth when its lines share full containers evenly; a line's amount is that of a package."""
    return count * sum(line.amount * room_for(line, kind) for line in lines) / len(lines)


def _rounded(packages: float) -> int:
    """Lots are ordered in round numbers: tens from a hundred on, fives from twenty on, never less than four."""
    step = 10 if packages >= 100 else 5 if packages >= 20 else 1
    return max(4, int(packages) // step * step)


def _stow(packages: list[int], count: int) -> list[tuple[int, ...]]:
    """Deal each line's packages over the containers, as evenly as whole packages allow."""
    return [tuple(total // count + (1 if place < total % count else 0) for total in packages) for place in range(count)]
