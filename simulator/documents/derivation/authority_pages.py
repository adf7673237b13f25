"""Pages that authorities keep: schedule of vessels, route card, extract of the tariff, register of importers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from simulator.documents import register, route_card, schedule, tariff_extract
from simulator.documents.derivation.building import Values
from simulator.documents.model import Place
from simulator.formats.key import Bilingual
from simulator.numbers import ceil_div
from simulator.reference.inland import inland_places
from simulator.reference.lanes import lanes
from simulator.reference.ports import ports
from simulator.reference.tariff import heading_words
from simulator.reference.trades import chapters, trades
from simulator.trade.departures import Told
from simulator.trade.facts import Party, Voyage, World

SCHEDULE_NOTE = Bilingual(
    "Days on which vessels lay at the berth. Goods come on board there and then; other calls are left out.",
    "Días en que los buques estuvieron atracados. La carga sube a bordo ahí y entonces; se omiten otras escalas.",
)
ROUTE_NOTE = Bilingual(
    "Ways by which goods usually come, by any carrier. Three days more or less are nothing. A port of loading is a seaport: "
    "neither a country nor a place of the second list, which may well be a place of receipt.",
    "Rutas usuales, de cualquier naviera. Tres días más o menos no dicen nada. Puerto de carga es un puerto marítimo: ni un "
    "país ni un lugar de la segunda lista, que bien puede ser lugar de recepción.",
)
TARIFF_NOTE = Bilingual(
    "Headings and what they cover, shortened. A description belongs to a heading if it shares a word with it that says what "
    "the goods are.",
    "Partidas y lo que comprenden, en resumen. Una descripción corresponde a la partida si comparte con ella una palabra "
    "que diga qué es la mercancía.",
)
REGISTER_NOTE = Bilingual(
    "Importers as registered. Goods belong to a trade if the chapter of their HS code is listed; packaging and labels "
    "belong to every trade.",
    "Importadores según su registro. La mercancía corresponde al giro si aparece el capítulo de su código del SA; empaques "
    "y etiquetas corresponden a todo giro.",
)
KNOTS = (14, 18)
"""Service speeds of slow and of fast ships."""
SPARE_DAYS = 3
"""Days of waiting that the route card allows."""


def schedule_values(world: World) -> dict[Place, Any]:
    """Return the calls of the voyages in play and of others: where each loaded, and where it arrived."""
    boxes = Values()
    boxes.put(schedule.NOTE, SCHEDULE_NOTE.text(world.language))
    own = (each for each in world.carriages if isinstance(each, Voyage))
    voyages = {(each.vessel, each.number): each for each in (*own, *world.sailings)}
    row = 0
    for _, voyage in sorted(voyages.items()):
        for port, berthed, sailed in _calls(voyage):
            row += 1
            boxes.put(schedule.VESSEL_NAME, voyage.vessel, row)
            boxes.put(schedule.VOYAGE_NUMBER, voyage.number, row)
            boxes.put(schedule.PORT, port, row)
            boxes.put(schedule.BERTHED, berthed, row)
            boxes.put(schedule.SAILED, sailed if sailed < world.reference_date else None, row)
    return boxes.places()


def _calls(voyage: Voyage) -> tuple[tuple[str, Any, Any], ...]:
    return (
        (voyage.origin_printed, voyage.berthed, voyage.departure),
        (voyage.destination_printed, voyage.arrival, voyage.arrival + timedelta(days=1)),
    )


def route_card_values(world: World) -> dict[Place, Any]:
    """Return hubs and days of each pair of ports, and inland places of the countries of loading."""
    boxes = Values()
    boxes.put(route_card.NOTE, ROUTE_NOTE.text(world.language))
    for row, (origin, destination) in enumerate(world.routes, start=1):
        ways = [lane for lane in lanes() if (lane.origin, lane.destination) == (origin, destination)]
        hubs = tuple(dict.fromkeys(ports()[lane.via].printed for lane in ways if lane.via is not None))
        boxes.put(route_card.LANE_FROM, ports()[origin].printed, row)
        boxes.put(route_card.LANE_TO, ports()[destination].printed, row)
        boxes.put(route_card.HUBS, hubs or None, row)
        boxes.put(route_card.LEAST_DAYS, min(ceil_div(lane.nautical_miles, KNOTS[1] * 24) for lane in ways), row)
        slowest = max(ceil_div(lane.nautical_miles, KNOTS[0] * 24) + lane.hub_days for lane in ways)
        boxes.put(route_card.MOST_DAYS, slowest + SPARE_DAYS, row)
    countries = {ports()[origin].country for origin, _ in world.routes}
    places = sorted(place.printed for place in inland_places().values() if place.country in countries)
    for row, place in enumerate(places, start=1):
        boxes.put(route_card.INLAND, place, row)
    return boxes.places()


def tariff_values(world: World) -> dict[Place, Any]:
    """Return the headings with what they cover, in both languages."""
    boxes = Values()
    boxes.put(tariff_extract.NOTE, TARIFF_NOTE.text(world.language))
    for row, (heading, kinds) in enumerate(world.tariff, start=1):
        words = heading_words(heading, kinds)
        boxes.put(tariff_extract.TARIFF_HEADING, heading, row)
        boxes.put(tariff_extract.WORDS_EN, words.en, row)
        boxes.put(tariff_extract.WORDS_ES, words.es, row)
    return boxes.places()


def register_values(world: World, told: Told) -> dict[Place, Any]:
    """Return the importers in the order of the register; a buyer who stands there already gives his place to another."""
    boxes = Values()
    boxes.put(register.NOTE, REGISTER_NOTE.text(world.language))
    listed: set[str | None] = set()
    for row, place in enumerate(world.register, start=1):
        firm, trade = place.firm, place.trade
        if place.consignment is not None:
            facts = told.facts_for(register.TYPE.name, world.consignment(place.consignment))
            if facts.buyer.tax_id not in listed:
                firm, trade = facts.buyer, facts.buyer_trade
        listed.add(firm.tax_id)
        _importer(boxes, firm, trade, row, world.language)
    return boxes.places()


def _importer(boxes: Values, firm: Party, trade: tuple[str, ...], row: int, language: str) -> None:
    boxes.put(register.NAME, firm.name, row)
    boxes.put(register.TAX_ID, firm.tax_id, row)
    boxes.put(register.ADDRESS, ", ".join(firm.address), row)
    boxes.put(register.TRADE, tuple(trades()[sector].words.text(language) for sector in trade), row)
    boxes.put(register.CHAPTERS, chapters(trade), row)
