"""Where the class flagged: one page of paper for each reason to discuss a consignment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.documents.types import document_types
from simulator.formats.truth import Truth
from simulator.formats.vocabulary import Paper
from simulator.grading.class_rates import Rate
from simulator.grading.class_summary import ClassSummary
from simulator.grading.discussion import REASONS, Discussed
from simulator.render.flow import text_width_of
from simulator.render.flow_blocks import Block, Drawing, Heading, Paragraph
from simulator.render.flow_table import Column, Row, Table, twice_across
from simulator.render.flow_text import Content, Run
from simulator.reports.beside import beside, undivided
from simulator.reports.blank_form import blank_form
from simulator.reports.heat import HeatBox, HeatPage, heat_page
from simulator.reports.heat_drawing import heat_drawing, is_wide
from simulator.reports.wording import Wording, few_note, percent_of, report_texts

_UPRIGHT = (385.0, 545.0)
_ACROSS = 380.0
_GAP = 10.0


def shown(summary: ClassSummary) -> tuple[Discussed, ...]:
    """Return the consignments that are drawn, the first of each reason: at most three."""
    firsts = (next((each for each in summary.discussed if each.reason == reason), None) for reason in REASONS)
    return tuple(each for each in firsts if each is not None)


def heat_blocks(summary: ClassSummary, truths: Mapping[str, Truth], paper: Paper) -> list[Block]:
    """Return the section; ``truths`` maps variants to their boxes, and what is missing there is not drawn."""
    words = Wording(report_texts("class_heat"), summary.language)
    pages = (heat_page(each, truths[variant]) for each in shown(summary) if (variant := each.example.places[0][0]) in truths)
    return [block for page in pages if page is not None for block in _page(page, paper, words)]


def _page(page: HeatPage, paper: Paper, words: Wording) -> Iterator[Block]:
    each = page.discussed
    variant, id_ = each.example.places[0]
    title = document_types()[page.document.type].title.text(words.language)
    yield Heading(words.say("title", slot=each.slot, paper=title))
    told = {"total": page.answers, "variant": variant, "id": id_}
    about = words.say("exact", **told) if page.exact else words.say("kind", shipments=each.shipments, **told)
    notes = [Paragraph(about, before=0.0, size=8.0), Paragraph(words.say("legend"), size=7.0, grey=0.25)]
    yield undivided([*notes, *few_note([Rate(0, page.answers)], words)], text_width_of(paper))
    yield from _drawn(page, paper, words)


def _drawn(page: HeatPage, paper: Paper, words: Wording) -> Iterator[Block]:
    """Yield page and list: the list at the right of an upright page, below one that lies across."""
    form = blank_form(page.document, page.first, paper)
    width = text_width_of(paper)
    if is_wide(page):
        ops, height = heat_drawing(page, form, width, _ACROSS)
        yield Drawing(height, ops, keep=True)
        yield _list(page, words)
    else:
        ops, height = heat_drawing(page, form, *_UPRIGHT)
        yield beside(ops, height, _UPRIGHT[0] + _GAP, width, [_list(page, words)])


def _list(page: HeatPage, words: Wording) -> Table:
    columns = (Column(words.say("box"), 1.5), Column(words.say("flagged"), 1.2, "right"))
    rows = [_listed(each, words) for each in page.top]
    if is_wide(page):
        return Table(*twice_across(columns, rows), size=6.5, whole=True)
    return Table(columns, tuple(rows), size=6.5, whole=True)


def _listed(each: HeatBox, words: Wording) -> Row:
    said = {None: "nothing", "look_alike": "look_alike"}.get(each.mark)
    mark = words.say(said) if said else words.word(f"role.{each.mark}")
    name: Content = (Run(each.code, bold=True), Run(f" {each.title.text(words.language)}: {mark}"))
    return (name, percent_of(each.rate))
