"""A world of one consignment, with just the reference pages that speak of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from simulator.reference.brands import Brand, shipped_brands
from simulator.reference.goods import goods
from simulator.reference.lanes import lanes
from simulator.reference.tariff import tariff
from simulator.trade.facts import Consignment, Registered, World


def alone(
    consignment: Consignment,
    reference_date: date | None = None,
    language: str = "en",
    brands: tuple[Brand, ...] | None = None,
) -> World:
    """Return a world in which nothing but this consignment happens; checks see in it what they see on a full desk.

    ``brands`` are those that are traded, the shipped ones where none are given.
    """
    traded = shipped_brands() if brands is None else brands
    marks = {line.mark for line in consignment.goods}
    codes = {line.hs for line in consignment.goods}
    here = [brand for brand in traded if brand.mark in marks]
    plain = [(kind.id, None) for kind in goods().values() if kind.plain and kind.hs in codes and None in marks]
    marked = [(line.goods, brand.mark) for brand in here for line in brand.lines if goods()[line.goods].hs in codes]
    return World(
        reference_date=reference_date or consignment.carriage.arrival,
        language=language,
        consignments=(consignment,),
        cards=tuple(brand.id for brand in here),
        guide=(*plain, *marked),
        routes=routes_from({consignment.carriage.origin}),
        tariff=headings((consignment,)),
        register=(Registered(consignment.buyer, consignment.buyer_trade, consignment.id),),
        brands=traded,
    )


def routes_from(origins: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of ports of all lanes that begin at one of these."""
    wanted = set(origins)
    return tuple(sorted({(lane.origin, lane.destination) for lane in lanes() if lane.origin in wanted}))


def headings(consignments: Iterable[Consignment]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the headings of the goods and all those in which no goods of this world are classed."""
    kinds = sorted({line.goods for each in consignments for line in each.goods})
    found: dict[str, list[str]] = {heading: [] for heading in tariff()}
    for kind in kinds:
        found.setdefault(goods()[kind].heading, []).append(kind)
    return tuple((heading, tuple(told)) for heading, told in sorted(found.items()))
