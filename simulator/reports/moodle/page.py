"""Pieces of HTML, built as elements so that no text can become markup."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from simulator.render.flow_text import Run


def paragraph(*runs: Run | str) -> ET.Element:
    """Return a paragraph; bold runs stay bold."""
    return filled(ET.Element("p"), *runs)


def filled(element: ET.Element, *runs: Run | str) -> ET.Element:
    """Put text behind what an element holds."""
    for run in runs:
        if isinstance(run, Run) and run.bold:
            ET.SubElement(element, "strong").text = run.text
            continue
        text = run.text if isinstance(run, Run) else run
        if len(element):
            element[-1].tail = (element[-1].tail or "") + text
        else:
            element.text = (element.text or "") + text
    return element


def picture(name: str, alternative: str) -> ET.Element:
    """Return a picture that comes with the question, as wide as the window at most."""
    image = ET.Element("img", src=f"@@PLUGINFILE@@/{name}", alt=alternative, style="max-width:100%;border:1px solid #999")
    outer = ET.Element("p")
    outer.append(image)
    return outer


def html(elements: Iterable[ET.Element]) -> str:
    """Return elements as a piece of HTML."""
    return "\n".join(ET.tostring(each, encoding="unicode", method="html") for each in elements)
