"""Revenue as a habit, queries let go, and opening against holding."""

from __future__ import annotations

from simulator.formats.vocabulary import Verdict
from simulator.grading.class_rates import Rate
from simulator.grading.class_summary import ClassSummary
from simulator.grading.habits import Habits
from simulator.render.flow_blocks import Block, Drawing, Heading, Paragraph
from simulator.render.flow_table import Column, Row, Table
from simulator.render.flow_text import Run
from simulator.reports.beside import beside
from simulator.reports.plots import Matrix, matrix_ops
from simulator.reports.wording import NOTHING, Wording, few_note, percent, range_of, rate_with_range, report_texts, unbroken

_MATRIX = 232.0
_GAP = 22.0
_STOPS: tuple[Verdict, ...] = ("examine", "detain")


def habit_blocks(summary: ClassSummary, width: float) -> list[Block]:
    """Return the section: a table, and the matrix of the two decisions that stop with what each fault means."""
    words = Wording(report_texts("class_habits"), summary.language)
    habits = summary.habits
    rates = {
        "revenue_elsewhere": habits.revenue_elsewhere,
        "revenue_on_signals": habits.revenue_on_signals,
        "revenue_right": habits.revenue_right,
        "query_released": habits.query_released,
    }
    columns = (
        Column(words.say("habits.habit"), 3.0),
        Column(words.say("habits.value"), 1.5, "right"),
        Column(words.say("habits.basis"), 1.1, "right"),
        Column(words.say("habits.meaning"), 4.4),
    )
    table = Table(columns, tuple(_row(name, rate, words) for name, rate in rates.items()), size=7.0, whole=True)
    return [Heading(words.say("habits.title")), table, *few_note(rates.values(), words), _stops(habits, width, words)]


def _row(name: str, rate: Rate, words: Wording) -> Row:
    return (
        (Run(words.say(f"habits.{name}.name") + (" *" if rate.few else ""), bold=True),),
        f"{percent(rate.share)} ({range_of(rate)})" if rate.total else NOTHING,
        words.say("habits.answers", count=rate.count, total=rate.total) if rate.total else NOTHING,
        words.say(f"habits.{name}.meaning"),
    )


def _stops(habits: Habits, width: float, words: Wording) -> Drawing:
    names = tuple(words.word(f"short.{verdict}") for verdict in _STOPS)
    decisions: tuple[Verdict | None, ...] = (*_STOPS, None)
    matrix = Matrix(
        rows=names,
        columns=(*names, words.say("stops.other")),
        counts={
            (row, column): habits.stops.get((verdict, decision), 0)
            for row, verdict in enumerate(_STOPS)
            for column, decision in enumerate(decisions)
        },
        right={0: 0, 1: 1},
        title=words.say("stops.title"),
        row_title=words.say("stops.verdict"),
        column_title=words.say("stops.decision"),
    )
    ops, height = matrix_ops(matrix, _MATRIX)
    faults = {"examined_for_hold": habits.examined_for_hold, "held_for_examine": habits.held_for_examine}
    told = [
        Paragraph(words.rich(f"stops.{key}", rate=_told(rate)), size=8.0, before=6.0)
        for key, rate in faults.items()
        if rate.total
    ]
    return beside(ops, height, _MATRIX + _GAP, width, [*told, *few_note(faults.values(), words)])


def _told(rate: Rate) -> str:
    return unbroken(f"{rate_with_range(rate)} *" if rate.few else rate_with_range(rate))
