"""Where the sheet lies on the picture: from its codes roughly, from its registration marks exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from simulator.formats.vocabulary import Paper
from simulator.intake.scans.codes import SeenCode
from simulator.intake.scans.geometry import Floats, Mapping, Points, affine, misses, projective
from simulator.intake.scans.picture import Picture, sampled
from simulator.sheets.furniture import SQUARE, anchors, code_frames
from simulator.sheets.page_code import PageCode, code_corners

_STEP = 1.0
"""Points between samples where a registration mark is looked for."""
_WINDOWS = (22.0, 8.0)
"""How far from its expected place a mark is looked for, in points: first widely, then closely."""
_RING = 1.5
"""Side of the square that must be white around a mark, as a multiple of the mark."""
_CONTRAST = 0.35
"""How much darker than its surround a mark must be, as a share of the white."""
WORST_MISS = 2.0
"""Points by which a registration mark may miss the fitted map, 0.7 mm; one that misses it further is left out."""
_CODE_WEIGHT = 0.1
"""What a corner of a code counts against a registration mark: codes are found to a pixel, marks to a tenth."""
_STRAIGHT = 0.6
"""Points by which marks may miss an affine map and no other is tried."""
FEWEST = 3
"""Registration marks without which nothing is read."""


@dataclass(frozen=True, slots=True, eq=False)
class Located:
    """The map from page to picture, its worst miss in points, how many marks it rests on, and how black they are.

    ``black`` is the marks' grey as a share of the white around them.
    """

    mapping: Mapping
    miss: float
    marks: int
    black: float


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """Registration marks found: their places on the page and on the picture, and how black each is."""

    page: Points
    picture: Points
    black: Floats


def locate(picture: Picture, code: PageCode, seen: Sequence[SeenCode], paper: Paper) -> Located | None:
    """Return where the page of a code lies, None when too few registration marks are found where they should be."""
    tries = (
        refine(picture, affine(page, pixels) if len(page) == 4 else projective(page, pixels), paper, page, pixels)
        for page, pixels in _code_points(code, seen, paper)
    )
    return max((each for each in tries if each is not None), key=lambda each: each.marks, default=None)


def refine(picture: Picture, rough: Mapping, paper: Paper, page: Points, pixels: Points) -> Located | None:
    """Return the exact map near a rough one; ``page`` and ``pixels`` are pairs that are known besides the marks."""
    mapping: Mapping | None = rough
    found = None
    for window in _WINDOWS:
        if mapping is None:
            return None
        found = _marks(picture, mapping, paper, window)
        mapping, miss, used = _fitted(found, page, pixels)
    if mapping is None or found is None:
        return None
    return Located(mapping, miss, used, float(np.median(found.black)))


def _code_points(code: PageCode, seen: Sequence[SeenCode], paper: Paper) -> list[tuple[Points, Points]]:
    """Return the pairs that the codes of the page give; a lone one may be either of the two."""
    ours = [each.corners for each in seen if each.code == code]
    places = [np.array(code_corners(code.text, frame)) for frame in code_frames(paper)]
    if len(ours) < 2:
        return [(place, corners) for corners in ours for place in places]
    first, second = ours[0], ours[1]
    # The first frame lies above the second in the page's own direction: that of a code's left side, upwards.
    up = first[0] - first[3]
    if float(up @ (first.mean(axis=0) - second.mean(axis=0))) < 0:
        first, second = second, first
    return [(np.vstack(places), np.vstack([first, second]))]


def _marks(picture: Picture, mapping: Mapping, paper: Paper, window: float) -> _Seen:
    """Look for each registration mark around the place where the map expects it."""
    page: list[tuple[float, float]] = []
    offsets: list[tuple[float, float]] = []
    black: list[float] = []
    for x0, y0, x1, y1 in anchors(paper):
        centre = ((x0 + x1) / 2, (y0 + y1) / 2)
        found = _mark(picture, mapping, centre, window)
        if found is not None:
            page.append(centre)
            offsets.append((found[0], found[1]))
            black.append(found[2])
    places = np.array(page).reshape(-1, 2)
    return _Seen(places, mapping(places + np.array(offsets).reshape(-1, 2)) if page else places, np.array(black))


def _mark(
    picture: Picture, mapping: Mapping, centre: tuple[float, float], window: float
) -> tuple[float, float, float] | None:
    """Return how far right and up of its expected place a mark lies, and its blackness; None when it is not there."""
    reach = window + SQUARE * _RING / 2
    line = np.arange(-reach, reach + _STEP / 2, _STEP)
    across, down = np.meshgrid(line, -line)
    points = np.column_stack([across.ravel() + centre[0], down.ravel() + centre[1]])
    grey = sampled(picture, mapping(points)).reshape(across.shape).astype(np.float64)
    white = max(float(np.percentile(grey, 80)), 1.0)
    dark = np.clip(1.0 - grey / white, 0.0, 1.0)
    inner, outer = round(SQUARE / _STEP), round(SQUARE * _RING / _STEP)
    inside = _sums(dark, inner)
    trim = (outer - inner) // 2
    around = _sums(dark, inner + 2 * trim)
    inside = inside[trim : trim + around.shape[0], trim : trim + around.shape[1]]
    area, rim = inner**2, (inner + 2 * trim) ** 2 - inner**2
    score = inside / area - (around - inside) / rim
    row, column = np.unravel_index(int(score.argmax()), score.shape)
    if score[row, column] < _CONTRAST:
        return None
    size = inner + 2 * trim
    patch = dark[row : row + size, column : column + size]
    strong = np.where(patch > 0.4 * patch.max(), patch, 0.0)
    total = strong.sum()
    x = (strong.sum(axis=0) @ line[column : column + size]) / total
    y = -(strong.sum(axis=1) @ line[row : row + size]) / total
    middle = patch[trim + 3 : -trim - 3, trim + 3 : -trim - 3]
    return float(x), float(y), float(1.0 - middle.mean())


def _sums(values: Floats, side: int) -> Floats:
    """Return the sums over all squares of a side, by a table of sums."""
    table = np.zeros((values.shape[0] + 1, values.shape[1] + 1))
    table[1:, 1:] = values.cumsum(axis=0).cumsum(axis=1)
    return np.asarray(table[side:, side:] - table[:-side, side:] - table[side:, :-side] + table[:-side, :-side])


def _fitted(found: _Seen, page: Points, pixels: Points) -> tuple[Mapping | None, float, int]:
    """Fit marks and code corners; a mark that misses the fit is left out, as long as enough are left."""
    keep = np.ones(len(found.page), dtype=bool)
    while keep.sum() >= FEWEST:
        mapping = _fit(found.page[keep], found.picture[keep], page, pixels)
        away = misses(mapping, found.page[keep], found.picture[keep])
        if away.max() <= WORST_MISS:
            return mapping, float(away.max()), int(keep.sum())
        keep[np.flatnonzero(keep)[int(away.argmax())]] = False
    return None, 0.0, int(keep.sum())


def _fit(marks: Points, seen: Points, page: Points, pixels: Points) -> Mapping:
    """Fit an affine map, and a projective one only where that misses: a scanner keeps lines parallel, a telephone not."""
    ours, theirs = np.vstack([marks, page]), np.vstack([seen, pixels])
    weights = np.concatenate([np.ones(len(marks)), np.full(len(page), _CODE_WEIGHT)])
    mapping = affine(ours, theirs, weights)
    if misses(mapping, marks, seen).max() <= _STRAIGHT or len(ours) < 2 * FEWEST:
        return mapping
    return projective(ours, theirs, weights)
