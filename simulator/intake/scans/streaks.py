"""Lines that dirt on a scanner's glass draws along the whole way of the paper: found, and painted over."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from simulator.intake.scans.picture import Picture

_DARK = 0.88
"""A share of the paper's white below which a pixel is dark."""
_ALONG = 0.75
"""The share of its way that a line must be dark; besides it must be dark at both ends, where nothing is ever printed."""
_END = 0.02
"""The part of the way that is an end."""
_AROUND = 0.4
"""By how much that share must be above that of the neighbourhood: a shadow or the scanner's edge is no line."""
_NEIGHBOUR = 8
_THIN = 3


def streaks(picture: Picture) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return the columns and the rows of a picture that are streaks."""
    white = float(np.percentile(picture[::16, ::16], 85))
    down = picture[::_THIN] < _DARK * white
    across = _DARK * white > picture[:, ::_THIN].T
    return _lines(down), _lines(across)


def painted_over(picture: Picture, columns: NDArray[np.intp], rows: NDArray[np.intp]) -> Picture:
    """Return a picture whose streaks are replaced by what lies beside them: a stroke that crosses one stays whole."""
    if not len(columns) and not len(rows):
        return picture
    found = picture.copy()
    for start, end in _runs(columns, picture.shape[1]):
        left, right = found[:, start - 1].astype(np.uint16), found[:, end].astype(np.uint16)
        found[:, start:end] = ((left + right) // 2).astype(np.uint8)[:, None]
    for start, end in _runs(rows, picture.shape[0]):
        above, below = found[start - 1].astype(np.uint16), found[end].astype(np.uint16)
        found[start:end] = ((above + below) // 2).astype(np.uint8)[None, :]
    return found


def _lines(dark: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return the second places of an array that are dark along the first, and whose neighbours are not."""
    shares = dark.mean(axis=0)
    padded = np.pad(shares, _NEIGHBOUR, mode="edge")
    around = np.maximum(padded[: -2 * _NEIGHBOUR], padded[2 * _NEIGHBOUR :])
    end = max(3, round(len(dark) * _END))
    ends = np.minimum(dark[:end].mean(axis=0), dark[-end:].mean(axis=0))
    sure = (shares > _ALONG) & (shares - around > _AROUND) & (ends > _ALONG)
    beside = np.zeros_like(sure)
    for shift in (-1, 0, 1):
        beside |= np.roll(sure, shift)
    return np.flatnonzero(beside)


def _runs(places: NDArray[np.intp], size: int) -> list[tuple[int, int]]:
    """Return the runs of neighbouring places that have something on both sides."""
    groups = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    return [(int(run[0]), int(run[-1]) + 1) for run in groups if len(run) and run[0] > 0 and run[-1] + 1 < size]
