"""What authorities' pages hold on one desk: all that the class examines, and as much besides as fills a side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from simulator.exercise.realising import Realised
from simulator.exercise.small_world import routes_from
from simulator.randomness import Stream
from simulator.reference.goods import goods
from simulator.reference.tariff import tariff
from simulator.trade.departures import Told
from simulator.trade.facts import Consignment, GoodsLine, Registered, Voyage
from simulator.trade.voyages import draw_voyage

TARIFF_LINES, REGISTER_LINES, SCHEDULE_VOYAGES, ROUTE_LINES = 54, 22, 26, 24
"""Lines that fill one side of each page; a voyage takes two."""


def sailings(own: Iterable[Voyage], reference_date: date, stream: Stream) -> tuple[Voyage, ...]:
    """Return voyages of other ships and other days for the schedule."""
    taken = {voyage.vessel for voyage in own}
    found: dict[str, Voyage] = {}
    for place in range(3 * SCHEDULE_VOYAGES):
        until = reference_date - timedelta(days=stream.at("days", place).below(25))
        voyage = draw_voyage(f"sailing-{place}", until, stream.at("sailing", place))
        if voyage.vessel not in taken and len(taken) + len(found) < SCHEDULE_VOYAGES:
            found.setdefault(voyage.vessel, voyage)
    return tuple(found.values())


def routes(own: Iterable[Voyage], others: Iterable[Voyage]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of ports from where the consignments come, then from where other ships do."""
    near = routes_from(voyage.origin for voyage in own)
    far = [pair for pair in routes_from(voyage.origin for voyage in others) if pair not in near]
    return tuple(sorted((*near, *far[: max(0, ROUTE_LINES - len(near))])))


def tariff_lines(
    realised: Sequence[Realised], others: Sequence[Consignment], stream: Stream
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the headings that papers of the class name, and others up to a side."""
    own = [each.consignment for each in realised]
    kinds = dict.fromkeys(line.goods for each in (*own, *others) for line in each.goods)
    named = {line.hs[:4] for each in realised for line in _told(each)} | {line.hs[:4] for each in own for line in each.goods}
    offered = sorted({*tariff(), *(goods()[kind].heading for kind in kinds)} - named)
    chosen = {*named, *stream.shuffled(offered)[: max(0, TARIFF_LINES - len(named))]}
    return tuple((heading, tuple(kind for kind in kinds if goods()[kind].heading == heading)) for heading in sorted(chosen))


def _told(realised: Realised) -> list[GoodsLine]:
    papers = ("bill-of-lading", "air-waybill", "manifest", "invoice")
    told = Told(realised.departures)
    return [line for paper in papers for line in told.facts_for(paper, realised.consignment).goods]


def register_places(own: Sequence[Consignment], others: Sequence[Consignment], stream: Stream) -> tuple[Registered, ...]:
    """Return a place for each consignment's buyer and for other importers, in an order that says nothing.

    Every place has a firm of its own, for where the buyer of the consignment stands in the register already.
    """
    known = {each.buyer.tax_id for each in own}
    spare = [Registered(each.buyer, each.buyer_trade) for each in others if each.buyer.tax_id not in known]
    mine = [Registered(firm.firm, firm.trade, each.id) for each, firm in zip(own, spare, strict=False)]
    rest = spare[len(own) :][: max(0, REGISTER_LINES - len(mine))]
    return stream.shuffled((*mine, *rest))
