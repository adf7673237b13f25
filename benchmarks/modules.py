"""Milliseconds a consignment with eight modules of the catalogue and with all: what another module costs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

import msgspec

from benchmarks.generating import SEED, Exercise, afresh
from benchmarks.measuring import Times, interleaved
from simulator.exercise.planning import plan
from simulator.indicators.catalogue import catalogue
from simulator.scenario import Scenario

FIRST_EIGHT = ("D04", "G08", "G11", "L03", "P08", "V01", "V03", "X03")
"""The indicators of the first catalogue."""


def measure(here: Exercise, rounds: int) -> dict[str, Times]:
    """Make variants with either catalogue by turns; no look-alikes are asked for, of which the eight have none."""
    counts = msgspec.structs.replace(here.scenario.consignments, look_alikes=0)
    scenario = msgspec.structs.replace(here.scenario, consignments=counts)
    every = tuple(catalogue())
    seconds = interleaved(
        {f"{len(ids)} modules": afresh(_making(scenario, ids)) for ids in (FIRST_EIGHT, every)},
        rounds,
    )
    return {name: Times(tuple(1000 * each for each in times.per(counts.count).rounds)) for name, times in seconds.items()}


def _making(scenario: Scenario, ids: Collection[str]) -> Callable[[int], object]:
    def make(number: int) -> object:
        with _catalogue_of(ids):
            return Exercise(scenario, plan(scenario, SEED)).files(number)

    return make


@contextmanager
def _catalogue_of(ids: Collection[str]) -> Iterator[None]:
    """Leave out of the catalogue all but some of its modules."""
    entries = catalogue()
    before = dict(entries)
    for id_ in before.keys() - set(ids):
        del entries[id_]
    try:
        yield
    finally:
        entries.clear()
        entries.update(before)
