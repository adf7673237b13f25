"""The briefing: the task, the ladder, the margins, the box codes, the words, the seal; the same for all trainees."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from simulator.formats.vocabulary import Language, Paper
from simulator.pack.briefing_content import BriefingContent, WorkedExample, WorkedStep
from simulator.pack.briefing_parts import (
    box_codes,
    flags,
    glossary,
    ladder,
    margins,
    opening,
    order_of_work,
    result,
    strengths,
)
from simulator.pack.briefing_waybill import waybill_numbers
from simulator.pack.briefing_worked import worked_example
from simulator.pack.texts.loader import pack_texts
from simulator.render.flow import flow_pdf
from simulator.render.flow_blocks import Block, Bullets, Heading

__all__ = ["BriefingContent", "WorkedExample", "WorkedStep", "briefing_pdf"]


def briefing_pdf(
    content: BriefingContent,
    language: Language,
    paper: Paper,
    example_papers: Callable[[Canvas], None] | None = None,
) -> bytes:
    """Return the briefing; ``example_papers`` draws the papers of the worked example behind it."""
    words = pack_texts("briefing")
    blocks: list[Block] = [
        *opening(content, language),
        *ladder(content, language),
        *strengths(content, language),
        *order_of_work(language),
        *(waybill_numbers(language) if "air" in content.modes else ()),
        *margins(content, language),
        Heading(words.get("usual.title", language)),
        Bullets(words.all_of("usual.points", language)),
        *flags(language),
        *result(content, language),
        *glossary(language),
        *box_codes(content, language),
    ]
    if content.worked_example is not None:
        blocks.extend(worked_example(content.worked_example, language))
    title = words.get("title", language)
    label = " · ".join(part for part in (content.pack_id, title) if part)
    return flow_pdf(blocks, language=language, paper=paper, title=title, label=label, appendix=example_papers)
