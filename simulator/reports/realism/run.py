"""Drawing shipments as a scenario draws them, and comparing them with real ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.exercise.planning import plan
from simulator.exercise.variants import variant
from simulator.reference.real_shipments import real_shipments
from simulator.reports.realism.measuring import (
    Compared,
    ComparedShare,
    Digit,
    compared,
    is_near,
    leading_digits,
    shares,
)
from simulator.reports.realism.style import Style, style
from simulator.scenario import Scenario
from simulator.trade.facts import Consignment

SEED = "realism of simulated shipments"
"""The seed unless another is given."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Shipments by sea: the class's consignments, and other people's on the same manifests."""

    scenario: str
    seed: str
    variants: int
    of_class: tuple[Consignment, ...]
    others: tuple[Consignment, ...]

    @property
    def all(self) -> tuple[Consignment, ...]:
        """Both together."""
        return (*self.of_class, *self.others)


@dataclass(frozen=True, slots=True)
class Realism:
    """All comparisons over one sample; ``containers_a_bill`` counts bills by their number of containers."""

    sample: Sample
    measures: tuple[Compared, ...]
    shares: tuple[ComparedShare, ...]
    digits: tuple[Digit, ...]
    containers_a_bill: dict[int, int]
    style: Style

    @property
    def mean_containers(self) -> float:
        """Containers a bill."""
        bills = self.containers_a_bill
        return sum(number * count for number, count in bills.items()) / sum(bills.values())

    @property
    def verdicts(self) -> tuple[bool, ...]:
        """For each quantile, share, leading digit and the mean of containers a bill, whether it is near."""
        quantiles = [near for each in self.measures for near in each.near]
        of_shares = [is_near(each.simulated, each.real.share) for each in self.shares]
        of_digits = [is_near(each.simulated, each.expected) for each in self.digits]
        return (*quantiles, *of_shares, *of_digits, is_near(self.mean_containers, real_shipments().containers_a_bill.mean))


def draw_sample(scenario: Scenario, variants: int, seed: str = SEED) -> Sample:
    """Return all shipments by sea of so many variants; those of a group with an anchor are taken once."""
    slots = plan(scenario, seed)
    worlds = [variant(scenario, slots, f"v{number:03d}", seed).world for number in range(variants)]
    of_class = _at_sea(each for world in worlds for each in world.consignments)
    return Sample(scenario.name, seed, variants, of_class, _at_sea(each for world in worlds for each in world.others))


def _at_sea(shipments: Iterable[Consignment]) -> tuple[Consignment, ...]:
    return tuple({each.bill_number: each for each in shipments if each.mode == "sea"}.values())


def realism(sample: Sample) -> Realism:
    """Compare a sample with the published figures."""
    return Realism(
        sample,
        compared(sample.of_class, sample.others),
        shares(sample.all),
        leading_digits(sample.all),
        dict(sorted(Counter(len(each.containers) for each in sample.all).items())),
        style(sample.all),
    )
