"""What confidence and flags say of one respondent, beyond how often he was right; None where it is not defined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.grading.calibration import STATED
from simulator.grading.grade import ConsignmentGrade
from simulator.grading.localisation import Marked, weighted_afroc_area
from simulator.grading.measures import FEWEST_FOR_SENSITIVITY
from simulator.grading.ratings import brier, expected_cost, partial_area, rating, wilcoxon_area

PREVALENCE = 0.05
"""Share of shipments to be opened at which costs are stated; a class has many more, a desk often fewer."""

MISS_COST, FALSE_ALARM_COST = 10.0, 1.0
"""A shipment missed weighs as ten opened in vain: a convention of this program, the same for everybody."""

MOST_FALSE_ALARMS = 0.2
"""Partial areas look at false-alarm rates up to here: nobody opens every second lawful shipment."""


@dataclass(frozen=True, slots=True)
class TraineeMeasures:
    """Areas from 0 to 1 (guessing .5, but for ``wafroc``), Brier's score from 0 (best) to 1, cost in false alarms."""

    auc: float | None
    partial_auc: float | None
    brier: float | None
    wafroc: float | None
    expected_cost: float | None


def trainee_measures(answered: Sequence[ConsignmentGrade]) -> TraineeMeasures:
    """Return the measures of one respondent's answered consignments.

    Signals are compared with lawful consignments, as for d', and like it only where there are four of each.
    """
    return TraineeMeasures(
        auc=auc(answered), partial_auc=partial_auc(answered), brier=brier_score(answered), wafroc=wafroc(answered),
        expected_cost=cost(answered),
    )  # fmt: skip


def auc(answered: Sequence[ConsignmentGrade]) -> float | None:
    """Return the chance that a signal was rated above a lawful consignment (Wilcoxon)."""
    signals, lawful = _ratings(_kinds(_sure(answered)))
    return wilcoxon_area(signals, lawful)


def partial_auc(answered: Sequence[ConsignmentGrade]) -> float | None:
    """Return the area at few false alarms, rescaled so that guessing is .5."""
    signals, lawful = _ratings(_kinds(_sure(answered)))
    return partial_area(signals, lawful, MOST_FALSE_ALARMS)


def brier_score(answered: Sequence[ConsignmentGrade]) -> float | None:
    """Return the mean squared difference between what the confidence marks state and being right."""
    given = [(each.answer.confidence if each.answer else None, each.correct) for each in answered]
    marked = [(STATED[confidence], right) for confidence, right in given if confidence]
    found = brier([stated for stated, _ in marked], [right for _, right in marked])
    return None if found is None else found.score


def wafroc(answered: Sequence[ConsignmentGrade]) -> float | None:
    """Return the weighted area of flags: found boxes of signals against other boxes flagged on lawful consignments."""
    signals, lawful = _kinds(_sure(answered))
    return weighted_afroc_area([_marked(each) for each in signals], [_marked(each) for each in lawful])


def cost(answered: Sequence[ConsignmentGrade]) -> float | None:
    """Return the expected cost of a shipment at ``PREVALENCE``, in false alarms."""
    signals, lawful = _kinds(answered)
    if not signals or not lawful:
        return None
    hits = sum(each.acts for each in signals) / len(signals)
    alarms = sum(each.acts for each in lawful) / len(lawful)
    return expected_cost(hits, alarms, PREVALENCE, MISS_COST, FALSE_ALARM_COST)


Kinds = tuple[list[ConsignmentGrade], list[ConsignmentGrade]]


def _sure(answered: Sequence[ConsignmentGrade]) -> list[ConsignmentGrade]:
    return [each for each in answered if each.answer is not None and each.answer.confidence]


def _kinds(answered: Sequence[ConsignmentGrade]) -> Kinds:
    """Return signals and lawful consignments, none of either where one kind is too rare."""
    signals, lawful = [each for each in answered if each.signal], [each for each in answered if each.lawful]
    return (signals, lawful) if min(len(signals), len(lawful)) >= FEWEST_FOR_SENSITIVITY else ([], [])


def _ratings(kinds: Kinds) -> tuple[list[float], list[float]]:
    signals, lawful = ([float(_rating(each)) for each in kind] for kind in kinds)
    return signals, lawful


def _rating(each: ConsignmentGrade) -> int:
    return rating(each.acts, each.answer.confidence or 0) if each.answer else 0


def _marked(each: ConsignmentGrade) -> Marked:
    """All boxes of one consignment bear the rating of its decision; a flagged look-alike is a wrong mark."""
    evidence = each.evidence
    if evidence is None:
        return Marked((), ())
    own = float(_rating(each))
    findings = (*(own for _ in evidence.found), *(None for _ in evidence.missed))
    return Marked(findings, (own,) * (evidence.wrong + evidence.look_alike))
