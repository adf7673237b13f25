"""One pack out of many generated consignments: which to take, under constraints, by integer programming."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from simulator.difficulty.models.responses import Floats
from simulator.errors import Unsatisfiable

_GAP = 0.005
_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Between:
    """How many of the taken items may belong to a category."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What the taken items must be.

    ``categories`` names for each category which items belong to it (yes or no, one an item) and how many are wanted;
    ``values`` are one number an item whose mean must lie in a range; ``information`` is places x items, the smallest of
    whose sums is made as large as can be.
    """

    count: int
    categories: Mapping[str, tuple[Sequence[bool], Between]]
    values: Mapping[str, tuple[Sequence[float], float, float]]
    information: Floats


def assemble(wanted: Wanted) -> tuple[int, ...]:
    """Return which items to take, in order; within half a percent of the best information.

    van der Linden, W. J. (2005): Linear Models for Optimal Test Design, chapter 5 (maximin). Raise ``Unsatisfiable``
    when no selection meets the constraints.
    """
    places, items = wanted.information.shape
    rows, low, high = [np.append(np.ones(items), 0.0)], [float(wanted.count)], [float(wanted.count)]
    for members, between in wanted.categories.values():
        rows.append(np.append(np.asarray(members, dtype=float), 0.0))
        low.append(between.least)
        high.append(between.most)
    for values, least, most in wanted.values.values():
        rows.append(np.append(np.asarray(values, dtype=float), 0.0))
        low.append(least * wanted.count)
        high.append(most * wanted.count)
    for place in range(places):
        rows.append(np.append(wanted.information[place], -1.0))
        low.append(0.0)
        high.append(np.inf)
    found = milp(
        np.append(np.zeros(items), -1.0),
        constraints=LinearConstraint(csr_array(np.array(rows)), low, high),
        integrality=np.append(np.ones(items), 0.0),
        bounds=Bounds(np.zeros(items + 1), np.append(np.ones(items), np.inf)),
        options={"mip_rel_gap": _GAP, "time_limit": _SECONDS},
    )
    if found.x is None:
        asked = ", ".join([*wanted.categories, *wanted.values])
        raise Unsatisfiable(f"no {wanted.count} of {items} consignments meet {asked} together; widen a bound or draw more")
    return tuple(int(number) for number in np.flatnonzero(found.x[:items] > 0.5))
