"""A whole study with simulated classes: ``python docs/studies/calibration_study.py`` writes ``calibration.md`` and plots.

Classes answer packs, a calibration is estimated from them, exercises are tuned for wanted pass rates, fresh classes show
whether the predictions hold, and two equivalent forms show whether a gain comes back. About five minutes of one core; the
same seeds, the same page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np
from study_page import page
from study_plots import BLACK, BLUE, GREY, Plot

from simulator.difficulty.assembling.choosing import choose_forms
from simulator.difficulty.assembling.pool import curves, draw_pool
from simulator.difficulty.assembling.run import as_issued
from simulator.difficulty.assembling.wishes import own_wishes
from simulator.difficulty.assembling.writing import largest_difference
from simulator.difficulty.calibrating.reading import read_responses
from simulator.difficulty.calibrating.run import calibrate
from simulator.difficulty.models.prediction import expected_share
from simulator.difficulty.models.responses import Floats
from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.calibrated import drawn
from simulator.difficulty.tuning.forms import Form, draw_forms, graded
from simulator.difficulty.tuning.issuing import Issued, nearest_pack, pack_forms
from simulator.difficulty.tuning.passing import abilities
from simulator.difficulty.tuning.predicting import PassRate, predict, score_curve
from simulator.difficulty.tuning.search import DRAWS, Looking, Tuned, tune
from simulator.formats.calibration import Calibration, DifficultyModel
from simulator.grading.gain import gains
from simulator.grading.tables import csv_bytes, response_rows
from simulator.pack.provenance import derived_seeds
from simulator.randomness import Stream
from simulator.scenario import Scenario, load_scenario

HERE = Path(__file__).parent
ANSWERED = "monterrey"
AMOUNTS, TRAINEES = (3, 6, 12), 40
TUNED, RATES, FORMS, FRESH, SEEDS = ("first-hour", "monterrey", "air-warehouse"), (0.4, 0.6, 0.8), 10, 3600, 40
CLASS = 12
POOL, CLASSES, GAINS = 24, 100, (0.0, 0.5)
TRUTH = ClassAbility()


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """One exercise that was tuned: for which rate, what was found, the pack to issue, and who passed it."""

    scenario: str
    wanted: float
    tuned: Tuned
    pack: Issued
    forms: tuple[Form, ...]
    people: Sequence[int]
    achieved: PassRate
    by_calibration: PassRate


@dataclass(frozen=True, slots=True)
class Amount:
    """What a calibration of so many classes predicts for the packs: differences from their true rates."""

    classes: int
    answers: int
    error: float
    mean: float
    rmse: float


@dataclass(frozen=True, slots=True)
class Returned:
    """A gain in logits, what it is in points, and what classes were found to have gained."""

    logits: float
    points: float
    found: float
    found_sd: float
    covered: float
    of_zero: float


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """All that the page tells."""

    calibrations: Mapping[int, Calibration]
    points: Sequence[tuple[float, float, float]]
    assumed: Sequence[Cell]
    calibrated: Sequence[Cell]
    amounts: Sequence[Amount]
    over_seeds: tuple[PassRate, PassRate]
    apart: float
    form_rates: tuple[float, float]
    returned: Sequence[Returned]


def main() -> None:
    """Run the study and write its page and plots."""
    forms = draw_forms(load_scenario(ANSWERED), [f"study, class {number}" for number in range(1, max(AMOUNTS) + 1)])
    calibrations = calibrated(forms)
    whole = calibrations[max(AMOUNTS)]
    assert whole.difficulty is not None
    model = whole.difficulty
    assumed = [cell(name, rate, None, model) for name in TUNED for rate in RATES]
    study = Study(
        calibrations=calibrations,
        points=slot_points(whole, model, forms),
        assumed=assumed,
        calibrated=[cell(name, 0.6, model, model) for name in TUNED if name != ANSWERED],
        amounts=[amount(classes, found, assumed) for classes, found in calibrations.items()],
        over_seeds=fresh_seeds(assumed[1]),
        **before_and_after(),
    )
    plots(study)
    (HERE / "calibration.md").write_text(page(study), encoding="utf-8")


# -- calibrating -----------------------------------------------------------------------------------------------------------


def calibrated(forms: Sequence[Form]) -> dict[int, Calibration]:
    """Return calibrations of the first classes, a class a form, by way of the files that grading writes."""
    scoring = load_scenario(ANSWERED).scoring
    with TemporaryDirectory() as name:
        paths = []
        for number, form in enumerate(forms, start=1):
            grades = graded(form, scoring, TRUTH, trainees=TRAINEES)
            rows = [row for grade in grades for row in response_rows(grade, f"pack {number}", ANSWERED)]
            paths.append(Path(name) / f"{number}.csv")
            paths[-1].write_bytes(csv_bytes(tuple(rows[0]), rows))
        return {classes: calibrate(read_responses(paths[:classes])) for classes in AMOUNTS}


def slot_points(found: Calibration, model: DifficultyModel, forms: Sequence[Form]) -> list[tuple[float, float, float]]:
    """Return each slot's share right: by the calibration, in truth, and in the class that was calibrated."""
    true = curves(forms, load_scenario(ANSWERED), TRUTH).share_right
    names = [(f"pack {number}", key.slot) for number, form in enumerate(forms, start=1) for key in form.consignments]
    truth = dict(zip(names, map(float, true), strict=True))
    means = {each.pack: each.mean or 0.0 for each in found.packs}
    predicted = [expected_share(np.array([-each.difficulty]), means[each.pack], model.spread)[0] for each in model.slots]
    return [
        (float(share), truth[each.pack, each.slot], each.right) for share, each in zip(predicted, model.slots, strict=True)
    ]


