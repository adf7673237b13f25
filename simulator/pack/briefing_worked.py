"""The worked example of the briefing: its solution step by step; its papers are appended elsewhere."""

from __future__ import annotations

from functools import partial

from simulator.formats.key import Finding
from simulator.formats.vocabulary import Language
from simulator.pack.briefing_content import WorkedExample, WorkedStep
from simulator.pack.key_pages import evidence_blocks
from simulator.pack.texts.loader import Texts, pack_texts
from simulator.render.flow_blocks import Block, Heading, NewPage, Paragraph
from simulator.render.flow_text import Run

_PROVING = {"shows", "against"}


def worked_example(example: WorkedExample, language: Language) -> list[Block]:
    """Return the solution on a page of its own: steps, findings, look-alikes, then the ladder."""
    words = pack_texts("briefing")
    blocks: list[Block] = [
        NewPage(),
        Heading(words.get("worked.title", language), 1),
        Paragraph(words.rich("worked.intro", language, consignment=example.consignment), before=0.0),
    ]
    steps = [partial(_step, step) for step in example.steps]
    steps += [partial(_finding, finding, example) for finding in (*example.findings, *example.look_alikes)]
    steps.append(partial(_decision, example))
    for number, step in enumerate(steps, 1):
        blocks.extend(step(number, words, language))
    return blocks


def _step(step: WorkedStep, number: int, words: Texts, language: Language) -> list[Block]:
    blocks: list[Block] = [
        Heading(f"{number}. {step.heading.text(language)}", 3),
        Paragraph(step.text.text(language), before=0.0),
    ]
    if step.boxes:
        label = f"{words.get('worked.boxes', language)}: "
        blocks.append(Paragraph((Run(label), Run(", ".join(step.boxes), bold=True)), before=0.0, size=8.0))
    return blocks


def _finding(finding: Finding, example: WorkedExample, number: int, words: Texts, language: Language) -> list[Block]:
    printed = pack_texts("words")
    named = example.titles.get(finding.indicator)
    title = named.text(language) if named else finding.indicator
    if finding.strength:
        strength = printed.get(f"strength.{finding.strength}", language)
        points_to = printed.get(f"points_to.{finding.points_to}", language)
        title = words.get("worked.finding", language, title=title, strength=strength, points_to=points_to)
    else:
        title = words.get("worked.lawful", language, title=title)
    explanation = Paragraph(finding.explanation.text(language), before=0.0, keep=bool(finding.evidence))
    return [Heading(f"{number}. {title}", 3), explanation, *evidence_blocks(finding, language)]


def _decision(example: WorkedExample, number: int, words: Texts, language: Language) -> list[Block]:
    decision = pack_texts("words").get(f"decision.{example.verdict}", language)
    when = words.get(f"ladder.{example.verdict}.when", language)
    blocks: list[Block] = [
        Heading(f"{number}. {words.get('worked.ladder_title', language)}", 3),
        Paragraph(words.get("worked.ladder", language, when=when), before=0.0, keep=True),
        Paragraph(words.rich("worked.decision", language, decision=decision), size=10.0),
    ]
    found = [each.box for finding in example.findings for each in finding.evidence if each.role in _PROVING]
    if found:
        flags = ", ".join(dict.fromkeys(found))
        blocks.append(Paragraph(words.get("worked.flags", language, flags=flags), before=1.0))
    return blocks
