"""The static layers of a template: rules, cells, fixed words and labels, in one language or both."""

from __future__ import annotations

from typing import get_args

from simulator.documents.model import Field
from simulator.errors import BadInput
from simulator.formats.key import Bilingual
from simulator.formats.vocabulary import Language
from simulator.layout.checks import code_width
from simulator.layout.fonts import vera_width
from simulator.layout.house import HouseTemplate
from simulator.layout.paper import MM, area
from simulator.layout.schema import Box, Column, Rect, Rule, Style, Table, Text
from simulator.layout.static import Area, StaticLayer, Stroke, Words

_HAIR = 0.35


def first_layer(template: HouseTemplate, language: Language) -> StaticLayer:
    """Return what stands on a document's first page; the origin is the shared area's bottom left."""
    body = template.body
    width, height = (side * MM for side in area(body.orientation))
    layer = _Layer(height, language, body.style)
    layer.statics(body.text, body.rule, body.rect)
    for index, box in enumerate(body.box):
        layer.box(f"box[{index}]", box, template.type.field(box.field), template.type.prefix)
    for index, table in enumerate(body.table):
        left, top, down = table.cell[0] * MM, height - table.cell[1] * MM, table.cell[3] * MM
        layer.table(f"table[{index}]", table, template, left, top, down)
    return layer.made(f"{template.name}:{language}:first", width)


def continuation_layer(template: HouseTemplate, language: Language) -> StaticLayer:
    """Return what stands on a continuation page, without its tables."""
    more, body = template.body.continuation, template.body
    width, height = (side * MM for side in area(body.orientation))
    layer = _Layer(height, language, body.style)
    if more is not None:
        layer.statics(more.text, more.rule, more.rect)
    return layer.made(f"{template.name}:{language}:continuation", width)


def header_layer(template: HouseTemplate, index: int, language: Language) -> StaticLayer:
    """Return a table's header band for continuation pages; the origin is the band's bottom left."""
    table, style = template.body.table[index], template.body.style
    height = table.header * MM
    layer = _Layer(height, language, style)
    layer.table(f"table[{index}]", table, template, 0.0, height, None)
    return layer.made(f"{template.name}:{language}:table{index}", table.cell[2] * MM)


def check_labels(template: HouseTemplate) -> None:
    """Raise ``BadInput`` with its place for the first label that has no room in either language."""
    for language in get_args(Language):
        first_layer(template, language)


def said(text: Bilingual, style: Style, language: Language) -> str:
    """Return a label as a house prints it: in one language or both, in its own letters or in capitals."""
    words = text.text(language)
    if style.labels == "both" and text.en != text.es:
        words = f"{text.en} / {text.es}"
    return words.upper() if style.capitals else words


