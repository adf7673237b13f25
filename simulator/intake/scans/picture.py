"""Grey pictures: 8 bits a pixel, 0 black and 255 white, rows from the top."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from simulator.intake.scans.geometry import Mapping, Points

Picture = NDArray[np.uint8]
WORKING = 1600
"""Pixels of the long side that reading needs: 150 dpi of a sheet; larger pictures are reduced by a whole number."""


def reduced(image: Image.Image) -> Image.Image:
    """Return a picture in grey, reduced by a whole number as long as that leaves enough pixels."""
    grey = image if image.mode == "L" else image.convert("L")
    factor = max(grey.size) // WORKING
    return grey.reduce(factor) if factor > 1 else grey


def sampled(picture: Picture, points: Points) -> NDArray[np.float32]:
    """Return the grey at picture points, between pixels by bilinear interpolation; white outside."""
    tall, wide = picture.shape
    x, y = points[:, 0] - 0.5, points[:, 1] - 0.5
    left, top = np.floor(x).astype(np.int64), np.floor(y).astype(np.int64)
    outside = (left < 0) | (top < 0) | (left >= wide - 1) | (top >= tall - 1)
    left, top = np.clip(left, 0, wide - 2), np.clip(top, 0, tall - 2)
    right, down = (x - left).astype(np.float32), (y - top).astype(np.float32)
    flat = picture.reshape(-1)
    at = top * wide + left
    upper = flat[at] * (1 - right) + flat[at + 1] * right
    lower = flat[at + wide] * (1 - right) + flat[at + wide + 1] * right
    return np.where(outside, np.float32(255), upper * (1 - down) + lower * down).astype(np.float32)


def flattened(image: Image.Image, mapping: Mapping, size: tuple[float, float], scale: float) -> Picture:
    """Return the page laid flat: ``size`` in points at ``scale`` pixels a point, what lies outside the picture white."""
    wide, tall = round(size[0] * scale), round(size[1] * scale)
    to_page = np.array([(1 / scale, 0.0, 0.0), (0.0, -1 / scale, size[1]), (0.0, 0.0, 1.0)])
    matrix = mapping.matrix @ to_page
    matrix = matrix / matrix[2, 2]
    straight = bool(np.abs(matrix[2, :2]).max() < 1e-12)
    method = Image.Transform.AFFINE if straight else Image.Transform.PERSPECTIVE
    flat = image.transform(
        (wide, tall), method, matrix.reshape(-1)[: 6 if straight else 8].tolist(), _NEAREST, fillcolor=255
    )
    return np.asarray(flat)


_NEAREST = Image.Resampling.NEAREST
