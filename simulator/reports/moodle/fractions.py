"""From a row of the credit table to the fractions that Moodle takes."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.formats.vocabulary import Verdict

FRACTIONS = (
    *(100.0, 90.0, 83.33333, 80.0, 75.0, 70.0, 66.66667, 60.0, 50.0, 40.0, 33.33333, 30.0),
    *(25.0, 20.0, 16.66667, 14.28571, 12.5, 11.11111, 10.0, 5.0, 0.0),
)
"""The percentages that a choice may have, none below 0: ``fraction_options`` in Moodle's ``question/engine/bank.php``.

Another value is refused on import, or taken for the nearest one, whichever its importer is told.
"""
_SAME = 0.001


def fractions(credit: Mapping[Verdict, float]) -> tuple[dict[Verdict, float], float]:
    """Return what each decision earns of a question, 0 to 100, and what the question is worth, 0 to 1.

    ``credit`` is the row of one verdict. Moodle wants a choice of 100, so all are taken relative to the best one, which
    is what the question is worth; then each is the nearest fraction that Moodle takes. A row of nothing but 0 is worth
    0, and each decision 100 of it.
    """
    best = max(credit.values())
    if best == 0:
        return dict.fromkeys(credit, 100.0), 0.0
    return {decision: nearest(100 * earned / best) for decision, earned in credit.items()}, best


def nearest(percentage: float) -> float:
    """Return the fraction that is nearest; of two as near the higher one."""
    return min(FRACTIONS, key=lambda each: abs(each - percentage))


def percentage_text(fraction: float) -> str:
    """Return a fraction as Moodle writes it: 75, 66.66667."""
    return f"{fraction:.5f}".rstrip("0").rstrip(".")


def is_rounded(credit: Mapping[Verdict, float]) -> bool:
    """Tell whether some credit of the row has no fraction of its own in Moodle."""
    found, best = fractions(credit)
    return best > 0 and any(abs(found[each] - 100 * earned / best) > _SAME for each, earned in credit.items())
