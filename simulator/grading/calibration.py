"""Confidence marks against how often the answers were right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.grading.class_rates import Rate, rate_of
from simulator.grading.grade import ConsignmentGrade
from simulator.grading.measures import mean

STATED = {1: 0.55, 2: 0.70, 3: 0.85, 4: 0.97}
"""What the sheet prints beside each mark: about 55, 70, 85 and 97 %."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The answers of one mark, 1 to 4, and how many of them were right; ``stated`` is what the mark says, 0 to 1."""

    mark: int
    stated: float
    right: Rate


@dataclass(frozen=True, slots=True)
class Calibration:
    """All answers with a mark; ``stated`` is the mean of what they say, None of nothing.

    ``excess`` is that mean less the share right, above 0 where a class is surer than it is right; ``excess_interval``
    follows from Wilson's interval of the share, what was stated being taken as it is.
    """

    marks: tuple[Marked, ...]
    stated: float | None
    right: Rate

    @property
    def excess(self) -> float | None:
        """Mean confidence less share right.

        Lichtenstein, S., Fischhoff, B. & Phillips, L. D. (1982): Calibration of probabilities: the state of the art to
        1980. In Kahneman, Slovic & Tversky (eds.), Judgment under Uncertainty, 306-334: their over- or underconfidence.
        """
        share = self.right.share
        return None if self.stated is None or share is None else self.stated - share

    @property
    def excess_interval(self) -> tuple[float, float] | None:
        """Both ends of the 95 % interval of ``excess``."""
        ends = self.right.interval
        return None if self.stated is None or ends is None else (self.stated - ends[1], self.stated - ends[0])


def calibration(answered: Iterable[ConsignmentGrade]) -> Calibration:
    """Return the calibration of those answers that bear a mark."""
    marked = [(each.answer.confidence, each.correct) for each in answered if each.answer and each.answer.confidence]
    return Calibration(
        marks=tuple(
            Marked(mark, stated, rate_of(correct for given, correct in marked if given == mark))
            for mark, stated in STATED.items()
        ),
        stated=mean(STATED[given] for given, _ in marked),
        right=rate_of(correct for _, correct in marked),
    )
