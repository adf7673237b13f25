"""Which pack to issue: the seed of a tuned scenario whose own pack comes nearest to the wanted rate.

Packs of one scenario differ, by about 0.1 in their pass rates. Of a pack with a known seed every consignment is known, and
so its own rate: no more of that difference is left than the class's sampling, and what a calibration does not know.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.difficulty.tuning.forms import Form, draw_form
from simulator.difficulty.tuning.predicting import PassRate
from simulator.difficulty.tuning.search import TOLERANCE, Looking, Tuned
from simulator.engines.engine import ONE_CORE, Engine
from simulator.engines.running import in_order
from simulator.pack.classroom import classroom
from simulator.scenario import Scenario

SHORT_LIST = 3
"""Packs of which all variants are looked at: those whose first variants come nearest."""

MOST_VARIANTS = 24
"""With more variants so many of them stand for all."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A pack that could be issued: its seed, what is predicted for it, and from how many of its ``variants``."""

    seed: str
    predicted: PassRate
    variants: int

    def near(self, wanted: float) -> bool:
        """Whether the prediction for this pack is near enough to what was wanted."""
        return abs(self.predicted.rate - wanted) <= TOLERANCE


def nearest_pack(looking: Looking, tuned: Tuned) -> Issued:
    """Return the pack, among those of the prediction's seeds, whose predicted rate is nearest to what was wanted."""
    order = sorted(range(len(tuned.seeds)), key=lambda place: abs(tuned.rates[place] - tuned.wanted))
    packs = [issued(looking, tuned.scenario, tuned.seeds[place]) for place in order[:SHORT_LIST]]
    return min(packs, key=lambda each: abs(each.predicted.rate - tuned.wanted))


def issued(looking: Looking, scenario: Scenario, seed: str) -> Issued:
    """Return what is predicted for the pack of a seed, its variants weighed by how many get each."""
    forms, shares = pack_forms(scenario, seed, looking.engine)
    return Issued(seed, looking.predict(scenario, forms).of_these(shares), len(forms))


def pack_forms(scenario: Scenario, seed: str, engine: Engine = ONE_CORE) -> tuple[tuple[Form, ...], Sequence[int]]:
    """Return the variants of the pack of a seed, and how many respondents get each."""
    room = classroom(scenario.class_, None, seed)
    people = Counter(each.variant for each in room.respondents)
    variants = [each for each in room.variants if people[each]][:MOST_VARIANTS]
    forms = tuple(in_order(draw_form, ((scenario, seed, each) for each in variants), engine))
    return forms, [people[each] for each in variants]
