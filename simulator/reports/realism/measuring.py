"""The figures of simulated shipments, as the same figures of real ones were taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.reference.real_shipments import Measure, Share, real_shipments
from simulator.trade.facts import Consignment

NEAR = 1.3
"""The factor by which a simulated quantile may differ from the real one."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A quantity: real and simulated 5, 50 and 95 % quantiles."""

    real: Measure
    simulated: tuple[float, float, float]

    @property
    def factors(self) -> tuple[float, float, float]:
        """Simulated over real, quantile by quantile."""
        low, middle, high = (ours / theirs for ours, theirs in zip(self.simulated, self.real.quantiles, strict=True))
        return low, middle, high

    @property
    def is_near(self) -> bool:
        """Whether all three lie within the factor."""
        return all(1 / NEAR <= factor <= NEAR for factor in self.factors)


@dataclass(frozen=True, slots=True)
class ComparedShare:
    """A share: real and simulated, from 0 to 1."""

    real: Share
    simulated: float

    @property
    def is_near(self) -> bool:
        """Whether they lie within the factor."""
        return 1 / NEAR <= self.simulated / self.real.share <= NEAR


@dataclass(frozen=True, slots=True)
class Realism:
    """All comparisons over so many shipments by sea."""

    shipments: int
    measures: tuple[Compared, ...]
    shares: tuple[ComparedShare, ...]


def realism(shipments: Sequence[Consignment]) -> Realism:
    """Compare shipments in containers with the published figures."""
    values, shares = _values(shipments), _shares(shipments)
    published = real_shipments()
    return Realism(
        shipments=len(shipments),
        measures=tuple(Compared(measure, _quantiles(values[measure.id])) for measure in published.measures),
        shares=tuple(ComparedShare(share, shares[share.id]) for share in published.shares),
    )


def _values(shipments: Sequence[Consignment]) -> dict[str, list[float]]:
    loaded = [(each, container) for each in shipments for container in each.containers]
    return {
        "packages": [float(container.packages) for _, container in loaded],
        "gross": [each.container_grams(container) / 1000 for each, container in loaded],
        "net_to_gross": [each.net_grams / each.gross_grams for each in shipments],
        "package_weight": [each.gross_grams / each.packages / 1000 for each in shipments],
    }


def _shares(shipments: Sequence[Consignment]) -> dict[str, float]:
    loaded = [(each, container) for each in shipments for container in each.containers]
    words = [line.description.en for each in shipments for line in each.goods]
    totals = [str(sum(line.amount for line in each.goods)) for each in shipments]
    return {
        "whole_kilograms": _share([each.container_grams(container) % 1000 == 0 for each, container in loaded]),
        "leading_one": _share([total.startswith("1") for total in totals]),
        "upper_case": _share([text == text.upper() for text in words]),
    }


def _share(marks: Sequence[bool]) -> float:
    return sum(marks) / len(marks)


def _quantiles(values: Sequence[float]) -> tuple[float, float, float]:
    low, middle, high = (float(value) for value in np.quantile(values, (0.05, 0.5, 0.95)))
    return low, middle, high
