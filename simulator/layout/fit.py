"""A value into its frame: shrunk in half points down to the smallest its template allows, never cut, never outside."""

from __future__ import annotations

from math import inf

from simulator.errors import BrokenData
from simulator.formats.truth import Rectangle
from simulator.layout.fonts import ASCENT, DESCENT, described, missing_glyph
from simulator.layout.form import Typesetting
from simulator.layout.paper import MM
from simulator.layout.placed import Line
from simulator.layout.wrap import CannotWrap, wrap

_STEP = 0.5
_ROOM = 1.0
"""Points kept free above and below a value together."""


class DoesNotFit(BrokenData):
    """A value is too long for its frame, or has a character that cannot be printed."""


def set_text(
    text: str, setting: Typesetting, width: float, height: float | None, *, hard: bool
) -> tuple[float, tuple[str, ...]]:
    """Return type size and lines of ``text`` in a frame of ``width`` and, unless None, ``height`` points.

    Raise ``DoesNotFit`` without naming the box.
    """
    if not text:
        return setting.size, ()
    missing = missing_glyph(text.replace("\n", ""))
    if missing is not None:
        raise DoesNotFit(f"Courier has no glyph for {described(missing)} in {text!r}; write it with Latin letters")
    size, reason = setting.size, ""
    while size >= setting.smallest:
        try:
            lines = wrap(text, setting.wrap, _columns(width, size, setting), hard=hard)
        except CannotWrap as error:
            reason = str(error)
        else:
            if height is None or text_height(len(lines), size, setting.leading) <= height:
                return size, lines
            reason = f"{len(lines)} lines are too many"
        size -= _STEP
    raise DoesNotFit(
        f"{text!r} does not fit {_millimetres(width, height)} at {setting.smallest:g} points ({reason});"
        " shorten it, or give it more room in the template"
    )


def text_height(lines: int, size: float, leading: float) -> float:
    """Return the points that so many lines take, from the tallest letter's top to the deepest one's foot."""
    return (ASCENT + DESCENT + (lines - 1) * leading) * size + _ROOM if lines else 0.0


def set_lines(
    lines: tuple[str, ...], size: float, setting: Typesetting, frame: Rectangle
) -> tuple[tuple[Line, ...], Rectangle | None]:
    """Return each line's place from the top of ``frame``, and the rectangle of the ink."""
    if not lines:
        return (), None
    left, right, advance = frame[0] + setting.padding, frame[2] - setting.padding, setting.advance(size)
    baseline = frame[3] - _ROOM / 2 - ASCENT * size
    if setting.middle:
        baseline -= (frame[3] - frame[1] - text_height(len(lines), size, setting.leading)) / 2
    placed: list[Line] = []
    first, last = inf, -inf
    for line in lines:
        across = len(line) * advance
        x = left
        if setting.align != "left":
            x = right - across if setting.align == "right" else (left + right - across) / 2
        x = round(x, 2)
        placed.append((x, round(baseline, 2), line))
        first, last = min(first, x), max(last, x + across)
        baseline -= setting.leading * size
    ink = (first, round(placed[-1][1] - DESCENT * size, 2), round(last, 2), round(placed[0][1] + ASCENT * size, 2))
    return tuple(placed), ink


def _columns(width: float, size: float, setting: Typesetting) -> int:
    return int((width - 2 * setting.padding) / setting.advance(size) + 1e-9)


def _millimetres(width: float, height: float | None) -> str:
    across = f"a frame {width / MM:.1f} mm wide"
    return across if height is None else f"{across} and {height / MM:.1f} mm high"
