"""A simulated class: an answer file in which every respondent of a pack answers every consignment."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.difficulty.trainees import ASSUMED, Difficulties, Person, answer
from simulator.engines.engine import ONE_CORE, Engine
from simulator.engines.running import in_order
from simulator.errors import BadInput
from simulator.formats.key import KeyConsignment
from simulator.formats.submission import Answer
from simulator.formats.vocabulary import ACTING, FAMILIES, Family
from simulator.intake.answers_csv import REQUIRED
from simulator.intake.pack_reading import OpenedPack
from simulator.randomness import Stream

DEFAULT_ABILITY = 0.5
"""Mean ability of a class, in logits."""

USUAL_PREVALENCE = 1 / 3
"""Share of signals at which a leaning is stated."""

WIDEST_ABILITY = 20.0
"""Beyond this many logits everybody sees everything, or nothing."""


@dataclass(frozen=True, slots=True)
class ClassAbility:
    """What a simulated class is like, in logits.

    Abilities are normal with ``mean`` and ``spread``. ``leaning`` towards opening shipments is that at a third of signals,
    what these exercises have; it rises by ``follows_prevalence`` for each logit by which a dossier's share of signals lies
    above: 0 for people who do not mind how many they see, 1 for those who use it as a chance. ``skill`` is by family.
    """

    mean: float = DEFAULT_ABILITY
    spread: float = 1.0
    leaning: float = 0.0
    follows_prevalence: float = 0.0
    skill: Mapping[Family, float] = field(default_factory=dict)
    difficulties: Difficulties = ASSUMED

    def person(self, consignments: Sequence[KeyConsignment], stream: Stream) -> Person:
        """Return one member of the class, drawn, who has these consignments."""
        return self.member(consignments, self.mean + self.spread * stream.normal())

    def member(self, consignments: Sequence[KeyConsignment], ability: float) -> Person:
        """Return the member of the class with this ability, who has these consignments."""
        share = (sum(each.verdict in ACTING for each in consignments) + 0.5) / (len(consignments) + 1)
        moved = math.log(share / (1 - share)) - math.log(USUAL_PREVALENCE / (1 - USUAL_PREVALENCE))
        leaning = self.leaning + self.follows_prevalence * moved
        return Person(ability, leaning, self.skill, self.difficulties)


def simulate_class(
    opened: OpenedPack,
    ability: float | ClassAbility = DEFAULT_ABILITY,
    seed: str | None = None,
    engine: Engine = ONE_CORE,
) -> bytes:
    """Return the answer file of a class whose abilities lie around ``ability`` logits with standard deviation 1.

    Or of a class that is described whole. Without a ``seed`` it follows from the pack's id, so that repeated runs agree.
    Raise ``BadInput`` for what is not a number of logits.
    """
    class_ = ability if isinstance(ability, ClassAbility) else ClassAbility(ability)
    check_class(class_)
    seed = default_seed(opened.pack.pack) if seed is None else seed
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(REQUIRED)
    names = [trainee.id for trainee in opened.pack.trainees]
    pieces = ((opened.consignments(trainee), class_, seed, trainee.id) for trainee in opened.pack.trainees)
    for name, given in zip(names, in_order(answers_of, pieces, engine), strict=True):
        writer.writerows([name, each.consignment, each.decision, each.confidence, " ".join(each.flags)] for each in given)
    return text.getvalue().encode()


def answers_of(consignments: Sequence[KeyConsignment], class_: ClassAbility, seed: str, trainee: str) -> list[Answer]:
    """Return what the member of that id answers, in the class with that seed."""
    return answers(consignments, class_, Stream(seed, "class").at(trainee))


def answers(consignments: Sequence[KeyConsignment], class_: ClassAbility, stream: Stream) -> list[Answer]:
    """Return what one member of a class answers to all his consignments."""
    person = class_.person(consignments, stream)
    return [answer(each, person, stream.at(each.id)) for each in consignments]


def check_class(class_: ClassAbility) -> None:
    """Raise ``BadInput`` with the option's name for what is not a number of logits."""
    logits = {
        "--ability": class_.mean,
        "--leaning": class_.leaning,
        "--follows-prevalence": class_.follows_prevalence,
        **{f"--skill {family}": value for family, value in class_.skill.items()},
    }
    wide = f"{WIDEST_ABILITY:g}"
    for place, value in logits.items():
        if not math.isfinite(value) or abs(value) > WIDEST_ABILITY:
            what = "mean ability in logits" if place == "--ability" else "number of logits"
            raise BadInput(f"{value} is no {what}; use a number from -{wide} to {wide}", place=place)
    if not 0 <= class_.spread <= WIDEST_ABILITY:
        raise BadInput(f"{class_.spread} is no spread in logits; use a number from 0 to {wide}", place="--spread")


def skills(texts: Sequence[str]) -> dict[Family, float]:
    """Return skill by family from words like ``parties=-1``; raise ``BadInput`` for others."""
    found: dict[Family, float] = {}
    for text in texts:
        name, _, number = text.partition("=")
        family = next((each for each in FAMILIES if each == name.strip()), None)
        try:
            logits = float(number)
        except ValueError:
            logits = math.nan
        if family is None or not math.isfinite(logits):
            raise BadInput(
                f"{text!r} is no skill; write a family and logits, as parties=-1; the families are {', '.join(FAMILIES)}",
                place="--skill",
            )
        found[family] = logits
    return found


def default_seed(pack: str) -> str:
    """Return the seed of the class that is simulated for a pack when none is given."""
    return f"simulated class of {pack}"
