"""Assembly: every constraint is met, and no other selection of a small bank does better."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from simulator.difficulty.assembly import Between, Wanted, assemble
from simulator.errors import Unsatisfiable
from simulator.randomness import Stream


def bank(items: int, seed: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    stream = Stream(seed)
    rate = np.array([0.3 + 0.6 * stream.uniform() for _ in range(items)])
    sea = np.array([stream.chance(0.5) for _ in range(items)])
    information = np.array([[stream.uniform() for _ in range(items)] for _ in range(3)])
    return rate, sea, information


def test_the_best_of_all_selections_of_a_small_bank_is_found() -> None:
    rate, sea, information = bank(12, "small")
    wanted = Wanted(4, {"sea": (list(sea), Between(1, 2))}, {"rate": (list(rate), 0.5, 0.7)}, information)
    taken = assemble(wanted)

    def allowed(chosen: tuple[int, ...]) -> bool:
        each = list(chosen)
        return 1 <= sea[each].sum() <= 2 and 0.5 <= rate[each].mean() <= 0.7

    best = max(information[:, list(c)].sum(axis=1).min() for c in combinations(range(12), 4) if allowed(c))
    assert allowed(taken)
    assert information[:, list(taken)].sum(axis=1).min() >= 0.995 * best


def test_forty_of_a_thousand_meet_every_constraint() -> None:
    rate, sea, information = bank(1000, "large")
    families = {f"family {n}": ([i % 8 == n for i in range(1000)], Between(3, 7)) for n in range(8)}
    wanted = Wanted(40, {**families, "sea": (list(sea), Between(18, 22))}, {"rate": (list(rate), 0.615, 0.625)}, information)
    taken = list(assemble(wanted))
    assert len(set(taken)) == 40
    assert 0.615 <= rate[taken].mean() <= 0.625
    assert 18 <= sea[taken].sum() <= 22
    assert all(3 <= sum(i % 8 == n for i in taken) <= 7 for n in range(8))


def test_what_cannot_be_met_is_said() -> None:
    _, sea, information = bank(10, "impossible")
    with pytest.raises(Unsatisfiable, match="meet sea together"):
        assemble(Wanted(5, {"sea": ([False] * len(sea), Between(1, 5))}, {}, information))
