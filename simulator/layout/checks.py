"""What a template's types cannot say: every field placed once, cells on the sheet and apart, sizes, faces, wrapping."""

from __future__ import annotations

from simulator.documents.model import DocumentType
from simulator.documents.printing import DATE_FORMATS, NUMBER_FORMATS
from simulator.errors import BadInput
from simulator.formats.key import Bilingual
from simulator.layout import paper
from simulator.layout.fonts import ADVANCE, TYPED, VERA, vera_width
from simulator.layout.schema import Box, Cell, Column, Head, Rect, Rule, Style, Table, Template, Text
from simulator.layout.wrap import columns_of

SMALLEST = 6.0
"""No typed value is smaller, in points."""
SMALLEST_LABEL = 5.0
CODE_SIZE = 5.0
_TOLERANCE = 0.01
_BESIDE = 8.0
"""Millimetres that a value needs at least beside its code."""


def check(template: Template, type_: DocumentType) -> None:
    """Raise ``BadInput`` with place, what is wrong and what would be right, for the first fault found."""
    if template.side == "half" and template.orientation != "portrait":
        raise _refuse("side", 'half a side is for upright papers; write orientation = "portrait" or side = "whole"')
    _printing(template)
    _style(template.style)
    _statics("", template.text, template.rule, template.rect, template)
    _fields(template, type_)
    for index, box in enumerate(template.box):
        _box(f"box[{index}]", box, template, type_)
    for index, table in enumerate(template.table):
        _table(f"table[{index}]", table, template, type_)
    _apart(template)
    _continuation(template, type_)


def _refuse(place: str, problem: str) -> BadInput:
    return BadInput(problem, place=place)


def _printing(template: Template) -> None:
    if template.printing.numbers not in NUMBER_FORMATS:
        raise _refuse("printing.numbers", f"{template.printing.numbers!r} is not {_one_of(NUMBER_FORMATS)}")
    if template.printing.dates not in DATE_FORMATS:
        raise _refuse("printing.dates", f"{template.printing.dates!r} is not {_one_of(DATE_FORMATS)}")


def _one_of(words: object) -> str:
    return "one of " + ", ".join(f'"{word}"' for word in words)  # type: ignore[attr-defined]


def _style(style: Style) -> None:
    _face("style.label_font", style.label_font, VERA)
    _face("style.font", style.font, TYPED)
    _sizes("style", style.size, style.smallest)
    if style.label_size < SMALLEST_LABEL:
        raise _refuse("style.label_size", f"{style.label_size:g} points cannot be read; use {SMALLEST_LABEL:g} or more")


def _face(place: str, given: str, known: tuple[str, ...]) -> None:
    if given not in known:
        raise _refuse(place, f"there is no font {given!r} here; use {_one_of(known)}")


def _sizes(place: str, size: float, smallest: float) -> None:
    if smallest < SMALLEST:
        raise _refuse(f"{place}.smallest", f"{smallest:g} points cannot be read; use {SMALLEST:g} or more")
    if size < smallest:
        raise _refuse(f"{place}.size", f"{size:g} points is below the smallest, {smallest:g}; use {smallest:g} or more")


def _statics(
    prefix: str, texts: tuple[Text, ...], rules: tuple[Rule, ...], rects: tuple[Rect, ...], template: Template
) -> None:
    for index, text in enumerate(texts):
        place = f"{prefix}text[{index}]"
        _face(f"{place}.font", text.font, VERA)
        if text.size < SMALLEST_LABEL:
            raise _refuse(f"{place}.size", f"{text.size:g} points cannot be read; use {SMALLEST_LABEL:g} or more")
        _inside(f"{place}.at", (*text.at, 0, 0), template)
        for words in _languages(text.text):
            _glyphs(f"{place}.text", words.replace("\n", " "), text.font)
    for index, rule in enumerate(rules):
        _inside(f"{prefix}rule[{index}].start", (*rule.start, 0, 0), template)
        _inside(f"{prefix}rule[{index}].end", (*rule.end, 0, 0), template)
    for index, rect in enumerate(rects):
        _inside(f"{prefix}rect[{index}].cell", rect.cell, template)


