"""Page codes on a picture, and where their corners lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import zxingcpp
from PIL import Image

from simulator.intake.scans.geometry import Points
from simulator.intake.scans.picture import Picture
from simulator.sheets.page_code import PageCode, parse_page_code

_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_LOCAL = zxingcpp.Binarizer.LocalAverage


@dataclass(frozen=True, slots=True, eq=False)
class SeenCode:
    """A QR code: its text, what it says when it is one of ours, and its corners as ``code_corners`` orders them."""

    text: str
    code: PageCode | None
    corners: Points


def find_codes(picture: Picture) -> tuple[SeenCode, ...]:
    """Return the QR codes of a picture; harder ways are tried as long as none of ours is found."""
    for attempt in (_plainly, _thoroughly, _enlarged):
        found = attempt(picture)
        if any(each.code for each in found):
            return found
    return found


def _plainly(picture: Picture) -> tuple[SeenCode, ...]:
    return _read(picture, 1.0, _LOCAL, smaller=False)


def _thoroughly(picture: Picture) -> tuple[SeenCode, ...]:
    return _read(picture, 1.0, zxingcpp.Binarizer.GlobalHistogram, smaller=False) or _read(
        picture, 1.0, _LOCAL, smaller=True
    )


def _enlarged(picture: Picture) -> tuple[SeenCode, ...]:
    """Read once more at double size, slightly smoothed: what low resolution and thresholds have broken up."""
    tall, wide = picture.shape
    larger = Image.fromarray(picture).resize((wide * 2, tall * 2), Image.Resampling.BICUBIC)
    return _read(np.asarray(larger), 2.0, _LOCAL, smaller=False)


def _read(picture: Picture, scale: float, binarizer: zxingcpp.Binarizer, *, smaller: bool) -> tuple[SeenCode, ...]:
    """Read with one way of telling black from white; ``smaller`` tries a reduced picture too."""
    found = zxingcpp.read_barcodes(picture, formats=_QR, try_invert=False, try_downscale=smaller, binarizer=binarizer)
    return tuple(SeenCode(each.text, parse_page_code(each.text), _corners(each.position) / scale) for each in found)


def _corners(position: zxingcpp.Position) -> Points:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return np.array([(each.x, each.y) for each in corners], dtype=np.float64)
