"""How hard slots are and what of the card makes them so: being right, by LLTM+e with errors of slots and shared items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.difficulty.calibrating.features import choose, with_lawful
from simulator.difficulty.calibrating.naming import SlotName, slot_names
from simulator.difficulty.calibrating.reading import FEATURES, Response
from simulator.difficulty.models.design import Design
from simulator.difficulty.models.explanatory import Explained, fit_explanatory
from simulator.difficulty.models.responses import Floats, Responses, responses
from simulator.errors import BadInput
from simulator.formats.calibration import DifficultyModel, SlotDifficulty

INTERCEPT = "intercept"
WEIGHT_PRIOR_SD = 2.5
"""Prior of each weight in logits, wider than what one more of anything does: perhaps nobody was wrong where nothing was to
be found. Gelman, A., Jakulin, A., Pittau, M. G. & Su, Y.-S. (2008): A weakly informative default prior distribution
for logistic and other regression models. Annals of Applied Statistics 2, 1360-1383, have this width (of a Cauchy)."""

_SMOOTH = 1e-2
"""Standard deviation in logits left between papers of one slot and one card where no item was shared: none that matters."""

Unit = tuple[SlotName, str, tuple[float, ...]]
"""What answers are pooled over: slot, item where it is shared, card."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Answers as classes of respondents x units; ``slots`` and ``cards`` follow the units."""

    classes: tuple[Responses, ...]
    slots: tuple[SlotName, ...]
    cards: Floats
    shared: bool
    answers: Floats
    right: Floats


def fit_hardness(answers: Sequence[Response]) -> tuple[DifficultyModel, dict[str, float]]:
    """Return the model and the mean of each pack's class; raise ``BadInput`` where these answers do not tell it."""
    if len({each.correct for each in answers}) == 1:
        raise BadInput("all answers are right, or none is; nothing tells what is hard")
    names = slot_names(answers)
    features, cards = with_lawful(FEATURES, np.array([each.card for each in answers]))
    chosen = choose(features, cards, len(set(names)))
    table = _tabled(answers, names, cards[:, chosen.places])
    fixed = np.column_stack([np.ones(len(table.slots)), table.cards])
    fit = fit_explanatory(table.classes, _design(fixed, table), spread_prior=True)
    slot_sd, item_sd = (float(fit.error_sd[0]), float(fit.error_sd[1])) if len(fit.error_sd) > 1 else (fit.error_sd[0], None)
    own = np.einsum("ij,jk,ik->i", fixed, fit.weight_covariance, fixed)
    average, of_average = _average(fit, table.classes)
    model = DifficultyModel(
        features=(INTERCEPT, *(features[place] for place in chosen.places)),
        weights=tuple(float(-each) for each in fit.weights),
        covariance=tuple(tuple(float(each) for each in row) for row in fit.weight_covariance),
        centres={features[place]: float(cards[:, place].mean()) for place in chosen.places},
        slot_sd=float(slot_sd),
        item_sd=item_sd,
        spread=fit.spread,
        predictive_error=float(np.sqrt(slot_sd**2 + (item_sd or 0.0) ** 2 + own.mean())),
        degrees_of_freedom=max(1, len(set(table.slots)) - fixed.shape[1]),
        slots=_slots(table, fit),
        dropped=chosen.dropped,
        average=average,
        average_covariance=tuple(tuple(float(each) for each in row) for row in of_average),
    )
    packs = list(dict.fromkeys(each.pack for each in answers))
    return model, dict(zip(packs, [0.0, *map(float, fit.means)], strict=True))


def _average(fit: Explained, classes: Sequence[Responses]) -> tuple[float, Floats]:
    """Return the mean ability of all respondents, and the weights' covariance with the intercept stated for it."""
    people = np.array([each.counts.sum() for each in classes])
    shares = (people / people.sum())[1:]
    across = fit.weight_mean_covariance @ shares
    found = fit.weight_covariance.copy()
    found[0] += across
    found[:, 0] += across
    found[0, 0] += shares @ fit.mean_covariance @ shares
    return float(shares @ fit.means), found


def _tabled(answers: Sequence[Response], names: Sequence[SlotName], used: Floats) -> _Table:
    """Pool the answers; papers of one slot that nobody shares differ only by the features ``used`` (answers x features)."""
    who: dict[tuple[SlotName, str], set[tuple[str, str]]] = {}
    for name, each in zip(names, answers, strict=True):
        who.setdefault((name, each.item), set()).add(each.who)
    shared = {key for key, people in who.items() if len(people) > 1}
    keys: list[Unit] = [
        (name, each.item if (name, each.item) in shared else "", tuple(map(float, card)))
        for name, each, card in zip(names, answers, used, strict=True)
    ]
    units = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    places = [units[key] for key in keys]
    counts = Counter(places)
    right = Counter(place for place, each in zip(places, answers, strict=True) if each.correct)
    return _Table(
        classes=_classes(answers, places, len(units)),
        slots=tuple(slot for slot, _, _ in units),
        cards=np.array([card for _, _, card in units]).reshape(len(units), used.shape[1]),
        shared=bool(shared),
        answers=np.array([counts[place] for place in range(len(units))], dtype=float),
        right=np.array([right[place] for place in range(len(units))], dtype=float),
    )


def _classes(answers: Sequence[Response], places: Sequence[int], units: int) -> tuple[Responses, ...]:
    packs: dict[str, dict[str, int]] = {}
    for each in answers:
        people = packs.setdefault(each.pack, {})
        people.setdefault(each.respondent, len(people))
    tables = {pack: np.full((len(people), units), np.nan) for pack, people in packs.items()}
    for each, place in zip(answers, places, strict=True):
        tables[each.pack][packs[each.pack][each.respondent], place] = each.correct
    return tuple(responses(table) for table in tables.values())


def _design(fixed: Floats, table: _Table) -> Design:
    """Return the design: an error of each slot, and of each unit where some item was answered by several."""
    names = list(dict.fromkeys(table.slots))
    slots = np.eye(len(names))[[names.index(each) for each in table.slots]]
    own = np.eye(len(table.slots))
    if len(names) == len(table.slots):
        return Design(fixed, (own,), prior_sd=WEIGHT_PRIOR_SD)
    if table.shared:
        return Design(fixed, (slots, own), prior_sd=WEIGHT_PRIOR_SD)
    return Design(fixed, (slots,), hair=_SMOOTH**2, prior_sd=WEIGHT_PRIOR_SD)


def _slots(table: _Table, fit: Explained) -> tuple[SlotDifficulty, ...]:
    found = []
    for name in dict.fromkeys(table.slots):
        share = np.array([each == name for each in table.slots]) * table.answers
        total = share.sum()
        right = float(table.right[share > 0].sum() / total)
        share = share / total
        error = float(np.sqrt(share @ fit.easiness_covariance @ share))
        found.append(SlotDifficulty(*name, float(-share @ fit.easiness), error, int(total), right))
    return tuple(found)
