"""Findings, most missed first, and look-alikes, most flagged first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.formats.key import Bilingual
from simulator.grading.class_rates import ClueRates
from simulator.grading.class_summary import ClassSummary
from simulator.render.flow_blocks import Block, Heading
from simulator.render.flow_table import Column, Row, Table, twice_across
from simulator.render.flow_text import Content, Run
from simulator.reports.wording import Wording, few_note, rate_with_range


def clue_blocks(summary: ClassSummary, words: Wording, titles: Mapping[str, Bilingual]) -> list[Block]:
    """Return the section; ``titles`` maps the ids of indicators and look-alikes to their titles."""
    blocks: list[Block] = [Heading(words.say("clues.title"))]
    missed = sorted(summary.indicators, key=lambda each: (each.rate.share or 0.0, -each.rate.total, each.indicator))
    flagged = sorted(summary.look_alikes, key=lambda each: (-(each.rate.share or 0.0), -each.rate.total, each.indicator))
    if missed:
        blocks.append(_table(missed, "clue", "found", words, titles))
    if flagged:
        blocks.append(_table(flagged, "look_alike", "misled", words, titles))
    return [*blocks, *few_note((each.rate for each in (*missed, *flagged)), words)]


def _table(clues: Sequence[ClueRates], first: str, last: str, words: Wording, titles: Mapping[str, Bilingual]) -> Table:
    """Two clues a line, running down the left half first; ``first`` and ``last`` are the keys of the headers."""
    columns = (Column(words.say(f"clues.{first}"), 2.7), Column(words.say(f"clues.{last}"), 2.1, "right"))
    cells: list[Row] = [(_titled(each, titles, words), rate_with_range(each.rate)) for each in clues]
    return Table(*twice_across(columns, cells), size=7.5, whole=True)


def _titled(clue: ClueRates, titles: Mapping[str, Bilingual], words: Wording) -> Content:
    found = titles.get(clue.indicator)
    title = f" {found.text(words.language)}" if found else ""
    return (Run(clue.indicator, bold=True), Run(f"{title} *" if clue.rate.few else title))
