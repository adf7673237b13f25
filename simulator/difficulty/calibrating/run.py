"""A calibration from responses: each part that the answers tell, and why not where they do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from simulator.difficulty.calibrating.acting import fit_acting
from simulator.difficulty.calibrating.hardness import fit_hardness
from simulator.difficulty.calibrating.reading import Response
from simulator.errors import BadInput
from simulator.formats.calibration import CalibratedPack, Calibration, NotEstimated

_NO_FIT = "the fit of these answers has no solution; calibrate more of them"


def calibrate(answers: Sequence[Response]) -> Calibration:
    """Return the calibration of all answers, each pack a class with its own mean ability."""
    problems: list[NotEstimated] = []
    difficulty = detection = None
    means: dict[str, float] = {}
    try:
        with np.errstate(invalid="raise"):  # What is no number is no estimate.
            difficulty, means = fit_hardness(answers)
    except BadInput as error:
        problems.append(NotEstimated("difficulty", error.problem))
    except (np.linalg.LinAlgError, FloatingPointError):
        problems.append(NotEstimated("difficulty", _NO_FIT))
    try:
        with np.errstate(invalid="raise"):
            detection = fit_acting(answers)
    except BadInput as error:
        problems.append(NotEstimated("detection", error.problem))
    except (np.linalg.LinAlgError, FloatingPointError):
        problems.append(NotEstimated("detection", _NO_FIT))
    people = {each.who for each in answers}
    counts, respondents = Counter(each.pack for each in answers), Counter(pack for pack, _ in people)
    scenarios = {each.pack: each.scenario for each in answers}
    return Calibration(
        answers=len(answers),
        respondents=len(people),
        packs=tuple(
            CalibratedPack(pack, scenario, respondents[pack], counts[pack], means.get(pack))
            for pack, scenario in scenarios.items()
        ),
        difficulty=difficulty,
        detection=detection,
        not_estimated=tuple(problems),
    )
