"""Questions as elements of Moodle XML."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from simulator.formats.vocabulary import VERDICTS, Verdict
from simulator.reports.moodle.fractions import fractions, percentage_text
from simulator.reports.moodle.page import html, paragraph, picture
from simulator.reports.wording import Wording


@dataclass(frozen=True, slots=True)
class Asked:
    """One consignment as it is asked: its pages as PNG, what each decision earns, and what is told afterwards.

    ``idnumber`` names the question in Moodle, ``name`` in lists that only teachers see.
    """

    consignment: str
    name: str
    idnumber: str
    pages: Sequence[bytes]
    credit: Mapping[Verdict, float]
    feedback: str


def category(*path: str) -> ET.Element:
    """Return the category into which the questions after it go; a slash of a name is doubled, as Moodle reads it."""
    question = ET.Element("question", type="category")
    names = "/".join(name.replace("/", "//") for name in path)
    _text(ET.SubElement(question, "category"), f"$course$/top/{names}")
    return question


def reference(pages: Sequence[bytes], name: str, idnumber: str, words: Wording) -> ET.Element:
    """Return the pages for reference as a description, which asks nothing."""
    question = _question("description", name, idnumber)
    names = _names("REF", pages)
    shown = [paragraph(words.say("reference_help"))] + [
        picture(each, words.say("reference_page", page=number, pages=len(pages))) for number, each in enumerate(names, 1)
    ]
    _html(question, "questiontext", html(shown), dict(zip(names, pages, strict=True)))
    _html(question, "generalfeedback", "")
    _numbers(question, 0.0)
    return question


def decision(asked: Asked, words: Wording) -> ET.Element:
    """Return the question for a decision: one of five, in the order of the ladder."""
    question = _question("multichoice", asked.name, asked.idnumber)
    names = _names(asked.consignment, asked.pages)
    told = {"consignment": asked.consignment, "pages": len(names)}
    shown = [paragraph(words.say("task", consignment=asked.consignment)), paragraph(words.say("help"))] + [
        picture(name, words.say("page", page=number, **told)) for number, name in enumerate(names, 1)
    ]
    _html(question, "questiontext", html(shown), dict(zip(names, asked.pages, strict=True)))
    _html(question, "generalfeedback", asked.feedback)
    earned, worth = fractions(asked.credit)
    _numbers(question, worth)
    for tag, value in (("single", "true"), ("shuffleanswers", "false"), ("answernumbering", "none")):
        ET.SubElement(question, tag).text = value
    for verdict in VERDICTS:
        answer = _html(question, "answer", html([paragraph(words.word(f"decision.{verdict}"))]))
        answer.set("fraction", percentage_text(earned[verdict]))
        _html(answer, "feedback", "")
    return question


def _question(kind: str, name: str, idnumber: str) -> ET.Element:
    question = ET.Element("question", type=kind)
    _text(ET.SubElement(question, "name"), name)
    ET.SubElement(question, "idnumber").text = idnumber
    return question


def _numbers(question: ET.Element, worth: float) -> None:
    ET.SubElement(question, "defaultgrade").text = f"{worth:g}"
    ET.SubElement(question, "penalty").text = "0"
    ET.SubElement(question, "hidden").text = "0"


def _html(parent: ET.Element, tag: str, content: str, files: Mapping[str, bytes] | None = None) -> ET.Element:
    element = ET.SubElement(parent, tag, format="html")
    _text(element, content)
    for name, file in (files or {}).items():
        ET.SubElement(element, "file", name=name, path="/", encoding="base64").text = base64.b64encode(file).decode()
    return element


def _text(parent: ET.Element, content: str) -> None:
    ET.SubElement(parent, "text").text = content


def _names(first: str, pages: Sequence[bytes]) -> list[str]:
    return [f"{first}-{number}.png" for number in range(1, len(pages) + 1)]