def _languages(text: Bilingual | str) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else (text.en, text.es)


def _glyphs(place: str, words: str, face: str) -> None:
    try:
        vera_width(words, face, 1.0)
    except BadInput as error:
        raise _refuse(place, error.problem) from None


def _inside(place: str, cell: Cell, template: Template) -> None:
    width, height = paper.area(template.orientation)[0], paper.height_of(template.orientation, template.side)
    x, y, across, down = cell
    if x < 0 or y < 0 or across < 0 or down < 0 or x + across > width + _TOLERANCE or y + down > height:
        raise _refuse(
            place,
            f"{x:g}, {y:g}, {across:g}, {down:g} leaves the area of {width:g} x {height:g} mm;"
            " x, y, width and height count in millimetres from its top left",
        )


def _fields(template: Template, type_: DocumentType) -> None:
    seen: set[str] = set()
    for index, box in enumerate(template.box):
        _known(f"box[{index}].field", box.field, type_, None, seen)
    for index, table in enumerate(template.table):
        groups = sorted({each.lines for each in type_.fields if each.lines})
        if table.lines not in groups:
            raise _refuse(f"table[{index}].lines", f"{type_.name} has no lines {table.lines!r}; use {_one_of(groups)}")
        for at, column in enumerate(table.columns):
            _known(f"table[{index}].columns[{at}].field", column.field, type_, table.lines, seen)
    wanted = [each for each in type_.fields if template.mode is None or template.mode in each.modes]
    absent = [each.name for each in wanted if each.name not in seen]
    if absent:
        kind = "column" if type_.field(absent[0]).lines else "box"
        raise _refuse(kind, f"no {kind} has the field {absent[0]!r}; every field of {type_.name} must be placed")


def _known(place: str, name: str, type_: DocumentType, lines: str | None, seen: set[str]) -> None:
    fitting = [each.name for each in type_.fields if each.lines == lines]
    if name not in fitting:
        where = f"lines {lines!r} of {type_.name}" if lines else f"single boxes of {type_.name}"
        raise _refuse(place, f"{name!r} is no field of the {where}; use one of {', '.join(fitting)}")
    if name in seen:
        raise _refuse(place, f"{name!r} is placed twice; place each field once")
    seen.add(name)


def _box(place: str, box: Box, template: Template, type_: DocumentType) -> None:
    _inside(f"{place}.cell", box.cell, template)
    style = template.style
    size = box.size or style.size
    _typed(place, box, style)
    strip = 0.0 if box.label_at == "left" else style.strip
    needed = strip + size / paper.MM
    if box.cell[3] < needed - _TOLERANCE and type_.field(box.field).kind == "text":
        raise _refuse(f"{place}.cell", f"{box.cell[3]:g} mm is too low for a label and a line; use {needed:.1f} or more")
    if box.label_at == "left" and not 0 < box.label_width < box.cell[2]:
        raise _refuse(f"{place}.label_width", f"{box.label_width:g} is not between 0 and the cell's {box.cell[2]:g} mm")
    _columns(place, box, size, _value_width(box, type_.prefix), style)


def _value_width(box: Box, prefix: str) -> float:
    return box.cell[2] - (box.label_width + code_width(prefix) if box.label_at == "left" else 0.0)


def code_width(prefix: str) -> float:
    """Return the millimetres kept for the code of a single box: two more characters of prefix, hyphen, "15b"."""
    return (len(prefix) + 5) * ADVANCE * CODE_SIZE / paper.MM + 0.6


def row_code_width(prefix: str) -> float:
    """Return the millimetres that the code of a row takes: one more character of prefix, hyphen, "15b", point, row."""
    return (len(prefix) + 7) * ADVANCE * CODE_SIZE / paper.MM


def beside_width(prefix: str) -> float:
    """Return the millimetres kept beside a value for its code: a code numbered up to 99 and room before and behind it."""
    return (len(prefix) + 8) * ADVANCE * CODE_SIZE / paper.MM + 0.8


