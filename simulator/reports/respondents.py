"""The results of each respondent by number; with names only where somebody asks for them."""

from __future__ import annotations

from simulator.grading.class_rates import Rate
from simulator.grading.class_summary import ClassSummary, RespondentLine
from simulator.render.flow_blocks import Block, Heading, Paragraph
from simulator.render.flow_table import Align, Column, Row, Table, twice_across
from simulator.render.flow_text import Run
from simulator.reports.wording import NOTHING, Wording, decimals, of

_PER_TABLE = 80
_WIDE: tuple[tuple[str, float, Align], ...] = (
    ("id", 1.3, "left"), ("answered", 1.0, "right"), ("hits", 0.9, "right"), ("false_alarms", 0.9, "right"),
    ("d_prime", 0.9, "right"), ("decision", 0.9, "right"), ("evidence", 0.9, "right"), ("score", 1.0, "right"),
    ("passed", 0.9, "centre"),
)  # fmt: skip


def respondents_blocks(summary: ClassSummary, words: Wording, named: bool) -> list[Block]:
    """Return the section: two respondents a line, or one where names stand beside the numbers."""
    kind = "named" if named else "respondents"
    where = words.say(f"{kind}.where")
    return [
        Heading(words.say(f"{kind}.title")),
        Paragraph(words.rich("respondents.note", where=where), before=0.0, size=8.0, keep=True),
        *([_named_table(summary, words)] if named else _tables(summary, words)),
    ]


def _tables(summary: ClassSummary, words: Wording) -> list[Table]:
    """Return tables without names, each of which a page can hold."""
    columns = tuple(Column(words.say(f"respondents.{key}"), share, align) for key, share, align in _WIDE)
    lines = [_respondent(each, words) for each in _in_order(summary)]
    parts = (lines[start : start + _PER_TABLE] for start in range(0, len(lines), _PER_TABLE))
    return [Table(*twice_across(columns, part), size=7.0, whole=True) for part in parts]


def _named_table(summary: ClassSummary, words: Wording) -> Table:
    (id_, *rest) = (Column(words.say(f"respondents.{key}"), share, align) for key, share, align in _WIDE)
    columns = (id_, Column(words.say("named.name"), 5.0), *rest)
    lines = ((each, _respondent(each, words)) for each in _in_order(summary))
    return Table(columns, tuple((first, each.name or NOTHING, *others) for each, (first, *others) in lines), size=7.0)


def _in_order(summary: ClassSummary) -> list[RespondentLine]:
    """By number and never by result: the list is no ranking."""
    return sorted(summary.respondents, key=lambda each: each.id)


def _respondent(each: RespondentLine, words: Wording) -> Row:
    counts = each.counts
    start: Row = ((Run(each.id, bold=True),), f"{each.answered}/{each.consignments}")
    if not each.answered:
        return (*start, *(NOTHING,) * 5, decimals(each.score, 1), NOTHING)
    return (
        *start,
        of(Rate(counts.hits, counts.signals)),
        of(Rate(counts.false_alarms, counts.lawful)),
        decimals(each.d_prime, 2),
        decimals(each.decision_score, 2),
        decimals(each.evidence_score, 2),
        decimals(each.score, 1),
        words.say("respondents.yes" if each.passed else "respondents.no"),
    )
