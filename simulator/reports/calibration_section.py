"""What they said of their sureness against how often they were right: plot, table, and the difference."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.grading.calibration import Calibration, Marked
from simulator.grading.class_summary import ClassSummary
from simulator.grading.measures import FEWEST_FOR_A_RATE
from simulator.render.flow_blocks import Block, Heading, Paragraph
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Circle, Op, Rule, Words
from simulator.render.flow_table import Column, Row, Table
from simulator.render.flow_text import Content
from simulator.reports.beside import beside
from simulator.reports.plots import Square
from simulator.reports.wording import Wording, decimals, few_note, percent, rate_with_range, report_texts, unbroken

_SQUARE = Square(38.0, -18.0, 112.0)
_HEIGHT = 168.0
_START = 176.0
_SMALL = 6.5


def calibration_blocks(summary: ClassSummary, width: float) -> list[Block]:
    """Return the section."""
    words = Wording(report_texts("class_habits"), summary.language)
    found = summary.calibration
    told: list[Block] = [
        _table(found, words),
        *few_note((each.right for each in found.marks), words),
        Paragraph(_excess(found, words), size=8.0),
        Paragraph(words.say("confidence.legend"), size=7.0, grey=0.25),
    ]
    return [Heading(words.say("confidence.title")), beside(_plot(found, words), _HEIGHT, _START, width, told)]


def _table(found: Calibration, words: Wording) -> Table:
    columns = (Column(words.say("confidence.said"), 2.0), Column(words.say("confidence.right"), 2.6, "right"))
    rows: tuple[Row, ...] = tuple(
        (
            words.say("confidence.about", mark=each.mark, percent=f"{each.stated * 100:.0f}")
            + (" *" if each.right.few else ""),
            rate_with_range(each.right),
        )
        for each in found.marks
    )
    return Table(columns, rows, size=7.5)


def _excess(found: Calibration, words: Wording) -> Content:
    interval = found.excess_interval
    if found.excess is None or interval is None or found.right.total < FEWEST_FOR_A_RATE:
        return words.say("confidence.few", total=found.right.total, fewest=FEWEST_FOR_A_RATE)
    points, low, high = (decimals(value * 100, 0) for value in (found.excess, *interval))
    return words.rich(
        "confidence.excess",
        points=points,
        low=low,
        high=high,
        stated=unbroken(percent(found.stated)),
        right=unbroken(percent(found.right.share)),
        total=found.right.total,
    )


def _plot(found: Calibration, words: Wording) -> tuple[Op, ...]:
    return (*_frame(words), *(op for each in found.marks for op in _mark(each)))


def _frame(words: Wording) -> Iterator[Op]:
    square = _SQUARE
    bottom = square.top - square.side
    yield Words(0.0, -8.5, words.say("confidence.plot"), 8.5, "bold")
    for step in range(5):
        x, y = square.place(step / 4, step / 4)
        if 0 < step < 4:
            yield Rule(x, square.top, x, bottom, 0.4, 0.9)
            yield Rule(square.left, y, square.left + square.side, y, 0.4, 0.9)
        label = f"{step * 25} %"
        wide = text_width(label, _SMALL)
        yield Words(x - wide / 2, bottom - 9.0, label, _SMALL)
        yield Words(square.left - wide - 3.0, y - 2.2, label, _SMALL)
    yield Area(square.left, bottom, square.side, square.side, stroke=0.0)
    yield Rule(*square.place(0, 0), *square.place(1, 1), 0.8, 0.35, dashed=True)
    x_title, y_title = words.say("confidence.x"), words.say("confidence.y")
    yield Words(square.left + (square.side - text_width(x_title, _SMALL)) / 2, bottom - 20.0, x_title, _SMALL)
    yield Words(_SMALL, bottom + (square.side - text_width(y_title, _SMALL)) / 2, y_title, _SMALL, turned=True)


def _mark(each: Marked) -> Iterator[Op]:
    """Yield one mark's point with its bar; hollow where it rests on few answers."""
    share, interval = each.right.share, each.right.interval
    if share is None or interval is None:
        return
    yield Rule(*_SQUARE.place(each.stated, interval[0]), *_SQUARE.place(each.stated, interval[1]), 1.2, 0.35)
    yield Circle(*_SQUARE.place(each.stated, share), 2.8, fill=1.0 if each.right.few else 0.0)
