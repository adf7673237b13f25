"""A ridge discriminant in its dual form, whose scores of held-out rows are linear in the labels of the others.

Least squares on labels with a ridge is Fisher's discriminant, regularised (Hastie, Tibshirani & Friedman, The Elements of
Statistical Learning, 4.3 and 18.3.3). It is taken and not logistic regression because one matrix, made once for each fold,
then gives the scores for any labels: thousands of permutations cost one product.
"""

from __future__ import annotations

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from simulator.difficulty.audit.table import Floats, Table, Whole

RIDGE = 0.1
"""The ridge, as a share of the mean of the kernel's diagonal."""
SAME = 1e-9
"""Scores nearer to each other than this are ties, whatever rounding makes of them."""


def kernel(table: Table) -> Floats:
    """Return rows by rows: inner products, in which each group of features weighs the same however many it has."""
    gram = np.zeros((len(table.signal), len(table.signal)))
    for group in sorted(set(table.groups)):
        part = table.values[:, [each == group for each in table.groups]]
        gram += part @ part.T / part.shape[1]
    return gram


def held_out_map(gram: Floats, folds: Whole) -> Floats:
    """Return the matrix that turns labels into scores, each row's from the labels of the other folds alone."""
    found = np.zeros_like(gram)
    ridge = RIDGE * max(float(np.trace(gram)) / len(gram), SAME)
    for fold in np.unique(folds):
        held, others = folds == fold, folds != fold
        if not others.any():
            continue
        factor = cho_factor(gram[np.ix_(others, others)] + ridge * np.eye(int(others.sum())))
        found[np.ix_(held, others)] = cho_solve(factor, gram[np.ix_(others, held)]).T
    return found


def scores(held_out: Floats, labels: Floats) -> Floats:
    """Return the scores for labels (rows, or rows by permutations), each less the mean of its column."""
    found: Floats = np.round(held_out @ (labels - labels.mean(axis=0)), 9)
    return found
