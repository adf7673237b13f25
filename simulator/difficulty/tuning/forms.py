"""Forms of a scenario without paper or PDF: the key of one variant a seed, and who would pass it."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.trainees import answer
from simulator.difficulty.tuning.clues import drawn_world
from simulator.engines.engine import ONE_CORE, Engine
from simulator.engines.running import in_order
from simulator.exercise.planning import plan
from simulator.exercise.slots import Slot
from simulator.exercise.variants import variant
from simulator.formats.calibration import DifficultyModel
from simulator.formats.key import Finding, KeyConsignment
from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Submission
from simulator.grading.grade import RespondentGrade, grade_respondent
from simulator.indicators.catalogue import catalogue
from simulator.intake.pack_reading import Codes
from simulator.randomness import Stream
from simulator.scenario import Scenario, Scoring

TRAINEES_A_FORM = 100
_VARIANT = "v01"


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the seed that it follows from and its solution."""

    seed: str
    consignments: tuple[KeyConsignment, ...]


def draw_forms(scenario: Scenario, seeds: Sequence[str], engine: Engine = ONE_CORE) -> tuple[Form, ...]:
    """Return a form a seed; raise ``Unsatisfiable`` when the scenario asks for what no shipment can show."""
    return tuple(in_order(draw_form, ((scenario, seed) for seed in seeds), engine))


def draw_form(scenario: Scenario, seed: str) -> Form:
    """Return the first variant's solution of the pack that this seed would give."""
    return Form(seed, variant(scenario, plan(scenario, seed), _VARIANT, seed).key.consignments)


def at_other_levels(form: Form, scenario: Scenario) -> Form:
    """Return nearly the form that other weights of subtlety give, without drawing its shipments again.

    The plan is drawn, which is quick; its indicators are the same, since each draw has a place of its own. The shipments
    would be others, which matters for the incidental look-alikes only.
    """
    slots = {slot.id: slot for slot in plan(scenario, form.seed)}
    return Form(form.seed, tuple(_at_level(each, slots[each.slot]) for each in form.consignments))


def _at_level(consignment: KeyConsignment, slot: Slot) -> KeyConsignment:
    findings = tuple(_levelled(each, slot) for each in consignment.findings)
    look_alikes = tuple(_levelled(each, slot) for each in consignment.look_alikes)
    return msgspec.structs.replace(consignment, findings=findings, look_alikes=look_alikes)


def _levelled(found: Finding, slot: Slot) -> Finding:
    known = catalogue()[found.indicator].card.subtleties
    if not found.planted:
        return found
    return msgspec.structs.replace(found, subtlety=slot.subtlety if slot.subtlety in known else known[0])


def graded(
    form: Form, scoring: Scoring, class_: ClassAbility, model: DifficultyModel | None = None, trainees: int = TRAINEES_A_FORM
) -> tuple[RespondentGrade, ...]:
    """Return the grades of simulated trainees who answer a form; the same form and class give the same grades."""
    world = drawn_world(model, Stream(form.seed, "tuning", "weights"))
    class_ = class_ if model is None else dataclasses.replace(class_, difficulties=world.difficulties)
    codes = clue_codes(form.consignments)
    beyond = {each.slot: world.residual(Stream(form.seed, "tuning", "error", each.slot)) for each in form.consignments}
    found = []
    for number in range(1, trainees + 1):
        place = Stream(form.seed, "tuning", "trainee", number)
        who = PackTrainee(f"T{number:03d}", "", "", _VARIANT)
        person = class_.person(form.consignments, place)
        given = tuple(
            answer(each, dataclasses.replace(person, ability=person.ability - beyond[each.slot]), place.at(each.slot))
            for each in form.consignments
        )
        found.append(grade_respondent(who, form.consignments, Submission(who.id, given), codes, scoring))
    return tuple(found)


def clue_codes(consignments: Sequence[KeyConsignment]) -> Codes:
    """Return the boxes of clues: simulated trainees flag no others, so these are all that can be meant."""
    return {
        each.id: tuple(dict.fromkeys(part.box for clue in (*each.findings, *each.look_alikes) for part in clue.evidence))
        for each in consignments
    }


@dataclass(frozen=True, slots=True)
class PassRate:
    """The share of trainees who pass, over ``forms`` seeds with ``trainees`` each.

    ``between`` is the standard deviation of the true rates of packs made from different seeds, the sampling of trainees
    taken off; ``error`` the standard error of ``rate``.
    """

    rate: float
    between: float
    error: float
    forms: int
    trainees: int

    def interval(self, class_size: int, quantile: float = 1.96) -> tuple[float, float]:
        """Return where the pass rate of one class of that size with one pack lies in 95 of 100 cases.

        Three variances are added: between seeds, of the class's sampling, and of the prediction itself.
        """
        sampling = self.rate * (1 - self.rate) / class_size
        reach = quantile * math.sqrt(self.between**2 + sampling + self.error**2)
        return max(0.0, self.rate - reach), min(1.0, self.rate + reach)


def pass_rate(
    forms: Sequence[Form],
    scoring: Scoring,
    class_: ClassAbility,
    model: DifficultyModel | None,
    engine: Engine = ONE_CORE,
) -> PassRate:
    """Return the predicted pass rate over these forms."""
    pieces = ((form, scoring, class_, model) for form in forms)
    return rate_of(list(in_order(_share_passed, pieces, engine)), TRAINEES_A_FORM)


def _share_passed(form: Form, scoring: Scoring, class_: ClassAbility, model: DifficultyModel | None) -> float:
    return sum(each.passed for each in graded(form, scoring, class_, model)) / TRAINEES_A_FORM


def rate_of(rates: Sequence[float], trainees: int) -> PassRate:
    """Return mean and spread of the pass rates of several forms, each from so many trainees."""
    count = len(rates)
    mean = math.fsum(rates) / count
    total = math.fsum((rate - mean) ** 2 for rate in rates) / (count - 1) if count > 1 else 0.0
    sampling = math.fsum(rate * (1 - rate) for rate in rates) / count / max(1, trainees - 1)
    return PassRate(mean, math.sqrt(max(0.0, total - sampling)), math.sqrt(total / count), count, trainees)
