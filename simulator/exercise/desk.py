"""The desk of one variant: its world with other people's cargo and the reference pages for all goods in play."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.documents import register
from simulator.exercise.authorities import register_places, routes, sailings, tariff_lines
from simulator.exercise.realising import Realised
from simulator.randomness import Stream
from simulator.reference.brands import Brand
from simulator.reference.goods import goods
from simulator.scenario import Scenario
from simulator.trade.consignments import Wanted, draw_consignment
from simulator.trade.departures import Told
from simulator.trade.facts import Carriage, Consignment, Voyage, World
from simulator.trade.market import Market

MANIFEST_LINES = (15, 20)
"""Lines of a printed extract; most of them are plain cargo that the class does not examine."""

TRIES = 20
"""How often a line is drawn for want of a firm with a name of its own."""

GUIDE_LINES = 44
"""Lines of the price guide that fill one side."""
OWN_CARDS = 6
"""Of the instructor's own marks so many have their cards on every desk, whether their goods are there or not."""


def desk(
    realised: Sequence[Realised], scenario: Scenario, market: Market, streams: dict[str, Stream], stream: Stream
) -> World:
    """Return the world of one variant; ``streams`` are the manifests' own streams by voyage or flight."""
    own = tuple(each.consignment for each in realised)
    carriages = {each.carriage.id: each.carriage for each in own}
    firms = _importers(realised, market)
    others = [
        other
        for id_, carriage in carriages.items()
        for other in _others(carriage, sum(each.carriage.id == id_ for each in own), firms, streams[id_])
    ]
    cards = _cards(realised, market, scenario.consignments.cards, stream.at("cards"))
    ships = tuple(each for each in carriages.values() if isinstance(each, Voyage))
    other_ships = sailings(ships, scenario.reference_date, stream.at("sailings")) if ships else ()
    return World(
        scenario.reference_date,
        scenario.language,
        own,
        tuple(others),
        tuple(brand.id for brand in cards),
        guide=_guide(own, others, cards, stream.at("guide")),
        sailings=other_ships,
        routes=routes(ships, other_ships),
        tariff=tariff_lines(realised, others, stream.at("tariff")),
        register=register_places(own, others, stream.at("register")),
        brands=market.all,
    )


def _importers(realised: Sequence[Realised], market: Market) -> dict[str, str]:
    """Return the tax numbers of licensees and of the class's buyers, as they are and as the papers tell, by name."""
    firms = {each.name: each.rfc for brand in market.all for each in brand.licensees}
    for each in realised:
        told = (Told(each.departures).facts_for(register.TYPE.name, each.consignment), each.consignment)
        firms |= {facts.buyer.name: facts.buyer.tax_id or "" for facts in told}
    return firms


def _others(carriage: Carriage, own: int, firms: dict[str, str], stream: Stream) -> list[Consignment]:
    """Return other people's cargo; ``firms`` are the importers of the desk by name, and grow with theirs."""
    count = stream.at("lines").between(*MANIFEST_LINES) - own
    drawn = (_other(f"{carriage.id}-{place}", carriage, firms, stream.at("other", place)) for place in range(count))
    return [each for each in drawn if each is not None]


def _other(id_: str, carriage: Carriage, firms: dict[str, str], stream: Stream) -> Consignment | None:
    """Return a consignment whose buyer is no other firm's namesake: a name with two tax numbers would look forged."""
    for again in range(TRIES):
        other = draw_consignment(id_, carriage, Wanted(), stream.at("again", again) if again else stream)
        if other is None:
            continue
        tax_id = other.buyer.tax_id or ""
        if firms.setdefault(other.buyer.name, tax_id) == tax_id:
            return other
    return None


def _cards(realised: Sequence[Realised], market: Market, asked: int, stream: Stream) -> tuple[Brand, ...]:
    """Return the brands whose cards lie on the desk, at least as many as ``asked`` for.

    All in play are there, the first of the instructor's own, and others, so that a third at least are not guilty.
    """
    in_play = {each.consignment.brand for each in realised} - {None}
    guilty = {each.consignment.brand for each in realised if each.slot.kind == "signal"} - {None}
    in_play |= {brand.mark for brand in market.own[:OWN_CARDS]}
    here = [brand for brand in market.all if brand.mark in in_play]
    others = stream.shuffled([brand for brand in market.all if brand.mark not in in_play])
    wanted = max(asked, len(here) + 1, -(-len(guilty) * 3 // 2))
    chosen = [*here, *others[: wanted - len(here)]]
    return tuple(sorted(chosen, key=lambda brand: brand.mark))


def _guide(
    own: Sequence[Consignment], others: Sequence[Consignment], cards: Sequence[Brand], stream: Stream
) -> tuple[tuple[str, str | None], ...]:
    """Return what the class examines, every product of the cards, and other plain cargo up to a page of lines."""
    mine = [(line.goods, line.mark) for each in own for line in each.goods]
    marked: list[tuple[str, str | None]] = [(line.goods, brand.mark) for brand in cards for line in brand.lines]
    chosen = dict.fromkeys((*mine, *marked))
    plain = sorted({(line.goods, line.mark) for each in others for line in each.goods} - set(chosen))
    for pair in stream.shuffled(plain)[: max(0, GUIDE_LINES - len(chosen))]:
        chosen[pair] = None
    return tuple(sorted(chosen, key=lambda pair: (goods()[pair[0]].hs, pair[0], pair[1] or "")))
