"""Who answers on a sheet that names nobody: his number in the list, one digit a line."""

from __future__ import annotations

from simulator.formats.vocabulary import Language
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Op, Words
from simulator.sheets.choices import choices
from simulator.sheets.model import Group, Panel, Section
from simulator.sheets.wording import sheet_texts

_BOX = 10.0
_LEADING = 14.0
_DIGITS = 270.0
"""Width of a line of ten digits."""


def digits_of(respondents: int) -> int:
    """Return how many digits a list number has: always one line more than needed would confuse, one less is wrong."""
    return max(2, len(str(respondents)))


def identity_section(respondents: int, language: Language, width: float, scale: float) -> Section:
    """Return the lines of digits, hundreds before tens before units."""
    words = sheet_texts()
    box, lead = _BOX * scale, _LEADING * scale
    label = words.get("list_number_how", language)
    size = 7.5 * scale
    ops: list[Op] = []
    groups: list[Group] = []
    lines = digits_of(respondents)
    start = text_width(label, size, "bold") + 14.0
    room = _DIGITS * scale
    below = start + room > width
    if below:
        start = 4.0
    for line in range(lines):
        y = -lead * (line + 0.5 + (1 if below else 0))
        found = choices(
            [(each, each) for each in "0123456789"], start, y, room, box=box, size=size, leading=lead, font="regular"
        )
        groups.append(Group("", "number", f"digit{line + 1}", found.marks))
        ops += found.ops
    height = lead * (lines + (1 if below else 0))
    y = -lead * 0.5 if below else -height / 2
    ops.append(Words(4.0, y - size * 0.36, label, size, "bold"))
    return Section("identity", height, (Panel((0.0, -height, width, 0.0), tuple(groups)),), tuple(ops), before=0.0)
