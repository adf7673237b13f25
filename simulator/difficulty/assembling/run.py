"""The whole way: pool, choice, the assembled exercise drawn as it will be issued, its prediction."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.difficulty.assembling.choosing import Chosen, assembled, choose_forms
from simulator.difficulty.assembling.pool import Curves, curves, draw_pool
from simulator.difficulty.assembling.wishes import Wishes
from simulator.difficulty.assembling.writing import AssembledForm
from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.calibrated import Draws
from simulator.difficulty.tuning.forms import Form, draw_form
from simulator.difficulty.tuning.predicting import predict
from simulator.engines.engine import ONE_CORE, Engine
from simulator.errors import BrokenData
from simulator.pack.provenance import derived_seeds
from simulator.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class Assembling:
    """What to assemble from: packs of a scenario, for a class; ``draws`` are a calibration's."""

    scenario: Scenario
    class_: ClassAbility
    draws: Draws | None
    seed: str
    packs: int
    engine: Engine = ONE_CORE


def run(task: Assembling, wishes: Wishes, forms: int = 1) -> tuple[tuple[AssembledForm, ...], Curves, int]:
    """Return the forms, the curves of the pool and how many consignments it has."""
    drawn, pool = draw_pool(task.scenario, derived_seeds(task.seed, "assembly", task.packs), task.engine)
    of_pool = curves(drawn, task.scenario, task.class_, task.draws)
    chosen = choose_forms(wishes, pool, of_pool, forms)
    return tuple(_checked(task, each) for each in chosen), of_pool, len(pool)


def _checked(task: Assembling, chosen: Chosen) -> AssembledForm:
    """Return the form with its prediction."""
    form = as_issued(task.scenario, chosen, task.seed)
    found = predict([form], task.scenario.scoring, task.class_, task.draws)
    return AssembledForm(chosen, assembled(task.scenario, chosen), found.of_these([1]))


def as_issued(scenario: Scenario, chosen: Chosen, seed: str) -> Form:
    """Return the first variant of the assembled exercise in a pack of this seed.

    Raise ``BrokenData`` when a consignment has other papers there than in the pool.
    """
    form = draw_form(assembled(scenario, chosen), seed)
    items = {each.slot: each.item for each in form.consignments}
    for number, each in enumerate(chosen.candidates, start=1):
        if items[f"S{number:02d}"] != each.solution.item:
            problem = f"pool: {each.taken.slot} of pack {each.taken.seed} has other papers on the assembled desk"
            raise BrokenData(problem)
    return form
