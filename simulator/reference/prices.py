"""Observed unit values by heading, and the one factor that carries them back to the scenario's year."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.reference.fields import Heading, Positive, Text
from simulator.reference.tables import DATA, keyed, read_csv, read_toml, require

Dollars = Annotated[float, msgspec.Meta(gt=0)]


class PriceLevel(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The factor from the prices of ``observed_year`` to those of ``scenario_year``, and where it comes from."""

    observed_year: Positive
    scenario_year: Positive
    factor: Dollars
    basis: Text


class UnitValue(msgspec.Struct, frozen=True):
    """Quantiles over trade flows of the unit values of one heading (HS 1992), in USD of 2021 a net kilogram."""

    heading: Heading
    flows: Positive
    p10: Dollars
    p25: Dollars
    p50: Dollars
    p75: Dollars
    p90: Dollars


@cache
def price_level(folder: Path = DATA) -> PriceLevel:
    """Return the price level; raise ``BrokenData`` when ``prices.toml`` is wrong."""
    return read_toml(folder / "prices.toml", PriceLevel)


@cache
def unit_values(folder: Path = DATA) -> dict[str, UnitValue]:
    """Return the unit values by heading; raise ``BrokenData`` when ``unit_values.csv`` is wrong."""
    path = folder / "unit_values.csv"
    found = keyed(read_csv(path, UnitValue), lambda value: value.heading, path)
    for value in found.values():
        quantiles = [value.p10, value.p25, value.p50, value.p75, value.p90]
        require(quantiles == sorted(quantiles), path, value.heading, "the quantiles must rise from p10 to p90")
    return found
