"""Who acts: detection and leaning kept apart, signals against lawful consignments, by probit.

    acts ~ signal * load + signal:(clue features) + (1 + signal | trainee) + (1 | slot) [+ (1 | group)]

``signal`` is +1/2 on signals and -1/2 on lawful consignments, so that intercept = -criterion and its weight = d'. The load
is centred on all consignments, clue features on the signals (and 0 on lawful ones), so that both hold at an average one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np

from simulator.difficulty.calibrating.features import Chosen, choose
from simulator.difficulty.calibrating.naming import slot_names
from simulator.difficulty.calibrating.reading import FEATURES, Response
from simulator.difficulty.models.detection import Decisions, Places, coded, fit_detection
from simulator.difficulty.models.responses import Floats
from simulator.errors import BadInput
from simulator.formats.calibration import DetectionModel

LOAD = ("sides", "lines")
"""What there is to read."""

CLUES = tuple(name for name in FEATURES if name not in (*LOAD, "trusted"))
"""What the clues themselves are."""

_FEWEST_GROUPS = 3
FEWEST_RESPONDENTS = 4
"""Fewer people tell nothing of how people differ."""


def fit_acting(answers: Sequence[Response]) -> DetectionModel:
    """Return the model of all answers to signals and lawful consignments; raise ``BadInput`` where they do not tell it."""
    people = len({each.who for each in answers})
    if people < FEWEST_RESPONDENTS:
        raise BadInput(f"{people} respondents do not tell how people differ; {FEWEST_RESPONDENTS} are needed")
    names = slot_names(answers)
    pairs = [(name, each) for name, each in zip(names, answers, strict=True) if each.signal or each.verdict == "release"]
    rows = [each for _, each in pairs]
    signal = np.array([each.signal for each in rows], dtype=bool)
    slots = [name for name, _ in pairs]
    load, clues = _columns(rows, LOAD), _columns(rows, CLUES)
    of_signals = len({name for name, each in pairs if each.signal})
    loads = choose(LOAD, load, len(set(slots))) if rows else Chosen((), ())
    chosen = choose(CLUES, clues[signal], of_signals) if signal.any() else Chosen((), ())
    centres = {LOAD[place]: float(load[:, place].mean()) for place in loads.places}
    centres |= {CLUES[place]: float(clues[signal, place].mean()) for place in chosen.places}
    features = coded(
        signal,
        [clues[:, place] - centres[CLUES[place]] for place in chosen.places],
        [load[:, place] - centres[LOAD[place]] for place in loads.places],
    )
    groups = _groups(rows)
    fit = fit_detection(
        Decisions(
            acts=np.array([each.acts for each in rows], dtype=bool),
            signal=signal,
            features=features,
            trainee=_numbered([each.who for each in rows]),
            slot=_numbered(slots),
            group=groups,
        )
    )
    used = [LOAD[place] for place in loads.places]
    return DetectionModel(
        criterion=float(-fit.weights[0]),
        d_prime=float(fit.weights[1]),
        features=(
            *("intercept", "signal", *used, *(f"signal x {name}" for name in used)),
            *(f"signal: {CLUES[place]}" for place in chosen.places),
        ),
        weights=tuple(map(float, fit.weights)),
        covariance=tuple(tuple(map(float, row)) for row in fit.weight_covariance),
        centres=centres,
        trainee_sd=fit.trainee_sd,
        correlation=fit.trainee_correlation,
        slot_sd=fit.slot_sd,
        group_sd=fit.group_sd,
        dropped=(*loads.dropped, *chosen.dropped),
    )


def _columns(rows: Sequence[Response], names: Sequence[str]) -> Floats:
    places = [FEATURES.index(name) for name in names]
    return np.array([[each.card[place] for place in places] for each in rows], dtype=float).reshape(len(rows), len(names))


def _numbered(names: Sequence[Hashable]) -> Places:
    order = {name: place for place, name in enumerate(dict.fromkeys(names))}
    return np.array([order[name] for name in names], dtype=np.intp)


def _groups(rows: Sequence[Response]) -> Places | None:
    """Return whose group each answer is of, None unless several groups have several respondents."""
    people = {(each.pack, each.group, each.respondent) for each in rows if each.group}
    members = Counter((pack, group) for pack, group, _ in people)
    if sum(count > 1 for count in members.values()) < _FEWEST_GROUPS:
        return None
    return _numbered([(each.pack, each.group or each.respondent) for each in rows])
