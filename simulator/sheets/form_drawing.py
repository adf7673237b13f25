"""Described forms to PDF: words and frames as on paper, and over them the fields."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from simulator.render.flow import MARGIN, PAPERS, footer_ops, text_width_of
from simulator.render.flow_canvas import Drawn, pdf_bytes, ready
from simulator.render.flow_ops import Areas, Circle, Op
from simulator.sheets.form import Form, head_ops
from simulator.sheets.form_code import CODE_FIELD, FormCode, field_name
from simulator.sheets.form_fields import Check, Choice, Field, FieldWriter, Text
from simulator.sheets.model import Group, Holder, Panel, Plan, SheetPage, WriteIn
from simulator.sheets.wording import form_texts, sheet_texts

_ORDER = ("respondent", "decision", "confidence", "notes", "reasons", "flags", "refer_to", "minutes")
"""The way of the Tab key through a block: as one reads it."""
_LONGEST = {"respondent": 64, "notes": 500, "flags": 500, "refer_to": 100, "minutes": 8}


def form_pdf(form: Form, holder: Holder | None) -> bytes:
    """Return one respondent's form, or one that names nobody."""
    plan = form.plan
    width, height = text_width_of(plan.paper), PAPERS[plan.paper][1]
    label = " · ".join(part for part in (plan.pack, holder.id if holder else "") if part)
    drawn: list[list[Drawn]] = []
    for page in form.pages:
        bands: list[Drawn] = [(0.0, 0.0, page_ops(page))]
        bands.append((MARGIN, MARGIN, footer_ops(width, label, f"{page.number}/{len(form.pages)}")))
        drawn.append(bands)
    drawn[0].append((MARGIN, height - MARGIN, head_ops(plan, holder, width)))
    writer = FieldWriter((CODE_FIELD, FormCode(plan.pack, holder.id if holder else "").text))

    def fields(canvas: Any, number: int) -> None:
        writer.page(canvas, page_fields(form.pages[number], plan), last=number + 1 == len(form.pages))

    return pdf_bytes(drawn, PAPERS[plan.paper], form_texts().get("title", plan.language), plan.language, fields=fields)


@lru_cache(maxsize=256)
def page_ops(page: SheetPage) -> tuple[Op, ...]:
    """Return words, rules, and the frames of what is filled in: circles where one of several is chosen."""
    circles: list[Op] = []
    boxes: list[tuple[float, float, float, float]] = []
    for group in page.groups:
        for x0, y0, x1, y1 in (mark.frame for mark in group.marks):
            if group.many:
                boxes.append((x0, y0, x1, y1))
            else:
                circles.append(Circle((x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, fill=1.0, stroke=0.0))
    rooms = tuple(each.frame for panel in page.panels for each in panel.written)
    words = (op for section in page.sections for op in section.ops)
    frames = (Areas(rooms, fill=0.97, stroke=0.55), Areas(tuple(boxes), fill=1.0, stroke=0.0))
    return ready((*words, *frames, *circles))


@lru_cache(maxsize=256)
def page_fields(page: SheetPage, plan: Plan) -> tuple[Field, ...]:
    """Return a page's fields in the order of the Tab key."""
    return tuple(field for panel in page.panels for field in _panel_fields(panel, plan))


def _panel_fields(panel: Panel, plan: Plan) -> Iterator[Field]:
    parts: list[Group | WriteIn] = [*panel.groups, *panel.written]
    for part in sorted(parts, key=lambda each: _ORDER.index(each.question)):
        if isinstance(part, WriteIn):
            yield _text(part, plan)
        elif part.many:
            yield from _checks(part, plan)
        else:
            yield _choice(part, plan)


def _choice(group: Group, plan: Plan) -> Choice:
    words, language = sheet_texts(), plan.language
    said = f"{group.consignment}: {words.get(f'{group.question}_line', language)}"
    tips = tuple(f"{said} – {words.get(f'{group.question}.{mark.value}', language)}" for mark in group.marks)
    return Choice(field_name(group.consignment, group.question), said, group.marks, tips)


def _checks(group: Group, plan: Plan) -> Iterator[Check]:
    words, language = sheet_texts(), plan.language
    said = f"{group.consignment}: {words.get(f'{group.question}_line', language)}"
    for mark in group.marks:
        tip = f"{said} – {words.get(f'family.{mark.value}', language)}"
        yield Check(field_name(group.consignment, group.question, mark.value), tip, mark.frame)


def _text(room: WriteIn, plan: Plan) -> Text:
    language = plan.language
    texts = sheet_texts() if room.question == "notes" else form_texts()
    tip = texts.get(room.question, language)
    if room.question == "flags":
        tip = f"{tip} ({form_texts().get('spaces', language)})"
    said = f"{room.consignment}: {tip}" if room.consignment else tip
    return Text(field_name(room.consignment, room.question), said, room.frame, _LONGEST[room.question])
