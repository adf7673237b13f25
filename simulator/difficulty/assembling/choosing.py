"""From wishes and a pool to assembled scenarios: one, or several that are equally hard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from simulator.difficulty.assembling.pool import Candidate, Curves, information
from simulator.difficulty.assembling.wishes import SIGNAL, Wishes
from simulator.difficulty.assembly import Alike, Between, Wanted, assemble_forms
from simulator.difficulty.models.responses import Floats
from simulator.formats.vocabulary import ACTING
from simulator.scenario import ConsignmentCounts, Pool, Scenario

EQUAL_SCORE = 0.5
"""Points by which the expected scores of two equivalent forms may differ, at any ability."""

EQUAL_SPREAD = 0.05
"""Share by which the variances of their scores may differ."""

_PLACES = 9
"""Abilities from two standard deviations below the class's mean to two above at which forms are made alike."""


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """One form: which candidates, and its expected score at each of the abilities of the curves."""

    places: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    score: Floats


def choose_forms(wishes: Wishes, pool: Sequence[Candidate], curves: Curves, forms: int) -> tuple[Chosen, ...]:
    """Return the forms; raise ``Unsatisfiable`` when the pool has none such."""
    found = assemble_forms(wanted(wishes, pool, curves), forms, alike(wishes, curves) if forms > 1 else None)
    return tuple(
        Chosen(places, tuple(pool[each] for each in places), 100 * curves.earned[:, list(places)].mean(axis=1))
        for places in found
    )


def wanted(wishes: Wishes, pool: Sequence[Candidate], curves: Curves) -> Wanted:
    """Return the wishes as constraints over the pool."""
    mean = float(curves.weights @ curves.at)
    values: dict[str, tuple[Iterable[float], tuple[float, float] | None, float]] = {
        "share_right": (curves.share_right, wishes.share_right, 1.0),
        "score": (curves.mean_earned, wishes.score, 100.0),
        "look_alikes": ([len(each.solution.look_alikes) for each in pool], wishes.look_alikes, 1.0),
    }
    return Wanted(
        count=wishes.count,
        categories=_categories(wishes, pool),
        values={
            name: ([float(value) for value in each], bounds[0] / unit, bounds[1] / unit)
            for name, (each, bounds, unit) in values.items()
            if bounds is not None
        },
        information=information(curves, [mean + each for each in wishes.information_at]),
        sets=[each.voyage for each in pool],
        most_sets=wishes.voyages,
    )


def _categories(wishes: Wishes, pool: Sequence[Candidate]) -> dict[str, tuple[Sequence[bool], Between]]:
    solutions = [each.solution for each in pool]
    shown = [{each.indicator for each in solution.findings} for solution in solutions]
    found: dict[str, tuple[Sequence[bool], Between]] = {}
    for name, bounds in wishes.verdicts.items():
        verdicts = ACTING if name == SIGNAL else {name}
        found[f"verdicts.{name}"] = [each.verdict in verdicts for each in solutions], Between(*bounds)
    for name, bounds in wishes.modes.items():
        found[f"modes.{name}"] = [each.mode == name for each in solutions], Between(*bounds)
    for name, bounds in wishes.families.items():
        members = [name in {clue.family for clue in each.findings} for each in solutions]
        found[f"families.{name}"] = members, Between(*bounds)
    for name, bounds in wishes.indicators.items():
        found[f"indicators.{name}"] = [name in each for each in shown], Between(*bounds)
    if wishes.same_indicator is not None:
        for name in sorted(set().union(*shown) - wishes.indicators.keys()):
            found[f"same_indicator ({name})"] = [name in each for each in shown], Between(0, wishes.same_indicator)
    return found


def alike(wishes: Wishes, curves: Curves) -> Alike:
    """Return that forms have the same expected score, and spread of scores, at any ability of the class."""
    mean = float(curves.weights @ curves.at)
    spread = float(np.sqrt(curves.weights @ (curves.at - mean) ** 2))
    at = mean + spread * np.linspace(-2, 2, _PLACES)
    tables = (curves.earned, curves.variance)
    earned, variance = (np.array([np.interp(at, curves.at, each) for each in table.T]).T for table in tables)
    usual = wishes.count * variance.mean(axis=1)
    return Alike(
        np.vstack([earned, variance]),
        np.concatenate([np.full(_PLACES, EQUAL_SCORE / 100 * wishes.count), EQUAL_SPREAD * usual]),
    )


def assembled(scenario: Scenario, chosen: Chosen) -> Scenario:
    """Return the scenario that has just these consignments, with the counts that they give."""
    solutions = [each.solution for each in chosen.candidates]
    verdicts = Counter("signal" if each.verdict in ACTING else each.verdict for each in solutions)
    counts = ConsignmentCounts(
        count=len(solutions),
        sea=sum(each.mode == "sea" for each in solutions),
        signals=verdicts["signal"],
        revenue=verdicts["revenue"],
        query=verdicts["query"],
        look_alikes=sum(any(clue.planted for clue in each.look_alikes) for each in solutions),
        double=sum(each.verdict in ACTING and sum(clue.planted for clue in each.findings) > 1 for each in solutions),
        cards=scenario.consignments.cards,
        worked_example=scenario.consignments.worked_example,
    )
    pool = Pool(scenario.consignments, scenario.indicators, tuple(each.taken for each in chosen.candidates))
    return msgspec.structs.replace(scenario, consignments=counts, pool=pool)