def _typed(place: str, piece: Box | Column, style: Style) -> None:
    if not 70 <= piece.condensed <= 100:
        raise _refuse(f"{place}.condensed", f"{piece.condensed:g} percent cannot be read; use 70 to 100")
    if piece.font is not None:
        _face(f"{place}.font", piece.font, TYPED)
    _sizes(place, piece.size or style.size, piece.smallest or min(style.smallest, piece.size or style.size))


def _columns(place: str, piece: Box | Column, size: float, width: float, style: Style) -> None:
    if piece.wrap in ("words", "none"):
        return
    try:
        columns = columns_of(piece.wrap)
    except ValueError as error:
        raise _refuse(f"{place}.wrap", str(error)) from None
    fit = int((width - 2 * style.padding) * paper.MM / (ADVANCE * size * piece.condensed / 100))
    if columns > fit:
        raise _refuse(f"{place}.wrap", f"{columns} columns of {size:g} points do not fit; {fit} do")


def _table(place: str, table: Table, template: Template, type_: DocumentType) -> None:
    _inside(f"{place}.cell", table.cell, template)
    if not table.columns or table.columns[0].under:
        raise _refuse(f"{place}.columns", "a table begins with a column of its own width")
    total = sum(column.width for column in table.columns)
    if total > table.cell[2] + _TOLERANCE:
        raise _refuse(
            f"{place}.columns", f"the columns are {total:g} mm wide together, the table {table.cell[2]:g}; narrow them"
        )
    width = 0.0
    for index, column in enumerate(table.columns):
        at = f"{place}.columns[{index}]"
        width = width if column.under else column.width
        needed = beside_width(type_.prefix) + _BESIDE if table.codes == "beside" else row_code_width(type_.prefix)
        if width < needed:
            raise _refuse(f"{at}.width", f"{width:g} mm is too narrow for box codes; use {needed:.1f} or more")
        _typed(at, column, template.style)
        _columns(at, column, column.size or template.style.size, width, template.style)


def _apart(template: Template) -> None:
    cells = [(f"box[{index}].cell", box.field, box.cell) for index, box in enumerate(template.box)]
    cells += [(f"table[{index}].cell", table.lines, table.cell) for index, table in enumerate(template.table)]
    for at, (place, name, cell) in enumerate(cells):
        for _, other_name, other in cells[:at]:
            if _overlap(cell, other):
                raise _refuse(place, f"the cell of {name!r} overlaps that of {other_name!r}; move one of them")


def _overlap(one: Cell, two: Cell) -> bool:
    return (
        min(one[0] + one[2], two[0] + two[2]) - max(one[0], two[0]) > _TOLERANCE
        and min(one[1] + one[3], two[1] + two[3]) - max(one[1], two[1]) > _TOLERANCE
    )


def _continuation(template: Template, type_: DocumentType) -> None:
    for index, head in enumerate(template.head):
        _head(f"head[{index}]", head, template, type_)
    more = template.continuation
    if more is None:
        return
    _inside("continuation.cell", more.cell, template)
    _statics("continuation.", more.text, more.rule, more.rect, template)
    for index, head in enumerate(more.head):
        _head(f"continuation.head[{index}]", head, template, type_)
    if more.notice is not None:
        _head("continuation.notice", more.notice, template, type_)
    widest = max((table.cell[2] for table in template.table), default=0.0)
    if widest > more.cell[2] + _TOLERANCE:
        raise _refuse("continuation.cell", f"{more.cell[2]:g} mm is narrower than a table of {widest:g} mm; widen it")


def _head(place: str, head: Head, template: Template, type_: DocumentType) -> None:
    _inside(f"{place}.at", (*head.at, 0, 0), template)
    _face(f"{place}.font", head.font, TYPED)
    if head.field is not None and (not type_.has(head.field) or type_.field(head.field).lines):
        raise _refuse(f"{place}.field", f"{head.field!r} is no single box of {type_.name}")
