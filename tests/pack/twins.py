"""A variant's dossier beside its clean twin's: the same shipments, with nothing planted on any of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import pypdfium2
import pypdfium2.raw as pdfium
from layout.reading import Character, characters

from pack.making import shipped
from simulator.exercise.planning import plan
from simulator.exercise.variants import Variant, variant
from simulator.formats.key import Evidence
from simulator.formats.truth import Rectangle, Truth, TruthBox, TruthDocument
from simulator.layout.truth import truth
from simulator.pack.dossier import dossier
from simulator.render.pdf import render_pdf

TYPES = {1: "text", 2: "path", 3: "image", 4: "shading", 5: "form"}
Bounds = tuple[float, float, float, float]
Drawn = tuple[str, Bounds]


@dataclass(frozen=True)
class Side:
    """What one side of the file shows: its size, its characters, and every other thing that is drawn, with its bounds."""

    size: tuple[float, float]
    letters: tuple[Character, ...]
    drawn: tuple[Drawn, ...]


class Printed:
    """A dossier as a file, and where its boxes lie."""

    def __init__(self, file: bytes, where: Truth) -> None:
        self.file = file
        self.where = where
        self.pdf = pypdfium2.PdfDocument(file)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        return tuple(_side(page) for page in self.pdf)

    @cached_property
    def skeleton(self) -> list[bytes]:
        """Every object of the file without its stream, lengths left out."""
        bare = re.sub(rb"stream\r?\n.*?endstream", b"", self.file, flags=re.DOTALL)
        varying = rb"(?<=\n)\d{10} \d{5} [nf]|startxref\s+\d+|/Length \d+|/ID\s*\[.*?\]|% digest.*?\n"
        return re.sub(varying, b"", bare, flags=re.DOTALL).split(b"endobj")

    def pages_of(self, document: TruthDocument) -> list[int]:
        return sorted({box.page for box in document.boxes})

    def in_box(self, box: TruthBox) -> list[Character]:
        """The characters of a box, placed from its frame's upper left corner."""
        x0, _, _, y1 = box.frame
        inside = within(self.sides[box.page - 1].letters, box.frame)
        return [(round(x - x0, 1), round(y - y1, 1), letter) for x, y, letter in inside]

    def outside(self, page: int, boxes: Iterable[TruthBox]) -> Counter[Character]:
        """The characters of a side that begin in none of the boxes."""
        frames = [box.frame for box in boxes if box.page == page]
        left = [each for each in self.sides[page - 1].letters if not any(_holds(frame, each) for frame in frames)]
        return Counter((round(x, 1), round(y, 1), letter) for x, y, letter in left)


@dataclass(frozen=True)
class Twins:
    made: Variant
    planted: Printed
    clean: Printed

    @cached_property
    def changed(self) -> set[tuple[str, str]]:
        """Paper and code of every box with other words than the twin's."""
        return {
            (one.id, box.box)
            for one, other in self.papers()
            for box, twin in zip(one.boxes, other.boxes, strict=True)
            if box.text != twin.text or (box.bbox is None) != (twin.bbox is None)
        }

    @cached_property
    def evidence(self) -> set[tuple[str, str]]:
        """Paper and code of every box that the key says departs, or follows from what departs.

        A box that only identifies is one of them where the key says that it would read otherwise.
        """
        told = {(box.document, box.box) for box in self._told if box.role != "identifies"}
        named = {(box.document, box.box) for box in self._told if box.role == "identifies" and box.printed != box.expected}
        return told | named

    @cached_property
    def redrawn(self) -> set[tuple[str, str]]:
        """Paper and code of every box in which the key says that another hand signs or another stamp stands."""
        ink = {(one.id, box.box) for one, _ in self.papers() for box in one.boxes if box.kind != "text"}
        return ink & {(box.document, box.box) for box in self._told if box.printed != box.expected}

    @property
    def _told(self) -> list[Evidence]:
        solved = [finding for each in self.made.key.consignments for finding in (*each.findings, *each.look_alikes)]
        return [box for each in solved for box in each.evidence]

    def papers(self) -> Iterator[tuple[TruthDocument, TruthDocument]]:
        return zip(self.planted.where.documents, self.clean.where.documents, strict=True)


def twins(scenario: str, seed: str) -> Twins:
    settings = shipped(scenario)
    made = variant(settings, plan(settings, seed), "v01", seed)
    printed = []
    for papers in (made.papers, made.twin):
        bound = dossier(papers, settings.paper)
        printed.append(Printed(render_pdf(bound.pages), truth("v01", bound)))
    return Twins(made, *printed)


def within(letters: Iterable[Character], frame: Rectangle) -> list[Character]:
    return [each for each in letters if _holds(frame, each)]


def _holds(frame: Rectangle, letter: Character) -> bool:
    return frame[0] - 0.05 <= letter[0] <= frame[2] + 0.05 and frame[1] - 0.05 <= letter[1] <= frame[3] + 0.05


def _side(page: pypdfium2.PdfPage) -> Side:
    drawn = [
        (TYPES[each.type], tuple(round(value, 1) for value in each.get_bounds()))
        for each in page.get_objects(max_depth=1)
        if each.type != pdfium.FPDF_PAGEOBJ_TEXT
    ]
    return Side(page.get_size(), tuple(characters(page)), tuple(drawn))
