"""Where a point of the printed page lies on a picture: a projective map, fitted by least squares.

Page points are in points from the bottom left, picture points in pixels from the top left.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Points = Floats
"""Shape (n, 2)."""


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """A projective map from page to picture, as a 3 x 3 matrix for column vectors (x, y, 1)."""

    matrix: Floats

    def __call__(self, points: Points) -> Points:
        """Return the picture points of page points, shape (n, 2)."""
        found = points @ self.matrix[:, :2].T + self.matrix[:, 2]
        return np.asarray(found[:, :2] / found[:, 2:])

    def pixels_a_point(self, x: float, y: float) -> float:
        """Return how many pixels a point of the page takes around (x, y)."""
        here, right, up = self(np.array([(x, y), (x + 1.0, y), (x, y + 1.0)]))
        return float((np.hypot(*(right - here)) + np.hypot(*(up - here))) / 2)


def affine(page: Points, picture: Points, weights: Floats | None = None) -> Mapping:
    """Return the affine map that fits at least three pairs best (6 parameters: shift, turn, scales, shear)."""
    root = np.ones(len(page)) if weights is None else np.sqrt(weights)
    left = np.column_stack([page, np.ones(len(page))]) * root[:, None]
    found = np.linalg.lstsq(left, picture * root[:, None], rcond=None)[0].T
    return Mapping(np.vstack([found, (0.0, 0.0, 1.0)]))


def projective(page: Points, picture: Points, weights: Floats | None = None) -> Mapping:
    """Return the projective map that fits at least four pairs best, by the direct linear transform.

    Both sides are shifted and scaled first, without which the equations are badly conditioned (Hartley 1997).
    """
    root = np.ones(len(page)) if weights is None else np.sqrt(weights)
    ours, theirs = _levelled(page), _levelled(picture)
    x, y = (page @ ours[:2, :2].T + ours[:2, 2]).T
    u, v = (picture @ theirs[:2, :2].T + theirs[:2, 2]).T
    one, none = np.ones(len(page)), np.zeros(len(page))
    upper = np.column_stack([x, y, one, none, none, none, -u * x, -u * y, -u])
    lower = np.column_stack([none, none, none, x, y, one, -v * x, -v * y, -v])
    rows = np.vstack([upper * root[:, None], lower * root[:, None]])
    flat = np.linalg.svd(rows)[2][-1].reshape(3, 3)
    matrix = np.linalg.inv(theirs) @ flat @ ours
    return Mapping(matrix / matrix[2, 2])


def misses(mapping: Mapping, page: Points, picture: Points) -> Floats:
    """Return how far each pair misses the map, in points of the page."""
    away = mapping(page) - picture
    x, y = page.mean(axis=0)
    return np.asarray(np.hypot(away[:, 0], away[:, 1]) / max(mapping.pixels_a_point(float(x), float(y)), 1e-9))


def _levelled(points: Points) -> Floats:
    """Return the map that moves points to the origin and their mean distance to the square root of 2."""
    centre = points.mean(axis=0)
    spread = float(np.hypot(*(points - centre).T).mean()) or 1.0
    scale = np.sqrt(2.0) / spread
    return np.array([(scale, 0.0, -scale * centre[0]), (0.0, scale, -scale * centre[1]), (0.0, 0.0, 1.0)])
