"""The form that is filled in on a screen: the quick sheet's sections with room for typed text, page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from simulator.formats.vocabulary import Language
from simulator.render.flow import MARGIN, text_height_of, text_width_of
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Area, Op, Rule, Words
from simulator.render.flow_text import line_ops, wrap
from simulator.sheets.form_code import RESPONDENT_FIELD
from simulator.sheets.model import Holder, Panel, Plan, Question, Section, SheetPage, WriteIn
from simulator.sheets.quick import quick_section
from simulator.sheets.wording import form_texts, sheet_texts

TYPED = (("flags", 0.6), ("refer_to", 0.25), ("minutes", 0.15))
"""What is typed below the boxes, with its share of the line. ``notes`` stands in the quick sheet's own place."""
ROOM = 14.0
"""Height of a text field; what is typed into it has 9 points."""
_ID = 36.0
_SCALES = (1.0, 0.97, 0.94)
_BAND = 20.0
_BETWEEN = 5.0
_SMALL = 6.5
_HOW = 7.5
_HEAD_LINE = 20.0


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A described form: the plan and its pages; the head of the first page is drawn for each holder."""

    plan: Plan
    pages: tuple[SheetPage, ...]


@lru_cache(maxsize=64)
def describe_form(plan: Plan) -> Form:
    """Return the form of a plan; pages are filled from the top, the first below its head."""
    width, height = text_width_of(plan.paper), text_height_of(plan.paper)
    # The footer's height is part of the margin below, so that places can be counted from it.
    bottom = MARGIN + _footer(plan)
    top = bottom + height
    pages: list[list[Section]] = [[_head(plan, width).moved(MARGIN, top)]]
    y = top - pages[0][0].height
    for question in plan.questions:
        section = form_section(question, plan.language, width)
        if y - section.before - section.height < bottom:
            pages.append([])
            y = top
        pages[-1].append(section.moved(MARGIN, y - section.before))
        y -= section.before + section.height
    return Form(plan, tuple(SheetPage(number, tuple(each)) for number, each in enumerate(pages, 1)))


@lru_cache(maxsize=512)
def form_section(question: Question, language: Language, width: float) -> Section:
    """Return one consignment's block: the quick sheet's, and below it a line of fields to type into."""
    tries = [(scale, quick_section(question, language, width, scale)) for scale in _SCALES]
    # A little smaller where that spares a line: the decisions should stand side by side.
    scale, quick = min(tries, key=lambda each: round(each[1].height / each[0]))
    typed = list(_typed(question, language, width, -quick.height))
    height = quick.height + _BAND
    ops: tuple[Op, ...] = (
        *quick.ops,
        Area(0.0, -height, _ID * scale, _BAND - 0.5, fill=0.93),
        Rule(0.0, -height, width, -height, 0.5),
        *(op for _, op in typed),
    )
    panel = quick.panels[0]
    written = (*panel.written, *(field for field, _ in typed))
    whole = Panel((0.0, -height, width, 0.0), panel.groups, written)
    return Section("form", height, (whole,), ops, before=quick.before + _BETWEEN)


def head_ops(plan: Plan, holder: Holder | None, width: float) -> tuple[Op, ...]:
    """Return title, exercise and respondent from the top left corner of the first page."""
    words = sheet_texts()
    title = form_texts().get("title", plan.language)
    after = text_width(title, 14.0, "bold") + 14.0
    ops: list[Op] = [Words(0.0, -14.0, title, 14.0, "bold")]
    ops += _fitted(plan.title, after, -14.0, 8.5, width - after)
    if holder is None:
        return tuple(ops)
    x, y = 0.0, -14.0 - _HEAD_LINE
    for key, value, share in (("name", holder.name, 0.55), ("id", holder.id, 0.25), ("group", holder.group, 0.2)):
        if value:
            label = words.get(key, plan.language)
            start = x + text_width(label, _SMALL) + 4.0
            ops.append(Words(x, y, label, _SMALL, grey=0.25))
            ops += _fitted(value, start, y, 10.0, x + width * share - start - 6.0)
            x += width * share
    return tuple(ops)


def _footer(plan: Plan) -> float:
    from simulator.render.flow import PAPERS

    return PAPERS[plan.paper][1] - 2 * MARGIN - text_height_of(plan.paper)


def _head(plan: Plan, width: float) -> Section:
    """Return the head without what differs between respondents: how to fill in, and who answers where nobody is named."""
    ops: list[Op] = []
    y = -14.0 - _HEAD_LINE
    panels: tuple[Panel, ...] = ()
    if plan.kind != "personal":
        label = form_texts().get("respondent", plan.language)
        ops.append(Words(0.0, y, label, 8.5, "bold"))
        left = text_width(label, 8.5, "bold") + 8.0
        field = WriteIn("", RESPONDENT_FIELD, "", (left, y - 5.0, left + 160.0, y - 5.0 + ROOM))
        panels = (Panel((0.0, y - 6.0, width, y + 10.0), (), (field,)),)
    y -= 15.0
    for content in form_texts().all_of("how", plan.language):
        for line in wrap(content, _HOW, width):
            ops += line_ops(line, 0.0, y, _HOW)
            y -= _HOW * 1.25
        y -= 1.5
    return Section("head", -y, panels, tuple(ops))


def _typed(question: Question, language: Language, width: float, top: float) -> Iterator[tuple[WriteIn, Words]]:
    """Yield the fields of the line with their labels."""
    x, room = _ID + 4.0, width - _ID - 4.0
    for name, share in TYPED:
        label = form_texts().get(name, language)
        end = x + room * share
        start = x + text_width(label, _SMALL) + 4.0
        below = top - _BAND + (_BAND - ROOM) / 2
        yield (
            WriteIn(question.consignment, name, "", (start, below, end - 6.0, below + ROOM)),
            Words(x, below + ROOM / 2 - _SMALL * 0.36, label, _SMALL, grey=0.25),
        )
        x = end


def _fitted(text: str, x: float, y: float, size: float, room: float) -> Sequence[Op]:
    """Return one line, smaller where it does not fit."""
    wide = text_width(text, 1.0)
    fitted = min(size, room / wide) if wide else size
    return (Words(x, y, text, fitted),)
