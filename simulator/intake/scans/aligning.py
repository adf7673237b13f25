"""How far each panel lies from its place on the page laid flat: paper bends, and telephones look askew.

The sums of a panel's rows and of its columns are compared with the blank sheet's: ruled boxes make both sharp, and
writing disturbs them little.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.intake.scans.blanks import SCALE, BlankPage
from simulator.intake.scans.picture import Picture
from simulator.sheets.model import Frame

REACH = 8
"""Pixels by which a panel may be off, 1.4 mm."""
_WIDEST = 200.0
"""Points beyond which a panel is compared in pieces."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a panel: its frame on the page, by how many pixels it lies to the right and below, and how alike it is.

    ``likeness`` is a correlation: 1 the blank sheet itself, 0 anything else.
    """

    panel: int
    frame: Frame
    right: float
    down: float
    likeness: float


def aligned(flat: Picture, blank: BlankPage) -> tuple[Piece, ...]:
    """Return the pieces of all panels with what they are off."""
    return tuple(_piece(flat, blank, panel, frame) for panel, frame in _pieces(blank))


def _pieces(blank: BlankPage) -> Iterator[tuple[int, Frame]]:
    for place, panel in enumerate(blank.panels):
        x0, y0, x1, y1 = panel.frame
        count = max(1, round((x1 - x0) / _WIDEST))
        step = (x1 - x0) / count
        yield from ((place, (x0 + step * each, y0, x0 + step * (each + 1), y1)) for each in range(count))


def _piece(flat: Picture, blank: BlankPage, panel: int, frame: Frame) -> Piece:
    tall, wide = blank.picture.shape
    left, right = max(0, round(frame[0] * SCALE) - 3), min(wide, round(frame[2] * SCALE) + 3)
    top = max(0, round((blank.size[1] - frame[3]) * SCALE) - 3)
    bottom = min(tall, round((blank.size[1] - frame[1]) * SCALE) + 3)
    printed, theirs = blank.profiles(left, top, right, bottom), flat[top:bottom, left:right]
    across, alike = _shift(printed[0], theirs.mean(axis=0))
    down, alike_down = _shift(printed[1], theirs.mean(axis=1))
    return Piece(panel, frame, across, down, min(alike, alike_down))


def _shift(ours: NDArray[np.float64], theirs: NDArray[np.float64]) -> tuple[float, float]:
    """Return by how many samples ``theirs`` lies behind ``ours``, to a fraction, and the correlation there."""
    core = ours[REACH:-REACH] - ours[REACH:-REACH].mean()
    windows = np.lib.stride_tricks.sliding_window_view(theirs, len(core))
    spread = np.sqrt(windows.var(axis=1) * len(core) * (core @ core))
    scores = (windows @ core) / np.maximum(spread, 1e-9)
    best = int(scores.argmax())
    if not 0 < best < 2 * REACH:
        return float(best - REACH), float(scores[best])
    before, here, after = scores[best - 1 : best + 2]
    bend = before - 2 * here + after
    return float(best - REACH + (0.5 * (before - after) / bend if bend < 0 else 0.0)), float(here)
