"""Habits of decision: revenue as the easy way out, opening where one should hold, letting queries go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.formats.vocabulary import ACTING, Verdict
from simulator.grading.class_rates import Rate, rate_of
from simulator.grading.grade import ConsignmentGrade


@dataclass(frozen=True, slots=True)
class Habits:
    """Rates over answered consignments.

    ``revenue_elsewhere``: revenue where it is not the verdict; ``revenue_on_signals``: signals answered so;
    ``revenue_right``: of all answers "revenue", those where it is the verdict. ``query_released``: query cases that
    were released. ``held_for_examine``: verdict examine, answered detain; ``examined_for_hold``: verdict detain,
    answered examine. ``stops`` counts both verdicts by decision, None standing for any that does not stop.
    """

    revenue_elsewhere: Rate
    revenue_on_signals: Rate
    revenue_right: Rate
    query_released: Rate
    held_for_examine: Rate
    examined_for_hold: Rate
    stops: Mapping[tuple[Verdict, Verdict | None], int]


def habits(answered: Sequence[ConsignmentGrade]) -> Habits:
    """Return the habits of a class."""
    pairs = [(each.key.verdict, each.answer.decision) for each in answered if each.answer]
    signals = [pair for pair in pairs if pair[0] in ACTING]
    return Habits(
        revenue_elsewhere=rate_of(decision == "revenue" for verdict, decision in pairs if verdict != "revenue"),
        revenue_on_signals=rate_of(decision == "revenue" for _, decision in signals),
        revenue_right=rate_of(verdict == "revenue" for verdict, decision in pairs if decision == "revenue"),
        query_released=rate_of(decision == "release" for verdict, decision in pairs if verdict == "query"),
        held_for_examine=rate_of(decision == "detain" for verdict, decision in pairs if verdict == "examine"),
        examined_for_hold=rate_of(decision == "examine" for verdict, decision in pairs if verdict == "detain"),
        stops=Counter((verdict, decision if decision in ACTING else None) for verdict, decision in signals),
    )
