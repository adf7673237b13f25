"""Consignments that do not tell those who decide well elsewhere from those who do not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simulator.formats.vocabulary import Verdict
from simulator.grading.class_rates import Rate, rate_of
from simulator.grading.grade import ConsignmentGrade, RespondentGrade
from simulator.grading.measures import (
    FEWEST_FOR_CORRELATION,
    FEWEST_OF_A_KIND,
    LEAST_DISCRIMINATION,
    correlation,
    correlation_interval,
    mean,
)


@dataclass(frozen=True, slots=True)
class SlotDiscrimination:
    """One slot over everybody who answered it and something else.

    ``correlation`` is between being right here (1 or 0) and the mean credit on everything else that one answered.
    """

    slot: str
    verdict: Verdict
    indicators: tuple[str, ...]
    right: Rate
    correlation: float
    interval: tuple[float, float]

    @property
    def is_poor(self) -> bool:
        """Whether those who are right here decide worse elsewhere than those who are wrong."""
        return self.correlation < LEAST_DISCRIMINATION


@dataclass(frozen=True, slots=True)
class Discrimination:
    """The slots that can be judged, the lowest correlation first, and how many cannot."""

    judged: tuple[SlotDiscrimination, ...]
    not_judged: int

    @property
    def poor(self) -> tuple[SlotDiscrimination, ...]:
        """The slots to look at again."""
        return tuple(each for each in self.judged if each.is_poor)


def discrimination(
    present: Iterable[RespondentGrade], same: Callable[[ConsignmentGrade], str] = lambda each: each.key.slot
) -> Discrimination:
    """Return the corrected item-total correlation of each slot that has enough answers, right ones and wrong ones.

    ``same`` says which answers belong together, where that is not the slot; it then stands for the slot.
    """
    slots: dict[str, list[tuple[ConsignmentGrade, float]]] = {}
    for grade in present:
        for each in grade.answered:
            rest = mean(other.credit for other in grade.answered if other is not each)
            if rest is not None:
                slots.setdefault(same(each), []).append((each, rest))
    found = [_slot(slot, answers) for slot, answers in sorted(slots.items())]
    judged = sorted((each for each in found if each is not None), key=lambda each: (each.correlation, each.slot))
    return Discrimination(tuple(judged), len(found) - len(judged))


def _slot(slot: str, answers: list[tuple[ConsignmentGrade, float]]) -> SlotDiscrimination | None:
    graded = [each for each, _ in answers]
    right = rate_of(each.correct for each in graded)
    if right.total < FEWEST_FOR_CORRELATION or min(right.count, right.total - right.count) < FEWEST_OF_A_KIND:
        return None
    found = correlation([float(each.correct) for each in graded], [rest for _, rest in answers])
    if found is None:
        return None
    return SlotDiscrimination(
        slot=slot,
        verdict=graded[0].key.verdict,
        indicators=tuple(sorted({finding.indicator for each in graded for finding in each.key.findings})),
        right=right,
        correlation=found,
        interval=correlation_interval(found, right.total),
    )
