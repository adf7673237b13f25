"""What Moodle shows after a question: the right decision, and what the papers show."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from simulator.formats.key import Bilingual, Evidence, Finding, KeyConsignment
from simulator.pack.texts.loader import pack_texts
from simulator.render.flow_text import Run
from simulator.reports.moodle.page import filled, html, paragraph
from simulator.reports.wording import Wording

_TELLING = ("shows", "against")


def feedback(consignment: KeyConsignment, titles: Mapping[str, Bilingual], words: Wording) -> str:
    """Return the general feedback of a consignment as HTML, in the pack's language."""
    verdict = words.say("verdict", verdict=words.word(f"decision.{consignment.verdict}"))
    told = [paragraph(Run(verdict, bold=True))]
    if not consignment.findings:
        told.append(paragraph(_key("no_findings", words)))
    for finding in consignment.findings:
        told += _finding(finding, f"{_title(finding, titles, words)} ({finding.indicator})", words)
    for look_alike in consignment.look_alikes:
        title = _title(look_alike, titles, words)
        told += _finding(look_alike, _key("why_lawful", words, title=title, id=look_alike.indicator), words)
    return html(told)


def _finding(finding: Finding, title: str, words: Wording) -> list[ET.Element]:
    strength = f", {words.word(f'strength.{finding.strength}')}" if finding.strength else ""
    boxes = ET.Element("ul")
    for each in (each for role in _TELLING for each in finding.evidence if each.role == role):
        role = words.word(f"role.{each.role}")
        filled(ET.SubElement(boxes, "li"), Run(each.box, bold=True), f" ({role}): ", _box(each, finding, words))
    head = paragraph(Run(title, bold=True), f"{strength}. ", finding.explanation.text(words.language))
    return [head, boxes] if len(boxes) else [head]


def _box(each: Evidence, finding: Finding, words: Wording) -> str:
    printed = f"{_key('printed', words)}: {_one_line(each.printed) or _key('empty', words)}"
    if not each.expected or each.expected == each.printed:
        return printed
    instead = _key("expected" if finding.strength else "plainer", words)
    return f"{printed}. {instead}: {_one_line(each.expected)}"


def _one_line(text: str) -> str:
    return " / ".join(text.splitlines())


def _title(finding: Finding, titles: Mapping[str, Bilingual], words: Wording) -> str:
    found = titles.get(finding.indicator)
    return found.text(words.language) if found else finding.indicator


def _key(key: str, words: Wording, **values: object) -> str:
    """Return a text of the key on paper, so that both say the same."""
    return pack_texts("key_pages").get(key, words.language, **values)
