"""A marked side of the respondent's own dossier as a sheet: the side as it was, smaller, with marks, captions and legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.documents.types import document_types
from simulator.formats.truth import Rectangle
from simulator.render.flow import footer_ops
from simulator.render.flow_canvas import Drawn
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Op, Rule, Words
from simulator.render.flow_text import Content, Run, line_ops, wrap
from simulator.render.stamped import Sheet, Under
from simulator.reports.debrief.outcomes import KINDS, Outcome
from simulator.reports.debrief.placing import MarkedSide, PageMark, room_in
from simulator.reports.debrief.signs import TAG_HEIGHT, TINTED, frame_ops, sign_ops, tag_ops, tag_width
from simulator.reports.debrief.story import title_of
from simulator.reports.wording import Wording

EDGE = 34.0
"""Points from the paper's edge to all that we draw: 12 mm."""
_PRINTED_EDGE = 24.0
"""Points of the dossier's own margin that are left out."""
_GUTTER = 30.0
_FOOTER = 28.0
_SMALL = 7.0
_STEP = 9.2
_SAMPLE = 22.0
_TINT = 0.9
_CLOSE = 6.0
"""Points between like marks up to which they share a tag."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the side lies on the sheet."""

    scale: float
    x: float
    y: float

    def area(self, frame: Rectangle) -> Rectangle:
        x0, y0, x1, y1 = (self.scale * value for value in frame)
        return x0 + self.x, y0 + self.y, x1 + self.x, y1 + self.y


def paper_sheet(
    side: MarkedSide, size: tuple[float, float], outcome: Outcome, words: Wording, label: str, number: str
) -> Sheet:
    """Return the sheet, as large as the side; ``label`` and ``number`` stand in its footer."""
    width, height = size
    captions = _captions(side, outcome, words)
    head, high = _head(side, outcome, captions, words, width - 2 * EDGE)
    clip = (_PRINTED_EDGE, _PRINTED_EDGE, width - _PRINTED_EDGE, height - _PRINTED_EDGE)
    place = _place(clip, size, high)
    paper = place.area(clip)
    outline = Area(paper[0], paper[1], paper[2] - paper[0], paper[3] - paper[1], stroke=0.6)
    marks, leaders = _marks(side, place, paper)
    drawn: tuple[Drawn, ...] = (
        (EDGE, height - EDGE, tuple(head)),
        (0.0, 0.0, (outline, *marks)),
        (EDGE, EDGE, footer_ops(width - 2 * EDGE, label, number)),
    )
    tints = tuple((mark.frame, _TINT) for mark in side.marks if mark.kind in TINTED)
    return Sheet(size, drawn, Under(side.page, place.scale, place.x, place.y, clip, tints, leaders))


def _place(clip: Rectangle, size: tuple[float, float], head: float) -> _Place:
    """Fit the clip between head and footer, with a gutter for tags on both sides."""
    wide, high = clip[2] - clip[0], clip[3] - clip[1]
    bottom, top = EDGE + _FOOTER, size[1] - EDGE - head - 4.0
    scale = min((size[0] - 2 * (EDGE + _GUTTER)) / wide, (top - bottom) / high)
    return _Place(scale, (size[0] - wide * scale) / 2 - clip[0] * scale, top - (clip[1] + high) * scale)


def _head(
    side: MarkedSide, outcome: Outcome, captions: Sequence[Content], words: Wording, width: float
) -> tuple[list[Op], float]:
    """Return title, captions and legend from the upper left corner, and their height."""
    type_ = document_types()[side.paper.type]
    title = {"consignment": outcome.grade.key.id, "paper": type_.title.text(words.language)}
    sides = len({box.page for box in side.paper.boxes})
    said = words.say("paper.side", side=side.side, **title) if sides > 1 else words.say("paper.head", **title)
    ops: list[Op] = [Words(0.0, -10.0, said, 10.0, "bold")]
    y = -13.0
    text: list[Run] = []
    for caption in captions:
        text += [Run(" · ")] if text else []
        text += [Run(caption)] if isinstance(caption, str) else list(caption)
    for line in wrap(tuple(text), _SMALL, width):
        y -= _STEP
        ops.extend(line_ops(line, 0.0, y, _SMALL))
    legend, high = _legend(words, width, y - 4.0)
    return [*ops, *legend], high


