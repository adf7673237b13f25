"""A departure: one fact that departs from lawful trade, on all papers of a consignment or on some of them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from simulator.trade.facts import Consignment

Facts = TypeVar("Facts")

ALL: frozenset[str] = frozenset({"*"})
"""Every paper of the consignment."""
TRADE_PAPERS: frozenset[str] = frozenset({"bill-of-lading", "air-waybill", "manifest", "invoice", "packing-list"})
"""What traders and carriers print, as against the pages that authorities keep."""

_STEP = re.compile(r"([a-z_]+)(?:\[(\d+)\])?")


@dataclass(frozen=True, slots=True)
class Departure:
    """One changed fact: ``path`` names it ("goods[0].unit_price"), ``papers`` the document types that print it so."""

    indicator: str
    consignment: str
    papers: frozenset[str]
    path: str
    value: Any

    def concerns(self, paper: str) -> bool:
        """Tell whether a document type prints the changed fact."""
        return self.papers == ALL or paper in self.papers

    def meets(self, other: Departure) -> bool:
        """Tell whether both change the same fact, or one a part of the other's, on the same paper."""
        shared = self.papers == ALL or other.papers == ALL or bool(self.papers & other.papers)
        return (
            shared
            and self.consignment == other.consignment
            and (_holds(self.path, other.path) or _holds(other.path, self.path))
        )


class ConflictingDepartures(ValueError):
    """Two departures change the same fact on the same paper."""


def refuse_conflicts(departures: Sequence[Departure]) -> None:
    """Raise ``ConflictingDepartures`` when two departures change the same fact."""
    for position, one in enumerate(departures):
        for other in departures[:position]:
            if one.meets(other):
                raise ConflictingDepartures(f"{one.indicator} and {other.indicator} both change {one.path}")


class Told:
    """Consignments as each document type tells them; what several types tell alike is made once."""

    def __init__(self, departures: Iterable[Departure] = ()) -> None:
        self._departures = tuple(departures)
        self._made: dict[tuple[str, tuple[int, ...]], Consignment] = {}

    def facts_for(self, paper: str, consignment: Consignment) -> Consignment:
        """Return the consignment as one document type tells it."""
        places = tuple(
            place
            for place, departure in enumerate(self._departures)
            if departure.consignment == consignment.id and departure.concerns(paper)
        )
        if places and (consignment.id, places) not in self._made:
            facts = consignment
            for place in places:
                facts = changed(facts, self._departures[place].path, self._departures[place].value)
            self._made[consignment.id, places] = facts
        return self._made[consignment.id, places] if places else consignment


def changed(facts: Facts, path: str, value: Any) -> Facts:
    """Return ``facts`` with the value at ``path`` replaced; raise ``ValueError`` when there is no such path."""
    step, _, rest = path.partition(".")
    match = _STEP.fullmatch(step)
    if match is None or not hasattr(facts, match[1]):
        raise ValueError(f"{type(facts).__name__} has no fact {step!r}")
    old = getattr(facts, match[1])
    if match[2] is None:
        new = changed(old, rest, value) if rest else value
    else:
        place = int(match[2])
        item = changed(old[place], rest, value) if rest else value
        new = (*old[:place], item, *old[place + 1 :])
    return dataclasses.replace(facts, **{match[1]: new})  # type: ignore[type-var]


def _holds(outer: str, inner: str) -> bool:
    return inner == outer or inner.startswith((f"{outer}.", f"{outer}["))
