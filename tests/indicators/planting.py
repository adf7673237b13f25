"""Planted papers beside their clean twins, for every module of the catalogue and each of its levels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from trade.drawing import consignment

from simulator.documents.derive import derive
from simulator.documents.model import Document, Papers, Place, Sight
from simulator.exercise.small_world import alone
from simulator.formats.vocabulary import Mode
from simulator.indicators.card import Indicator
from simulator.indicators.catalogue import catalogue
from simulator.numbers import ceil_div
from simulator.randomness import Stream
from simulator.trade.departures import Departure
from simulator.trade.facts import World

LEVELS = [(entry.id, level) for entry in catalogue().values() for level in entry.card.subtleties]
LOOK_ALIKES = [(id_, level) for id_, level in LEVELS if catalogue()[id_].card.is_look_alike]
MODES: tuple[Mode, ...] = ("sea", "air")


@dataclass(frozen=True)
class Planted:
    """One shipment with one entry of the catalogue planted on it."""

    entry: Indicator
    world: World
    departures: tuple[Departure, ...]
    papers: Papers
    twin: Papers

    @property
    def sights(self) -> tuple[Sight, ...]:
        return self.entry.check(self.papers, "C01")


@cache
def world(number: int, branded: bool, mode: Mode) -> World:
    return alone(consignment(number, branded, mode))


@cache
def twin(number: int, branded: bool, mode: Mode) -> Papers:
    return derive(world(number, branded, mode))


@cache
def departures(id_: str, level: int, number: int, mode: Mode) -> tuple[Departure, ...] | None:
    """What is planted on the shipment of a number; None where it cannot show it."""
    here = world(number, _branded(id_, number), mode)
    return catalogue()[id_].plant(here, here.consignments[0], level, Stream("tests", "plant", id_, level, number))


def _branded(id_: str, number: int) -> bool:
    return catalogue()[id_].card.branded or number % 2 == 1


@lru_cache(maxsize=2000)
def plant(id_: str, level: int, number: int, mode: Mode) -> Planted | None:
    """Plant on the shipment of a number; None where it cannot show it."""
    planted_here = departures(id_, level, number, mode)
    if planted_here is None:
        return None
    branded = _branded(id_, number)
    here = world(number, branded, mode)
    return Planted(catalogue()[id_], here, planted_here, derive(here, planted_here), twin(number, branded, mode))


def modes_of(*ids: str) -> tuple[Mode, ...]:
    """How goods travel that can show all of these."""
    return tuple(mode for mode in MODES if all(mode in catalogue()[id_].card.modes for id_ in ids))


def planted(id_: str, level: int, count: int) -> Iterator[Planted]:
    """Planted papers of ``count`` shipments, shared by its modes.

    Fails where by one of them fewer than one shipment in five can show it.
    """
    modes = modes_of(id_)
    assert modes
    for mode in modes:
        tried = 0
        found = 0
        wanted = ceil_div(count, len(modes))
        while found < wanted:
            assert tried < 5 * max(wanted, 8), f"{id_} at level {level} by {mode}: {found} of {tried} can show it"
            made = plant(id_, level, tried, mode)
            tried += 1
            if made is not None:
                found += 1
                yield made


def shown_indicators(papers: Papers, consignment_id: str = "C01") -> set[str]:
    return {
        entry.id for entry in catalogue().values() if not entry.card.is_look_alike and entry.check(papers, consignment_id)
    }


def only(papers: Papers, sights: Iterable[Sight]) -> Papers:
    """The papers with every box empty but those that were seen."""
    kept = [sight.box for sight in sights]
    return changed(papers, lambda document: document.only(frozenset(place for id_, place in kept if id_ == document.id)))


def set_back(papers: Papers, clean: Papers, sights: Iterable[Sight]) -> Papers:
    """The papers with the boxes that were seen as the clean twin prints them."""
    seen = {sight.box for sight in sights}

    def restored(document: Document) -> Document:
        before = clean.document(document.id)
        values = dict(document.values)
        for id_, place in seen:
            if id_ == document.id:
                values.pop(place, None)
                if place in before.values:
                    values[place] = before.values[place]
        return replace(document, values=values)

    return changed(papers, restored)


def emptied(papers: Papers, boxes: Iterable[tuple[str, str]]) -> Papers:
    """The papers with every box of these (document type, field) empty, in all rows."""
    gone = set(boxes)

    def without(document: Document) -> Document:
        places = (place for place in document.values if (document.type.name, place[0]) not in gone)
        return document.only(frozenset[Place](places))

    return changed(papers, without)


def changed(papers: Papers, change: Callable[[Document], Document]) -> Papers:
    return Papers(tuple(change(document) for document in papers.documents))
