"""What an assembled exercise shall be: a TOML file of bounds, or the scenario's own counts."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated

import msgspec

from simulator.difficulty.simulate import WIDEST_ABILITY
from simulator.errors import BadInput
from simulator.formats.reading import read_toml
from simulator.formats.vocabulary import FAMILIES, VERDICTS
from simulator.indicators.catalogue import catalogue
from simulator.scenario import Scenario

SIGNAL = "signal"
"""Examine and detain together."""

MODES = ("sea", "air")
Range = tuple[Annotated[int, msgspec.Meta(ge=0)], Annotated[int, msgspec.Meta(ge=0)]]


class Wishes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bounds, each from least to most: how many consignments of a verdict (or ``signal``), mode, family or indicator.

    A consignment belongs to every family and indicator that it shows. ``same_indicator`` is how often one may come,
    ``voyages`` how many voyages and flights there may be, each with a manifest. ``share_right`` bounds the share of right
    decisions in the class, ``score`` the mean score of 100, ``look_alikes`` the mean number of them on a consignment.
    The information at the least informative of ``information_at`` (logits from the class's mean) is made as large as can be.
    """

    count: Annotated[int, msgspec.Meta(ge=1, le=60)]
    format: int = 1
    verdicts: dict[str, Range] = {}
    modes: dict[str, Range] = {}
    families: dict[str, Range] = {}
    indicators: dict[str, Range] = {}
    same_indicator: Annotated[int, msgspec.Meta(ge=1)] | None = None
    voyages: Annotated[int, msgspec.Meta(ge=1)] | None = None
    share_right: tuple[float, float] | None = None
    score: tuple[float, float] | None = None
    look_alikes: tuple[float, float] | None = None
    information_at: tuple[float, ...] = (-1.0, 0.0, 1.0)


def load_wishes(path: Path) -> Wishes:
    """Read the file; raise ``BadInput`` with the place for what is not known, or is no range."""
    wishes = read_toml(path, Wishes)
    known = {"verdicts": (*VERDICTS, SIGNAL), "modes": MODES, "families": FAMILIES, "indicators": tuple(catalogue())}
    for place, names in known.items():
        for name, (least, most) in getattr(wishes, place).items():
            if name not in names:
                problem = f"{name}: there is no such thing; write one of {', '.join(names)}"
                raise BadInput(problem, source=path, place=place)
            _ordered(path, f"{place}.{name}", least, most)
    for place in ("share_right", "score", "look_alikes"):
        if (bounds := getattr(wishes, place)) is not None:
            _ordered(path, place, *bounds)
    at = wishes.information_at
    if not 1 <= len(at) <= 9 or not all(abs(each) <= WIDEST_ABILITY for each in at):
        problem = f"name from 1 to 9 abilities from {-WIDEST_ABILITY:g} to {WIDEST_ABILITY:g} logits"
        raise BadInput(problem, source=path, place="information_at")
    return wishes


def own_wishes(scenario: Scenario, forms: int = 1) -> Wishes:
    """Return what a scenario's own counts ask for; of one form, with half as many voyages and flights as consignments."""
    counts = scenario.consignments
    kinds = {SIGNAL: counts.signals, "revenue": counts.revenue, "query": counts.query, "release": counts.release}
    return Wishes(
        count=counts.count,
        verdicts={name: (count, count) for name, count in kinds.items()},
        modes={"sea": (counts.by_sea, counts.by_sea)},
        voyages=max(2, -(-counts.count // 2)) if forms == 1 else None,
        same_indicator=2,
    )


def _ordered(path: Path, place: str, least: float, most: float) -> None:
    if not (math.isfinite(least) and math.isfinite(most)):
        raise BadInput("inf and nan are no bounds; write numbers", source=path, place=place)
    if least > most:
        raise BadInput(f"{least:g} is more than {most:g}; write the least first", source=path, place=place)
