"""Permutation tests: labels exchanged inside their blocks, areas under the curve for all exchanges at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from simulator.difficulty.audit.table import Floats, Table, Whole
from simulator.randomness import Stream

PERMUTATIONS = 999
BAND = (0.025, 0.975)
CHUNK = 250
"""Permutations ranked at once."""
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Tested:
    """An area under the curve, the band that holds 95 % of those of exchanged labels, and the share at or above it."""

    auc: float
    band: tuple[float, float]
    p: float


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature: its own area, and the share of exchanges in which *any* feature leans as far as this one."""

    name: str
    group: str
    auc: float
    p: float


def exchanged(signal: Floats, blocks: Whole, stream: Stream, count: int = PERMUTATIONS) -> Floats:
    """Return rows by permutations: the labels, shuffled inside each block (swapped or not inside a pair)."""
    found = np.empty((len(signal), count))
    places = [np.flatnonzero(blocks == block) for block in np.unique(blocks)]
    for at in range(count):
        here = stream.at(at)
        for mine in places:
            found[mine, at] = here.shuffled(signal[mine].tolist())
    return found


def areas(ranks: Floats, labels: Floats) -> Floats:
    """Return the area under the curve of each column of labels, for ranks of one score or of one a column.

    Wilcoxon's form: (sum of the signals' ranks - m(m+1)/2) / (m n), with middle ranks where scores are equal.
    """
    signals = labels.sum(axis=0)
    others = len(labels) - signals
    total = ranks @ labels if ranks.ndim == 1 else (ranks * labels).sum(axis=0)
    found: Floats = (total - signals * (signals + 1) / 2) / np.maximum(signals * others, 1)
    return found


def judged_scores(scored: Floats, labels: Floats) -> Tested:
    """Test the classifier: the first column has the true labels and their scores, the others the exchanged ones."""
    found = np.concatenate(
        [
            areas(rankdata(scored[:, at : at + CHUNK], axis=0), labels[:, at : at + CHUNK])
            for at in range(0, labels.shape[1], CHUNK)
        ]
    )
    own, null = float(found[0]), found[1:]
    low, high = (float(each) for each in np.quantile(null, BAND))
    return Tested(own, (low, high), float((1 + (null >= own - TINY).sum()) / (1 + len(null))))


def judged_features(table: Table, labels: Floats) -> tuple[Feature, ...]:
    """Test each feature alone, either way, corrected for all of them (Westfall & Young's maximum), the worst first.

    Columns of ``labels`` as for the classifier. A feature leans by its area less a half, in deviations of the exchanges;
    ``auc`` is that of its values, below a half where signals have less.
    """
    if not table.names:
        return ()
    ranks = rankdata(np.round(table.values, 9), axis=0).T
    signals = labels.sum(axis=0)
    found = (ranks @ labels - signals * (signals + 1) / 2) / (signals * (len(labels) - signals))
    null = found[:, 1:]
    spread = np.maximum(null.std(axis=1, keepdims=True), TINY)
    lean = np.abs(found - null.mean(axis=1, keepdims=True)) / spread
    largest = lean[:, 1:].max(axis=0)
    tested = [
        Feature(name, group, float(area), float((1 + (largest >= own - TINY).sum()) / (1 + len(largest))))
        for name, group, area, own in zip(table.names, table.groups, found[:, 0], lean[:, 0], strict=True)
    ]
    order = np.argsort(-lean[:, 0], kind="stable")
    return tuple(tested[at] for at in order)
