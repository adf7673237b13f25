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
LEAST_SHARE, MOST_SHARE = 0.12, 0.95
"""How full a container's room gets; full-container service is bought for half-empty ones too."""
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
    count = stream.weighted((1, 2, 3, 4), (60, 25, 10, 5))
    kind = container_types()[stream.weighted(("22G1", "42G1", "45G1"), (4, 3, 3))]
    share = LEAST_SHARE + (MOST_SHARE - LEAST_SHARE) * stream.uniform() ** 0.9
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
