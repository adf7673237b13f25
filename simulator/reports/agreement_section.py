"""How far groups decide alike, and which consignments hardly tell good judges from others."""

from __future__ import annotations

from simulator.grading.agreement import GroupAgreement
from simulator.grading.class_summary import ClassSummary
from simulator.grading.discrimination import SlotDiscrimination
from simulator.grading.measures import (
    FEWEST_FOR_AGREEMENT,
    FEWEST_FOR_CORRELATION,
    FEWEST_OF_A_KIND,
)
from simulator.render.flow_blocks import Block, Heading, Paragraph
from simulator.render.flow_table import Align, Column, Row, Table, twice_across
from simulator.render.flow_text import Content, Run
from simulator.reports.beside import undivided
from simulator.reports.wording import NOTHING, Wording, decimals, of, percent_of, rate_with_range, report_texts

_WIDE: tuple[tuple[str, float, Align], ...] = (
    ("group", 1.3, "left"), ("members", 1.0, "right"), ("consignments", 1.0, "right"), ("agreeing", 2.0, "right"),
    ("alpha", 1.0, "right"), ("alike_and_wrong", 1.0, "right"),
)  # fmt: skip


def agreement_blocks(summary: ClassSummary) -> list[Block]:
    """Return the section: one line a group, and all of them together."""
    words = Wording(report_texts("class_agreement"), summary.language)
    heading = Heading(words.say("agreement.title"))
    found = summary.agreement
    if not found.groups:
        return [heading, Paragraph(words.say("agreement.none"), before=0.0, size=8.0)]
    note = Paragraph(words.rich("agreement.note", fewest=FEWEST_FOR_AGREEMENT), before=0.0, size=8.0, keep=True)
    columns = tuple(Column(words.say(f"agreement.{key}"), share, align) for key, share, align in _WIDE)
    lines = [_group(each.group, each) for each in found.groups]
    if len(lines) > 1:
        lines.append(_group(words.say("agreement.every"), found.pooled))
    return [heading, note, Table(*twice_across(columns, lines), size=7.0, whole=True)]


def _group(name: str, each: GroupAgreement) -> Row:
    return (
        _bold(name),
        str(each.members),
        str(each.consignments),
        percent_of(each.agreeing),
        decimals(each.alpha, 2),
        of(each.alike_and_wrong),
    )


def discrimination_blocks(summary: ClassSummary, width: float) -> list[Block]:
    """Return the section: the slots below the line, and by what rule they stand there."""
    words = Wording(report_texts("class_agreement"), summary.language)
    found = summary.discrimination
    note = words.say(
        "discrimination.note",
        fewest=FEWEST_FOR_CORRELATION,
        kind=FEWEST_OF_A_KIND,
        judged=len(found.judged),
        not_judged=found.not_judged,
    )
    blocks: list[Block] = [
        Heading(words.say("discrimination.title")),
        undivided([Paragraph(note, before=0.0, size=8.0)], width),
    ]
    if not found.poor:
        return [*blocks, Paragraph(words.say("discrimination.none"), size=8.0)]
    columns = (
        Column(words.say("discrimination.slot"), 0.8),
        Column(words.say("discrimination.verdict"), 2.4),
        Column(words.say("discrimination.clues"), 2.0),
        Column(words.say("discrimination.right"), 2.4, "right"),
        Column(words.say("discrimination.correlation"), 3.0, "right"),
    )
    return [*blocks, Table(columns, tuple(_slot(each, words) for each in found.poor), size=7.5, whole=True)]


def _slot(each: SlotDiscrimination, words: Wording) -> Row:
    value, low, high = (decimals(number, 2) for number in (each.correlation, *each.interval))
    return (
        _bold(each.slot),
        words.word(f"short.{each.verdict}"),
        ", ".join(each.indicators) or NOTHING,
        rate_with_range(each.right),
        words.say("discrimination.interval", value=value, low=low, high=high),
    )


def _bold(text: str) -> Content:
    return (Run(text, bold=True),)
