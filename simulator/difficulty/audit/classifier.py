"""A ridge discriminant in its dual form, whose scores of held-out rows are linear in the labels of the others.

Least squares on labels with a ridge is Fisher's discriminant, regularised (Hastie, Tibshirani & Friedman, The Elements of
Statistical Learning, 4.3 and 18.3.3). It is taken and not logistic regression because one matrix, made once for each fold,
then gives the scores for any labels: thousands of permutations cost one product.
"""

from __future__ import annotations

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from simulator.difficulty.audit.table import Floats, Table, Whole

RIDGE = 0.02
"""The ridge, as a share of the mean of the kernel's diagonal."""
TOGETHER = ("print", "facts")
"""Groups that weigh as one: all that is no evidence, which is not to drown the evidence where there is some."""
DIGITS = 9
"""Decimals of a score that count: what rounding makes of equal rows are ties."""


def kernel(table: Table) -> Floats:
    """Return rows by rows: inner products, in which each group of features weighs the same however many it has."""
    gram = np.zeros((len(table.signal), len(table.signal)))
    present = sorted(set(table.groups))
    for group in present:
        part = table.values[:, [each == group for each in table.groups]]
        shared = sum(each in TOGETHER for each in present) if group in TOGETHER else 1
        gram += part @ part.T / (part.shape[1] * shared)
    return gram


def held_out_map(gram: Floats, folds: Whole) -> Floats:
    """Return the matrix that turns labels into scores, each row's from the labels of the other folds alone.

    With G the inverse of kernel and ridge, what the others predict for a fold F is -(G_FF)^-1 G_Fo y_o: one inverse does
    for all folds (block inversion; the leave-one-out formula of ridge regression is the case of one row).
    """
    found = np.zeros_like(gram)
    if not gram.any():
        return found
    ridge = RIDGE * float(np.trace(gram)) / len(gram)
    inverse = cho_solve(cho_factor(gram + ridge * np.eye(len(gram))), np.eye(len(gram)))
    for fold in np.unique(folds):
        held, others = folds == fold, folds != fold
        found[np.ix_(held, others)] = -np.linalg.solve(inverse[np.ix_(held, held)], inverse[np.ix_(held, others)])
    return found


def scores(held_out: Floats, labels: Floats) -> Floats:
    """Return the scores for labels (rows, or rows by permutations), each less the mean of its column."""
    found: Floats = np.round(held_out @ (labels - labels.mean(axis=0)), DIGITS)
    return found
