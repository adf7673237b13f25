"""What scanners, photocopiers and telephones do to a page: each kind takes a clean grey picture and returns a worse one."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageFilter

from benchmarks.scanning.hands import noise
from simulator.randomness import Stream

BASE_DPI = 200
"""Resolution of the page before a machine takes it."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A kind of degradation: its name in the tables, what it does, and whether it counts as a clean scan."""

    name: str
    apply: Callable[[Image.Image, Stream], Image.Image]
    clean: bool = False


def placed(
    page: Image.Image, stream: Stream, *, skew: float = 1.0, shift: float = 2.0, scale: float = 1.0, turn: bool = False
) -> Image.Image:
    """Lay the page askew by up to ``skew`` degrees, shifted by up to ``shift`` mm, scaled about its middle."""
    angle = np.deg2rad(skew * (2 * stream.uniform() - 1)) + (np.pi if turn else 0.0)
    dx, dy = ((2 * stream.uniform() - 1) * shift / 25.4 * BASE_DPI for _ in range(2))
    cos, sin = np.cos(angle) / scale, np.sin(angle) / scale
    wide, tall = page.size
    cx, cy = wide / 2, tall / 2
    data = (cos, sin, cx - cos * (cx + dx) - sin * (cy + dy), -sin, cos, cy + sin * (cx + dx) - cos * (cy + dy))
    return page.transform(page.size, Image.Transform.AFFINE, data, Image.Resampling.BICUBIC, fillcolor=255)


def grained(page: Image.Image, stream: Stream, sd: float) -> Image.Image:
    grey = np.asarray(page, dtype=np.float32)
    return _picture(grey + sd * noise(grey.shape, stream))


def at_dpi(page: Image.Image, dpi: int) -> Image.Image:
    size = (round(page.width * dpi / BASE_DPI), round(page.height * dpi / BASE_DPI))
    return (
        page if dpi == BASE_DPI else page.resize(size, Image.Resampling.BICUBIC if dpi > BASE_DPI else Image.Resampling.BOX)
    )


def levels(page: Image.Image, black: float, white: float) -> Image.Image:
    """Move black and white to other greys."""
    grey = np.asarray(page, dtype=np.float32) / 255.0
    return _picture(black + (white - black) * grey)


def scanner(dpi: int, sd: float = 3.0) -> Callable[[Image.Image, Stream], Image.Image]:
    def apply(page: Image.Image, stream: Stream) -> Image.Image:
        laid = placed(page, stream.at("place")).filter(ImageFilter.GaussianBlur(0.5))
        return grained(at_dpi(levels(laid, 20.0, 250.0), dpi), stream.at("noise"), sd)

    return apply


def upside_down_and_small(page: Image.Image, stream: Stream) -> Image.Image:
    laid = placed(page, stream.at("place"), skew=1.5, shift=4.0, scale=0.93 + 0.05 * stream.uniform(), turn=True)
    return grained(at_dpi(laid, 150), stream.at("noise"), 3.0)


def quarter_turned(page: Image.Image, stream: Stream) -> Image.Image:
    return scanner(150)(page, stream).transpose(Image.Transpose.ROTATE_90)


def very_askew(page: Image.Image, stream: Stream) -> Image.Image:
    return grained(at_dpi(placed(page, stream.at("place"), skew=7.0, shift=3.0, scale=0.9), 150), stream.at("noise"), 3.0)


def black_and_white(page: Image.Image, stream: Stream) -> Image.Image:
    laid = grained(placed(page, stream.at("place")).filter(ImageFilter.GaussianBlur(0.6)), stream.at("noise"), 6.0)
    limit = 130 + 70 * stream.uniform()
    return laid.point(lambda grey: 255 if grey > limit else 0)


def dithered(page: Image.Image, stream: Stream) -> Image.Image:
    return levels(placed(page, stream.at("place")), 0.0, 250.0).convert("1").convert("L")


