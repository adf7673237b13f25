"""Consignments to discuss in class, as a table: which papers, why these, what was answered, where to look."""

from __future__ import annotations

from collections.abc import Mapping

from simulator.formats.key import Bilingual, Evidence, Finding, KeyConsignment
from simulator.formats.vocabulary import VERDICTS
from simulator.grading.class_rates import Rate
from simulator.grading.class_summary import ClassSummary
from simulator.grading.discussion import FEWEST_ANSWERS, LEAST_SHARE, Discussed, Example
from simulator.render.flow_blocks import Block, Heading, Paragraph
from simulator.render.flow_table import Column, Row, Table
from simulator.render.flow_text import Content, Run
from simulator.reports.wording import NOTHING, Wording, few_note, percent, range_of, report_texts

_BREAK = Run("\n")


def discussion_blocks(summary: ClassSummary, titles: Mapping[str, Bilingual]) -> list[Block]:
    """Return the section; ``titles`` maps the ids of indicators and look-alikes to their titles."""
    words = Wording(report_texts("class_discussion"), summary.language)
    rule = words.say("discussion.rule", fewest=FEWEST_ANSWERS, least=f"{LEAST_SHARE * 100:.0f}")
    blocks: list[Block] = [Heading(words.say("discussion.title")), Paragraph(rule, before=0.0, size=8.0, keep=True)]
    if not summary.discussed:
        return [*blocks, Paragraph(words.say("discussion.nothing"), size=8.0)]
    widths = {"shipment": 2.3, "verdict": 2.4, "why": 2.0, "answers": 2.2, "look_at": 1.8}
    columns = tuple(Column(words.say(f"discussion.{key}"), share) for key, share in widths.items())
    rows = tuple(_row(each, words, titles) for each in summary.discussed)
    answers = (Rate(0, len(each.flags)) for each in summary.discussed)
    return [*blocks, Table(columns, rows, size=7.0), *few_note(answers, words)]


def _row(each: Discussed, words: Wording, titles: Mapping[str, Bilingual]) -> Row:
    return (
        _shipment(each, words),
        _reason(each.example.key, words, titles),
        _why(each, words),
        _answers(each, words),
        "\n".join(look_at(finding) for finding in _telling(each.example.key)) or NOTHING,
    )


def _shipment(each: Discussed, words: Wording) -> Content:
    places = each.example.places
    variant, id_ = places[0]
    lines = [words.say("discussion.same", count=len(places))] if len(places) > 1 else []
    if each.shipments > 1:
        lines.append(words.say("discussion.one_of", count=each.shipments))
    if number := _number(each.example):
        lines.append(words.say(f"discussion.number.{each.example.key.mode}", number=number))
    few = " *" if Rate(0, len(each.flags)).few else ""
    return (Run(f"{each.slot} · {variant} {id_}{few}", bold=True), Run("".join(f"\n{line}" for line in lines)))


def _number(example: Example) -> str:
    """Return the number of the bill or waybill by which people in the room know the shipment."""
    return next((each.number for each in example.key.documents if each.role), "")


def _reason(key: KeyConsignment, words: Wording, titles: Mapping[str, Bilingual]) -> Content:
    runs = [Run(words.word(f"short.{key.verdict}"), bold=True)]
    for finding in _telling(key):
        title = titles.get(finding.indicator)
        text = f"{finding.indicator} {title.text(words.language)}" if title else finding.indicator
        lawful = finding.points_to == "innocent"
        runs.extend((_BREAK, Run(words.say("discussion.lawful", title=text) if lawful else text)))
    return tuple(runs)


def _why(each: Discussed, words: Wording) -> Content:
    key = f"discussion.{each.reason}"
    if each.reason == "disagreed":
        return words.rich(key, share=percent(each.rate.share))
    told = words.rich(key, count=each.rate.count, total=each.rate.total, interval=range_of(each.rate))
    if each.shipments == 1:
        return told
    here = each.example.rate
    return (*told, _BREAK, Run(words.say("discussion.here", count=here.count, total=here.total)))


def _answers(each: Discussed, words: Wording) -> Content:
    """Return the decisions that were given, one a line, the right one bold."""
    runs: list[Run] = []
    for decision in VERDICTS:
        if count := each.decisions[decision]:
            text = words.say("discussion.answer", decision=words.word(f"short.{decision}"), count=count)
            runs.extend((*([_BREAK] if runs else []), Run(text, bold=decision == each.verdict)))
    return tuple(runs)


def _telling(key: KeyConsignment) -> tuple[Finding, ...]:
    """Return what the shipment shows; where that is nothing, what only looks odd."""
    return key.findings or key.look_alikes


def look_at(finding: Finding) -> str:
    """Return the box that shows a finding and one that it contradicts, best on another paper."""
    shows = _boxes(finding, "shows")
    against = _boxes(finding, "against")
    if not shows:
        return ", ".join(each.box for each in against[:1])
    elsewhere = [each for each in (*against, *shows) if each.document != shows[0].document]
    second = (elsewhere or against)[:1]
    return " – ".join(dict.fromkeys(each.box for each in (*shows[:1], *second)))


def _boxes(finding: Finding, role: str) -> list[Evidence]:
    return [each for each in finding.evidence if each.role == role]