def people_of(model: DifficultyModel | None) -> ClassAbility:
    """Return the class that is predicted for."""
    return TRUTH if model is None else ClassAbility(model.average, model.spread)


# -- tuning ----------------------------------------------------------------------------------------------------------------


def cell(name: str, wanted: float, model: DifficultyModel | None, calibration: DifficultyModel) -> Cell:
    """Tune a scenario and let fresh classes answer the pack to issue."""
    scenario = load_scenario(name)
    scenario = msgspec.structs.replace(scenario, class_=msgspec.structs.replace(scenario.class_, trainees=CLASS))
    looking = Looking(scenario, people_of(model), model, FORMS, seed=f"study, {name}, {wanted}, {model is None}")
    tuned = tune(looking, wanted)
    pack = nearest_pack(looking, tuned)
    forms, people = pack_forms(tuned.scenario, pack.seed)
    known = predict(forms, scenario.scoring, people_of(calibration), drawn(calibration, DRAWS, Stream("study", "draws")))
    return Cell(name, wanted, tuned, pack, forms, people, passed(forms, tuned.scenario), known.of_these(people))


def passed(forms: Sequence[Form], scenario: Scenario) -> PassRate:
    """Return the share of fresh simulated trainees who pass the variants of a pack, graded as every class is."""
    each = FRESH // len(forms)
    # Each variant has people of its own: under the pack's seed they would be the same, and far fewer than they look.
    own = [replace(form, seed=f"{form.seed}, {form.variant}") for form in forms]
    rates = [sum(one.passed for one in graded(form, scenario.scoring, TRUTH, trainees=each)) / each for form in own]
    error = float(np.sqrt(sum(rate * (1 - rate) / each for rate in rates))) / len(forms)
    return PassRate(float(np.mean(rates)), 0.0, error, len(forms), each)


def fresh_seeds(tuned: Cell) -> tuple[PassRate, PassRate]:
    """Return the rate predicted for packs of all seeds, and that of others than were looked at."""
    scenario = tuned.tuned.scenario
    forms = draw_forms(scenario, [f"study, fresh {number}" for number in range(SEEDS)])
    return tuned.tuned.predicted, predict(forms, scenario.scoring, TRUTH).over_seeds()


def amount(classes: int, found: Calibration, cells: Sequence[Cell]) -> Amount:
    """Return how well a calibration predicts two variants of each tuned pack, whose true rates are known exactly."""
    model = found.difficulty
    assert model is not None
    draws, differences, errors = drawn(model, DRAWS, Stream("study", "draws")), [], []
    for each in cells:
        forms, scoring = each.forms[:2], each.tuned.scenario.scoring
        told = predict(forms, scoring, people_of(model), draws).of_these([1] * len(forms))
        differences.append(told.rate - predict(forms, scoring, TRUTH).of_these([1] * len(forms)).rate)
        errors.append(told.error)
    return Amount(
        classes,
        found.answers,
        float(np.mean(errors)),
        float(np.mean(differences)),
        float(np.sqrt(np.mean(np.square(differences)))),
    )


