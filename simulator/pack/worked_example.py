"""The worked example of a briefing: one more consignment with an easy clue, solved, in no count, key or grade."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.slots import Slot
from simulator.exercise.variants import variant
from simulator.formats.key import KeyConsignment
from simulator.indicators.catalogue import indicators
from simulator.layout.binding import Dossier
from simulator.pack.dossier import dossier
from simulator.randomness import Stream
from simulator.scenario import Scenario

LETTER = "E"
"""The example's consignment is E01, so that it is not taken for one of the exercise."""


@dataclass(frozen=True, slots=True)
class SolvedExample:
    """The example's solution and its papers, bound."""

    solution: KeyConsignment
    dossier: Dossier


def solved_example(scenario: Scenario, seed: str) -> SolvedExample:
    """Return an easy signal on a desk of its own."""
    stream = Stream(seed, "worked example")
    easy = [
        entry
        for entry in indicators()
        if entry.card.points_to == "infringement" and 1 in entry.card.subtleties and scenario.indicators.allows(entry.id)
    ] or [entry for entry in indicators() if entry.card.points_to == "infringement"]
    entry = stream.pick(easy)
    own = entry.card.branded and bool(scenario.brands)
    slot = Slot("S00", "signal", (entry.id,), (entry.id,), entry.card.branded, min(entry.card.subtleties), own=own)
    made = variant(scenario, (slot,), "worked-example", seed, LETTER)
    return SolvedExample(made.key.consignments[0], dossier(made.papers, scenario.paper))
