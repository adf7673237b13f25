"""Headings, paragraphs, bullets and gaps: each turns into slices for a given width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Op, Rule, Slice
from simulator.render.flow_text import Content, Line, line_ops, wrap

LEADING = 1.32
"""Line height as a multiple of the type size; Vera is wide and tall, and cramped below this."""
BODY = 9.0
"""Type size of running text."""


class Block(Protocol):
    """Anything that can be laid out in a width."""

    def slices(self, width: float) -> tuple[Slice, ...]:
        """Return the block's bands from top to bottom."""
        ...


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; stays with what follows it. Level 1 opens a paper, 2 a section, 3 a part."""

    content: Content
    level: int = 2

    def slices(self, width: float) -> tuple[Slice, ...]:
        """Return its lines as one band, ruled below on the first two levels."""
        size, before, after = {1: (15.0, 9.0, 5.0), 2: (11.0, 13.0, 4.0)}.get(self.level, (9.0, 8.0, 1.5))
        lines = wrap(self.content, size, width, True)
        step = size * 1.22
        ops: list[Op] = []
        for index, line in enumerate(lines):
            ops.extend(line_ops(line, 0.0, -size - index * step, size))
        bottom = step * len(lines) + (2.0 if self.level <= 2 else 0.0)
        if self.level <= 2:
            ops.append(Rule(0.0, -bottom, width, -bottom, 1.0 if self.level == 1 else 0.6))
        return (Slice(bottom + after, tuple(ops), before, keep=True),)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, flush left; never one line alone at the top or the bottom of a page."""

    content: Content
    size: float = BODY
    before: float = 3.0
    grey: float = 0.0
    bold: bool = False
    indent: float = 0.0
    keep: bool = False

    def slices(self, width: float) -> tuple[Slice, ...]:
        """Return one band a line."""
        lines = wrap(self.content, self.size, width - self.indent, self.bold)
        return text_slices(lines, self.size, self.indent, self.before, self.grey, self.keep)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points, each behind a dot or its number."""

    items: tuple[Content, ...]
    size: float = BODY
    numbered: bool = False
    before: float = 2.0

    def slices(self, width: float) -> tuple[Slice, ...]:
        """Return one band a line, the dot on each item's first."""
        indent = self.size * (1.9 if self.numbered else 1.3)
        found: list[Slice] = []
        for number, item in enumerate(self.items, 1):
            lines = wrap(item, self.size, width - indent)
            label = f"{number}." if self.numbered else "•"
            dot = Line(wrap(label, self.size, indent)[0].pieces, text_width(label, self.size))
            first, *rest = text_slices(lines, self.size, indent, self.before, 0.0, keep=False)
            ops = (*line_ops(dot, 0.0, -self.size, self.size), *first.ops)
            found.extend((Slice(first.height, ops, first.before, first.keep), *rest))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space."""

    height: float

    def slices(self, width: float) -> tuple[Slice, ...]:
        """Return space that vanishes at the top of a page."""
        return (Slice(0.0, before=self.height),)


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows opens a page."""

    def slices(self, width: float) -> tuple[Slice, ...]:
        """Return an empty band that opens a page."""
        return (Slice(0.0, new_page=True),)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A ready drawing, in its own band."""

    height: float
    ops: tuple[Op, ...]
    before: float = 4.0
    keep: bool = False

    def slices(self, width: float) -> tuple[Slice, ...]:
        """Return the drawing as one band."""
        return (Slice(self.height, self.ops, self.before, self.keep),)


def text_slices(
    lines: tuple[Line, ...], size: float, indent: float, before: float, grey: float, keep: bool
) -> tuple[Slice, ...]:
    """Return a band for each line; the first two and the last two stay together, the last with what follows."""
    last = len(lines) - 1
    return tuple(
        Slice(
            size * LEADING,
            line_ops(line, indent, -size, size, grey),
            before if index == 0 else 0.0,
            keep=keep if index == last else index in (0, last - 1),
        )
        for index, line in enumerate(lines)
    )
