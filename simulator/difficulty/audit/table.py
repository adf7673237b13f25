"""Features to numbers: rows by columns, kinds as columns of their own, each compared inside its block."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.difficulty.audit.printed import Features

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]

LEAST = 5
"""Rows that must share a kind (a port, a surname) for it to have a column: rarer ones could not be told from chance."""
NEGLIGIBLE = 1e-9
"""Spread below which a column is constant."""


@dataclass(frozen=True, slots=True)
class Row:
    """One consignment in an audit.

    ``block`` names those among which it is compared (its twin, its pack), ``fold`` those that are held out together (its
    pack); ``groups`` are its features by group: ``print``, ``facts``, ``evidence``, ``words``.
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
        for name, column in _columns([row.groups[group] for row in rows], absent_is_zero=group == "words"):
            centred = _centred(column, blocks)
            spread = float(np.sqrt(np.mean(centred**2)))
            if spread > NEGLIGIBLE:
                columns.append((group, name, centred / spread))
    values = np.stack([each for _, _, each in columns], axis=1) if columns else np.zeros((len(rows), 0))
    signal = np.array([row.signal for row in rows], dtype=float)
    return Table(values, tuple(n for _, n, _ in columns), tuple(g for g, _, _ in columns), blocks, folds, signal)


def _numbered(names: Sequence[str]) -> Whole:
    order = {name: at for at, name in enumerate(dict.fromkeys(names))}
    return np.array([order[name] for name in names], dtype=np.int64)


def _columns(rows: Sequence[Features], *, absent_is_zero: bool) -> list[tuple[str, Floats]]:
    found: list[tuple[str, Floats]] = []
    for name in sorted({name for row in rows for name in row}):
        values = [row.get(name) for row in rows]
        if any(isinstance(each, str) for each in values):
            kinds = Counter(each for each in values if isinstance(each, str))
            for kind in sorted(kind for kind, count in kinds.items() if count >= LEAST):
                found.append((f"{name} = {kind}", np.array([float(each == kind) for each in values])))
        elif not absent_is_zero:
            found.append((name, np.array([np.nan if each is None else float(each) for each in values])))
        elif sum(each is not None for each in values) >= LEAST:
            found.append((name, np.array([float(each or 0.0) for each in values])))
    return found


def _centred(column: Floats, blocks: Whole) -> Floats:
    """Return a column less the mean of its block; what a row does not have is as in the mean."""
    known = np.isfinite(column)
    filled = np.where(known, column, 0.0)
    count = np.bincount(blocks, weights=known.astype(float))
    mean = np.bincount(blocks, weights=filled) / np.maximum(count, 1.0)
    centred: Floats = np.where(known, column - mean[blocks], 0.0)
    return centred
