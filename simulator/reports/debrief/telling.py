"""The text of one consignment: story, findings and look-alikes with their boxes, what to do about each, stray flags."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.formats.truth import TruthDocument
from simulator.grading.evidence import FINDING_ROLES
from simulator.pack.texts.loader import pack_texts
from simulator.render.flow_blocks import Block, Gap, Heading, Paragraph
from simulator.render.flow_text import Run
from simulator.reports.debrief.boxes import box_table, codes_text
from simulator.reports.debrief.outcomes import Outcome, Stray, Told, with_roles
from simulator.reports.debrief.story import lesson_text, story, title_of
from simulator.reports.wording import Wording, decimals

SURE = {1: 55, 2: 70, 3: 85, 4: 97}
"""What the sheet prints beside each confidence, in per cent."""
_SIZE = 8.0


def consignment_blocks(outcome: Outcome, papers: Sequence[TruthDocument], words: Wording) -> list[Block]:
    """Return a consignment's text; ``papers`` are all that may be flagged for it."""
    trade, done = story(outcome, papers, words)
    blocks: list[Block] = [
        Heading(f"{outcome.grade.key.id} · {words.say(f'consignment.{outcome.grade.key.mode}')}", 1),
        Paragraph(trade, before=0.0),
        Paragraph(done, bold=True),
        Paragraph(_decisions(outcome, words), before=5.0),
        Paragraph(_ladder(outcome, words), size=_SIZE, before=1.0),
    ]
    for told in outcome.findings:
        blocks.extend(_finding(told, outcome, words))
    for told in outcome.look_alikes:
        blocks.extend(_look_alike(told, outcome, words))
    if outcome.strays:
        blocks.append(Heading(words.say("entry.strays"), 3))
        blocks.extend(_stray(stray, papers, words) for stray in outcome.strays)
    neutral = sorted({box for mark in outcome.marks if mark.kind == "neutral" for box in mark.boxes})
    if neutral:
        blocks.append(Paragraph(words.rich("entry.neutral", flags=codes_text(neutral)), size=_SIZE))
    note = words.say("consignment.papers" if outcome.marks else "consignment.no_papers")
    return [*blocks, Gap(4.0), Paragraph(note, size=7.0, grey=0.25)]


def decision_text(outcome: Outcome, words: Wording) -> str:
    """Return the decision in a word or two, or that there was none."""
    answer = outcome.grade.answer
    return words.say("unanswered") if answer is None else words.word(f"short.{answer.decision}")


def _decisions(outcome: Outcome, words: Wording) -> tuple[Run, ...]:
    answer = outcome.grade.answer
    sure = None if answer is None or answer.confidence is None else SURE[answer.confidence]
    return words.rich(
        "consignment.decisions",
        verdict=words.word(f"short.{outcome.grade.key.verdict}"),
        decision=decision_text(outcome, words),
        sure="" if sure is None else f" {words.say('consignment.sure', percent=sure)}",
        credit=decimals(outcome.grade.credit, 2),
    )


def _ladder(outcome: Outcome, words: Wording) -> str:
    when = pack_texts("briefing").get(f"ladder.{outcome.grade.key.verdict}.when", words.language)
    return words.say("consignment.ladder", when=when)


def _finding(told: Told, outcome: Outcome, words: Wording) -> list[Block]:
    finding = told.finding
    status = "unanswered" if not outcome.grade.answered else "found" if told.seen else "missed"
    facts = words.say(
        "entry.facts",
        strength=words.word(f"strength.{finding.strength}"),
        points_to=words.word(f"points_to.{finding.points_to}"),
        family=words.word(f"family.{finding.family}"),
    )
    why = "why_weak" if finding.points_to == "documentary" else "why"
    return [
        _entry_heading(told, status, words),
        Paragraph(facts, size=7.0, before=0.0, grey=0.25, keep=True),
        *_boxes(told, words),
        *_lesson(finding.indicator, (("why", why), ("ask", "ask"), ("call", "call"), ("write", "write")), words),
    ]


def _look_alike(told: Told, outcome: Outcome, words: Wording) -> list[Block]:
    """Tell a look-alike that misled as fully as a finding, one that was left alone in a few lines."""
    finding = told.finding
    status = "misled" if told.seen else "left_alone" if outcome.grade.answered else "unanswered"
    heading = _entry_heading(told, status, words)
    if told.seen:
        texts = (("why", "why_lawful"), ("ask", "ask"), ("call", "call"), ("write", "write"))
        return [heading, box_table(told, words), *_lesson(finding.indicator, texts, words)]
    boxes = [each.box for each in finding.evidence if each.role in FINDING_ROLES]
    see = words.say("entry.settled", boxes=codes_text(list(dict.fromkeys(boxes))))
    return [
        heading,
        *_lesson(finding.indicator, (("why", "why_lawful"),), words),
        Paragraph(see, size=7.0, before=1.0, grey=0.25),
    ]


def _entry_heading(told: Told, status: str, words: Wording) -> Heading:
    id_ = told.finding.indicator
    return Heading(f"{told.letter} · {title_of(id_, words)} ({id_}): {words.say(f'entry.{status}')}", 3)


def _boxes(told: Told, words: Wording) -> list[Block]:
    """Return the table, then in a line each the boxes that changed in its wake and those that only tie papers."""
    blocks: list[Block] = [box_table(told, words)]
    for role, key in (("follows", "entry.follows"), ("identifies", "entry.ties")):
        boxes = with_roles(told.finding, frozenset({role})) - told.flagged
        codes = list(dict.fromkeys(each.box for each in told.finding.evidence if each.box in boxes))
        if codes:
            blocks.append(Paragraph(words.say(key, boxes=codes_text(codes)), size=6.5, before=1.5, grey=0.25))
    return blocks


def _lesson(indicator: str, texts: Sequence[tuple[str, str]], words: Wording) -> list[Block]:
    """Return the lesson's texts; the explanation in the key stands for one that this program's catalogue lacks."""
    found = [(key, lesson_text(indicator, name, words.language)) for name, key in texts]
    return [
        Paragraph(words.rich(f"entry.{key}", said=text), size=_SIZE, before=2.0) for key, text in found if text is not None
    ]


def _stray(stray: Stray, papers: Sequence[TruthDocument], words: Wording) -> Paragraph:
    texts = {box.box: box.text for paper in papers for box in paper.boxes if box.part == 1}
    if len(stray.boxes) > 1:
        said = words.rich("entry.stray_many", letter=stray.letter, flag=stray.flag, count=len(stray.boxes))
    else:
        (box,) = stray.boxes
        printed = " / ".join((texts.get(box) or words.say("story.empty")).split("\n"))
        said = words.rich("entry.stray", letter=stray.letter, flag=box, printed=printed)
    return Paragraph(said, size=_SIZE)
