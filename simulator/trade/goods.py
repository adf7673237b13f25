"""Goods of one consignment: kinds, models, prices and weights inside their lawful bands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import gcd

from simulator.formats.vocabulary import Mode
from simulator.numbers import ceil_div
from simulator.randomness import Stream
from simulator.reference.brands import Brand
from simulator.reference.goods import Carton, Goods, goods
from simulator.reference.phrases import phrases
from simulator.trade.facts import GoodsLine

GROSS_STEPS = ((1000, 3), (500, 2), (100, 4), (10, 4))
"""Grams to which firms round a package's gross weight, with weights: half of real bills are in whole kilograms."""

PARTS = {1: 5, 2: 7, 3: 2, 4: 2}
"""Into how many smaller cartons firms divide the usual one, with weights: half of real packages are below 10 kg."""


def draw_branded_lines(brand: Brand, mode: Mode, stream: Stream) -> tuple[GoodsLine, ...]:
    """Return one to three lines of one brand's genuine models that travel by ``mode``; empty when it has none."""
    offered = [(line, model) for line in brand.lines for model in line.models if travels(goods()[line.goods], mode)]
    if not offered:
        return ()
    chosen = stream.sample(offered, min(len(offered), stream.weighted((1, 2, 3), (3, 4, 2))))
    return tuple(
        _line(goods()[line.goods], line.price_cents, stream.at("line", place), brand.mark, model)
        for place, (line, model) in enumerate(chosen)
    )


def draw_plain_lines(mode: Mode, stream: Stream, sector: str | None = None) -> tuple[GoodsLine, ...]:
    """Return one or two lines of goods without a mark, of one sector, that travel by ``mode``."""
    plain = _plain(mode)
    kinds = plain.get(sector or stream.pick(tuple(plain)), ())
    chosen = stream.sample(kinds, min(len(kinds), stream.weighted((1, 2), (3, 2))))
    return tuple(_line(kind, kind.price_cents, stream.at("line", place), None, None) for place, kind in enumerate(chosen))


@cache
def _plain(mode: Mode) -> dict[str, tuple[Goods, ...]]:
    """Return the goods shipped without a mark by a mode, sector by sector."""
    kinds = [kind for kind in goods().values() if kind.plain and travels(kind, mode)]
    return {
        sector: tuple(kind for kind in kinds if kind.sector == sector) for sector in sorted({each.sector for each in kinds})
    }


def travels(kind: Goods, mode: Mode) -> bool:
    """Tell whether a kind of goods is worth its freight by a mode; everything goes by sea."""
    return mode == "sea" or kind.by_air


def made_in(country: str, brands: Sequence[Brand]) -> Sequence[Brand]:
    """Return those of the brands that have a factory, own or under contract, in a country."""
    return [
        brand
        for brand in brands
        if country in brand.origins or country in {maker.country for maker in brand.contract_makers}
    ]


def _line(kind: Goods, price_cents: tuple[int, int], stream: Stream, mark: str | None, model: str | None) -> GoodsLine:
    carton = _carton(kind, stream)
    pieces = carton.pieces
    grams = _piece_grams(kind, pieces, stream)
    net = pieces * grams
    step = stream.weighted([step for step, _ in GROSS_STEPS], [weight for _, weight in GROSS_STEPS])
    if step > net // 10:
        step = 10
    gross = ceil_div(net + carton.tare_grams, step) * step
    note = stream.pick(phrases().quality_notes_for(kind.sector)) if stream.chance(0.35) else None
    return GoodsLine(
        goods=kind.id,
        sector=kind.sector,
        description=kind.description,
        hs=kind.hs,
        unit=kind.unit,
        package_kind=kind.package,
        packages=1,
        pieces_per_package=pieces,
        piece_grams=grams,
        package_tare_grams=gross - net,
        package_cm=carton.cm,
        unit_price=_price(price_cents, stream),
        mark=mark,
        model=model,
        quality_note=note,
    )


def _carton(kind: Goods, stream: Stream) -> Carton:
    """Return a carton of the usual size, or a smaller one where its pieces can be divided."""
    pieces = stream.pick(kind.pieces_per_carton)
    parts = stream.weighted(tuple(PARTS), tuple(PARTS.values()))
    divided = kind.package == "CT" and pieces % parts == 0
    return kind.carton(pieces, parts if divided else 1)


def _piece_grams(kind: Goods, pieces: int, stream: Stream) -> int:
    low, high = kind.piece_grams
    # A package's net weight is printed to 10 grams; a piece's weight must allow that.
    step = 10 // gcd(pieces, 10)
    fitting = range(ceil_div(low, step) * step, high + 1, step)
    return stream.pick(fitting) if fitting else ceil_div(low, 10) * 10


def _price(band: tuple[int, int], stream: Stream) -> int:
    low, high = band
    price = stream.between(low, high)
    return min(max(price // 5 * 5, low), high) if low >= 200 else price
