"""The flags on one consignment against what its papers show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from simulator.formats.key import Finding, KeyConsignment
from simulator.grading.measures import f1, precision, recall
from simulator.intake.box_codes import matching_codes

RIGHT_ROLES = frozenset({"shows", "against", "follows"})
FINDING_ROLES = frozenset({"shows", "against"})

FlagKind: TypeAlias = Literal["right", "look_alike", "identifies", "wrong"]


@dataclass(frozen=True, slots=True)
class FlagOutcome:
    """One flag as it was written, what it counts as, and the boxes on which it does.

    ``meant`` are all boxes that it stands for, where it leaves row or letter open.
    """

    flag: str
    kind: FlagKind
    boxes: frozenset[str]
    meant: frozenset[str]


@dataclass(frozen=True, slots=True)
class EvidenceGrade:
    """What the flags on one answered consignment were worth.

    ``right`` and ``wrong`` count; ``identifies`` and ``look_alike`` stand apart. ``found`` and ``missed`` name the
    indicators of the findings, ``misled_by`` the look-alikes of which a box was flagged.
    """

    right: int
    wrong: int
    identifies: int
    look_alike: int
    found: tuple[str, ...]
    missed: tuple[str, ...]
    misled_by: tuple[str, ...]

    @property
    def score(self) -> float:
        """F1 of flags right and findings found; without findings 1 when no flag is wrong, else 0."""
        findings = len(self.found) + len(self.missed)
        if findings == 0:
            return 0.0 if self.wrong else 1.0
        return f1(precision(self.right, self.wrong), recall(len(self.found), findings))


def grade_evidence(consignment: KeyConsignment, flags: Iterable[str], codes: Iterable[str]) -> EvidenceGrade:
    """Grade the flags on a consignment; ``codes`` are all codes that may be flagged for it.

    A flag that leaves row or letter open is as good as the best box that it means. Each box counts once, however
    often and in whatever ways it is flagged.
    """
    outcomes = flag_outcomes(consignment, flags, codes)
    counted = {(each.kind, each.boxes) for each in outcomes}
    kinds = Counter(kind for kind, _ in counted)
    flagged = frozenset[str]().union(*(each.meant for each in outcomes))
    misleading = frozenset[str]().union(*(boxes for kind, boxes in counted if kind == "look_alike"))
    findings = consignment.findings
    return EvidenceGrade(
        kinds["right"],
        kinds["wrong"],
        kinds["identifies"],
        kinds["look_alike"],
        tuple(each.indicator for each in findings if flagged & _boxes((each,), FINDING_ROLES)),
        tuple(each.indicator for each in findings if not flagged & _boxes((each,), FINDING_ROLES)),
        tuple(each.indicator for each in consignment.look_alikes if misleading & _boxes((each,), RIGHT_ROLES)),
    )


def flag_outcomes(consignment: KeyConsignment, flags: Iterable[str], codes: Iterable[str]) -> tuple[FlagOutcome, ...]:
    """Return what each flag counts as, in their order; a flag that means none of the ``codes`` is left out."""
    real = tuple(codes)
    ranks = _ranks(consignment)
    meant = [(flag, frozenset(matching_codes(flag, real))) for flag in flags]
    return tuple(FlagOutcome(flag, *_counted(boxes, ranks), boxes) for flag, boxes in meant if boxes)


def _ranks(consignment: KeyConsignment) -> tuple[tuple[FlagKind, frozenset[str]], ...]:
    """Return the kinds of boxes that are not wrong, best first: what is true of a finding is never held against it."""
    findings, look_alikes = consignment.findings, consignment.look_alikes
    return (
        ("right", _boxes(findings, RIGHT_ROLES)),
        ("look_alike", _boxes(look_alikes, RIGHT_ROLES)),
        ("identifies", _boxes((*findings, *look_alikes), frozenset({"identifies"}))),
    )


def _counted(boxes: frozenset[str], ranks: Iterable[tuple[FlagKind, frozenset[str]]]) -> tuple[FlagKind, frozenset[str]]:
    """Return as what a flag counts, and the boxes on which it does."""
    return next(((kind, boxes & of_kind) for kind, of_kind in ranks if boxes & of_kind), ("wrong", boxes))


def _boxes(findings: Iterable[Finding], roles: frozenset[str]) -> frozenset[str]:
    return frozenset(each.box for finding in findings for each in finding.evidence if each.role in roles)
