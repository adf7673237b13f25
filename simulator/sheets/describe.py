"""From a plan to the described sheet: which sections there are, and where they stand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from simulator.errors import BrokenData
from simulator.sheets.evidence import evidence_section
from simulator.sheets.furniture import LARGE, Body, body
from simulator.sheets.identity import identity_section
from simulator.sheets.model import Plan, Question, Section, Sheet, SheetPage
from simulator.sheets.quick import quick_section

ANY = "spare-"
"""Begins the consignment of a block on a spare sheet, which says by a mark of its own whose codes these are."""
_SPARE_BLOCKS = 2


@lru_cache(maxsize=64)
def describe(plan: Plan) -> Sheet:
    """Return the sheet of a plan: every consignment's quick section, then on new pages every one's room for codes."""
    scale = LARGE if plan.kind == "large" else 1.0
    area = body(plan.paper, plan.kind)
    width = area.right - area.left
    head = () if plan.kind == "personal" else (identity_section(plan.respondents, plan.language, width, scale),)
    pages: list[SheetPage] = []
    for sections in _parts(plan, width, scale):
        for placed in _paged(sections, head, area):
            pages.append(SheetPage(len(pages) + 1, placed))
    return Sheet(plan, tuple(pages))


def layout_digest(sheets: Iterable[Sheet]) -> str:
    """Return a SHA-256 over all marks: equal digests mean that print and reader have the same places."""
    hasher = hashlib.sha256()
    for sheet in sheets:
        for page in sheet.pages:
            marks = [
                (each.id, each.many, [(mark.value, _tenths(mark.frame)) for mark in each.marks]) for each in page.groups
            ]
            hasher.update(msgspec.json.encode([sheet.plan.kind, sheet.plan.paper, page.number, marks]))
    return hasher.hexdigest()


def _tenths(frame: Iterable[float]) -> list[int]:
    """Return a frame in tenths of a point, so that the last bit of a sum changes no digest."""
    return [round(each * 10) for each in frame]


def _parts(plan: Plan, width: float, scale: float) -> Iterator[list[Section]]:
    """Yield what begins on a page of its own: the quick sheet, then the evidence sheet."""
    if plan.kind == "spare":
        prefixes = tuple(dict.fromkeys(prefix for each in plan.questions for prefix in each.prefixes))
        chosen = tuple(each.consignment for each in plan.questions)
        blocks = [Question(f"{ANY}{number}", prefixes) for number in range(1, _SPARE_BLOCKS + 1)]
        yield [evidence_section(each, plan.language, width, scale, chosen) for each in blocks]
        return
    makers: Sequence[Callable[[Question], Section]] = (
        lambda each: quick_section(each, plan.language, width, scale),
        lambda each: evidence_section(each, plan.language, width, scale),
    )
    for make in makers:
        yield [make(each) for each in plan.questions]


def _paged(sections: Sequence[Section], head: tuple[Section, ...], area: Body) -> Iterator[tuple[Section, ...]]:
    """Fill pages from the top; each begins with the sections that stand on every page."""
    placed: list[Section] = []
    y = area.top
    waiting = list(sections)
    while waiting or not placed:
        if not placed:
            for each in head:
                placed.append(each.moved(area.left, y - each.before))
                y -= each.before + each.height
        if not waiting:
            break
        each = waiting[0]
        before = each.before if placed else 0.0
        if y - before - each.height < area.bottom - 1e-6:
            if len(placed) == len(head):
                raise BrokenData(f"answer sheet: a section of {each.height:.0f} points fits no page; divide it")
            yield tuple(placed)
            placed, y = [], area.top
            continue
        placed.append(each.moved(area.left, y - before))
        y -= before + each.height
        waiting.pop(0)
    yield tuple(placed)
