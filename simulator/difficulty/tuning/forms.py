"""Forms of a scenario without paper or PDF: the key of one variant a seed, and who would pass it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.trainees import answer
from simulator.engines.engine import ONE_CORE, Engine
from simulator.engines.running import in_order
from simulator.exercise.planning import plan
from simulator.exercise.slots import Slot
from simulator.exercise.variants import variant
from simulator.formats.key import Finding, KeyConsignment
from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Submission
from simulator.grading.grade import RespondentGrade, grade_respondent
from simulator.indicators.catalogue import catalogue
from simulator.intake.pack_reading import Codes
from simulator.randomness import Stream
from simulator.scenario import Scenario, Scoring

TRAINEES_A_FORM = 100
FIRST_VARIANT = "v01"


@dataclass(frozen=True, slots=True)
class Form:
    """One form: the seed that it follows from and its solution."""

    seed: str
    consignments: tuple[KeyConsignment, ...]
    variant: str = FIRST_VARIANT


def draw_forms(scenario: Scenario, seeds: Sequence[str], engine: Engine = ONE_CORE) -> tuple[Form, ...]:
    """Return a form a seed; raise ``Unsatisfiable`` when the scenario asks for what no shipment can show."""
    return tuple(in_order(draw_form, ((scenario, seed) for seed in seeds), engine))


def draw_form(scenario: Scenario, seed: str, id_: str = FIRST_VARIANT) -> Form:
    """Return a variant's solution of the pack that this seed would give."""
    return Form(seed, variant(scenario, plan(scenario, seed), id_, seed).key.consignments, id_)


def at_other_levels(form: Form, scenario: Scenario) -> Form:
    """Return nearly the form that other weights of subtlety give, without drawing its shipments again.

    The plan is drawn, which is quick; its indicators are the same, since each draw has a place of its own. The shipments
    would be others, which matters for the incidental look-alikes only.
    """
    slots = {slot.id: slot for slot in plan(scenario, form.seed)}
    return dataclasses.replace(form, consignments=tuple(_at_level(each, slots[each.slot]) for each in form.consignments))


def _at_level(consignment: KeyConsignment, slot: Slot) -> KeyConsignment:
    findings = tuple(_levelled(each, slot) for each in consignment.findings)
    look_alikes = tuple(_levelled(each, slot) for each in consignment.look_alikes)
    card = consignment.difficulty
    if card is not None:
        card = msgspec.structs.replace(card, subtlety=min((each.subtlety for each in findings), default=0))
    return msgspec.structs.replace(consignment, findings=findings, look_alikes=look_alikes, difficulty=card)


def _levelled(found: Finding, slot: Slot) -> Finding:
    known = catalogue()[found.indicator].card.subtleties
    if not found.planted:
        return found
    return msgspec.structs.replace(found, subtlety=slot.subtlety if slot.subtlety in known else known[0])


def graded(
    form: Form, scoring: Scoring, class_: ClassAbility, trainees: int = TRAINEES_A_FORM, people: str = ""
) -> tuple[RespondentGrade, ...]:
    """Return the grades of simulated trainees who answer a form; the same form and class give the same grades.

    ``people`` names who they are: the same name gives the same abilities on another form. Variants of one pack have its
    seed, and so the same people.
    """
    codes = clue_codes(form.consignments)
    found = []
    for number in range(1, trainees + 1):
        place = Stream(form.seed, "tuning", "trainee", number)
        who = PackTrainee(f"T{number:03d}", "", "", form.variant)
        person = class_.person(form.consignments, Stream(people, "tuning", "person", number) if people else place)
        given = tuple(answer(each, person, place.at(each.slot)) for each in form.consignments)
        found.append(grade_respondent(who, form.consignments, Submission(who.id, given), codes, scoring))
    return tuple(found)


def clue_codes(consignments: Sequence[KeyConsignment]) -> Codes:
    """Return the boxes of clues: simulated trainees flag no others, so these are all that can be meant."""
    return {
        each.id: tuple(dict.fromkeys(part.box for clue in (*each.findings, *each.look_alikes) for part in clue.evidence))
        for each in consignments
    }