def _captions(side: MarkedSide, outcome: Outcome, words: Wording) -> list[Content]:
    """Say what the letters on this side stand for."""
    here = {letter for mark in side.marks for letter in mark.letters}
    said: dict[str, Content] = {}
    for told in outcome.findings:
        said[told.letter] = words.rich("paper.finding", letter=told.letter, title=title_of(told.finding.indicator, words))
    for told in outcome.look_alikes:
        said[told.letter] = words.rich("paper.lawful", letter=told.letter, title=title_of(told.finding.indicator, words))
    for stray in outcome.strays:
        said[stray.letter] = words.rich("paper.stray", letter=stray.letter, flag=stray.flag)
    return [caption for letter, caption in said.items() if letter in here]


def _legend(words: Wording, width: float, top: float) -> tuple[list[Op], float]:
    """Return a sample of each kind with its sign and words, and how far below the corner it ends."""
    ops: list[Op] = []
    x, y = 0.0, top - 9.0
    for kind in KINDS:
        said = words.say(f"paper.{kind}")
        wide = _SAMPLE + 12.0 + text_width(said, _SMALL) + 12.0
        if x + wide - 12.0 > width:
            x, y = 0.0, y - 12.0
        ops.extend(frame_ops(kind, (x + 2.0, y - 0.5, x + _SAMPLE, y + 6.5)))
        ops.extend(sign_ops(kind, x + _SAMPLE + 4.0, y))
        ops.append(Words(x + _SAMPLE + 12.0, y + 0.5, said, _SMALL))
        x += wide
    return ops, -y + 4.0


def _marks(side: MarkedSide, place: _Place, paper: Rectangle) -> tuple[list[Op], tuple[Rule, ...]]:
    """Return frames and tags, which lie over the side, and the leaders of tags that stand beside it, which lie under it."""
    ink = [place.area(each) for each in side.ink]
    ops: list[Op] = []
    outside: dict[bool, list[tuple[PageMark, Rectangle]]] = {True: [], False: []}
    for mark in side.marks:
        area = place.area(mark.frame)
        ops.extend(frame_ops(mark.kind, area))
        letters = " ".join(mark.letters)
        room = room_in(area, ink, tag_width(mark.kind, letters), TAG_HEIGHT) if len(mark.codes) == 1 else None
        if room is not None:
            ops.extend(tag_ops(mark.kind, letters, *room))
        else:
            outside[area[0] + area[2] < paper[0] + paper[2]].append((mark, area))
    leaders: list[Rule] = []
    for left, marks in outside.items():
        tags, lines = _in_gutter(marks, paper, left)
        ops.extend(tags)
        leaders.extend(lines)
    return ops, tuple(leaders)


def _in_gutter(marks: Sequence[tuple[PageMark, Rectangle]], paper: Rectangle, left: bool) -> tuple[list[Op], list[Rule]]:
    """Put tags beside the side, each at the height of its frame or as near as there is room; return them and their leaders.

    A leader runs along the lower edge of the frame, where the form has a rule of its own. Like marks on lines that follow
    each other share a tag, with a bar as high as they are.
    """
    edge, away = (paper[0], -1.0) if left else (paper[2], 1.0)
    free = paper[3]
    tags: list[Op] = []
    leaders: list[Rule] = []
    for mark, areas in _runs(marks):
        letters = " ".join(mark.letters)
        top, bottom = areas[0][3], areas[-1][1]
        at = bottom if len(areas) == 1 else (top + bottom) / 2
        free = min(at - TAG_HEIGHT / 2 + 1.0, free - TAG_HEIGHT)
        leaders.extend(Rule(area[0] if left else area[2], area[1], edge, area[1], 0.5, 0.35) for area in areas)
        if len(areas) > 1:
            tags.append(Rule(edge, top, edge, bottom, 1.4, 0.35))
        tags.append(Rule(edge, at, edge + away * 4.0, free + TAG_HEIGHT / 2, 0.5, 0.35))
        wide = tag_width(mark.kind, letters)
        tags.extend(tag_ops(mark.kind, letters, edge - 5.0 - wide if left else edge + 5.0, free))
    return tags, leaders


def _runs(marks: Sequence[tuple[PageMark, Rectangle]]) -> list[tuple[PageMark, list[Rectangle]]]:
    """Return marks from the top with their areas, those together that are alike and stand close under each other."""
    found: list[tuple[PageMark, list[Rectangle]]] = []
    for mark, area in sorted(marks, key=lambda pair: (-pair[1][1], pair[1][0])):
        last = found[-1] if found else None
        alike = last is not None and (last[0].kind, last[0].letters) == (mark.kind, mark.letters)
        if last is not None and alike and last[1][-1][1] - area[3] < _CLOSE:
            last[1].append(area)
        else:
            found.append((mark, [area]))
    return found
