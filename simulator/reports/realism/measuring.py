"""The figures of simulated shipments, as the same figures of real ones were taken: a row is a container."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.reference.real_shipments import Measure, Share, real_shipments
from simulator.trade.facts import Consignment, Container

NEAR = 1.3
"""The factor by which a simulated figure may differ from the real one."""
QUANTILES = (0.05, 0.5, 0.95)
Loaded = tuple[Consignment, Container]
Three = tuple[float, float, float]


def is_near(simulated: float, real: float) -> bool:
    """Tell whether two figures lie within the factor of each other."""
    return real / NEAR <= simulated <= real * NEAR


@dataclass(frozen=True, slots=True)
class Compared:
    """A quantity, one value a container: ``values`` in rising order, and which of them are of the class's consignments."""

    real: Measure
    values: tuple[float, ...]
    of_class: tuple[float, ...]
    of_others: tuple[float, ...]

    @property
    def simulated(self) -> Three:
        """The 5, 50 and 95 % quantiles of all."""
        return quantiles(self.values)

    @property
    def ratios(self) -> Three:
        """Simulated over real, quantile by quantile."""
        low, middle, high = (ours / theirs for ours, theirs in zip(self.simulated, self.real.quantiles, strict=True))
        return low, middle, high

    @property
    def near(self) -> tuple[bool, bool, bool]:
        """Which quantiles lie within the factor."""
        low, middle, high = (is_near(ratio, 1.0) for ratio in self.ratios)
        return low, middle, high


@dataclass(frozen=True, slots=True)
class ComparedShare:
    """A share: real and simulated, from 0 to 1."""

    real: Share
    simulated: float


@dataclass(frozen=True, slots=True)
class Digit:
    """A leading digit of invoice totals: ``expected`` is the published share, or that of Benford's law."""

    digit: int
    expected: float
    published: bool
    simulated: float


def quantiles(values: Sequence[float]) -> Three:
    """Return the 5, 50 and 95 % quantiles of some values."""
    low, middle, high = (float(value) for value in np.quantile(values, QUANTILES))
    return low, middle, high


def compared(of_class: Sequence[Consignment], others: Sequence[Consignment]) -> tuple[Compared, ...]:
    """Compare what is in each container with the published quantiles."""
    here, there = (_values(shipments) for shipments in (of_class, others))
    return tuple(
        Compared(each, tuple(sorted((*here[each.id], *there[each.id]))), here[each.id], there[each.id])
        for each in real_shipments().measures
    )


def shares(shipments: Sequence[Consignment]) -> tuple[ComparedShare, ...]:
    """Compare shares of containers and of descriptions with the published ones."""
    words = [line.description.en for each in shipments for line in each.goods]
    found = {
        "whole_kilograms": _share([each.container_grams(container) % 1000 == 0 for each, container in _loaded(shipments)]),
        "upper_case": _share([text == text.upper() for text in words]),
    }
    return tuple(ComparedShare(share, found[share.id]) for share in real_shipments().shares)


def leading_digits(shipments: Sequence[Consignment]) -> tuple[Digit, ...]:
    """Compare the first digits of invoice totals: 1 with the published share, the others with Benford's law."""
    counted = Counter(int(str(sum(line.amount for line in each.goods))[0]) for each in shipments)
    one = real_shipments().leading_digits.one
    return tuple(
        Digit(digit, one if digit == 1 else math.log10(1 + 1 / digit), digit == 1, counted[digit] / len(shipments))
        for digit in range(1, 10)
    )


def _loaded(shipments: Sequence[Consignment]) -> list[Loaded]:
    return [(each, container) for each in shipments for container in each.containers]


def _values(shipments: Sequence[Consignment]) -> dict[str, tuple[float, ...]]:
    loaded = _loaded(shipments)
    packages = [container.packages for _, container in loaded]
    gross = [each.container_grams(container) for each, container in loaded]
    net = [
        sum(count * line.package_net_grams for count, line in zip(container.loads, each.goods, strict=True))
        for each, container in loaded
    ]
    return {
        "packages": tuple(float(count) for count in packages),
        "gross": tuple(grams / 1000 for grams in gross),
        "net_to_gross": tuple(own / whole for own, whole in zip(net, gross, strict=True)),
        "package_weight": tuple(grams / count / 1000 for grams, count in zip(gross, packages, strict=True)),
    }


def _share(marks: Sequence[bool]) -> float:
    return sum(marks) / len(marks)
