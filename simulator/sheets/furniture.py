"""What every side of an answer sheet has: registration marks, two codes, head and foot.

The six squares tell where the sheet lies on the scan; their pattern changes when it is turned, so that they can stand
without a code. The second code, across the page, is there because feeders, staples and coffee take corners first.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.formats.vocabulary import Paper
from simulator.layout.paper import MM, sheet
from simulator.render.flow import SPECIMEN
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Op, Rule, Words
from simulator.render.flow_text import line_ops, wrap
from simulator.sheets.model import Frame, Holder, Kind, Plan
from simulator.sheets.wording import sheet_texts

SQUARE = 5.0 * MM
"""Side of a registration mark."""
_CLEAR = 11.0 * MM
"""What head and foot leave free beside a mark in a corner."""
_MIDDLE = 72.0 * MM
"""Where the middle marks lie from the left: the same above and below, so that a turned page has them elsewhere."""
CODE = 22.0 * MM
HEAD = 23.0 * MM
FOOT = 23.5 * MM
_FOOT_LARGE = 32.0 * MM
_SMALL = 6.5
LARGE = 1.33
"""Large print: words of 10 points, boxes of 4.4 mm for codes and 4.9 mm for decisions."""


@dataclass(frozen=True, slots=True)
class Body:
    """The area between head and foot, in points from the bottom left of the page."""

    left: float
    bottom: float
    right: float
    top: float


def body(paper: Paper, kind: Kind) -> Body:
    """Return where sections may stand."""
    side = sheet(paper, "portrait")
    return Body(side.left + 0.5, side.bottom + _foot(kind), side.right - 0.5, side.top - HEAD)


def _foot(kind: Kind) -> float:
    return _FOOT_LARGE if kind == "large" else FOOT


def anchors(paper: Paper) -> tuple[Frame, ...]:
    """Return the six registration marks."""
    side = sheet(paper, "portrait")
    lefts = (side.left, side.left + _MIDDLE, side.right - SQUARE)
    return tuple((x, y, x + SQUARE, y + SQUARE) for y in (side.top - SQUARE, side.bottom) for x in lefts)


def code_frames(paper: Paper) -> tuple[Frame, Frame]:
    """Return the frames of the two codes, at the top right and at the bottom left, their quiet zones inside."""
    side = sheet(paper, "portrait")
    right, left = side.right - SQUARE - 1.0 * MM, side.left + SQUARE + 1.0 * MM
    return (right - CODE, side.top - CODE, right, side.top), (left, side.bottom, left + CODE, side.bottom + CODE)


def head_ops(plan: Plan, holder: Holder | None) -> tuple[Op, ...]:
    """Return title, exercise and respondent; lines to write on where the sheet is nobody's."""
    words = sheet_texts()
    side = sheet(plan.paper, "portrait")
    left, top = side.left + _CLEAR, side.top
    right = code_frames(plan.paper)[0][0] - 2.0 * MM
    title = words.get("title_spare" if plan.kind == "spare" else "title", plan.language)
    ops: list[Op] = [_fitted(title, left, top - 13.0, 13.0, side.left + _MIDDLE - 6.0 - left, bold=True)]
    after = side.left + _MIDDLE + SQUARE + 3.0 * MM
    ops += _two_lines(plan.title, after, top - 8.0, 8.0, right - after)
    label, size = words.get("name", plan.language), 9.5
    start = left + text_width(label, _SMALL) + 4.0
    ops.append(Words(left, top - 32.0, label, _SMALL, grey=0.25))
    ops.append(Rule(start, top - 34.5, right, top - 34.5, 0.5, 0.3))
    if holder is not None:
        ops += _two_lines(holder.name, start, top - 32.0, size, right - start)
    return (*ops, *_respondent(plan, holder, left, right, top - 51.0))