# -- before and after ------------------------------------------------------------------------------------------------------


def before_and_after() -> dict[str, object]:
    """Assemble two forms, and let classes answer the one before and the other after."""
    scenario = load_scenario(ANSWERED)
    drawn_, pool = draw_pool(scenario, derived_seeds("study, before and after", "assembly", POOL))
    of_pool = curves(drawn_, scenario, TRUTH)
    chosen = choose_forms(own_wishes(scenario, 2), pool, of_pool, 2)
    forms = [as_issued(scenario, each, "study") for each in chosen]
    rates = predict(forms, scenario.scoring, TRUTH).rates[0]
    at, weights = abilities(TRUTH.mean, TRUTH.spread)
    scores = [score_curve(form, scenario.scoring, TRUTH, at) for form in forms]
    score_plot(at, scores)
    return {
        "apart": largest_difference(chosen, of_pool, TRUTH),
        "form_rates": (float(rates[0]), float(rates[1])),
        "returned": [returned(forms, scenario, gain, at, weights) for gain in GAINS],
    }


def returned(forms: Sequence[Form], scenario: Scenario, gain: float, at: Floats, weights: Floats) -> Returned:
    """Return what classes were found to have gained, who gained so many logits between the forms.

    The gain in points is that on the form before: what a class would have gained had it been possible to give it twice.
    """
    later = replace(TRUTH, mean=TRUTH.mean + gain)
    scoring = scenario.scoring
    points = float(weights @ (score_curve(forms[0], scoring, TRUTH, at + gain) - score_curve(forms[0], scoring, TRUTH, at)))
    found, held, of_zero = [], 0, 0
    for number in range(CLASSES):
        people = f"study, class {number} gains {gain}"
        pair = []
        for place, class_ in enumerate((TRUTH, later)):
            form = replace(forms[place], seed=f"{people}, form {place}")
            grades = graded(form, scoring, class_, trainees=TRAINEES, people=people)
            pair.append({grade.respondent.id: {"score": grade.score} for grade in grades})
        (score,) = gains(*pair, seed=people)
        low, high = score.interval
        found.append(score.gain)
        held += low <= points <= high
        of_zero += low <= 0 <= high
    return Returned(gain, points, float(np.mean(found)), float(np.std(found, ddof=1)), held / CLASSES, of_zero / CLASSES)


# -- plots -----------------------------------------------------------------------------------------------------------------


def plots(study: Study) -> None:
    """Write the plots of slots and of pass rates."""
    slots = Plot(0, 1, "share right that is predicted", "share right in truth", (0, 0.5, 1))
    slots.diagonal()
    for predicted, true, seen in study.points:
        slots.point(seen, true, GREY)
        slots.point(predicted, true, BLACK)
    slots.note(0, "by the calibration", BLACK)
    slots.note(1, f"seen in the class of {TRAINEES}", GREY)
    (HERE / "calibration.svg").write_text(slots.svg(), encoding="utf-8")
    rates = Plot(0.2, 1, "pass rate that was predicted for the pack", "pass rate of fresh classes", (0.2, 0.4, 0.6, 0.8, 1))
    rates.diagonal()
    for each in study.assumed:
        rates.point(each.by_calibration.rate, each.achieved.rate, BLUE, 1.96 * each.achieved.error)
        rates.point(each.pack.predicted.rate, each.achieved.rate, BLACK, 1.96 * each.achieved.error)
    rates.note(0, "difficulties known", BLACK)
    rates.note(1, f"by the calibration of {max(AMOUNTS)} classes", BLUE)
    (HERE / "tuned.svg").write_text(rates.svg(), encoding="utf-8")


def score_plot(at: Floats, scores: Sequence[Floats]) -> None:
    """Write the plot of the expected scores of both forms."""
    plot = Plot(20, 100, "ability (logits)", "expected score", (20, 40, 60, 80, 100), (-2.5, 3.5), (-2, -1, 0, 1, 2, 3))
    near = (at >= -2.5) & (at <= 3.5)
    for score, colour, dashed in zip(scores, (BLACK, BLUE), (False, True), strict=True):
        plot.line(list(zip(at[near].tolist(), score[near].tolist(), strict=True)), colour, dashed)
    plot.note(0, "before", BLACK)
    plot.note(1, "after", BLUE)
    (HERE / "forms.svg").write_text(plot.svg(), encoding="utf-8")


if __name__ == "__main__":
    main()
