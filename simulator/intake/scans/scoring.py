"""How much ink is in each box: shares of the box's inside, compared with the paper around it and the black of print."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulator.intake.scans.aligning import Piece
from simulator.intake.scans.blanks import SCALE, BlankPage
from simulator.intake.scans.picture import Picture
from simulator.sheets.model import Frame

Shares = NDArray[np.float32]

_BLOCK = 25
"""Pixels of the side of a block for which one white is measured."""
_WHITE = 0.85
"""The share of a block's pixels that are darker than what counts as its white."""
_INSIDE = 0.72
"""The part of a box's side that is looked at: its own rule and strokes that only touch it stay outside."""
_SAMPLES = 16
"""Samples along a box's side."""
FLOOR = 0.12
"""Darkness that counts as none: noise, shadows of the other side, and the grain of paper stay below."""
_INKED = 0.08
"""Darkness above the floor from which a sample counts as covered."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """For each mark in the order of the page, as shares from 0 to 1.

    ``ink`` is the mean darkness above the floor, ``cover`` the part of the box with any ink, ``peak`` the darkness of
    its darkest twentieth; ``written`` is the ink in each room for handwriting.
    """

    ink: Shares
    cover: Shares
    peak: Shares
    written: Shares


def scores(flat: Picture, blank: BlankPage, pieces: tuple[Piece, ...], black: float) -> Scores:
    """Score all marks of a page laid flat; ``black`` is the print's grey as a share of the paper's."""
    whites = _whites(flat)
    depth = max(1.0 - black, 0.2)
    dark = _darkness(flat, whites, _places(blank, pieces), depth)
    flat_dark = dark.reshape(len(dark), -1)
    place = flat_dark.shape[1] * 19 // 20
    return Scores(
        flat_dark.mean(axis=1),
        (flat_dark > _INKED).mean(axis=1, dtype=np.float32),
        np.partition(flat_dark, place, axis=1)[:, place],
        np.array([_written(flat, whites, blank, frame.frame, depth) for frame in blank.written], dtype=np.float32),
    )


def _places(blank: BlankPage, pieces: tuple[Piece, ...]) -> NDArray[np.float32]:
    """Return centre and side of each mark in pixels, moved as its piece is: shape (n, 3)."""
    frames = np.array(blank.frames)
    centres = (frames[:, :2] + frames[:, 2:]) / 2
    found = np.empty((len(frames), 3), dtype=np.float32)
    found[:, 0] = centres[:, 0] * SCALE
    found[:, 1] = (blank.size[1] - centres[:, 1]) * SCALE
    found[:, 2] = (frames[:, 2] - frames[:, 0]) * SCALE
    for piece in pieces:
        x0, _, x1, _ = piece.frame
        inside = (np.array(blank.panel_of) == piece.panel) & (centres[:, 0] >= x0) & (centres[:, 0] <= x1)
        found[inside, 0] += piece.right
        found[inside, 1] += piece.down
    return found


def _darkness(flat: Picture, whites: Shares, places: NDArray[np.float32], depth: float) -> Shares:
    """Return the darkness of a grid of samples in each box: shape (n, samples, samples)."""
    line = (np.arange(_SAMPLES, dtype=np.float32) - (_SAMPLES - 1) / 2) / _SAMPLES * _INSIDE
    x = places[:, 0, None] + line * places[:, 2, None]
    y = places[:, 1, None] + line * places[:, 2, None]
    tall, wide = flat.shape
    columns = np.clip(x.astype(np.int64), 0, wide - 1)
    rows = np.clip(y.astype(np.int64), 0, tall - 1)
    grey = flat[rows[:, :, None], columns[:, None, :]].astype(np.float32)
    high, broad = whites.shape
    row = np.clip((places[:, 1] / _BLOCK).astype(np.int64), 0, high - 1)
    column = np.clip((places[:, 0] / _BLOCK).astype(np.int64), 0, broad - 1)
    return _above_floor((1.0 - grey / whites[row, column][:, None, None]) / depth)


def _above_floor(dark: Shares) -> Shares:
    return np.asarray(np.clip((dark - FLOOR) / (1.0 - FLOOR), 0.0, 1.0), dtype=np.float32)


def _whites(flat: Picture) -> Shares:
    """Return the paper's grey in each block, smoothed over its neighbours."""
    high, broad = flat.shape[0] // _BLOCK, flat.shape[1] // _BLOCK
    rows = (np.arange(high) * _BLOCK)[:, None] + np.arange(0, _BLOCK, 2)
    columns = (np.arange(broad) * _BLOCK)[:, None] + np.arange(0, _BLOCK, 2)
    thin = flat[rows[:, None, :, None], columns[None, :, None, :]].reshape(high, broad, -1)
    place = int(thin.shape[2] * _WHITE)
    found = np.partition(thin, place, axis=2)[:, :, place].astype(np.float32)
    padded = np.pad(found, 1, mode="edge")
    around = [padded[i : i + high, j : j + broad] for i in range(3) for j in range(3)]
    return np.maximum(np.median(around, axis=0), 32.0).astype(np.float32)


def _written(flat: Picture, whites: Shares, blank: BlankPage, frame: Frame, depth: float) -> float:
    """Return how much more ink a room for handwriting holds than on the blank sheet."""
    left, right = round(frame[0] * SCALE), round(frame[2] * SCALE)
    top, bottom = round((blank.size[1] - frame[3]) * SCALE), round((blank.size[1] - frame[1]) * SCALE)
    white = whites[min(top // _BLOCK, whites.shape[0] - 1), min((left + right) // 2 // _BLOCK, whites.shape[1] - 1)]
    ours = _above_floor(1.0 - blank.picture[top:bottom, left:right].astype(np.float32) / 255.0)
    theirs = _above_floor((1.0 - flat[top:bottom, left:right].astype(np.float32) / white) / depth)
    return float(max(0.0, theirs.mean() - ours.mean()))
