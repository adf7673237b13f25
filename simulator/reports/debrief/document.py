"""A debrief as one file: the first page, then each consignment's text with its marked papers behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.formats.truth import Truth
from simulator.grading.constant import ConstantAnswer
from simulator.grading.grade import RespondentGrade
from simulator.intake.pack_reading import known_codes, papers_of
from simulator.render.flow import MARGIN, PAPERS, flow_pages, footer_ops, text_width_of
from simulator.render.flow_blocks import Block, Gap
from simulator.render.flow_canvas import Drawn
from simulator.render.flow_pages import Page
from simulator.render.stamped import Sheet, Source, stamped_pdf
from simulator.reports.debrief.opening import Course, opening_blocks
from simulator.reports.debrief.outcomes import Outcome, outcome
from simulator.reports.debrief.paper_sheets import paper_sheet
from simulator.reports.debrief.placing import MarkedSide, marked_sides
from simulator.reports.debrief.telling import consignment_blocks
from simulator.reports.wording import Wording, report_texts


@dataclass(frozen=True, slots=True)
class _Part:
    """Pages of text, and the marked sides behind them with what they mark; ``mark`` is the part's entry in the outline."""

    mark: str
    pages: tuple[Page, ...]
    sides: tuple[MarkedSide, ...] = ()
    outcome: Outcome | None = None


def debrief_pdf(grade: RespondentGrade, truth: Truth, dossier: Source, constant: ConstantAnswer, course: Course) -> bytes:
    """Return one respondent's debrief; ``dossier`` are his own papers, ``truth`` says where their boxes lie."""
    words = Wording(report_texts("debrief"), course.language)
    outcomes = [outcome(each, known_codes(truth, each.key.id)) for each in grade.consignments]
    opening = opening_blocks(grade, outcomes, constant, course, words, text_width_of(course.paper))
    parts = [_Part(words.say("title"), flow_pages(opening, course.paper)), *_parts(outcomes, truth, course, words)]
    title = f"{words.say('title')} {grade.respondent.id}"
    label = f"{course.pack} · {words.say('title')} · {grade.respondent.id}"
    return stamped_pdf(_sheets(parts, dossier, course, words, label), dossier, title, course.language)


def _parts(outcomes: Sequence[Outcome], truth: Truth, course: Course, words: Wording) -> Iterator[_Part]:
    """Yield the consignments; those without a marked paper share pages, with the next one too where that saves one."""
    waiting = _Waiting((), ())
    for each in outcomes:
        papers = papers_of(truth, each.grade.key.id)
        sides = marked_sides(each.marks, papers)
        own = _Waiting((each.grade.key.id,), tuple(consignment_blocks(each, papers, words)))
        together = waiting.with_next(own)
        if not sides:
            waiting = together
            continue
        before, alone, joined = (flow_pages(one.blocks, course.paper) for one in (waiting, own, together))
        if waiting.ids and len(joined) == len(before) + len(alone):
            yield _Part(waiting.mark, before)
            yield _Part(own.mark, alone, sides, each)
        else:
            yield _Part(together.mark, joined, sides, each)
        waiting = _Waiting((), ())
    if waiting.ids:
        yield _Part(waiting.mark, flow_pages(waiting.blocks, course.paper))


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Consignments whose text is not yet on a page."""

    ids: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def mark(self) -> str:
        """Their entry in the outline."""
        return ", ".join(self.ids)

    def with_next(self, other: _Waiting) -> _Waiting:
        """Return these and others behind them."""
        gap = (Gap(14.0),) if self.blocks else ()
        return _Waiting((*self.ids, *other.ids), (*self.blocks, *gap, *other.blocks))


def _sheets(parts: Sequence[_Part], dossier: Source, course: Course, words: Wording, label: str) -> list[Sheet]:
    total = sum(len(part.pages) + len(part.sides) for part in parts)
    sheets: list[Sheet] = []
    for part in parts:
        for place, page in enumerate(part.pages):
            number = f"{len(sheets) + 1}/{total}"
            mark = part.mark if place == 0 else None
            sheets.append(Sheet(PAPERS[course.paper], _drawn(page, course, label, number), mark=mark))
        for side in part.sides:
            assert part.outcome is not None
            number = f"{len(sheets) + 1}/{total}"
            sheets.append(paper_sheet(side, dossier.sizes[side.page - 1], part.outcome, words, label, number))
    return sheets


def _drawn(page: Page, course: Course, label: str, number: str) -> tuple[Drawn, ...]:
    top = PAPERS[course.paper][1] - MARGIN
    bands = [(MARGIN, top - below, each.ops) for below, each in page.placed]
    return (*bands, (MARGIN, MARGIN, footer_ops(text_width_of(course.paper), label, number)))
