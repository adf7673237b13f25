"""Simulated trainees: what one person sees on one consignment, and what he answers.

The model is a Rasch model (Rasch 1960): a clue is seen with probability logistic(ability - difficulty), all in logits,
independently of the others. A look-alike is a clue as well: with that probability it is recognised as innocent;
otherwise it is taken for the indicator that it resembles. The answer is the ladder's verdict of all that was
noticed, so that misses and false alarms follow from the same rule as the key.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.formats.key import Finding, KeyConsignment
from simulator.formats.ladder import verdict
from simulator.formats.submission import Answer
from simulator.formats.vocabulary import Family, PointsTo, SeenBy, Strength
from simulator.indicators.catalogue import catalogue
from simulator.randomness import Stream

SUBTLETY_LOGITS = {1: -1.0, 2: 0.0, 3: 1.0}
"""Easy, middling and hard clues lie one standard deviation of ability apart; assumed until classes were calibrated."""

SEEN_BY_LOGITS: dict[SeenBy, float] = {
    "glance": -0.5,
    "arithmetic": 0.25,
    "comparison": 0.0,
    "card": 0.25,
    "absence": 0.5,
}
"""What the way of seeing adds; the hardest step that a clue needs counts. Assumed likewise: what is not there is
harder to see than what is."""

CONFIDENCE_SHARES = (0.55, 0.70, 0.85, 0.97)
"""How often answers of confidence 1 to 4 are right, as the answer sheet prints it."""

CONFIDENCE_NOISE = 0.1
"""Standard deviation of what people believe about the chance that they are right."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a trainee makes of a clue: what it points to for him, and the box that he flags, "" where it has none."""

    points_to: PointsTo
    strength: Strength | None
    family: Family
    box: str


def difficulty(clue: Finding) -> float:
    """Return how hard a finding is to see, or a look-alike to see through, in logits."""
    return SUBTLETY_LOGITS[clue.subtlety] + max((SEEN_BY_LOGITS[way] for way in clue.seen_by), default=0.0)


def chance_to_see(ability: float, clue: Finding) -> float:
    """Return the probability that a trainee of that ability, in logits, sees a clue for what it is."""
    return logistic(ability - difficulty(clue))


def logistic(logits: float) -> float:
    """Return the probability that belongs to logits."""
    return 0.5 * (1 + math.tanh(logits / 2))


def answer(consignment: KeyConsignment, ability: float, stream: Stream) -> Answer:
    """Return what a trainee of that ability answers to a consignment; the same stream gives the same answer."""
    noticed = _noticed(consignment, ability, stream)
    flags = tuple(sorted({each.box.upper() for each in noticed if each.box}))
    confidence = _confidence(consignment, ability, stream.at("confidence"))
    return Answer(consignment.id, verdict(noticed), confidence, flags)


def _noticed(consignment: KeyConsignment, ability: float, stream: Stream) -> list[Noticed]:
    seen = [
        Noticed(each.points_to, each.strength, each.family, _flagged(each, place))
        for number, each in enumerate(consignment.findings)
        if (place := stream.at("finding", number)).chance(chance_to_see(ability, each))
    ]
    misread = [
        _taken_for(each, _flagged(each, place))
        for number, each in enumerate(consignment.look_alikes)
        if not (place := stream.at("look-alike", number)).chance(chance_to_see(ability, each))
    ]
    return seen + misread


def _taken_for(look_alike: Finding, box: str) -> Noticed:
    """Return what a look-alike is taken for: the indicator that it resembles; a plain one is only worth a question."""
    entry = catalogue().get(look_alike.indicator)
    if entry is None or entry.card.resembles is None:
        return Noticed("documentary", "weak", look_alike.family, box)
    resembled = catalogue()[entry.card.resembles].card
    return Noticed(resembled.points_to, resembled.strength, resembled.family, box)


def _flagged(clue: Finding, stream: Stream) -> str:
    """Return one of the boxes between which the clue lies; either side of a disagreement may be the wrong one."""
    boxes = [each.box for each in clue.evidence if each.role in ("shows", "against")]
    return stream.pick(boxes) if boxes else ""


def _confidence(consignment: KeyConsignment, ability: float, stream: Stream) -> int:
    """Return the level whose printed share lies nearest to the chance of having read every clue right, with noise."""
    certainty = math.prod(chance_to_see(ability, each) for each in _clues(consignment))
    believed = certainty + CONFIDENCE_NOISE * stream.normal()
    return min((1, 2, 3, 4), key=lambda level: abs(CONFIDENCE_SHARES[level - 1] - believed))


def _clues(consignment: KeyConsignment) -> Sequence[Finding]:
    return (*consignment.findings, *consignment.look_alikes)
