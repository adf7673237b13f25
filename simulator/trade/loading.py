"""How many packages travel in how many containers: by room, payload and what such a lot is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace

from simulator.randomness import Stream
from simulator.reference.carriers import Carrier
from simulator.reference.containers import ContainerType, container_types
from simulator.trade.facts import Container, GoodsLine
from simulator.trade.numbering import draw_container_number, draw_seal_number

DEAREST_LOT = 22_000_000
"""US cents: invoices of real containerised lots seldom pass 220 000 dollars; dear goods fill their container less."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Goods with their final numbers of packages, and the containers they fill."""

    goods: tuple[GoodsLine, ...]
    containers: tuple[Container, ...]


def load(lines: tuple[GoodsLine, ...], carrier: Carrier, stream: Stream) -> Loaded:
    """Return the lines with whole numbers of packages, stowed line after line into one to four containers."""
    count = stream.weighted((1, 2, 3, 4), (60, 25, 10, 5))
    kind = container_types()[stream.weighted(("22G1", "42G1", "45G1"), (4, 3, 3))]
    share = 0.6 + 0.35 * stream.uniform()
    room = [room_for(line, kind) for line in lines]
    value = sum(line.amount * packages for line, packages in zip(lines, room, strict=True)) / len(lines)
    share = min(share, DEAREST_LOT * (0.3 + 0.7 * stream.uniform()) / (value * count))
    goods = tuple(
        replace(line, packages=_rounded(packages * count * share / len(lines)))
        for line, packages in zip(lines, room, strict=True)
    )
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


def _rounded(packages: float) -> int:
    """Lots are ordered in round numbers: tens from a hundred on, fives from twenty on, never less than four."""
    step = 10 if packages >= 100 else 5 if packages >= 20 else 1
    return max(4, int(packages) // step * step)


def _stow(packages: list[int], count: int) -> list[tuple[int, ...]]:
    """Deal each line's packages over the containers, as evenly as whole packages allow."""
    return [tuple(total // count + (1 if place < total % count else 0) for total in packages) for place in range(count)]
