"""Described sheets to PDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from simulator.render.flow import PAPERS
from simulator.render.flow_canvas import Drawn, pdf_bytes, ready
from simulator.render.flow_ops import Areas, Op, Words
from simulator.sheets.furniture import anchors, code_frames, foot_ops, head_ops
from simulator.sheets.model import Holder, Plan, Sheet, SheetPage
from simulator.sheets.page_code import PageCode, code_runs
from simulator.sheets.wording import sheet_texts


def sheet_pdf(sheet: Sheet, holder: Holder | None) -> bytes:
    """Return one respondent's sheet, or one that names nobody."""
    return _pdf(sheet.plan, [[*page_drawn(sheet, page, holder)] for page in sheet.pages])


def collated_pdf(sheets: Iterable[tuple[Sheet, Holder]]) -> bytes:
    """Return all sheets in one file to print on both sides: each begins on an odd side."""
    pages: list[list[Drawn]] = []
    plan: Plan | None = None
    for sheet, holder in sheets:
        plan = sheet.plan
        pages += ([*page_drawn(sheet, page, holder)] for page in sheet.pages)
        if len(pages) % 2:
            pages.append([_empty_side(plan)])
    if plan is None:
        raise ValueError("a collated file needs at least one sheet")
    return _pdf(plan, pages)


def page_drawn(sheet: Sheet, page: SheetPage, holder: Holder | None) -> Iterator[Drawn]:
    """Yield what stands on a page, each with its origin."""
    plan = sheet.plan
    yield 0.0, 0.0, head_ops(plan, holder)
    label = " · ".join(part for part in (plan.pack, holder.id if holder else "") if part)
    kind = "evidence" if any(each.kind == "evidence" for each in page.sections) else "quick"
    yield 0.0, 0.0, foot_ops(plan, kind, label, f"{page.number}/{len(sheet.pages)}")
    yield 0.0, 0.0, (Areas(anchors(plan.paper), fill=0.0),)
    code = PageCode(plan.pack, plan.kind, holder.number if holder else 0, page.number)
    for frame in code_frames(plan.paper):
        runs = code_runs(code.text, frame)
        yield 0.0, 0.0, (Areas(runs, fill=0.0),)
    yield 0.0, 0.0, section_ops(page)


@lru_cache(maxsize=256)
def section_ops(page: SheetPage) -> tuple[Op, ...]:
    """Return words, rules and boxes of a page's sections: the same for every respondent."""
    boxes = tuple(mark.frame for group in page.groups for mark in group.marks)
    return ready((*(op for section in page.sections for op in section.ops), Areas(boxes, fill=1.0, stroke=0.0)))


def _empty_side(plan: Plan) -> Drawn:
    width, height = PAPERS[plan.paper]
    return 0.0, 0.0, (Words(width / 2 - 40.0, height / 2, sheet_texts().get("blank", plan.language), 8.0, grey=0.5),)


def _pdf(plan: Plan, pages: Sequence[Sequence[Drawn]]) -> bytes:
    title = sheet_texts().get("title_spare" if plan.kind == "spare" else "title", plan.language)
    return pdf_bytes(pages, PAPERS[plan.paper], title, plan.language)
