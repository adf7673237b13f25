"""What is peculiar to goods that fly: small lots, a waybill number, an agent, a rate."""

from __future__ import annotations

from dataclasses import replace

from simulator.numbers import air_waybill_number, ceil_div, chargeable_grams, rate_class
from simulator.randomness import Stream
from simulator.reference.air_agents import air_agents
from simulator.trade.facts import AirFreight, Flight, GoodsLine

LEAST_GROSS, MOST_GROSS = 35, 900
"""Kilograms of a usual lot by air; lots are spread evenly on a logarithmic scale."""
DEAREST_LOT = 25_000_000
"""US cents above which a lot by air is made smaller."""
USUAL_PERCENT = (100, 100, 105, 110)
"""Value for carriage in percent of the invoice's total, where one is declared: the value itself, or a tenth for costs."""
ARRANGED_SHARE = 0.5
"""Share of the waybills that keep rate and charges between airline and agent."""


def lot(lines: tuple[GoodsLine, ...], stream: Stream) -> tuple[GoodsLine, ...]:
    """Return the lines with whole numbers of packages for one lot by air."""
    grams = 1000 * LEAST_GROSS * (MOST_GROSS / LEAST_GROSS) ** stream.uniform()
    value = sum(line.amount * grams / len(lines) / line.package_gross_grams for line in lines)
    grams *= min(1.0, DEAREST_LOT / value)
    return tuple(replace(line, packages=max(1, round(grams / len(lines) / line.package_gross_grams))) for line in lines)


def draw_waybill_number(flight: Flight, stream: Stream) -> str:
    """Return a waybill number under the airline's prefix with its check digit, as "123-12345675"."""
    return air_waybill_number(flight.prefix, stream.below(10_000_000))


def draw_freight(flight: Flight, goods: tuple[GoodsLine, ...], stream: Stream) -> AirFreight:
    """Return agent, rate and charges; half of the waybills declare no value for customs."""
    agent = stream.pick([each for each in air_agents().values() if flight.origin in each.airports])
    grams = chargeable_grams(sum(line.gross_grams for line in goods), sum(line.volume for line in goods))
    quantity = rate_class(grams) == "Q"
    kilograms = ceil_div(grams, 1000)
    return AirFreight(
        agent=agent.name,
        agent_city=agent.city,
        agent_code=agent.iata_code,
        arranged=stream.at("arranged").chance(ARRANGED_SHARE),
        # Even cents: half a kilogram then costs whole cents.
        rate=2 * (stream.between(110, 280) if quantity else stream.between(250, 420)),
        due_agent=stream.between(10, 30) * 100,
        due_carrier=ceil_div(kilograms * stream.between(40, 90), 10) * 10,
        for_carriage=None if stream.chance(0.8) else stream.at("for carriage").pick(USUAL_PERCENT),
        for_customs=not stream.chance(0.5),
    )
