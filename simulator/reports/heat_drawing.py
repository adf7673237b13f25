"""A page of a paper, redrawn small: its form, boxes as dark as they were flagged often; readable in grey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.formats.truth import Rectangle
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, FontName, Op, Rule, Words
from simulator.reports.blank_form import BlankForm
from simulator.reports.heat import HeatBox, HeatPage
from simulator.reports.plots import ring, shade_of
from simulator.reports.wording import percent

_NUMBER = 4.5
"""Type size of a box's number; the whole codes stand in the list, larger."""
_FIGURE = 6.5
_LEAST_FIGURE = 4.5
_LEAST_VALUE = 3.0
_PAD = 1.2
_LABEL_GREY = 0.4


@dataclass(frozen=True, slots=True)
class _Scale:
    """From the points of a side to those of the drawing, whose origin is its top left corner."""

    left: float
    top: float
    factor: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place lies in the drawing."""
        return (x - self.left) * self.factor, (y - self.top) * self.factor

    def frame(self, frame: Rectangle) -> Rectangle:
        """Return a frame as it lies in the drawing."""
        return (*self.at(frame[0], frame[1]), *self.at(frame[2], frame[3]))


def is_wide(page: HeatPage) -> bool:
    """Tell whether the page lies across."""
    x0, y0, x1, y1 = _bounds(page, None)
    return x1 - x0 > y1 - y0


def heat_drawing(page: HeatPage, form: BlankForm | None, width: float, height: float) -> tuple[tuple[Op, ...], float]:
    """Return the page within width and height, and the height that it takes; without a form the frames alone."""
    x0, y0, x1, y1 = _bounds(page, form)
    factor = min(width / (x1 - x0), height / (y1 - y0), 1.0)
    scale = _Scale(x0, y1, factor)
    frames = [scale.frame(each.truth.frame) for each in page.boxes]
    ops: list[Op] = [] if form is None else list(_form(form, scale))
    for each, frame in zip(page.boxes, frames, strict=True):
        others = [other for other in frames if other != frame]
        ops.extend(_shade(each, frame, framed=form is None))
        ops.extend(_number(each, frame, others, form, scale))
        ops.extend(_figure(each, frame))
        ops.extend(_value(each, frame, scale) if page.exact else ())
    return tuple(ops), (y1 - y0) * factor


def _bounds(page: HeatPage, form: BlankForm | None) -> Rectangle:
    if form is not None:
        return form.bounds
    x0, y0, x1, y1 = zip(*(each.truth.frame for each in page.boxes), strict=True)
    # Room for the numbers above the topmost frames.
    return min(x0), min(y0), max(x1), max(y1) + 2 * _NUMBER


def _form(form: BlankForm, scale: _Scale) -> Iterator[Op]:
    """Yield labels and rules; what has no rule round it and no shade of its own is not drawn."""
    left, bottom = form.origin
    factor = scale.factor
    for x, y, wide, high, grey, weight in form.layer.areas:
        fill = (1 + grey) / 2 if grey < 1.0 else None
        place = scale.at(left + x, bottom + y)
        yield Area(*place, wide * factor, high * factor, fill=fill, stroke=0.6 if weight else None)
    for x0, y0, x1, y1, weight in form.layer.strokes:
        yield Rule(*scale.at(left + x0, bottom + y0), *scale.at(left + x1, bottom + y1), weight * factor, 0.5)
    for x, y, text, face, size in form.layer.words:
        font: FontName = "bold" if face in ("VeraBd", "VeraBI") else "regular"
        yield Words(*scale.at(left + x, bottom + y), text, round(size * factor, 2), font, _LABEL_GREY)


def _shade(each: HeatBox, frame: Rectangle, framed: bool) -> Iterator[Op]:
    x0, y0, x1, y1 = frame
    if each.rate.count or framed:
        yield Area(x0, y0, x1 - x0, y1 - y0, fill=shade_of(each.rate.share or 0.0), stroke=0.6)
    if each.mark in ("shows", "against", "look_alike"):
        # Round the frame and not in it: frames may be no higher than their figures.
        dashed = each.mark == "look_alike"
        yield from ring(x0 - 0.4, y1 + 0.4, x1 - x0 + 0.8, y1 - y0 + 0.8, width=1.1, dashed=dashed)


def _number(
    each: HeatBox, frame: Rectangle, others: Sequence[Rectangle], form: BlankForm | None, scale: _Scale
) -> Iterator[Op]:
    """Yield the box's number where its paper has it, else beside the frame where no other frame is in the way."""
    number = each.code.split("-", 1)[-1].split(".", 1)[0]
    wide = text_width(number, _NUMBER)
    if form is not None and each.truth.row is None and each.truth.field in form.codes:
        right, baseline = scale.at(*form.codes[each.truth.field])
        yield Words(right - wide, baseline, number, _NUMBER, grey=0.2)
        return
    x0, y0, x1, y1 = frame
    above = (x1 - wide, y1 + 0.6, x1, y1 + _NUMBER)
    right_of = (x1 + 1.0, (y0 + y1 - _NUMBER) / 2, x1 + 1.0 + wide, (y0 + y1 + _NUMBER) / 2)
    left_of = (x0 - wide - 1.5, y1 - _NUMBER, x0 - 1.5, y1)
    for place in (above, right_of, left_of):
        if place[0] >= 0 and not any(_overlap(place, other) for other in others):
            yield Words(place[0], place[1] + 0.3, number, _NUMBER, grey=0.2)
            return


def _figure(each: HeatBox, frame: Rectangle) -> Iterator[Op]:
    if not each.rate.count:
        return
    _, y0, x1, y1 = frame
    text, size = percent(each.rate.share), _figure_size(each, frame)
    start = x1 - _PAD - 0.8 - text_width(text, size, "bold")
    yield Words(start, (y0 + y1) / 2 - size * 0.36, text, size, "bold")


def _figure_size(each: HeatBox, frame: Rectangle) -> float:
    """Return the type size at which the share stands in its frame, at the least what can still be read."""
    room = (frame[2] - frame[0] - 2 * _PAD) / text_width(percent(each.rate.share), 1.0, "bold")
    return max(_LEAST_FIGURE, min(_FIGURE, room, (frame[3] - frame[1]) * 0.9))


def _value(each: HeatBox, frame: Rectangle, scale: _Scale) -> Iterator[Op]:
    """Yield what the box says, left of its figure; what has no room there stands on the paper itself."""
    lines = each.truth.text.split("\n") if each.truth.text else []
    if not lines:
        return
    x0, y0, x1, y1 = frame
    start, end, top = x0 + _PAD, x1 - _PAD, y1
    if each.truth.bbox is not None:
        left, _, _, top = scale.frame(each.truth.bbox)
        start = start if each.rate.count else max(start, left)
    if each.rate.count:
        end -= text_width(percent(each.rate.share), _figure_size(each, frame), "bold") + 2.0
    widest = max(text_width(line, 1.0) for line in lines)
    size = min(each.truth.points * scale.factor, (end - start) / widest, (top - y0) / (len(lines) * 1.15))
    if size < _LEAST_VALUE:
        return
    for index, line in enumerate(lines):
        yield Words(start, top - size * (0.8 + 1.15 * index), line, round(size, 2), grey=0.2)


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
