"""Rates over many answers: shipments, indicators, look-alikes, confidence."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from simulator.formats.key import Finding
from simulator.formats.vocabulary import Family, Verdict
from simulator.grading.grade import ConsignmentGrade
from simulator.grading.measures import FEWEST_FOR_A_RATE, mean, share, wilson_interval

InVariant = tuple[str, ConsignmentGrade]
"""A graded consignment and the variant that it stands in."""


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many; ``interval`` is Wilson's 95 % interval, which takes the answers as independent."""

    count: int
    total: int

    @property
    def share(self) -> float | None:
        """The share, 0 to 1, None of nothing."""
        return share(self.count, self.total)

    @property
    def interval(self) -> tuple[float, float] | None:
        """Both ends of the 95 % interval, None of nothing."""
        return wilson_interval(self.count, self.total)

    @property
    def few(self) -> bool:
        """Whether there is something to count, and too little of it to rest anything on."""
        return 0 < self.total < FEWEST_FOR_A_RATE


@dataclass(frozen=True, slots=True)
class ShipmentRates:
    """One slot, or one and the same set of papers (``item``), over everybody who answered it.

    ``consignments`` are the ids under which it was printed, ``variants`` those that hold it; ``acted`` are hits where
    ``signal``, false alarms where the verdict is release; ``found`` counts findings over answers.
    """

    slot: str
    item: str | None
    verdict: Verdict
    signal: bool
    variants: tuple[str, ...]
    consignments: tuple[str, ...]
    indicators: tuple[str, ...]
    acted: Rate
    correct: Rate
    found: Rate
    mean_credit: float | None


@dataclass(frozen=True, slots=True)
class ClueRates:
    """One indicator (how often it was found) or look-alike (how often a box of it was flagged) over answers."""

    indicator: str
    family: Family
    rate: Rate


def rate_of(outcomes: Iterable[bool]) -> Rate:
    """Return how many of the outcomes are true."""
    known = list(outcomes)
    return Rate(sum(known), len(known))


def shipment_rates(every: Iterable[InVariant], same: Callable[[ConsignmentGrade], Hashable]) -> tuple[ShipmentRates, ...]:
    """Return the rates of each shipment, in order of slot; grades for which ``same`` is equal are put together."""
    groups: dict[Hashable, list[InVariant]] = {}
    for variant, each in every:
        groups.setdefault(same(each), []).append((variant, each))
    rates = [_shipment(group) for group in groups.values()]
    return tuple(sorted(rates, key=lambda each: (each.slot, each.variants, each.consignments)))


def indicator_rates(answered: Iterable[ConsignmentGrade]) -> tuple[ClueRates, ...]:
    """Return how often each indicator was found where it could be, by name of the indicator."""
    return _clue_rates(
        (finding, finding.indicator in each.evidence.found)
        for each in answered
        if each.evidence is not None
        for finding in each.key.findings
    )


def look_alike_rates(answered: Iterable[ConsignmentGrade]) -> tuple[ClueRates, ...]:
    """Return how often each look-alike was flagged where it stood, by name of the look-alike."""
    return _clue_rates(
        (look_alike, look_alike.indicator in each.evidence.misled_by)
        for each in answered
        if each.evidence is not None
        for look_alike in each.key.look_alikes
    )


def _shipment(group: Sequence[InVariant]) -> ShipmentRates:
    graded = [each for _, each in group]
    answered = [each for each in graded if each.answered]
    evidence = [each.evidence for each in answered if each.evidence is not None]
    found = sum(len(each.found) for each in evidence)
    items = {each.key.item for each in graded}
    return ShipmentRates(
        slot=graded[0].key.slot,
        item=items.pop() if len(items) == 1 else None,
        verdict=graded[0].key.verdict,
        signal=graded[0].signal,
        variants=tuple(sorted({variant for variant, _ in group})),
        consignments=tuple(sorted({each.key.id for each in graded})),
        indicators=tuple(sorted({finding.indicator for each in graded for finding in each.key.findings})),
        acted=rate_of(each.acts for each in answered),
        correct=rate_of(each.correct for each in answered),
        found=Rate(found, found + sum(len(each.missed) for each in evidence)),
        mean_credit=mean(each.credit for each in answered),
    )


def _clue_rates(outcomes: Iterable[tuple[Finding, bool]]) -> tuple[ClueRates, ...]:
    by_indicator: dict[str, tuple[Family, list[bool]]] = {}
    for finding, outcome in outcomes:
        by_indicator.setdefault(finding.indicator, (finding.family, []))[1].append(outcome)
    return tuple(ClueRates(indicator, family, rate_of(known)) for indicator, (family, known) in sorted(by_indicator.items()))
