"""A world of one consignment, with just the reference pages that speak of it."""

from __future__ import annotations

from datetime import date

from simulator.reference.brands import brands
from simulator.reference.goods import goods
from simulator.trade.facts import Consignment, World


def alone(consignment: Consignment, reference_date: date | None = None, language: str = "en") -> World:
    """Return a world in which nothing but this consignment happens; checks see in it what they see on a full desk."""
    marks = {line.mark for line in consignment.goods}
    codes = {line.hs for line in consignment.goods}
    here = [brand for brand in brands().values() if brand.mark in marks]
    plain = [(kind.id, None) for kind in goods().values() if kind.plain and kind.hs in codes and None in marks]
    marked = [(line.goods, brand.mark) for brand in here for line in brand.lines if goods()[line.goods].hs in codes]
    return World(
        reference_date=reference_date or consignment.carriage.arrival,
        language=language,
        consignments=(consignment,),
        cards=tuple(brand.id for brand in here),
        guide=(*plain, *marked),
    )
