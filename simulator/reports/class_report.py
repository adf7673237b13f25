"""The class report: what the class overlooks, what it stops without reason, and how sure one may be of that."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from simulator.formats.key import Bilingual
from simulator.formats.reading import read_json
from simulator.formats.truth import Truth
from simulator.formats.vocabulary import VERDICTS, Paper, Verdict
from simulator.grading.class_rates import Rate
from simulator.grading.class_summary import ClassSummary
from simulator.grading.measures import FEWEST_FOR_SENSITIVITY
from simulator.indicators.catalogue import catalogue
from simulator.intake.pack_reading import OpenedPack
from simulator.render.flow import flow_pdf, text_width_of
from simulator.render.flow_blocks import Block, Drawing, Heading, Paragraph
from simulator.render.flow_ops import Op, shifted
from simulator.reports.agreement_section import agreement_blocks, discrimination_blocks
from simulator.reports.calibration_section import calibration_blocks
from simulator.reports.class_tables import (
    decimals_plain,
    means_table,
    rates_of_means,
    slots_table,
)
from simulator.reports.clue_tables import clue_blocks
from simulator.reports.discussion import discussion_blocks
from simulator.reports.habits_section import habit_blocks
from simulator.reports.heat_section import heat_blocks, shown
from simulator.reports.kind_tables import kind_blocks
from simulator.reports.origin_table import origin_blocks
from simulator.reports.plots import Matrix, Point, ScatterWords, legend, matrix_ops, scatter, scatter_height, scatter_square
from simulator.reports.respondents import respondents_blocks
from simulator.reports.wording import Wording, decimals, few_note, percent, report_texts

_NO_TRUTHS: Mapping[str, Truth] = MappingProxyType({})
_SIDE = 144.0
_GAP = 22.0
_CELL = 21.0


def class_report_pdf(summary: ClassSummary, opened_pack: OpenedPack, rejections_count: int, *, named: bool = False) -> bytes:
    """Return the report of a graded pack, in its language and on its paper; with names only where they are asked for.

    Raise ``BadInput`` when the boxes of a consignment that is drawn cannot be read.
    """
    scenario = opened_pack.key.scenario
    title = scenario.get("title")
    text = title.get(summary.language) if isinstance(title, dict) else None
    paper: Paper = "a4" if scenario.get("paper") == "a4" else "letter"
    titles = {each: entry.card.title for each, entry in catalogue().items()}
    variants = sorted({each.example.places[0][0] for each in shown(summary)})
    folder = opened_pack.folder / "instructor" / "truth"
    truths = {variant: read_json(folder / f"{variant}.json", Truth) for variant in variants}
    name = text or opened_pack.pack.scenario
    return class_report(summary, name, paper, rejections_count, titles, truths, named=named)


def class_report(
    summary: ClassSummary,
    scenario: str,
    paper: Paper,
    rejected: int,
    titles: Mapping[str, Bilingual],
    truths: Mapping[str, Truth] = _NO_TRUTHS,
    *,
    named: bool = False,
) -> bytes:
    """Return the report; ``titles`` maps the ids of indicators and look-alikes to their titles.

    ``truths`` maps the variants of the consignments that are drawn to their boxes; ``named`` prints names beside ids.
    """
    words = Wording(report_texts("class_report"), summary.language)
    width = text_width_of(paper)
    blocks: list[Block] = [
        *_opening(summary, scenario, rejected, words),
        Heading(words.say("plots.title")),
        plots(summary, width, words),
        Paragraph(words.say("plots.note"), size=7.0, grey=0.25),
        *_numbers(summary, words),
        *discussion_blocks(summary, titles),
        *_slots(summary, words),
        *clue_blocks(summary, words, titles),
        *kind_blocks(summary),
        *origin_blocks(summary),
        *habit_blocks(summary, width),
        *calibration_blocks(summary, width),
        *agreement_blocks(summary),
        *discrimination_blocks(summary, width),
        *respondents_blocks(summary, words, named),
        *heat_blocks(summary, truths, paper),
    ]
    title = words.say("title")
    # Each page may be laid before a class alone, so each says what it is not.
    label = f"{summary.pack} · {title} · {words.say('caution_short')}"
    return flow_pdf(blocks, language=summary.language, paper=paper, title=title, label=label)


def _opening(summary: ClassSummary, scenario: str, rejected: int, words: Wording) -> list[Block]:
    see = f" {words.say('see_rejected')}" if rejected else ""
    counts = {"listed": summary.listed, "responded": summary.responded, "left_out": summary.left_out}
    best = summary.best_constant
    constant = words.rich(
        "constant.same",
        decision=words.word(f"short.{best.decision}"),
        score=decimals(best.score, 1),
        pass_mark=decimals_plain(summary.pass_mark),
    )
    reached = round(best.score, 4) >= summary.pass_mark
    return [
        Heading(words.say("title"), 1),
        Paragraph(words.rich("head", scenario=scenario, pack=summary.pack), before=0.0),
        Paragraph(words.say("caution"), bold=True),
        Paragraph(words.rich("listed", **counts, rejected=rejected, see=see)),
        Paragraph(constant),
        *([Paragraph(words.rich("constant.reached"))] if reached else []),
        *_otherwise(summary, words),
    ]


def _otherwise(summary: ClassSummary, words: Wording) -> list[Block]:
    """Say by what was graded where it is not the sealed key, or not the pack's scoring."""
    blocks: list[Block] = []
    if summary.corrections:
        blocks.append(Paragraph(words.rich("otherwise.corrected", count=summary.corrections)))
    if summary.own_scoring is not None:
        weight = percent(summary.own_scoring.evidence_weight)
        values = {"pass_mark": decimals_plain(summary.pass_mark), "weight": weight}
        blocks.append(Paragraph(words.rich("otherwise.scoring", **values)))
    return blocks


