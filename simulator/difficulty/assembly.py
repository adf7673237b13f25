"""Packs out of many generated consignments: which to take, under constraints, by integer programming."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from simulator.difficulty.models.responses import Floats
from simulator.errors import Unsatisfiable

_GAP = 0.005
_NODES, _SECONDS = 5_000, 600.0
"""Where the search ends with the best it has. Nodes do so on every machine alike; seconds are for those that hang."""


@dataclass(frozen=True, slots=True)
class Between:
    """How many of the taken items may belong to a category."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """What several selections must have in common: sums of ``values`` (rows x items) that differ by ``within`` at most."""

    values: Floats
    within: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """What the taken items must be.

    ``categories`` names for each category which items belong to it (yes or no, one an item) and how many are wanted;
    ``values`` are one number an item whose mean must lie in a range; ``information`` is places x items, the smallest of
    whose sums is made as large as can be. ``sets`` says to which set each item belongs, of which ``most_sets`` may be used.
    """

    count: int
    categories: Mapping[str, tuple[Sequence[bool], Between]]
    values: Mapping[str, tuple[Sequence[float], float, float]]
    information: Floats
    sets: Sequence[int] = ()
    most_sets: int | None = None


def assemble(wanted: Wanted) -> tuple[int, ...]:
    """Return which items to take, in order; within half a percent of the best information.

    van der Linden, W. J. (2005): Linear Models for Optimal Test Design, chapter 5 (maximin). Raise ``Unsatisfiable``
    when no selection meets the constraints.
    """
    return assemble_forms(wanted, 1)[0]


def assemble_forms(wanted: Wanted, forms: int, alike: Alike | None = None) -> tuple[tuple[int, ...], ...]:
    """Return as many selections that share no item, each as ``assemble`` would have it, and alike where that is asked for.

    Assembled at once, as the same chapter 6 advises: one after the other the last would have the worst items.
    """
    items = wanted.information.shape[1]
    sets = max(wanted.sets, default=-1) + 1
    width = items + sets
    rows = _Rows(forms * width + 1)
    for form in range(forms):
        _one_form(rows, wanted, form * width, items)
    for item in range(items) if forms > 1 else ():
        rows.add({form * width + item: 1.0 for form in range(forms)}, 0.0, 1.0)
    if alike is not None:
        for values, within in zip(alike.values, alike.within, strict=True):
            for form in range(1, forms):
                here = {item: value for item, value in enumerate(values) if value}
                there = {form * width + item: -value for item, value in here.items()}
                rows.add(here | there, -within, within)
    found = rows.solved()
    if found is None:
        names = [name.partition(" (")[0] for name in (*wanted.categories, *wanted.values)]
        asked = f"meet {', '.join(dict.fromkeys(names))} together" if names else "were found"
        twice = "" if forms == 1 else f", {forms} times and alike"
        problem = f"no {wanted.count} of {items} consignments {asked}{twice}; widen a bound or draw more"
        raise Unsatisfiable(problem)
    return tuple(
        tuple(int(number) for number in np.flatnonzero(found[form * width : form * width + items] > 0.5))
        for form in range(forms)
    )


def _one_form(rows: _Rows, wanted: Wanted, first: int, items: int) -> None:
    """Add what one selection must be; its items stand from ``first``, the sets that it uses after them."""
    rows.add({first + item: 1.0 for item in range(items)}, wanted.count, wanted.count)
    for members, between in wanted.categories.values():
        rows.add({first + item: 1.0 for item, member in enumerate(members) if member}, between.least, between.most)
    for values, least, most in wanted.values.values():
        rows.add(_placed(values, first), least * wanted.count, most * wanted.count)
    for place in wanted.information:
        rows.add({**_placed(place, first), rows.last: -1.0}, 0.0, np.inf)
    if wanted.most_sets is None or not wanted.sets:
        return
    members_of: dict[int, list[int]] = {}
    for item, number in enumerate(wanted.sets):
        members_of.setdefault(number, []).append(item)
    for number, own in members_of.items():
        rows.add({**{first + item: 1.0 for item in own}, first + items + number: -float(len(own))}, -np.inf, 0.0)
    rows.add({first + items + number: 1.0 for number in members_of}, 0.0, wanted.most_sets)


def _placed(values: Sequence[float] | Floats, first: int) -> dict[int, float]:
    return {first + item: float(value) for item, value in enumerate(values) if value}


@dataclass(slots=True, eq=False)
class _Rows:
    """Constraints as they are gathered: every column is 0 or 1 but the last, the least information, which is made large."""

    columns: int
    data: list[float] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=lambda: [0])
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The column of the least information."""
        return self.columns - 1

    def add(self, row: Mapping[int, float], low: float, high: float) -> None:
        """Add one constraint."""
        self.places += row.keys()
        self.data += row.values()
        self.ends.append(len(self.data))
        self.low.append(low)
        self.high.append(high)

    def solved(self) -> Floats | None:
        """Return the columns' values, None where nothing meets the constraints."""
        whole = csr_array((self.data, self.places, self.ends), shape=(len(self.low), self.columns))
        found = milp(
            np.append(np.zeros(self.last), -1.0),
            constraints=LinearConstraint(whole, self.low, self.high),
            integrality=np.append(np.ones(self.last), 0.0),
            bounds=Bounds(np.zeros(self.columns), np.append(np.ones(self.last), np.inf)),
            options={"mip_rel_gap": _GAP, "node_limit": _NODES, "time_limit": _SECONDS},
        )
        values: Floats | None = found.x
        return values
