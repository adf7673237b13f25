"""The debrief's first page: who, the caution, his hits and false alarms beside the class's, his consignments in a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.formats.vocabulary import Language, Paper
from simulator.grading.class_rates import Rate
from simulator.grading.constant import ConstantAnswer
from simulator.grading.grade import RespondentGrade
from simulator.render.flow_blocks import Block, Drawing, Heading, Paragraph
from simulator.render.flow_table import Column, Row, Table
from simulator.render.flow_text import Run
from simulator.reports.debrief.interval_plot import Bar, Group, interval_plot
from simulator.reports.debrief.outcomes import Outcome, Told
from simulator.reports.debrief.telling import decision_text
from simulator.reports.wording import NOTHING, Wording, decimals


@dataclass(frozen=True, slots=True)
class Course:
    """What all debriefs of a class share; ``people`` answered, ``hits`` and ``false_alarms`` are theirs together.

    ``before`` tells of a sealed pack whether its key had been opened with other answers; None for a pack of a class.
    """

    pack: str
    scenario: str
    language: Language
    paper: Paper
    seal: str
    people: int
    hits: Rate
    false_alarms: Rate
    before: bool | None = None


def opening_blocks(
    grade: RespondentGrade,
    outcomes: Sequence[Outcome],
    constant: ConstantAnswer,
    course: Course,
    words: Wording,
    width: float,
) -> list[Block]:
    """Return the blocks of the first page, in ``width`` points."""
    who = grade.respondent
    name = "" if who.name == who.id else f" {who.name}"
    ops, high = interval_plot(_groups(grade, course, words), width)
    solo = [] if course.before is None else [Paragraph(words.rich("solo.again" if course.before else "solo.first"))]
    alone = "_alone" if course.people < 2 else ""
    return [
        Heading(words.say("title"), 1),
        Paragraph(words.rich("head", id=who.id, name=name, scenario=course.scenario, pack=course.pack), before=0.0),
        Paragraph(words.say("caution"), bold=True),
        *solo,
        Heading(words.say(f"numbers.title{alone}")),
        Drawing(high, ops),
        Paragraph(words.say(f"numbers.note{alone}"), size=7.0, grey=0.25),
        Paragraph(_score(grade, constant, words), size=8.0),
        Heading(words.say("overview.title")),
        _overview(outcomes, words),
        Paragraph(words.rich("seal", seal=course.seal), size=7.0, before=6.0),
    ]


def _score(grade: RespondentGrade, constant: ConstantAnswer, words: Wording) -> tuple[Run, ...]:
    return words.rich(
        "numbers.score",
        score=decimals(grade.score, 1),
        decisions=decimals(grade.decision_score, 2),
        evidence=decimals(grade.evidence_score, 2),
        constant=words.word(f"short.{constant.decision}"),
        constant_score=decimals(constant.score, 1),
    )


def _groups(grade: RespondentGrade, course: Course, words: Wording) -> tuple[Group, ...]:
    counts = grade.counts
    own = {"hits": Rate(counts.hits, counts.signals), "false_alarms": Rate(counts.false_alarms, counts.lawful)}
    others = {"hits": course.hits, "false_alarms": course.false_alarms}
    return tuple(
        Group(
            words.say(f"numbers.{name}"),
            (
                _bar(words.say("numbers.you"), own[name], True, words),
                *(
                    [_bar(words.say("numbers.class", people=course.people), others[name], False, words)]
                    if course.people > 1
                    else []
                ),
            ),
        )
        for name in own
    )


def _bar(label: str, rate: Rate, own: bool, words: Wording) -> Bar:
    if rate.interval is None:
        return Bar(label, rate, words.say("numbers.nothing"), own)
    low, high = (f"{end * 100:.0f}" for end in rate.interval)
    return Bar(label, rate, words.say("numbers.value", count=rate.count, total=rate.total, low=low, high=high), own)


def _overview(outcomes: Sequence[Outcome], words: Wording) -> Table:
    columns = (
        Column(words.say("overview.consignment"), 1.1),
        Column(words.say("overview.verdict"), 1.6),
        Column(words.say("overview.decision"), 1.6),
        Column(words.say("overview.credit"), 0.8, "right"),
        Column(words.say("overview.found"), 1.1),
        Column(words.say("overview.missed"), 1.1),
        Column(words.say("overview.without_cause"), 2.0),
    )
    return Table(columns, tuple(_overview_row(each, words) for each in outcomes), size=7.5)


def _overview_row(outcome: Outcome, words: Wording) -> Row:
    key = outcome.grade.key
    right = outcome.grade.correct
    decision = decision_text(outcome, words)
    return (
        (Run(key.id, bold=True),),
        words.word(f"short.{key.verdict}"),
        decision if right else (Run(decision, bold=True),),
        decimals(outcome.grade.credit, 2),
        _ids(outcome.findings, True),
        _ids(outcome.findings, False),
        "  ".join((*(each.flag for each in outcome.strays), *_misleading(outcome))) or NOTHING,
    )


def _ids(told: Sequence[Told], seen: bool) -> str:
    return ", ".join(each.finding.indicator for each in told if each.seen == seen) or NOTHING


def _misleading(outcome: Outcome) -> list[str]:
    """Return the look-alikes' boxes that were flagged, each with the look-alike's id."""
    return [f"{box} ({each.finding.indicator})" for each in outcome.look_alikes for box in sorted(each.flagged)]