def _numbers(summary: ClassSummary, words: Wording) -> list[Block]:
    blocks: list[Block] = [Heading(words.say("means.title")), means_table(summary, words)]
    blocks.extend(few_note(rates_of_means(summary), words))
    blank = summary.responded - summary.averages.d_prime.respondents
    values = {"fewest": FEWEST_FOR_SENSITIVITY, "blank": blank, "responded": summary.responded}
    if blank and blank == summary.responded:
        blocks.append(Paragraph(words.say("sensitivity.none", **values), size=8.0))
    elif blank:
        blocks.append(Paragraph(words.say("sensitivity.some", **values), size=8.0))
    return blocks


def _slots(summary: ClassSummary, words: Wording) -> list[Block]:
    blocks: list[Block] = [Heading(words.say("slots.title"))]
    if any(len(each.consignments) > 1 for each in summary.slots):
        blocks.append(Paragraph(words.say("slots.note"), before=0.0, size=8.0, keep=True))
    return [*blocks, slots_table(summary, words), *few_note((each.acted for each in summary.slots), words)]


def plots(summary: ClassSummary, width: float, words: Wording) -> Drawing:
    """Return both plots side by side: the scatter with its legend, the matrix."""
    points = [
        Point(Rate(each.counts.false_alarms, each.counts.lawful), Rate(each.counts.hits, each.counts.signals))
        for each in summary.respondents
    ]
    said = ScatterWords(*(words.say(f"plots.{key}") for key in ("scatter", "x", "y", "empty")))
    ops: list[Op] = list(scatter(points, Point(summary.false_alarms, summary.hits), _SIDE, said))
    below = scatter_height(_SIDE)
    left = scatter_square(_SIDE).left + _SIDE + _GAP
    keys = ("legend_people", "legend_class", "legend_chance")
    marks, legend_high = legend(left - _GAP, *(words.say(f"plots.{key}") for key in keys))
    ops.extend(shifted(op, 0.0, -below) for op in marks)
    cells, matrix_high = matrix_ops(_matrix(summary, words), width - left, _CELL)
    ops.extend(shifted(op, left, 0.0) for op in cells)
    note = Paragraph(words.say("plots.matrix_note"), size=6.5).slices(width - left)
    y = -matrix_high - 3.0
    for line in note:
        ops.extend(shifted(op, left, y) for op in line.ops)
        y -= line.height
    return Drawing(max(below + legend_high, -y), tuple(ops))


def _matrix(summary: ClassSummary, words: Wording) -> Matrix:
    columns: tuple[Verdict | None, ...] = (*VERDICTS, None)
    counts = {
        (row, column): summary.matrix[verdict].get(decision, 0)
        for row, verdict in enumerate(VERDICTS)
        for column, decision in enumerate(columns)
    }
    names = tuple(words.word(f"short.{verdict}") for verdict in VERDICTS)
    return Matrix(
        rows=names,
        columns=(*names, words.say("plots.unanswered")),
        counts=counts,
        right={index: index for index in range(len(VERDICTS))},
        title=words.say("plots.matrix"),
        row_title=words.say("plots.verdict"),
        column_title=words.say("plots.decision"),
    )
