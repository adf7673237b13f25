"""How often consignments are got right by a calibration, where nobody has answered them yet.

A calibration says how hard a *consignment* is by its card. So that is what is taken from it: the chance of a right
decision at an ability. What a right or a wrong answer looks like besides (which wrong decision, which flags) is what
simulated trainees of that ability do. The weights are drawn within their uncertainty, the same draw for all forms; what the
card does not explain (errors of slot and item) is drawn for each consignment. Sides, which are known only when papers are
bound, stand at their mean where the card has none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from simulator.difficulty.calibrating.features import LAWFUL, TEMPTED, TEMPTING
from simulator.difficulty.models.responses import Floats
from simulator.difficulty.tuning.forms import Form
from simulator.difficulty.tuning.outcomes import Outcomes
from simulator.formats.calibration import DifficultyModel
from simulator.formats.key import DifficultyCard, KeyConsignment
from simulator.formats.vocabulary import SEEN_BY
from simulator.randomness import Stream
from simulator.scenario import Scoring

_NEVER = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Weights that a calibration allows, draws x features; each second draw mirrors the one before it.

    Mirrored, their mean is the estimate itself, so that few of them tell the mean of what follows.
    """

    model: DifficultyModel
    weights: Floats

    def difficulties(self, form: Form, consignment: KeyConsignment) -> Floats:
        """Return how hard a consignment of a form is in each draw, in logits."""
        model = self.model
        errors = np.zeros(len(self.weights))
        for draw in range(len(errors)):
            # Variants of a pack share the slots' errors; papers of their own have errors of their own.
            slot = Stream(form.seed, "tuning", "slot error", consignment.slot, draw)
            item = Stream(form.seed, "tuning", "item error", form.variant, consignment.slot, draw)
            errors[draw] = model.slot_sd * slot.normal() + ((model.item_sd or 0.0) * item.normal() if model.item_sd else 0.0)
        found: Floats = self.weights @ card_row(model, consignment.difficulty) + errors
        return found


def drawn(model: DifficultyModel, count: int, stream: Stream) -> Draws:
    """Return that many draws of the weights, an even number of them."""
    centre = np.array(model.weights)
    covariance = np.array(model.covariance if model.average_covariance is None else model.average_covariance)
    root = np.linalg.cholesky(covariance + 1e-12 * np.eye(len(centre)))
    moved = [
        root @ [stream.at("weight", draw, name).normal() for name in model.features] for draw in range((count + 1) // 2)
    ]
    return Draws(model, np.array([centre + sign * each for each in moved for sign in (1, -1)]))


def card_row(model: DifficultyModel, card: DifficultyCard | None) -> Floats:
    """Return a consignment's features in the model's order, the intercept's 1 first; means where they are not known."""
    known: dict[str, float] = {}
    if card is not None:
        known |= {way: float(way in card.seen_by) for way in SEEN_BY}
        known |= {"clues": card.clues, "subtlety": card.subtlety, "look_alike_count": card.look_alikes}
        tempting = card.look_alikes if card.clues == 0 else 0
        known |= {LAWFUL: float(card.clues == 0), TEMPTED: float(tempting > 0), TEMPTING: tempting}
        known |= {"trusted": card.trusted, "lines": card.lines}
        known |= {"sides": card.sides} if card.sides else {}
    return np.array([1.0] + [known.get(name, model.centres[name]) for name in model.features[1:]])


def as_often_right(
    each: Outcomes, likely: Floats, difficulty: float, abilities: Floats, scoring: Scoring
) -> tuple[Floats, Floats]:
    """Return what ways earn and how likely they are when the decision is right as often as a calibration says.

    Among right answers, and among wrong ones, the ways stay as likely to each other as they were (``likely``, ways x
    abilities). Papers on which simulated trainees are never wrong are questioned for nothing, a wrong box flagged.
    """
    wanted = expit(abilities - difficulty)
    right = likely[each.right].sum(axis=0)
    if right.max() < _NEVER:
        return each.earned, likely
    wrong = 1 - right
    if wrong.max() < _NEVER:
        stray = (1 - scoring.evidence_weight) * scoring.credit["release"]["query"]
        return np.append(each.earned, stray), np.vstack([likely * wanted, 1 - wanted])
    factor = np.where(each.right[:, None], wanted / np.maximum(right, _NEVER), (1 - wanted) / np.maximum(wrong, _NEVER))
    return each.earned, likely * factor
