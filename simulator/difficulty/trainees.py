"""Simulated trainees: what one person sees on one consignment, and what he answers.

The model is a Rasch model (Rasch 1960): a clue is seen with probability logistic(ability - difficulty), all in logits,
independently of the others. A look-alike is a clue as well: with that probability it is recognised as innocent;
otherwise it is taken for the indicator that it resembles. The answer is the ladder's verdict of all that was
noticed, so that misses and false alarms follow from the same rule as the key.

A leaning moves the criterion: who leans by one logit towards opening shipments takes more for a clue, of signals and of
look-alikes alike. Skill by family is added to the ability for that family's clues.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
class Difficulties:
    """How hard clues are, in logits: a level of subtlety, and the hardest way of seeing that a clue needs.

    ``innocent`` is how hard look-alikes are to see through, whatever their kind; None: as hard as they are to see.
    """

    subtlety: Mapping[int, float] = field(default_factory=lambda: SUBTLETY_LOGITS)
    seen_by: Mapping[SeenBy, float] = field(default_factory=lambda: SEEN_BY_LOGITS)
    innocent: float | None = None

    def of(self, clue: Finding) -> float:
        """Return how hard a finding is to see, or a look-alike to see through."""
        if clue.points_to == "innocent" and self.innocent is not None:
            return self.innocent
        return self.subtlety[clue.subtlety] + max((self.seen_by[way] for way in clue.seen_by), default=0.0)


ASSUMED = Difficulties()
"""What is taken for granted until classes were calibrated."""


@dataclass(frozen=True, slots=True)
class Person:
    """One trainee in logits: ``ability``, ``leaning`` towards opening shipments (0: none), skill in some families."""

    ability: float
    leaning: float = 0.0
    skill: Mapping[Family, float] = field(default_factory=dict)
    difficulties: Difficulties = ASSUMED

    def chance(self, clue: Finding) -> float:
        """Return the probability of reading a clue for what it is."""
        return logistic(self.ability + self.ease(clue))

    def ease(self, clue: Finding) -> float:
        """Return what is added to the ability for a clue, in logits: skill and leaning, less how hard it is."""
        leaning = -self.leaning if clue.points_to == "innocent" else self.leaning
        return self.skill.get(clue.family, 0.0) + leaning - self.difficulties.of(clue)


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a trainee makes of a clue: what it points to for him, and the box that he flags, "" where it has none."""

    points_to: PointsTo
    strength: Strength | None
    family: Family
    box: str


def difficulty(clue: Finding) -> float:
    """Return how hard a finding is to see, or a look-alike to see through, in logits."""
    return ASSUMED.of(clue)


def chance_to_see(ability: float, clue: Finding) -> float:
    """Return the probability that a trainee of that ability, in logits, sees a clue for what it is."""
    return Person(ability).chance(clue)


def logistic(logits: float) -> float:
    """Return the probability that belongs to logits."""
    return 0.5 * (1 + math.tanh(logits / 2))


def answer(consignment: KeyConsignment, trainee: Person | float, stream: Stream) -> Answer:
    """Return what a trainee (or one of that ability) answers to a consignment; the same stream gives the same answer."""
    person = trainee if isinstance(trainee, Person) else Person(trainee)
    noticed = _noticed(consignment, person, stream)
    flags = tuple(sorted({each.box.upper() for each in noticed if each.box}))
    confidence = _confidence(consignment, person, stream.at("confidence"))
    return Answer(consignment.id, verdict(noticed), confidence, flags)


def _noticed(consignment: KeyConsignment, person: Person, stream: Stream) -> list[Noticed]:
    seen = [
        noticed(each, _flagged(each, place))
        for number, each in enumerate(consignment.findings)
        if (place := stream.at("finding", number)).chance(person.chance(each))
    ]
    misread = [
        noticed(each, _flagged(each, place))
        for number, each in enumerate(consignment.look_alikes)
        if not (place := stream.at("look-alike", number)).chance(person.chance(each))
    ]
    return seen + misread


def noticed(clue: Finding, box: str) -> Noticed:
    """Return what a finding is when it is seen, and a look-alike when it is not seen through."""
    if clue.points_to == "innocent":
        return _taken_for(clue, box)
    return Noticed(clue.points_to, clue.strength, clue.family, box)


def _taken_for(look_alike: Finding, box: str) -> Noticed:
    """Return what a look-alike is taken for: the indicator that it resembles; a plain one is only worth a question."""
    entry = catalogue().get(look_alike.indicator)
    if entry is None or entry.card.resembles is None:
        return Noticed("documentary", "weak", look_alike.family, box)
    resembled = catalogue()[entry.card.resembles].card
    return Noticed(resembled.points_to, resembled.strength, resembled.family, box)


def _flagged(clue: Finding, stream: Stream) -> str:
    """Return one of the boxes between which the clue lies; either side of a disagreement may be the wrong one."""
    boxes = boxes_to_flag(clue)
    return stream.pick(boxes) if boxes else ""


def boxes_to_flag(clue: Finding) -> list[str]:
    """Return the boxes of which one is flagged, all equally likely."""
    return [each.box for each in clue.evidence if each.role in ("shows", "against")]


def _confidence(consignment: KeyConsignment, person: Person, stream: Stream) -> int:
    """Return the level whose printed share lies nearest to the chance of having read every clue right, with noise."""
    certainty = math.prod(person.chance(each) for each in _clues(consignment))
    believed = certainty + CONFIDENCE_NOISE * stream.normal()
    return min((1, 2, 3, 4), key=lambda level: abs(CONFIDENCE_SHARES[level - 1] - believed))


def _clues(consignment: KeyConsignment) -> Sequence[Finding]:
    return (*consignment.findings, *consignment.look_alikes)
