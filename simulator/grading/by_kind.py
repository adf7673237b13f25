"""Hits and false alarms by family and by how a clue is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from simulator.formats.key import Finding
from simulator.formats.vocabulary import FAMILIES, SEEN_BY, Family, SeenBy
from simulator.grading.class_rates import Rate, rate_of
from simulator.grading.grade import ConsignmentGrade

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class KindRates(Generic[Kind]):
    """One family, or one way of seeing, over answers.

    ``hits`` are signals stopped whose infringement shows a clue of the kind, ``seen`` findings of any consequence that
    were flagged, ``false_alarms`` lawful shipments stopped that carry a look-alike of the kind, ``misled`` look-alikes
    that were flagged. A shipment with clues of two kinds counts under both.
    """

    kind: Kind
    hits: Rate
    seen: Rate
    false_alarms: Rate
    misled: Rate


def family_rates(answered: Iterable[ConsignmentGrade]) -> tuple[KindRates[Family], ...]:
    """Return the rates of each family that occurs, in the order of the catalogue."""
    return _rates(tuple(answered), FAMILIES, lambda finding: (finding.family,))


def seen_by_rates(answered: Iterable[ConsignmentGrade]) -> tuple[KindRates[SeenBy], ...]:
    """Return the rates of each way of seeing that occurs; a clue that is seen in two ways counts under both."""
    return _rates(tuple(answered), SEEN_BY, lambda finding: finding.seen_by)


def plain_false_alarms(answered: Iterable[ConsignmentGrade]) -> Rate:
    """Return how often lawful shipments were stopped that carry no look-alike at all: what the others compare with."""
    return rate_of(each.acts for each in answered if each.lawful and not each.key.look_alikes)


def _rates(
    answered: Sequence[ConsignmentGrade], kinds: Sequence[Kind], kinds_of: Callable[[Finding], Sequence[Kind]]
) -> tuple[KindRates[Kind], ...]:
    every = (_kind(answered, kind, kinds_of) for kind in kinds)
    return tuple(each for each in every if each.seen.total or each.misled.total)


def _kind(
    answered: Sequence[ConsignmentGrade], kind: Kind, kinds_of: Callable[[Finding], Sequence[Kind]]
) -> KindRates[Kind]:
    def fitting(findings: Iterable[Finding]) -> list[Finding]:
        return [finding for finding in findings if kind in kinds_of(finding)]

    def infringes(each: ConsignmentGrade) -> bool:
        return any(finding.points_to == "infringement" for finding in fitting(each.key.findings))

    graded = [(each.key, each.evidence) for each in answered if each.evidence is not None]
    return KindRates(
        kind=kind,
        hits=rate_of(each.acts for each in answered if each.signal and infringes(each)),
        seen=rate_of(finding.indicator in flags.found for key, flags in graded for finding in fitting(key.findings)),
        false_alarms=rate_of(each.acts for each in answered if each.lawful and fitting(each.key.look_alikes)),
        misled=rate_of(odd.indicator in flags.misled_by for key, flags in graded for odd in fitting(key.look_alikes)),
    )
