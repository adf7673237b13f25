"""Hits and false alarms by family, and by how a clue is seen."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.formats.vocabulary import Family, SeenBy
from simulator.grading.by_kind import KindRates
from simulator.grading.class_rates import Rate
from simulator.grading.class_summary import ClassSummary
from simulator.render.flow_blocks import Block, Heading, Paragraph
from simulator.render.flow_table import Column, Row, Table
from simulator.reports.wording import Wording, few_note, rate_with_range, report_texts, unbroken

_COLUMNS = ("hits", "seen", "false_alarms", "misled")


def kind_blocks(summary: ClassSummary) -> list[Block]:
    """Return both tables with their note."""
    words = Wording(report_texts("class_habits"), summary.language)
    rate = summary.plain_false_alarms
    plain = words.say("kinds.plain", rate=unbroken(rate_with_range(rate))) if rate.total else words.say("kinds.no_plain")
    note = words.say("kinds.note", plain=plain)
    families = [(words.word(f"family.{each.kind}"), _rates(each)) for each in summary.families]
    ways = [(words.word(f"seen_by.{each.kind}"), _rates(each)) for each in summary.ways]
    every = (rate for _, rates in (*families, *ways) for rate in rates)
    return [
        Heading(words.say("kinds.families")),
        Paragraph(note, before=0.0, size=8.0, keep=True),
        _table("family", families, words),
        Heading(words.say("kinds.ways")),
        _table("way", ways, words),
        *few_note(every, words),
    ]


def _rates(each: KindRates[Family] | KindRates[SeenBy]) -> tuple[Rate, ...]:
    return each.hits, each.seen, each.false_alarms, each.misled


def _table(first: str, lines: Sequence[tuple[str, tuple[Rate, ...]]], words: Wording) -> Table:
    columns = (
        Column(words.say(f"kinds.{first}"), 1.9),
        *(Column(words.say(f"kinds.{key}"), 2.0, "right") for key in _COLUMNS),
    )
    rows: list[Row] = [(name, *(_cell(rate) for rate in rates)) for name, rates in lines]
    return Table(columns, tuple(rows), size=7.0, whole=True)


def _cell(rate: Rate) -> str:
    """Return the rate, marked where it rests on few answers: cells of one line differ in that."""
    return f"{rate_with_range(rate)} *" if rate.few else rate_with_range(rate)
