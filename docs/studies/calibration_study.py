"""A whole small study with simulated classes: ``python docs/studies/calibration_study.py`` writes ``calibration.md``.

Classes answer packs, a calibration is estimated from them, a scenario is tuned for a wanted pass rate, and fresh
classes show whether the predictions hold. Two to three minutes of one core; the same seeds, the same page.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from simulator.difficulty.calibrating.reading import read_responses
from simulator.difficulty.calibrating.run import calibrate
from simulator.difficulty.models.prediction import expected_share
from simulator.difficulty.simulate import ClassAbility
from simulator.difficulty.tuning.forms import Form, PassRate, draw_forms, graded, pass_rate
from simulator.difficulty.tuning.search import Looking, Tuned, tune
from simulator.formats.calibration import Calibration, DifficultyModel
from simulator.grading.tables import csv_bytes, response_rows
from simulator.scenario import load_scenario

HERE = Path(__file__).parent
SCENARIO, TUNED = "monterrey", "first-hour"
CLASSES, TRAINEES, FRESH = 6, 40, 400
FORMS, CHECKS = 24, 48
WANTED = 0.6
TRUTH = ClassAbility()


def main() -> None:
    """Run the study and write its page and plot."""
    scenario = load_scenario(SCENARIO)
    forms = draw_forms(scenario, [f"study, class {number}" for number in range(1, CLASSES + 1)])
    found = calibrated(forms)
    assert found.difficulty is not None
    points = slot_points(found, found.difficulty, forms)
    wanted = load_scenario(TUNED)
    tuned = {
        "assumed": tune(Looking(wanted, TRUTH, None, FORMS), WANTED),
        "calibrated": tune(Looking(wanted, ClassAbility(0.0, found.difficulty.spread), found.difficulty, FORMS), WANTED),
    }
    achieved = {name: check(each) for name, each in tuned.items()}
    (HERE / "calibration.svg").write_text(plot(points), encoding="utf-8")
    (HERE / "calibration.md").write_text(page(found, points, tuned, achieved), encoding="utf-8")


def calibrated(forms: Sequence[Form]) -> Calibration:
    """Return the calibration of a class a form, by way of the files that grading writes."""
    scoring = load_scenario(SCENARIO).scoring
    with TemporaryDirectory() as name:
        paths = []
        for number, form in enumerate(forms, start=1):
            grades = graded(form, scoring, TRUTH, trainees=TRAINEES)
            rows = [row for grade in grades for row in response_rows(grade, f"pack {number}", SCENARIO)]
            path = Path(name) / f"{number}.csv"
            path.write_bytes(csv_bytes(tuple(rows[0]), rows))
            paths.append(path)
        return calibrate(read_responses(paths))


Point = tuple[float, float, float]
"""Share right of a slot: predicted by the calibration, among fresh trainees, in the class that was calibrated."""


def slot_points(found: Calibration, model: DifficultyModel, forms: Sequence[Form]) -> list[Point]:
    """Return each slot's shares; the fresh trainees are others than those of the calibration."""
    scoring = load_scenario(SCENARIO).scoring
    means = {each.pack: each.mean or 0.0 for each in found.packs}
    fresh: dict[tuple[str, str], float] = {}
    for number, form in enumerate(forms, start=1):
        grades = graded(form, scoring, TRUTH, trainees=TRAINEES + FRESH)[TRAINEES:]
        for place, key in enumerate(form.consignments):
            fresh[f"pack {number}", key.slot] = sum(grade.consignments[place].correct for grade in grades) / FRESH
    predicted = [expected_share(np.array([-each.difficulty]), means[each.pack], model.spread)[0] for each in model.slots]
    return [
        (float(share), fresh[each.pack, each.slot], each.right) for share, each in zip(predicted, model.slots, strict=True)
    ]


def check(tuned: Tuned) -> PassRate:
    """Return the pass rate that fresh classes reach with packs of fresh seeds of the tuned scenario."""
    forms = draw_forms(tuned.scenario, [f"study, check {number}" for number in range(1, CHECKS + 1)])
    return pass_rate(forms, tuned.scenario.scoring, TRUTH, None)


def rmse(points: Sequence[Point], place: int) -> float:
    """Return how far predicted (0) or observed (2) shares lie from those of fresh trainees."""
    return float(np.sqrt(np.mean([(each[place] - each[1]) ** 2 for each in points])))


