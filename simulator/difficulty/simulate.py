"""A simulated class: an answer file in which every respondent of a pack answers every consignment."""

from __future__ import annotations

import csv
import io
import math

from simulator.difficulty.trainees import answer
from simulator.errors import BadInput
from simulator.formats.pack import PackTrainee
from simulator.formats.submission import Answer
from simulator.intake.answers_csv import REQUIRED
from simulator.intake.pack_reading import OpenedPack
from simulator.randomness import Stream

DEFAULT_ABILITY = 0.5
"""Mean ability of a class, in logits."""

WIDEST_ABILITY = 20.0
"""Beyond this many logits everybody sees everything, or nothing."""


def simulate_class(opened: OpenedPack, ability: float = DEFAULT_ABILITY, seed: str | None = None) -> bytes:
    """Return the answer file of a class whose abilities lie around ``ability`` logits with standard deviation 1.

    Without a ``seed`` it follows from the pack's id, so that repeated runs agree. Raise ``BadInput`` for an ability
    that is not a number of logits.
    """
    if not math.isfinite(ability) or abs(ability) > WIDEST_ABILITY:
        wide = f"{WIDEST_ABILITY:g}"
        raise BadInput(f"{ability} is no mean ability in logits; use a number from -{wide} to {wide}", place="--ability")
    stream = Stream(default_seed(opened.pack.pack) if seed is None else seed, "class")
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(REQUIRED)
    for trainee in opened.pack.trainees:
        for each in _answers(opened, trainee, ability, stream.at(trainee.id)):
            writer.writerow([trainee.id, each.consignment, each.decision, each.confidence, " ".join(each.flags)])
    return text.getvalue().encode()


def default_seed(pack: str) -> str:
    """Return the seed of the class that is simulated for a pack when none is given."""
    return f"simulated class of {pack}"


def _answers(opened: OpenedPack, trainee: PackTrainee, mean: float, stream: Stream) -> list[Answer]:
    ability = mean + stream.normal()
    return [answer(each, ability, stream.at(each.id)) for each in opened.consignments(trainee)]
