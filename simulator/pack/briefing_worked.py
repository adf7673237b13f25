"""The worked example of the briefing: its solution step by step; its papers are appended elsewhere."""

from __future__ import annotations

from simulator.formats.key import Finding
from simulator.formats.vocabulary import Language
from simulator.pack.briefing_content import WorkedExample, WorkedStep
from simulator.pack.texts.loader import Texts, pack_texts
from simulator.render.flow_blocks import Block, Heading, NewPage, Paragraph
from simulator.render.flow_table import Column, Table
from simulator.render.flow_text import Run

_COUNTING = {"shows", "against", "follows"}


def worked_example(example: WorkedExample, language: Language) -> list[Block]:
    """Return the solution on a page of its own."""
    words = pack_texts("briefing")
    decision = pack_texts("words").get(f"decision.{example.verdict}", language)
    blocks: list[Block] = [
        NewPage(),
        Heading(words.get("worked.title", language, consignment=example.consignment), 1),
        Paragraph(words.get("worked.intro", language), before=0.0),
    ]
    for number, step in enumerate(example.steps, 1):
        blocks.extend(_step(number, step, words, language))
    for finding in (*example.findings, *example.look_alikes):
        blocks.extend(_finding(finding, example, words, language))
    blocks.append(Paragraph(words.rich("worked.decision", language, decision=decision), before=8.0, size=10.0))
    codes = dict.fromkeys(each.box for finding in example.findings for each in finding.evidence if each.role in _COUNTING)
    if codes:
        blocks.append(Paragraph(words.get("worked.flags", language, flags=", ".join(codes))))
    return blocks


def _step(number: int, step: WorkedStep, words: Texts, language: Language) -> list[Block]:
    blocks: list[Block] = [
        Heading(f"{number}. {step.heading.text(language)}", 3),
        Paragraph(step.text.text(language), before=0.0),
    ]
    if step.boxes:
        label = f"{words.get('worked.boxes', language)}: "
        blocks.append(Paragraph((Run(label), Run(", ".join(step.boxes), bold=True)), before=0.0, size=8.0))
    return blocks


def _finding(finding: Finding, example: WorkedExample, words: Texts, language: Language) -> list[Block]:
    printed = pack_texts("words")
    named = example.titles.get(finding.indicator)
    title = named.text(language) if named else finding.indicator
    if finding.strength:
        strength = printed.get(f"strength.{finding.strength}", language)
        points_to = printed.get(f"points_to.{finding.points_to}", language)
        title = words.get("worked.finding", language, title=title, strength=strength, points_to=points_to)
    else:
        title = words.get("worked.lawful", language, title=title)
    columns = tuple(
        Column(words.get(f"worked.{key}", language), share)
        for key, share in (("box", 1.3), ("printed", 4.0), ("expected" if finding.strength else "plainer", 4.0))
    )
    rows = tuple(
        ((Run(each.box, bold=True),), each.printed or words.get("worked.empty", language), each.expected or "–")
        for each in finding.evidence
        if each.role in _COUNTING
    )
    explanation = Paragraph(finding.explanation.text(language), before=0.0, keep=bool(rows))
    return [Heading(title, 3), explanation, *([Table(columns, rows, size=7.5)] if rows else [])]