def photocopied(page: Image.Image, stream: Stream) -> Image.Image:
    """A poor photocopy, then a scan: harder contrast, toner that fails in patches, specks, a grey ground, more blur."""
    grey = (
        np.asarray(placed(page, stream.at("copy"), skew=1.5).filter(ImageFilter.GaussianBlur(0.9)), dtype=np.float32) / 255.0
    )
    dark = np.clip((1.0 - grey) * 1.5 - 0.2, 0.0, 1.0)
    cloud = _cloud(dark.shape, stream.at("toner"), 90)
    dark *= np.clip(0.85 + 0.25 * cloud, 0.35, 1.0)
    specks = noise(dark.shape, stream.at("specks")) > 3.55
    dark = np.maximum(
        dark, np.asarray(Image.fromarray((specks * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(0.7))) / 150.0
    )
    copied = _picture(255.0 * (1.0 - (0.08 + 0.03 * _cloud(dark.shape, stream.at("ground"), 200)) - 0.85 * dark))
    return grained(at_dpi(placed(copied, stream.at("scan")), 150), stream.at("noise"), 4.0)


def grey_ground(page: Image.Image, stream: Stream) -> Image.Image:
    laid = levels(placed(page, stream.at("place")), 45.0, 175.0 + 25.0 * stream.uniform())
    return grained(at_dpi(laid, 150), stream.at("noise"), 4.0)


def noisy_and_blurred(page: Image.Image, stream: Stream) -> Image.Image:
    laid = placed(page, stream.at("place")).filter(ImageFilter.GaussianBlur(1.3))
    return grained(at_dpi(laid, 150), stream.at("noise"), 12.0)


def streaked(page: Image.Image, stream: Stream) -> Image.Image:
    """Dirt on the scanner's glass: lines along the whole way of the paper."""
    laid = np.asarray(scanner(150)(page, stream), dtype=np.float32).copy()
    for number in range(3):
        x, wide = stream.at("x", number).below(laid.shape[1] - 4), 1 + stream.at("wide", number).below(3)
        laid[:, x : x + wide] *= 0.35 + 0.4 * stream.at("dark", number).uniform()
    return _picture(laid)


def hard_jpeg(page: Image.Image, stream: Stream) -> Image.Image:
    return _jpeg(scanner(150)(page, stream), 25)


def corner_lost(page: Image.Image, stream: Stream) -> Image.Image:
    """A folded corner: 25 mm of paper, with a registration mark and perhaps a code on it."""
    laid = np.asarray(scanner(150)(page, stream)).copy()
    tall, wide = laid.shape
    fold = round(28 / 25.4 * 150)
    x, y = np.arange(wide)[None, :], np.arange(tall)[:, None]
    corner = stream.at("corner").below(4)
    across = x if corner % 2 == 0 else wide - 1 - x
    down = y if corner < 2 else tall - 1 - y
    laid[(across + down) < fold * 1.4] = 235
    return Image.fromarray(laid)


def telephone(page: Image.Image, stream: Stream) -> Image.Image:
    """A hand-held picture: perspective, a desk around the page, uneven light, blur, JPEG."""
    wide, tall = page.size
    margin = 0.06
    corners = [(0, 0), (wide, 0), (wide, tall), (0, tall)]
    seen = [
        (x * (1 - 2 * margin) + wide * margin + 0.022 * wide * stream.normal(),
         y * (1 - 2 * margin) + tall * margin + 0.022 * tall * stream.normal())
        for x, y in corners
    ]  # fmt: skip
    data = _perspective(seen, corners)
    desk = page.transform(page.size, Image.Transform.PERSPECTIVE, data, Image.Resampling.BICUBIC, fillcolor=120)
    grey = np.asarray(desk, dtype=np.float32)
    x, y = np.linspace(-1, 1, wide)[None, :], np.linspace(-1, 1, tall)[:, None]
    tilt = stream.at("light")
    light = 0.82 + 0.12 * tilt.normal() * x + 0.12 * tilt.normal() * y - 0.1 * (x**2 + y**2)
    lit = _picture(18.0 + grey * np.clip(light, 0.35, 1.0))
    return _jpeg(grained(lit.filter(ImageFilter.GaussianBlur(0.9)), stream.at("noise"), 4.0), 70)


MACHINES = (
    Machine("scan, 100 dpi", scanner(100), clean=True),
    Machine("scan, 150 dpi", scanner(150), clean=True),
    Machine("scan, 200 dpi", scanner(200), clean=True),
    Machine("scan, 300 dpi", scanner(300), clean=True),
    Machine("upside down, 93 to 98 %", upside_down_and_small, clean=True),
    Machine("a quarter turned", quarter_turned, clean=True),
    Machine("up to 7 degrees askew", very_askew),
    Machine("black and white, 200 dpi", black_and_white),
    Machine("dithered, 200 dpi", dithered),
    Machine("poor photocopy", photocopied),
    Machine("grey ground, low contrast", grey_ground),
    Machine("noise and blur", noisy_and_blurred),
    Machine("streaks", streaked),
    Machine("JPEG, quality 25", hard_jpeg),
    Machine("a corner folded away", corner_lost),
    Machine("telephone", telephone),
)


def _picture(grey: np.ndarray) -> Image.Image:
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))


def _jpeg(page: Image.Image, quality: int) -> Image.Image:
    buffer = io.BytesIO()
    page.save(buffer, "JPEG", quality=quality)
    return Image.open(io.BytesIO(buffer.getvalue())).convert("L")


def _cloud(shape: tuple[int, ...], stream: Stream, size: int) -> np.ndarray:
    """Return smooth noise whose spots are about so many pixels large."""
    small = noise((shape[0] // size + 2, shape[1] // size + 2), stream)
    image = Image.fromarray(small.astype(np.float32)).resize((shape[1], shape[0]), Image.Resampling.BICUBIC)
    return np.asarray(image)


def _perspective(seen: list[tuple[float, float]], corners: list[tuple[int, int]]) -> list[float]:
    """Return the coefficients that take places of the new picture to places of the old one."""
    rows, right = [], []
    for (x, y), (u, v) in zip(seen, corners, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return [float(each) for each in np.linalg.solve(np.array(rows), np.array(right, dtype=float))]
