"""The page of the calibration study: what was found, as Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from calibration_study import Cell, Study

    from simulator.formats.calibration import Calibration


WIDTH = 125


def page(study: Study) -> str:
    """Return the page."""
    parts = (_opening, _weights, _slots, _tuned, _over_seeds, _amounts, _gains)
    return "\n".join(line for part in parts for line in (*part(study), "")).rstrip() + "\n"


def _opening(study: Study) -> list[str]:
    found = _whole(study)
    return [
        "# A calibration study",
        "",
        *_told(
            "Written by `calibration_study.py`: simulated classes throughout, so that the truth is known. Real classes will "
            "differ from simulated ones in ways that no simulation tells; what is shown is that the methods return what was "
            "put in."
        ),
        "",
        "## Classes and calibration",
        "",
        *_told(
            f"{len(found.packs)} classes of {found.packs[0].respondents} answered a pack of "
            f"`{found.packs[0].scenario}` each "
            f"({found.answers} answers); abilities normal, mean 0.5, standard deviation 1 logits. `simulator calibrate` "
            "estimates from them:"
        ),
    ]


def _weights(study: Study) -> list[str]:
    found = _whole(study)
    model, acts = found.difficulty, found.detection
    assert model is not None
    lines = ["| feature | logits of difficulty | standard error |", "|---|---|---|"]
    for place, (name, weight) in enumerate(zip(model.features, model.weights, strict=True)):
        lines.append(f"| {name} | {weight:+.2f} | {model.covariance[place][place] ** 0.5:.2f} |")
    lines += [
        "",
        *_told(
            "(A level of subtlety was put in as 1 logit; lawful consignments without look-alikes are never got wrong by "
            "simulated trainees, which is why their weight is large and held by its prior alone.)"
        ),
        "",
        f"Left out: {'; '.join(f'{each.feature} ({each.why})' for each in model.dropped) or 'none'}.",
        f"Errors: slot {model.slot_sd:.2f}, item {'-' if model.item_sd is None else f'{model.item_sd:.2f}'}; a new "
        f"consignment is predicted to ± {model.predictive_error:.2f} logits (one standard error).",
    ]
    if acts is not None:
        told = f"Detection: d' {acts.d_prime:.2f}, criterion {acts.criterion:+.2f}; slots differ by {acts.slot_sd:.2f}."
        lines.append(told)
    return lines + [f"Not estimated: {each.part}: {each.why}." for each in found.not_estimated]


def _slots(study: Study) -> list[str]:
    predicted, true, seen = np.array(study.points).T
    together = np.corrcoef(predicted, true)[0, 1]
    return [
        "## Do the difficulties hold?",
        "",
        *_told(
            f"Share right of each of {len(true)} slots against the truth: root mean square difference "
            f"{_rms(predicted - true):.3f} by the calibration, {_rms(seen - true):.3f} by what each slot's class of "
            f"{_whole(study).packs[0].respondents} showed by itself; correlation of the former {together:.3f}."
        ),
        "",
        "![shares right, predicted and true](calibration.svg)",
    ]


def _tuned(study: Study) -> list[str]:
    differences = np.array([each.achieved.rate - each.pack.predicted.rate for each in study.assumed])
    error = float(np.sqrt(np.sum([each.achieved.error**2 for each in study.assumed]))) / len(differences)
    known = np.array([each.achieved.rate - each.by_calibration.rate for each in study.assumed])
    first = study.assumed[0]
    answered = first.achieved.trainees * first.achieved.forms
    return [
        "## Do tuned packs pass as many as predicted?",
        "",
        *_told(
            "`simulator tune` was asked for three rates of three scenarios, the difficulties that the classes "
            "were simulated "
            "with being known to it. *all seeds*: predicted for packs of the tuned scenario "
            f"({first.tuned.predicted.forms} looked at). *the pack*: predicted for the one pack that `tune` names, all its "
            f"variants ({first.pack.variants} for a class of 12). *achieved*: the share of {answered} fresh "
            "trainees who pass "
            "that pack, graded as every class is. *difference*: achieved less predicted for the pack, with its "
            "95 % interval. "
            "*by calibration*: what the calibration above predicts for the same pack."
        ),
        "",
        "| scenario | wanted | subtlety | look-alikes | all seeds | the pack | achieved | difference | by calibration |",
        "|---|---|---|---|---|---|---|---|---|",
        *(_row(each) for each in study.assumed),
        "",
        *_told(
            f"Largest difference {np.abs(differences).max():.3f}; mean {differences.mean():+.3f} ± "
            f"{1.96 * error:.3f}: no bias "
            f"that {answered * len(differences)} trainees could show. By the calibration the packs are predicted to "
            f"{_rms(known):.3f} (root mean square difference from what was achieved; largest {np.abs(known).max():.3f})."
        ),
        "",
        "![pass rates, predicted and achieved](tuned.svg)",
        "",
        *_told(
            "Tuned *by the calibration* alone, with its uncertainty in the interval "
            f"({_whole(study).answers} answers, all to `{_whole(study).packs[0].scenario}`), of scenarios "
            "that nobody has answered:"
        ),
        "",
        "| scenario | wanted | subtlety | look-alikes | all seeds | the pack | achieved | difference |",
        "|---|---|---|---|---|---|---|---|",
        *(_row(each, last=False) for each in study.calibrated),
    ]


def _row(each: Cell, last: bool = True) -> str:
    pack, seen, predicted = each.pack.predicted, each.achieved, each.tuned.predicted
    weights = " ".join(f"{weight:.2f}" for weight in each.tuned.scenario.indicators.subtlety)
    known = f" ± {1.96 * pack.error:.3f}" if pack.error else ""
    cells = [
        each.scenario,
        f"{each.wanted:g}",
        weights,
        str(each.tuned.setting.look_alikes),
        f"{predicted.rate:.3f} ± {1.96 * predicted.error:.3f}",
        f"{pack.rate:.3f}{known}",
        f"{seen.rate:.3f}",
        f"{seen.rate - pack.rate:+.3f} ± {1.96 * seen.error:.3f}",
        *([f"{each.by_calibration.rate:.3f} ± {1.96 * each.by_calibration.error:.3f}"] if last else []),
    ]
    return f"| {' | '.join(cells)} |"


def _over_seeds(study: Study) -> list[str]:
    predicted, fresh = study.over_seeds
    apart = float(np.hypot(predicted.error, fresh.error))
    cell = study.assumed[1]
    return _told(
        f"Packs of one scenario differ by {predicted.between:.2f} (standard deviation of the pass rate "
        "between seeds), so the "
        "mean over all seeds is only as well known as the packs looked at are many: "
        f"`{cell.scenario}` at {cell.wanted:g} was predicted {predicted.rate:.3f} from {predicted.forms}, and {fresh.forms} "
        f"packs of other seeds have {fresh.rate:.3f}: {fresh.rate - predicted.rate:+.3f} ± {1.96 * apart:.3f}. That is why "
        "`tune` names a pack."
    )


def _amounts(study: Study) -> list[str]:
    return [
        "## How many classes does a calibration need?",
        "",
        *_told(
            "The nine packs again (two variants of each, whose true rates are worked out), predicted by calibrations of the "
            "first of the classes only. *said*: the mean half width of the 95 % intervals."
        ),
        "",
        "| classes | answers | said | mean difference | root mean square difference |",
        "|---|---|---|---|---|",
        *(
            f"| {each.classes} | {each.answers} | ± {1.96 * each.error:.3f} | {each.mean:+.3f} | {each.rmse:.3f} |"
            for each in study.amounts
        ),
        "",
        *_told(
            "The mean difference is what these packs have in common, the weights' own errors: with this many classes a rate "
            "that is predicted from answers to other papers is **not** known to 0.03, and `tune` says so in its interval. "
        ),
        "",
        *_told(
            "What is said of one pack does not shrink to nothing with more classes: each new consignment has an "
            "error of its "
            "own that no card tells."
        ),
    ]


def _gains(study: Study) -> list[str]:
    first, second = study.form_rates
    before, after = study.returned
    return [
        "## Does a gain come back?",
        "",
        *_told(
            "`simulator assemble --forms 2` took two forms of `monterrey`, twelve consignments each, out of a "
            "pool of 24 packs. "
            f"Their expected scores differ by {study.apart:.2f} of 100 points at most, at any ability within two standard "
            f"deviations; predicted pass rates are {first:.3f} and {second:.3f}."
        ),
        "",
        "![expected scores of both forms](forms.svg)",
        "",
        "100 classes of 40 answered one form and then the other; `simulator gain` gave each its interval.",
        "",
        "| gain in logits | in points | found, mean | standard deviation between classes | 95 % intervals that hold it "
        "| that hold 0 |",
        "|---|---|---|---|---|---|",
        *(
            f"| {each.logits:g} | {each.points:+.2f} | {each.found:+.2f} | {each.found_sd:.2f} | {each.covered:.1%} "
            f"| {each.of_zero:.1%} |"
            for each in (before, after)
        ),
        "",
        *_told(
            "(95 % of 100 is known to ± 4 %.) The intervals speak of other people with these two forms: what the "
            "forms differ "
            "by is stated above and not in them."
        ),
    ]


def _told(text: str) -> list[str]:
    return wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _whole(study: Study) -> Calibration:
    return study.calibrations[max(study.calibrations)]


def _rms(values: Sequence[float]) -> float:
    return float(np.sqrt(np.mean(np.square(values))))