class _Layer:
    """Collects one layer; coordinates of methods are points from the layer's bottom left."""

    def __init__(self, height: float, language: Language, style: Style) -> None:
        self._height = height
        self._language = language
        self._style = style
        self._words: list[Words] = []
        self._strokes: list[Stroke] = []
        self._areas: list[Area] = []

    def made(self, name: str, width: float) -> StaticLayer:
        return StaticLayer(
            name, width, self._height, tuple(self._words), tuple(dict.fromkeys(self._strokes)), tuple(self._areas)
        )

    def statics(self, texts: tuple[Text, ...], rules: tuple[Rule, ...], rects: tuple[Rect, ...]) -> None:
        for rect in rects:
            x, y, width, height = (value * MM for value in rect.cell)
            self._area(x, self._height - y - height, width, height, rect.grey, rect.weight)
        for rule in rules:
            (x0, y0), (x1, y1) = rule.start, rule.end
            self._stroke(x0 * MM, self._height - y0 * MM, x1 * MM, self._height - y1 * MM, rule.weight)
        for text in texts:
            self._text(text)

    def box(self, place: str, box: Box, field: Field[object], prefix: str) -> None:
        x, y, width, height = (value * MM for value in box.cell)
        bottom = self._height - y - height
        if box.border or box.grey < 1.0:
            self._area(x, bottom, width, height, box.grey, self._style.border if box.border else 0.0)
        if box.label_at == "none":
            return
        room = (box.label_width if box.label_at == "left" else box.cell[2] - code_width(prefix)) * MM - 1.8
        words, size = self._label(place, box.label, field, room)
        baseline = bottom + height - self._style.strip * MM + 2.6
        if box.label_at == "left":
            baseline = bottom + height / 2 - size * 0.36
        self._word(x + 1.6, baseline, words, self._style.label_font, size)

    def table(
        self, place: str, table: Table, template: HouseTemplate, left: float, top: float, height: float | None
    ) -> None:
        """Draw header band and labels, and with a ``height`` the border and column rules of the whole table."""
        band, width = table.header * MM, table.cell[2] * MM
        self._area(left, top - band, width, band, table.grey, self._style.border if table.border else 0.0)
        if not table.border:
            for y in (top, top - band):
                self._stroke(left, y, left + width, y, self._style.border)
        if height is not None and table.border:
            self._area(left, top - height, width, height - band, 1.0, self._style.border)
        stacks: list[list[Column]] = []
        for column in table.columns:
            if column.under:
                stacks[-1].append(column)
            else:
                stacks.append([column])
        x = left
        for at, stack in enumerate(stacks):
            across = stack[0].width * MM
            self._header(place, stack, template, x, top, across, band)
            if at and table.column_rules:
                self._stroke(x, top, x, top - (band if height is None else height), _HAIR)
            x += across

    def _header(
        self, place: str, stack: list[Column], template: HouseTemplate, x: float, top: float, width: float, band: float
    ) -> None:
        lines: list[str] = []
        size = self._style.label_size
        for column in stack:
            text = self._said(column.label or template.type.field(column.field).title)
            lines += _broken(text, self._style.label_font, size, width - 2.0)
        leading = min(size * 1.15, (band - 1.0) / len(lines))
        if leading < size * 0.95:
            raise BadInput(
                f"the label {' '.join(lines)!r} has {len(lines)} lines, too many for {band / MM:.1f} mm; make it higher",
                place=f"{place}.header",
            )
        y = top - (band - leading * len(lines)) / 2 - size * 0.85
        for line in lines:
            across = vera_width(line, self._style.label_font, size)
            if across > width - 1.0:
                raise BadInput(
                    f"the label {line!r} is wider than its column of {width / MM:.1f} mm; shorten it or widen the column",
                    place=place,
                )
            self._word(x + (width - across) / 2, y, line, self._style.label_font, size)
            y -= leading

    def _label(self, place: str, given: Bilingual | None, field: Field[object], room: float) -> tuple[str, float]:
        words = self._said(given or field.title)
        face, size = self._style.label_font, self._style.label_size
        while (across := vera_width(words, face, size)) > room and size > 5.0:
            size = round(size - 0.25, 2)
        if across > room:
            raise BadInput(
                f"{words!r} needs {across / MM:.1f} mm at 5 points and has {room / MM:.1f};"
                f" shorten it or widen the box of {field.name!r}",
                place=f"{place}.label",
            )
        return words, size

    def _said(self, text: Bilingual) -> str:
        return said(text, self._style, self._language)

    def _text(self, text: Text) -> None:
        x, y = text.at[0] * MM, self._height - text.at[1] * MM
        words = text.text if isinstance(text.text, str) else text.text.text(self._language)
        if text.both and not isinstance(text.text, str):
            words = f"{text.text.en} / {text.text.es}"
        width = None if text.width is None else text.width * MM
        lines = [words] if width is None else _broken(words, text.font, text.size, width)
        for line in lines:
            across = vera_width(line, text.font, text.size)
            room = (width or 0.0) - across
            shift = {"left": 0.0, "center": room / 2, "right": room}[text.align]
            self._word(x + shift, y, line, text.font, text.size)
            y -= text.size * text.leading

    def _word(self, x: float, y: float, words: str, face: str, size: float) -> None:
        self._words.append((round(x, 2), round(y, 2), words, face, size))

    def _stroke(self, x0: float, y0: float, x1: float, y1: float, weight: float) -> None:
        self._strokes.append((round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2), weight))

    def _area(self, x: float, y: float, width: float, height: float, grey: float, weight: float) -> None:
        self._areas.append((round(x, 2), round(y, 2), round(width, 2), round(height, 2), grey, weight))


def _broken(text: str, face: str, size: float, width: float) -> list[str]:
    """Break static words at spaces; a word wider than ``width`` stands alone."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and vera_width(longer, face, size) > width:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines
