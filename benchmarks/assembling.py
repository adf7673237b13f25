"""How long choosing 40 of 1,000 consignments takes: ``python -m benchmarks.assembling [ROUNDS]``; aim: a second at most.

The pool is real: 84 packs of ``monterrey``, drawn once. What is timed is everything after that: the information of each
consignment, the constraints, the integer program.
"""

from __future__ import annotations

import sys
import time

from benchmarks.measuring import Times
from simulator.difficulty.assembling.choosing import choose_forms
from simulator.difficulty.assembling.pool import curves, draw_pool
from simulator.difficulty.assembling.wishes import Wishes
from simulator.difficulty.simulate import ClassAbility
from simulator.formats.vocabulary import FAMILIES
from simulator.pack.provenance import derived_seeds
from simulator.scenario import load_scenario

SCENARIO, PACKS, TAKEN, ITEMS = "monterrey", 84, 40, 1000
ROUNDS = 5

BOUNDS = Wishes(
    count=TAKEN,
    verdicts={"signal": (12, 14), "revenue": (3, 4), "query": (6, 7), "release": (16, 18)},
    modes={"sea": (18, 22)},
    families={family: (1, 7) for family in FAMILIES if family != "labels"},
    same_indicator=2,
    share_right=(0.57, 0.59),
    look_alikes=(0.8, 1.2),
)
FEW_VOYAGES = {"no bound on voyages": None, "at most 20 voyages and flights": 20}


def main(rounds: int) -> None:
    """Measure and print."""
    import msgspec

    scenario, people = load_scenario(SCENARIO), ClassAbility()
    began = time.process_time()
    forms, pool = draw_pool(scenario, derived_seeds("benchmark of assembling", "assembly", PACKS))
    of_pool = curves(forms, scenario, people)
    print(f"pool of {len(pool)} consignments, drawn in {time.process_time() - began:.1f} s of the processor\n")
    for name, voyages in FEW_VOYAGES.items():
        wishes = msgspec.structs.replace(BOUNDS, voyages=voyages)
        seconds = []
        for _ in range(rounds):
            began = time.process_time()
            (found,) = choose_forms(wishes, pool, of_pool, 1)
            seconds.append(time.process_time() - began)
        times = Times(tuple(seconds))
        print(f"{TAKEN} of {len(pool)}, {name:32} {times.median:.2f} s ({min(seconds):.2f} to {max(seconds):.2f})")
        print(f"    share right {of_pool.share_right[list(found.places)].mean():.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
