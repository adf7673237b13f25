"""Features to numbers: rows by columns, kinds as columns of their own, each compared inside its block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from simulator.difficulty.audit.printed import Features

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

LEAST = 5
"""Rows that must have a feature, or share a kind (a port, a surname), for it to be a column: rarer ones tell nothing."""
ABSENT_IS_NONE = ("words",)
"""Groups of counts, in which a row that lacks a feature has none of it; elsewhere it is unknown."""
NEGLIGIBLE = 1e-9
"""Spread below which a column is constant."""


@dataclass(frozen=True, slots=True)
class Row:
    """One consignment in an audit.

    ``block`` names those among which it is compared (its twin, its pack), ``fold`` those that are held out together (its
    pack); ``groups`` are its features by group: ``print`` and ``facts`` without the evidence, the others with it.
    """

    block: str
    fold: str
    signal: bool
    groups: Mapping[str, Features]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Numbers of an audit: ``values`` rows by columns, centred in each block and scaled, ``names`` of the columns.

    ``groups`` gives the group of each column, ``blocks`` and ``folds`` number those of each row, ``signal`` is 1 or 0.
    """

    values: Floats
    names: tuple[str, ...]
    groups: tuple[str, ...]
    blocks: Whole
    folds: Whole
    signal: Floats


def table(rows: Sequence[Row], groups: Sequence[str]) -> Table:
    """Return the columns of some groups; those without any spread inside the blocks are left out."""
    blocks, folds = (_numbered([getattr(row, each) for row in rows]) for each in ("block", "fold"))
    columns: list[tuple[str, str, Floats]] = []
    for group in groups:
        for name, column in _columns([row.groups[group] for row in rows], absent=0.0 if group in ABSENT_IS_NONE else np.nan):
            centred = _centred(column, blocks)
            spread = float(np.sqrt(np.mean(centred**2)))
            if spread > NEGLIGIBLE:
                columns.append((group, name, centred / spread))
    values = np.stack([each for _, _, each in columns], axis=1) if columns else np.zeros((len(rows), 0))
    signal = np.array([row.signal for row in rows], dtype=float)
    return Table(values, tuple(n for _, n, _ in columns), tuple(g for g, _, _ in columns), blocks, folds, signal)


def only(whole: Table, groups: Sequence[str]) -> Table:
    """Return the columns of some groups of a table."""
    kept = [at for at, group in enumerate(whole.groups) if group in groups]
    names, labels = (tuple(each[at] for at in kept) for each in (whole.names, whole.groups))
    return replace(whole, values=whole.values[:, kept], names=names, groups=labels)


def _numbered(names: Sequence[str]) -> Whole:
    order = {name: at for at, name in enumerate(dict.fromkeys(names))}
    return np.array([order[name] for name in names], dtype=np.int64)


def _columns(rows: Sequence[Features], *, absent: float) -> Iterator[tuple[str, Floats]]:
    """Yield the columns of a group in the order of their names; ``absent`` is what rows have that lack the feature."""
    numbers: dict[str, tuple[list[int], list[float]]] = {}
    kinds: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for name, value in row.items():
            if isinstance(value, str):
                kinds.setdefault(f"{name} = {value}", []).append(at)
            else:
                places, values = numbers.setdefault(name, ([], []))
                places.append(at)
                values.append(value)
    found = {name: _filled(len(rows), *told, absent) for name, told in numbers.items() if len(told[0]) >= LEAST}
    found |= {name: _filled(len(rows), at, [1.0] * len(at), 0.0) for name, at in kinds.items() if len(at) >= LEAST}
    yield from sorted(found.items())


def _filled(length: int, places: list[int], values: list[float], absent: float) -> Floats:
    column = np.full(length, absent)
    column[places] = values
    return column


def _centred(column: Floats, blocks: Whole) -> Floats:
    """Return a column less the mean of its block; what a row does not have is as in the mean."""
    known = np.isfinite(column)
    filled = np.where(known, column, 0.0)
    count = np.bincount(blocks, weights=known.astype(float))
    mean = np.bincount(blocks, weights=filled) / np.maximum(count, 1.0)
    centred: Floats = np.where(known, column - mean[blocks], 0.0)
    return centred