def _respondent(plan: Plan, holder: Holder | None, left: float, right: float, y: float) -> list[Op]:
    """Return number, group and place in the list, each on its share of a line."""
    words = sheet_texts()
    values = (
        ("id", holder.id if holder else "", 0.45),
        ("group", holder.group if holder else "", 0.3),
        ("list_number", str(holder.number) if holder else "", 0.25),
    )
    ops: list[Op] = []
    x = left
    for key, value, share in values:
        label = words.get(key, plan.language)
        start, end = x + text_width(label, _SMALL) + 4.0, x + (right - left) * share - 6.0
        ops += [Words(x, y, label, _SMALL, grey=0.25), Rule(start, y - 2.5, end, y - 2.5, 0.5, 0.3)]
        if value:
            ops.append(_fitted(value, start, y, 9.5, end - start, bold=True))
        x += (right - left) * share
    return ops


def foot_ops(plan: Plan, section: str, label: str, number: str) -> tuple[Op, ...]:
    """Return how to mark, what the page asks for, the specimen line in both languages, and the page's number."""
    side = sheet(plan.paper, "portrait")
    left = code_frames(plan.paper)[1][2] + 2.0 * MM
    scale = LARGE if plan.kind == "large" else 1.0
    size = _SMALL * scale
    y = side.bottom + _foot(plan.kind) - 11.0 * scale
    ops: list[Op] = list(_how(plan, left, y, scale, side.right - left))
    y -= 9.0 * scale
    for content in sheet_texts().all_of(section, plan.language):
        for line in wrap(content, size, side.right - left):
            ops += line_ops(line, left, y, size)
            y -= size * 1.16
    after = side.left + _MIDDLE + SQUARE + 2.0 * MM
    room = side.right - SQUARE - 2.0 * MM - after
    ops += [_fitted(text, after, side.bottom + 7.5 - 6.5 * line, 5.6, room, grey=0.25) for line, text in enumerate(SPECIMEN)]
    wide = _MIDDLE + side.left - left - 2.0 * MM
    ops.append(_fitted(label, left, side.bottom + 1.0, 5.6, wide - 20.0))
    end = side.left + _MIDDLE - 2.0 * MM
    ops.append(Words(end - text_width(number, 7.5, "bold"), side.bottom + 1.0, number, 7.5, "bold"))
    return tuple(ops)


def _how(plan: Plan, x: float, y: float, scale: float, room: float) -> list[Op]:
    """Return the rule of marking and of correcting, with pictures, on one line."""
    words = sheet_texts()
    parts = [(words.get("mark.how", plan.language), (False,)), (words.get("mark.wrong", plan.language), (True, False))]
    wide = sum(text_width(text, 7.5, "bold") + 10.0 + 12.5 * len(pictures) for text, pictures in parts)
    scale = min(scale, room / wide)
    ops: list[Op] = []
    for text, pictures in parts:
        ops.append(Words(x, y, text, 7.5 * scale, "bold"))
        x += text_width(text, 7.5 * scale, "bold") + 4.0 * scale
        for filled in pictures:
            ops += _picture(x, y - 1.5, 8.5 * scale, filled)
            x += 12.5 * scale
        x += 6.0 * scale
    return ops


def _picture(x: float, y: float, size: float, filled: bool) -> list[Op]:
    frame = Area(x, y, size, size, fill=0.0 if filled else None, stroke=0.0)
    if filled:
        return [frame]
    over = 0.8
    low, high, left, right = y - over, y + size + over, x - over, x + size + over
    return [frame, Rule(left, low, right, high, 1.1), Rule(left, high, right, low, 1.1)]


def _fitted(text: str, x: float, y: float, size: float, room: float, bold: bool = False, grey: float = 0.0) -> Words:
    """Return words made smaller where they do not fit."""
    font = "bold" if bold else "regular"
    wide = text_width(text, 1.0, "bold" if bold else "regular")
    return Words(x, y, text, min(size, room / wide) if wide else size, "bold" if font == "bold" else "regular", grey)


def _two_lines(text: str, x: float, y: float, size: float, room: float) -> list[Op]:
    """Return text on one line, else smaller on two: the second stands below."""
    lines = wrap(text, size, room)
    while len(lines) > 2 or (len(lines) == 2 and size > 7.5):
        size *= 0.95
        lines = wrap(text, size, room)
        if size <= 7.5 and len(lines) <= 2:
            break
    rise = size * 1.1 * (len(lines) - 1)
    ops: list[Op] = []
    for number, line in enumerate(lines):
        ops += line_ops(line, x, y + rise - number * size * 1.1, size)
    return ops
