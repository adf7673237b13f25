"""Features of the drawn pages: layout of each box, and what a reader of PDF finds in a file of the consignment's pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO
from statistics import fmean
from typing import TYPE_CHECKING, cast

from simulator.difficulty.audit.looking import Look
from simulator.difficulty.audit.printed import Features
from simulator.formats.vocabulary import Paper
from simulator.layout.binding import Section, bind
from simulator.layout.placed import PlacedBox, PlacedDocument
from simulator.render.pdf import render_pdf

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

KINDS = {1: "texts", 2: "paths", 3: "pictures", 4: "shadings", 5: "forms"}
"""Kinds of page objects, by pdfium's numbers (fpdf_edit.h)."""
SAME_LABEL = "C00"
"""What stands in every footer instead of the consignment's id, so that its digits are no feature of the file."""


def layout_features(look: Look) -> Features:
    """Return features of the layout, and of the order in which papers and lines stand."""
    found: Features = {
        "place in the dossier": float(look.position),
        "place on the manifest": look.line / look.lines if look.lines else 0.0,
        "lines of the manifest": float(look.lines),
    }
    if look.shared_characters is not None:
        found["shared papers: characters"] = float(look.shared_characters)
    for at, placed in enumerate(look.placed, start=1):
        label = placed.document.prefix
        found[f"{label}: place among the papers"] = float(at)
        found |= {f"{label}: {name}": value for name, value in _of_paper(placed).items()}
        for field, boxes in _by_field(placed.boxes).items():
            found |= {f"{label} {field}: {name}": value for name, value in _of_boxes(boxes).items()}
    return found


def _by_field(boxes: Iterable[PlacedBox]) -> dict[str, list[PlacedBox]]:
    found: dict[str, list[PlacedBox]] = {}
    for box in boxes:
        found.setdefault(box.field, []).append(box)
    return found


def _of_paper(placed: PlacedDocument) -> Features:
    boxes = placed.boxes
    return {
        "sides": float(len(placed.pages)),
        "boxes": float(len(boxes)),
        "fonts": float(len({box.font for box in boxes})),
        "type sizes": float(len({box.points for box in boxes if box.lines})),
        "smallest type": min(box.points for box in boxes),
        "drawn marks": float(sum(len(page.marks) for page in placed.pages)),
        "rules": float(sum(len(page.rules) for page in placed.pages)),
        "words outside of boxes": float(sum(len(page.texts) for page in placed.pages)),
        "characters outside of boxes": float(sum(len(text.text) for page in placed.pages for text in page.texts)),
    }


def _of_boxes(boxes: list[PlacedBox]) -> Features:
    inked = [(box.ink, box) for box in boxes if box.ink is not None]
    found: Features = {"font": boxes[0].font, "height of the frame": fmean(box.frame[3] - box.frame[1] for box in boxes)}
    if inked:
        found |= {
            "type size": fmean(box.points for _, box in inked),
            "condensed": fmean(box.condensed for _, box in inked),
            "printed lines": float(sum(len(box.lines) for _, box in inked)),
            "left edge": fmean(ink[0] for ink, _ in inked),
            "top edge": fmean(ink[3] for ink, _ in inked),
            "width": fmean(ink[2] - ink[0] for ink, _ in inked),
        }
    return found


def file_features(looks: Sequence[Look], paper: Paper) -> list[Features]:
    """Draw the own papers of several consignments into one file, and return what a reader of PDF finds on each one's sides.

    In one file shared layers are drawn once; all that is counted belongs to a side, whatever else the file holds.
    """
    import pypdfium2
    from pypdf import PdfReader

    bound = [bind([Section(SAME_LABEL, look.placed)], paper).pages for look in looks]
    pdf = render_pdf(page for pages in bound for page in pages)
    read, streams = pypdfium2.PdfDocument(pdf), PdfReader(BytesIO(pdf))
    found, first = [], 0
    for pages in bound:
        sides = range(first, first + len(pages))
        kinds = Counter(each.type for side in sides for each in read[side].get_objects(max_depth=1))
        features: Features = {f"file: {name}": float(kinds[kind]) for kind, name in KINDS.items()}
        found.append(features | _of_streams([streams.pages[side] for side in sides]))
        first += len(pages)
    return found


def _of_streams(pages: Sequence[PageObject]) -> Features:
    drawn = [page.get_contents() for page in pages]
    resources = [cast("DictionaryObject", page["/Resources"].get_object()) for page in pages]
    fonts = [cast("DictionaryObject", each["/Font"].get_object()) if "/Font" in each else {} for each in resources]
    return {
        "file: sides": float(len(pages)),
        "file: bytes of the sides": float(sum(len(each.get_data()) for each in drawn if each is not None)),
        "file: entries of the sides": float(sum(len(page) for page in pages)),
        "file: fonts": float(sum(map(len, fonts))),
        "file: notes": float(sum(len(page.get("/Annots", ())) for page in pages)),
    }
