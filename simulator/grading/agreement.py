"""How far the members of a group decide alike on the same papers; being alike is not being right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.grading.class_rates import Rate
from simulator.grading.grade import ConsignmentGrade, RespondentGrade
from simulator.grading.measures import FEWEST_FOR_AGREEMENT, differing_pairs, krippendorff_alpha

_Unit = Sequence[ConsignmentGrade]
"""The answers of one group to the same papers, two at least."""


@dataclass(frozen=True, slots=True)
class GroupAgreement:
    """One group, or all of them (``group`` ""), over the consignments that two or more of its members answered.

    ``agreeing`` counts pairs of members with the same decision (pairs are no independent answers: it has no interval);
    ``alpha`` is that agreement less what chance gives, None on fewer than 10 consignments or where every answer is the
    same; ``alike_and_wrong`` counts consignments on which all who answered gave the same wrong decision.
    """

    group: str
    members: int
    consignments: int
    agreeing: Rate
    alpha: float | None
    alike_and_wrong: Rate


@dataclass(frozen=True, slots=True)
class Agreement:
    """Each group whose members share papers, by its id, and all of them together."""

    groups: tuple[GroupAgreement, ...]
    pooled: GroupAgreement


def agreement(present: Iterable[RespondentGrade]) -> Agreement:
    """Return the agreement within groups: of members of one group on equal papers, whatever their variants."""
    groups: dict[str, list[RespondentGrade]] = {}
    for grade in present:
        groups.setdefault(grade.respondent.group, []).append(grade)
    shared = {group: _units(members) for group, members in sorted(groups.items())}
    found = tuple(_agreement(group, len(groups[group]), units) for group, units in shared.items() if units)
    every = [unit for units in shared.values() for unit in units]
    return Agreement(found, _agreement("", sum(each.members for each in found), every))


def _units(members: Iterable[RespondentGrade]) -> list[_Unit]:
    by_item: dict[str, list[ConsignmentGrade]] = {}
    for member in members:
        for each in member.answered:
            by_item.setdefault(each.key.item, []).append(each)
    return [answers for answers in by_item.values() if len(answers) > 1]


def _agreement(group: str, members: int, units: Sequence[_Unit]) -> GroupAgreement:
    decisions = [[each.answer.decision for each in unit if each.answer] for unit in units]
    pairs = [differing_pairs(Counter(unit).values()) for unit in decisions]
    total = sum(every for _, every in pairs)
    wrong = sum(len(set(given)) == 1 and not unit[0].correct for given, unit in zip(decisions, units, strict=True))
    return GroupAgreement(
        group=group,
        members=members,
        consignments=len(units),
        agreeing=Rate(total - sum(differing for differing, _ in pairs), total),
        alpha=krippendorff_alpha(decisions) if len(units) >= FEWEST_FOR_AGREEMENT else None,
        alike_and_wrong=Rate(wrong, len(units)),
    )