def page(found: Calibration, points: Sequence[Point], tuned: dict[str, Tuned], achieved: dict[str, PassRate]) -> str:
    """Return the page."""
    model, acts = found.difficulty, found.detection
    assert model is not None
    together = np.corrcoef([each[0] for each in points], [each[1] for each in points])[0, 1]
    lines = [
        "# A calibration study",
        "",
        "Written by `calibration_study.py`: simulated classes throughout, so that the truth is known.",
        "",
        f"{CLASSES} classes of {TRAINEES} answered a pack of `{SCENARIO}` each ({found.answers} answers); abilities normal,",
        f"mean {TRUTH.mean:g}, standard deviation {TRUTH.spread:g} logits. `simulator calibrate` estimates from them:",
        "",
        "| feature | logits of difficulty | standard error |",
        "|---|---|---|",
    ]
    for place, (name, weight) in enumerate(zip(model.features, model.weights, strict=True)):
        lines.append(f"| {name} | {weight:+.2f} | {model.covariance[place][place] ** 0.5:.2f} |")
    lines += [
        "",
        f"Left out: {'; '.join(f'{each.feature} ({each.why})' for each in model.dropped) or 'none'}.",
        f"Errors: slot {model.slot_sd:.2f}, item {'-' if model.item_sd is None else f'{model.item_sd:.2f}'}; a new "
        f"consignment is predicted to ± {model.predictive_error:.2f} logits (one standard error).",
    ]
    if acts is not None:
        lines.append(
            f"Detection: d' {acts.d_prime:.2f}, criterion {acts.criterion:+.2f}; slots differ by {acts.slot_sd:.2f}."
        )
    lines += [f"Not estimated: {each.part}: {each.why}." for each in found.not_estimated]
    lines += [
        "",
        "## Do the difficulties hold?",
        "",
        f"Share right of each of {len(points)} slots among {FRESH} fresh trainees, against what the calibration says and "
        "what",
        f"the class of {TRAINEES} showed by itself: root mean square difference {rmse(points, 0):.3f} and "
        f"{rmse(points, 2):.3f};",
        f"correlation of the former {together:.3f}.",
        "",
        "![shares right, predicted and seen](calibration.svg)",
        "",
        "## Does the tuned exercise pass as many as predicted?",
        "",
        f"`{TUNED}` tuned for {WANTED:g}; then {CHECKS} packs of fresh seeds, {achieved['assumed'].trainees} fresh "
        "trainees each.",
        "",
        "| difficulty of clues | subtlety | look-alikes | predicted | achieved | difference |",
        "|---|---|---|---|---|---|",
    ]
    for name, each in tuned.items():
        rate, seen = each.predicted, achieved[name]
        weights = " ".join(f"{weight:g}" for weight in each.scenario.indicators.subtlety)
        lines.append(
            f"| {name} | {weights} | {each.setting.look_alikes} | {rate.rate:.3f} ± {1.96 * rate.error:.3f} "
            f"| {seen.rate:.3f} ± {1.96 * seen.error:.3f} | {seen.rate - rate.rate:+.3f} |"
        )
    lines += [
        "",
        "*assumed*: the prediction uses the difficulties that the classes were simulated with. *calibrated*: it knows them "
        "only",
        f"from the {found.answers} answers, on other exercises, and by the rule of `tuning/clues.py`. Packs of one scenario "
        "differ by",
        f"{tuned['assumed'].predicted.between:.2f} (standard deviation of the pass rate between seeds): one class says "
        "little of a rate.",
        "",
    ]
    return "\n".join(lines)


def plot(points: Sequence[Point]) -> str:
    """Return predicted shares (black) and those of the calibrated class (grey) against fresh trainees, as SVG."""
    side, edge = 320, 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 2 * edge} {side + 2 * edge}" '
        'font-family="sans-serif" font-size="11">',
        '<rect width="100%" height="100%" fill="white"/>',
        f'<path d="M{edge} {edge}V{edge + side}H{edge + side}" fill="none" stroke="#111"/>',
        f'<path d="M{edge} {edge + side}L{edge + side} {edge}" stroke="#ccc"/>',
    ]
    for place, colour, size in ((2, "#aaa", 3), (0, "#111", 3)):
        for each in points:
            x, y = edge + each[place] * side, edge + (1 - each[1]) * side
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{colour}"/>')
    for tick in (0, 0.5, 1):
        parts.append(f'<text x="{edge + tick * side}" y="{edge + side + 14}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{edge - 6}" y="{edge + (1 - tick) * side + 4}" text-anchor="end">{tick:g}</text>')
    told = "share right: black predicted, grey of the calibrated class"
    parts += [
        f'<text x="{edge}" y="{edge + side + 30}">{told}</text>',
        f'<text x="{edge}" y="{edge - 12}">upwards: share right among fresh trainees</text>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    main()
