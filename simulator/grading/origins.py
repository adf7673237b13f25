"""False alarms by origin: did the class flag the paper or the country?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.grading.class_rates import Rate, rate_of
from simulator.grading.grade import ConsignmentGrade


@dataclass(frozen=True, slots=True)
class OriginRates:
    """The lawful consignments of one origin, an ISO 3166-1 code, over answers.

    ``shipments`` counts different papers, ``stopped`` the false alarms among all answers, ``stopped_plain`` those on
    shipments that carry no look-alike: there was nothing odd on the papers to stop them for.
    """

    origin: str
    shipments: int
    stopped: Rate
    stopped_plain: Rate


def origin_rates(answered: Iterable[ConsignmentGrade]) -> tuple[OriginRates, ...]:
    """Return the false alarms by country of origin of the goods, by code; empty where the key tells no origin."""
    origins: dict[str, list[ConsignmentGrade]] = {}
    for each in answered:
        if each.lawful and each.key.origin:
            origins.setdefault(each.key.origin, []).append(each)
    return tuple(_origin(origin, group) for origin, group in sorted(origins.items()))


def _origin(origin: str, group: list[ConsignmentGrade]) -> OriginRates:
    return OriginRates(
        origin=origin,
        shipments=len({each.key.item for each in group}),
        stopped=rate_of(each.acts for each in group),
        stopped_plain=rate_of(each.acts for each in group if not each.key.look_alikes),
    )
