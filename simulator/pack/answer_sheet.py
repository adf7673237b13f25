"""The answer sheet for pen and paper: one ruled block for each consignment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from simulator.formats.vocabulary import VERDICTS, Language, Paper
from simulator.pack.texts.loader import pack_texts
from simulator.render.flow import flow_pdf
from simulator.render.flow_blocks import Block, Bullets, Gap, Heading, Paragraph
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Op, Rule, Slice, Words, shifted
from simulator.render.flow_text import line_ops, wrap

_ID_WIDTH = 50.0
_LABEL_WIDTH = 68.0
_MINUTES_WIDTH = 96.0
_ROWS = (20.0, 17.0, 22.7, 22.0)
"""Heights of a block's rows: decision, how sure, boxes, reasons; a line of handwriting needs 8 mm."""
_SMALL = 7.0
_TICK = 9.0
_SPACE = 4.0
_LONGEST_ID = 14.0


def answer_sheet_pdf(
    trainee_id: str | None,
    name: str | None,
    group: str | None,
    consignments: Sequence[str],
    language: Language,
    paper: Paper,
    pack_id: str,
    scenario_title: str,
) -> bytes:
    """Return one respondent's sheet; without ``trainee_id`` a spare one with lines to write name and number on."""
    words = pack_texts("answer_sheet")
    blocks: list[Block] = [
        Heading(words.get("title", language), 1),
        Paragraph(words.rich("scenario", language, title=scenario_title), before=0.0),
        Gap(6.0),
        _Respondent(language, trainee_id or "", name or "", group or ""),
        Heading(words.get("how_title", language), 3),
        Bullets(words.all_of("how", language), size=8.0, before=1.0),
        Gap(3.0),
        *(_Answer(language, consignment) for consignment in consignments),
    ]
    title = words.get("title", language)
    label = " · ".join(part for part in (pack_id, title, trainee_id) if part)
    return flow_pdf(blocks, language=language, paper=paper, title=title, label=label)


@dataclass(frozen=True, slots=True)
class _Respondent:
    """Name, number, group and date: printed where known, else a line to write on."""

    language: Language
    id: str
    name: str
    group: str

    def slices(self, width: float) -> tuple[Slice, ...]:
        words = pack_texts("answer_sheet")
        parts = (("name", self.name, 0.48), ("id", self.id, 0.17), ("group", self.group, 0.17), ("date", "", 0.18))
        columns: list[list[Op]] = []
        most = 1
        x = 0.0
        for key, value, share in parts:
            label = words.get(key, self.language)
            start = x + text_width(label, _SMALL) + 4.0
            end = x + width * share - 8.0
            lines = wrap(value, 9.0, end - start, True)
            most = max(most, len(lines))
            ops: list[Op] = [Words(x, -10.0, label, _SMALL, grey=0.25)]
            for index, line in enumerate(lines):
                ops.extend(line_ops(line, start, -10.0 - index * 11.0, 9.0))
            bottom = -2.0 - 11.0 * len(lines)
            columns.append([*ops, Rule(start, bottom, end, bottom, 0.5, 0.3)])
            x += width * share
        return (Slice(5.0 + 11.0 * most, tuple(op for ops in columns for op in ops), keep=True),)


@dataclass(frozen=True, slots=True)
class _Answer:
    """The block of one consignment."""

    language: Language
    consignment: str

    def slices(self, width: float) -> tuple[Slice, ...]:
        return (_block(self, width),)

    def block(self, width: float) -> Slice:
        height = sum(_ROWS)
        ops: list[Op] = [
            Area(0.0, -height, _ID_WIDTH, height, fill=0.93),
            Area(0.0, -height, width, height, stroke=0.0),
        ]
        ops.extend(self._identity(height))
        top = 0.0
        rows = (self._decisions(width), self._sureness(width), self._writing("boxes"), self._writing("reasons"))
        for row, high in zip(rows, _ROWS, strict=True):
            ops.extend(shifted(op, 0.0, top) for op in row)
            top -= high
            if top > -height:
                ops.append(Rule(_ID_WIDTH, top, width, top, 0.4, 0.45))
        ops.append(Rule(_ID_WIDTH, 0.0, _ID_WIDTH, -height, 0.6))
        return Slice(height, tuple(ops), before=_SPACE)

    def _identity(self, height: float) -> Iterator[Op]:
        """Print the consignment's name as large as it fits."""
        size = min(_LONGEST_ID, (_ID_WIDTH - 6.0) / text_width(self.consignment, 1.0, "bold"))
        wide = text_width(self.consignment, size, "bold")
        yield Words((_ID_WIDTH - wide) / 2, -height / 2 - size * 0.35, self.consignment, size, "bold")

    def _label(self, key: str, high: float) -> Words:
        text = pack_texts("answer_sheet").get(key, self.language)
        return Words(_ID_WIDTH + 4.0, -high / 2 - _SMALL * 0.35, text, _SMALL, grey=0.25)

    def _decisions(self, width: float) -> Iterator[Op]:
        yield self._label("decision", _ROWS[0])
        labels = [pack_texts("words").get(f"short.{verdict}", self.language) for verdict in VERDICTS]
        yield from _ticks(labels, width, _ROWS[0])

    def _sureness(self, width: float) -> Iterator[Op]:
        words = pack_texts("answer_sheet")
        yield self._label("sure", _ROWS[1])
        yield from _ticks(
            [words.get(f"sure_{step}", self.language) for step in range(1, 5)], width - _MINUTES_WIDTH, _ROWS[1]
        )
        left = width - _MINUTES_WIDTH
        yield Rule(left, 0.0, left, -_ROWS[1], 0.4, 0.45)
        yield Words(left + 5.0, -_ROWS[1] / 2 - 2.5, words.get("minutes", self.language), _SMALL, grey=0.25)

    def _writing(self, key: str) -> Iterator[Op]:
        yield self._label(key, 16.0)


@lru_cache(maxsize=512)
def _block(answer: _Answer, width: float) -> Slice:
    """Return the block; every trainee's sheet has the same ones."""
    return answer.block(width)


def _ticks(labels: Sequence[str], width: float, high: float) -> Iterator[Op]:
    """Place boxes to cross, each with its words, with equal space between them."""
    start = _ID_WIDTH + _LABEL_WIDTH
    size = 8.0
    wide = [_TICK + 3.5 + text_width(label, size, "bold") for label in labels]
    room = width - start - 4.0
    if sum(wide) + 5.0 * len(labels) > room:
        size = 8.0 * (room - (_TICK + 8.5) * len(labels)) / (sum(wide) - (_TICK + 3.5) * len(labels))
        wide = [_TICK + 3.5 + text_width(label, size, "bold") for label in labels]
    gap = (room - sum(wide)) / len(labels)
    x = start
    for label, each in zip(labels, wide, strict=True):
        yield Area(x, -high / 2 - _TICK / 2, _TICK, _TICK, fill=1.0, stroke=0.0)
        yield Words(x + _TICK + 3.5, -high / 2 - size * 0.35, label, size, "bold")
        x += each + gap
