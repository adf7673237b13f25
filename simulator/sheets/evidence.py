"""The evidence sheet: for each consignment room for box codes, written and then crossed sign by sign below.

A code is a paper's prefix, its number where there are several ("INV2"), the box, a letter and a row. Each sign has a
column; tens and units are columns of their own, and what a code lacks is left without a mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from simulator.formats.vocabulary import Language
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Op, Rule, Words, shifted
from simulator.sheets import code_columns as at
from simulator.sheets.choices import choices
from simulator.sheets.model import Frame, Group, Mark, Panel, Question, Section, WriteIn
from simulator.sheets.wording import sheet_texts

FLAGS = 3
"""Codes for each consignment; in large print two lines of two. More go on spare sheets."""
_GAP = 5.6
_TITLE = 12.5
_HEADS = 6.5
_COMB = 16.0
_BELOW = 3.0
_SIGN = 6.4


@lru_cache(maxsize=512)
def evidence_section(
    question: Question, language: Language, width: float, scale: float, chosen: tuple[str, ...] = ()
) -> Section:
    """Return a consignment's room for codes; ``chosen`` are the consignments of which a spare sheet lets one be crossed."""
    lines = max(at.LINES, len(question.prefixes))
    flag_width = at.WIDTH * scale
    a_row = min(FLAGS, int((width + _GAP) / (flag_width + _GAP)))
    rows = -(-FLAGS // a_row)
    tall = (_HEADS + _COMB + _BELOW + lines * at.STEP) * scale
    head = _head(question, language, width, scale, chosen)
    panels: list[Panel] = [*head.panels]
    ops: list[Op] = [*head.ops]
    for number in range(rows * a_row):
        x, y = number % a_row * (width - flag_width) / (a_row - 1), -head.height - number // a_row * (tall + _GAP)
        flag = _flag(question, number + 1, language, scale, lines).moved(x, y)
        panels += flag.panels
        ops += flag.ops
    height = head.height + rows * tall + (rows - 1) * _GAP
    return Section("evidence", height, tuple(panels), tuple(ops), before=2.0)


def _head(question: Question, language: Language, width: float, scale: float, chosen: Sequence[str]) -> Section:
    """Return the line above the codes: which consignment, or boxes to say which."""
    words = sheet_texts()
    high, size = _TITLE * scale, 9.0 * scale
    if not chosen:
        text = words.get("boxes", language)
        after = 8.0 + text_width(question.consignment, size, "bold")
        ops = (
            Area(0.0, -high, width, high, fill=0.93),
            Words(4.0, -high / 2 - size * 0.36, question.consignment, size, "bold"),
            Words(after, -high / 2 - 2.3 * scale, text, 6.5 * scale, grey=0.25),
        )
        return Section("head", high + 2.0, (), ops)
    text = words.get("consignment", language)
    start = text_width(text, 7.5, "bold") + 10.0
    found = choices(
        [(each, each) for each in chosen],
        start,
        -high * 0.6,
        width - start,
        box=10.5 * scale,
        size=7.5 * scale,
        leading=15.0 * scale,
    )
    height = high * 1.2 + 15.0 * scale * (found.lines - 1)
    panel = Panel((0.0, -height, width, 0.0), (Group(question.consignment, "consignment", "", found.marks),))
    rule, label = Rule(0.0, 0.0, width, 0.0, 0.5), Words(4.0, -high * 0.6 - 2.7, text, 7.5, "bold")
    return Section("head", height + 2.0, (panel,), (rule, label, *found.ops))


def _flag(question: Question, number: int, language: Language, scale: float, lines: int) -> Section:
    """Return the room for one code: cells to write in, and below them the columns."""
    name, width = f"flag{number}", at.WIDTH * scale
    top = -(_HEADS + _COMB + _BELOW) * scale
    groups = [
        Group(question.consignment, name, column.part, tuple(at.marks(column, place, scale)))
        for place, column in enumerate(at.columns(question.prefixes))
    ]
    groups.append(Group(question.consignment, name, "void", (_void(scale),)))
    comb: Frame = (0.0, -(_HEADS + _COMB) * scale, width, -_HEADS * scale)
    frame: Frame = (0.0, top - lines * at.STEP * scale, width, 0.0)
    below = Panel((0.0, 0.0, 0.0, 0.0), tuple(groups)).moved(0.0, top)
    panel = Panel(frame, below.groups, (WriteIn(question.consignment, name, "code", comb),))
    signs = (shifted(op, 0.0, top) for op in (*_signs(groups, scale), *_lines(lines, scale), _void_word(language, scale)))
    return Section("flag", -frame[1], (panel,), (*_comb(comb, language, scale), *signs))


def _void(scale: float) -> Mark:
    """Return the box that takes a whole code back."""
    left, high = at.box_left(4) * scale, -at.VOID_LINE * at.STEP * scale
    return Mark("void", (left, high - at.BOX * scale, left + at.BOX * scale, high))


def _void_word(language: Language, scale: float) -> Words:
    frame = _void(scale).frame
    text, size = sheet_texts().get("void", language), 6.4 * scale
    x = frame[0] - text_width(text, size, "bold") - 3.0 * scale
    return Words(x, (frame[1] + frame[3]) / 2 - size * 0.36, text, size, "bold")


def _signs(groups: Sequence[Group], scale: float) -> Iterator[Op]:
    """Yield the sign of each box: a prefix behind it, any other before it."""
    room = at.edge(1) * scale
    for group in groups:
        for mark in group.marks:
            y = (mark.frame[1] + mark.frame[3]) / 2
            if group.part == "prefix":
                x = mark.frame[2] + 1.6 * scale
                size = min(6.4 * scale, (room - x - 1.0) / text_width(mark.value, 1.0, "bold"))
                yield Words(x, y - size * 0.36, mark.value, size, "bold")
            elif group.part != "void":
                size = _SIGN * scale
                yield Words(mark.frame[0] - text_width(mark.value, size) - 1.3 * scale, y - size * 0.36, mark.value, size)


def _lines(lines: int, scale: float) -> Iterator[Op]:
    """Yield what parts the columns of one part of the code from the next."""
    for place in range(1, 8):
        if at.opens_part(place):
            x, last = at.edge(place) * scale, at.VOID_LINE if place == 3 else lines
            yield Rule(x, 0.0, x, -(last * at.STEP - 3.0) * scale, 0.3, 0.55)


def _comb(frame: Frame, language: Language, scale: float) -> Iterator[Op]:
    """Yield the cells to write in, and above them what each is for."""
    words = sheet_texts()
    yield Area(frame[0], frame[1], frame[2] - frame[0], frame[3] - frame[1], stroke=0.0)
    for place in range(1, 8):
        x, firm = at.edge(place) * scale, at.opens_part(place)
        yield Rule(x, frame[1], x, frame[3], 0.8 if firm else 0.3, 0.0 if firm else 0.5)
    for key, start, end in at.PARTS:
        text = words.get(f"column.{key}", language)
        left, right = at.edge(start) * scale, at.edge(end) * scale
        size = min(5.4 * scale, (right - left) / text_width(text, 1.0))
        yield Words((left + right - text_width(text, size)) / 2, frame[3] + 1.6 * scale, text, size, grey=0.25)
