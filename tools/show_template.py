"""Print a house style with real values, to look at it: ``python tools/show_template.py invoice/ledger --out shown``.

Writes ``shown.pdf`` and a picture of each side: the fullest paper in English and in Spanish among some variants, and one
with many lines, which shows the continuation page. Needs pillow, one of the tools of development.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import msgspec
import pypdfium2

from simulator.documents.house_styles import house_styles
from simulator.documents.model import Document, Place
from simulator.documents.printing import Printing
from simulator.exercise.planning import plan
from simulator.exercise.variants import variant
from simulator.formats.vocabulary import Language, Paper
from simulator.layout.binding import Section, bind
from simulator.layout.house import HouseTemplate
from simulator.layout.place import place
from simulator.layout.template import load_template
from simulator.render.pdf import render_pdf
from simulator.scenario import load_scenario

VARIANTS = 3
TIMES = 9
"""How often the lines of the paper with many lines are repeated."""
SCALE = 1.5
"""Pixels a point of the pictures."""


def main() -> None:
    """Read the command line, find papers, print them."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("template", help='the style, as "invoice/ledger"')
    words.add_argument("--out", default="shown", help="name of the files, without their ending")
    words.add_argument("--paper", default="letter", choices=("letter", "a4"))
    told = words.parse_args()
    shown(load_template(told.template), Path(told.out), told.paper)


def shown(house: HouseTemplate, out: Path, paper: Paper) -> None:
    """Write the PDF and the pictures."""
    offered = [replace(each, template=house.name, printing=printing(each, house)) for each in papers(house)]
    chosen = [fullest([each for each in offered if each.printing.language == language]) for language in ("en", "es")]
    found = [each for each in chosen if each is not None]
    placed = tuple(place(each, house, paper) for each in (*found, with_many_lines(found[0])))
    pdf = out.with_suffix(".pdf")
    pdf.write_bytes(render_pdf(bind([Section("SHOWN", placed)], paper).pages))
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        picture = out.with_name(f"{out.name}-{number + 1}.png")
        document[number].render(scale=SCALE).to_pil().save(picture)
        sys.stdout.write(f"{picture}\n")


def papers(house: HouseTemplate) -> Iterator[Document]:
    """Yield papers of the template's type and mode, as shipments of a class have them."""
    modes = {style.template: style.mode for styles in house_styles().values() for style in styles}
    languages: tuple[Language, ...] = ("en", "es")
    for language in languages:
        scenario = msgspec.structs.replace(load_scenario("monterrey"), language=language)
        for number in range(VARIANTS):
            seed = f"to look at, {number}"
            for document in variant(scenario, plan(scenario, seed), "v01", seed).papers.documents:
                mine = document.type.name == house.type.name
                if mine and (house.body.mode is None or modes[document.template] in (None, house.body.mode)):
                    yield document


def printing(document: Document, house: HouseTemplate) -> Printing:
    """Return the paper's language with the house's formats."""
    style = next(each for each in house_styles()[house.type.name] if each.template == house.name)
    return style.printing(document.printing.language)


def fullest(documents: list[Document]) -> Document | None:
    """Return the paper with most signs on it."""
    return max(documents, key=lambda each: sum(len(each.printed(*box)) for box in each.values), default=None)


def with_many_lines(document: Document) -> Document:
    """Return the paper with its lines repeated."""
    values: dict[Place, object] = dict(document.values)
    for (name, row), value in document.values.items():
        if row is not None:
            lines = document.type.field(name).lines
            rows = document.row_numbers(lines or "")
            values |= {(name, row + time * max(rows)): value for time in range(TIMES)}
    return replace(document, values=values)


if __name__ == "__main__":
    main()
