"""What lawful consignments have now and then: a seller of a third country, pallets, an onward journey, a wider trade."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.numbers import ceil_div
from simulator.randomness import Stream
from simulator.reference.goods import sectors
from simulator.reference.incoterms import incoterms
from simulator.reference.parties import parties
from simulator.reference.phrases import phrases
from simulator.trade.facts import Carriage, GoodsLine, Party, Terms
from simulator.trade.numbering import filled
from simulator.trade.parties import draw_company
from simulator.wording import FREIGHT_ADDED, IN_TRANSIT

THIRD_COUNTRY_SHARE = 0.08
"""Share of lots that a firm of a third country sells."""
PALLETS_SHARE = 0.12
"""Share of lots stowed on pallets."""
PALLET_GRAMS = 1_000_000
"""What a pallet bears: a tonne, as forklifts and racks are rated."""
ONWARD_SHARE = 0.08
"""Share of bills on which the goods travel on to another country."""
GENERAL_TRADERS = 0.3
"""Share of importers registered in more than one trade."""


@dataclass(frozen=True, slots=True)
class Onward:
    """A place of delivery abroad and the booking that brings the goods there."""

    place: str
    booking: str


def draw_third_country(country: str, sector: str, stream: Stream) -> Party:
    """Return a seller that is neither of the country of export nor Mexican."""
    others = sorted(set(parties()) - {country, "MX"})
    return draw_company(stream.pick(others), sector, stream.at("seller"))


def draw_pallets(goods: tuple[GoodsLine, ...], stream: Stream) -> int:
    """Return how many pallets the packages take, none of them laden with more than it bears."""
    packages = sum(line.packages for line in goods)
    bearable = PALLET_GRAMS * packages // sum(line.gross_grams for line in goods)
    return ceil_div(packages, max(1, min(stream.pick((16, 20, 24, 32, 40)), bearable)))


def goods_on_pallets(goods: tuple[GoodsLine, ...], stream: Stream) -> int | None:
    """Return the pallets of a lot that is stowed on some, None for one that is not; only cartons are."""
    if {line.package_kind for line in goods} != {"CT"} or not stream.chance(PALLETS_SHARE):
        return None
    return draw_pallets(goods, stream)


def goes_inland(terms: Terms) -> bool:
    """Tell whether the terms name a place in Mexico to which the seller pays the way."""
    return incoterms()[terms.incoterm].place == "place of destination"


def draw_onward(carriage: Carriage, terms: Terms, stream: Stream) -> Onward | None:
    """Return an onward journey for a few lots whose terms end at the port."""
    if goes_inland(terms) or not stream.chance(ONWARD_SHARE):
        return None
    booking = f"BY ROAD, BOOKING {filled('@@-#####', stream)}"
    return Onward(f"{IN_TRANSIT}{stream.pick(phrases().transit_places)}", booking)


def draw_trade(goods: tuple[GoodsLine, ...], stream: Stream) -> tuple[str, ...]:
    """Return the sectors of a buyer's registered trade: those of the goods, with others now and then."""
    own = tuple(dict.fromkeys(line.sector for line in goods))
    if not stream.chance(GENERAL_TRADERS):
        return own
    others = [sector for sector in sectors() if sector not in own]
    return (*own, *stream.sample(others, stream.between(1, 2)))


def remarks_on(terms: Terms, language: str) -> str | None:
    """Return what a seller remarks who paid a freight that is the buyer's."""
    if terms.freight == "prepaid" and incoterms()[terms.incoterm].freight == "collect":
        return FREIGHT_ADDED["es" if language == "es" else "en"]
    return None
