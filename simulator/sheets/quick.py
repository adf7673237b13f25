"""The quick sheet: decision, confidence and families of reasons, a line each for every consignment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from simulator.formats.vocabulary import FAMILIES, VERDICTS, Language
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Op, Rule, Words
from simulator.sheets.choices import Choices, choices
from simulator.sheets.model import Group, Mark, Panel, Question, Section, WriteIn
from simulator.sheets.wording import sheet_texts

_BOX = 10.5
_ID = 36.0
_LABEL = 38.0
_LEADING = 15.1
_LONGEST_ID = 13.0
_SIZE = 7.5
_SMALL = 6.5
_SMALLER = (0.95, 0.9)
_NOTES = 0.42
"""How much of its line the confidence takes; behind it is room for a note."""


@lru_cache(maxsize=512)
def quick_section(question: Question, language: Language, width: float, scale: float) -> Section:
    """Return one consignment's block; a question that needs more than a line gets it."""
    words = sheet_texts()
    lead = _LEADING * scale
    start = (_ID + _LABEL) * scale + 6.0
    asked = (
        ("decision", [(each, words.get(f"decision.{each}", language)) for each in VERDICTS], 1.0),
        ("confidence", [(each, words.get(f"confidence.{each}", language)) for each in "1234"], _NOTES),
        ("reasons", [(each, words.get(f"family.{each}", language)) for each in FAMILIES], 1.0),
    )
    ops: list[Op] = []
    groups: list[Group] = []
    written: list[WriteIn] = []
    y = -lead * 0.5 - 0.8
    for name, values, share in asked:
        room = (width - 3.0 - start) * min(1.0, share * scale * scale)
        found = _placed(values, start, y, room, scale)
        ops += (_label(words.get(f"{name}_line", language), _ID * scale + 4.0, y, scale), *found.ops)
        groups.append(Group(question.consignment, name, "", found.marks, many=name == "reasons"))
        if share < 1.0:
            note, drawn = _note(question, language, found.marks[-1], width, scale)
            written.append(note)
            ops += drawn
        y -= lead * found.lines
    height = -y - lead * 0.5 + 0.8
    ops += _frame(question.consignment, height, width, scale)
    panel = Panel((0.0, -height, width, 0.0), tuple(groups), tuple(written))
    return Section("quick", height, (panel,), tuple(ops), before=3.2 * scale)


def _placed(values: Sequence[tuple[str, str]], x: float, y: float, room: float, scale: float) -> Choices:
    """Place boxes on one line, with slightly smaller words where that is enough, else on several."""
    tries = (
        choices(values, x, y, room, box=_BOX * scale, size=_SIZE * scale * share, leading=_LEADING * scale)
        for share in (1.0, *_SMALLER)
    )
    found = list(tries)
    return next((each for each in found if each.lines == 1), found[0])


def _note(question: Question, language: Language, last: Mark, width: float, scale: float) -> tuple[WriteIn, tuple[Op, ...]]:
    """Return a line to write on behind the last box of a question."""
    text = sheet_texts().get("notes", language)
    left = last.frame[2] + 42.0 * scale
    start = left + text_width(text, _SMALL * scale) + 4.0
    y = (last.frame[1] + last.frame[3]) / 2
    below = y - 5.0 * scale
    label = Words(left, y - _SMALL * 0.36 * scale, text, _SMALL * scale, grey=0.25)
    frame = (start, below, width - 6.0, below + (_LEADING - 3.0) * scale)
    return WriteIn(question.consignment, "notes", "", frame), (label, Rule(start, below, width - 6.0, below, 0.5, 0.4))


def _frame(consignment: str, height: float, width: float, scale: float) -> tuple[Op, ...]:
    size = min(_LONGEST_ID * scale, (_ID * scale - 6.0) / text_width(consignment, 1.0, "bold"))
    wide = text_width(consignment, size, "bold")
    return (
        Area(0.0, -height, _ID * scale, height, fill=0.93),
        Rule(0.0, 0.0, width, 0.0, 0.5),
        Rule(0.0, -height, width, -height, 0.5),
        Words((_ID * scale - wide) / 2, -height / 2 - size * 0.36, consignment, size, "bold"),
    )


def _label(text: str, x: float, y: float, scale: float) -> Words:
    return Words(x, y - _SMALL * 0.36 * scale, text, _SMALL * scale, grey=0.25)
