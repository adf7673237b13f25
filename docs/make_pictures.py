"""Make docs/pictures again: pages of two packs as small grey PNG files.

Run ``.venv/bin/python docs/make_pictures.py`` after ``make test`` has set up the tools of development.
"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
from PIL import Image

from simulator.cli.demo import SEED
from simulator.difficulty.simulate import simulate_class
from simulator.formats.reading import read_json
from simulator.formats.truth import Truth
from simulator.grading.run import grade_pack
from simulator.intake.pack_reading import open_pack
from simulator.pack.generate import generate_pack
from simulator.reports.class_report import class_report_pdf
from simulator.reports.debrief.run import debriefs
from simulator.scenario import load_scenario

PICTURES = Path(__file__).parent / "pictures"
DOTS_AN_INCH = 86
GREYS = 8
EDGE = 14
"""Pixels of white margin that stay around what is printed."""


def main() -> None:
    """Generate a Spanish and an English pack and picture their pages."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as name:
        spanish, english = Path(name) / "monterrey", Path(name) / "first-hour"
        for folder in (spanish, english):
            _pack(folder)
        _papers(spanish)
        respondent = spanish / "trainee" / "T001"
        picture(respondent / "answer-sheet.pdf", 1, "answer-sheet-es")
        picture(spanish / "report.pdf", 1, "class-report-es")
        picture(spanish / "report.pdf", 2, "class-report-2-es")
        _debrief(spanish / "debrief.pdf")
        picture(english / "trainee" / "briefing.pdf", 1, "briefing-en")
        picture(english / "instructor" / "key" / "v01.pdf", 2, "key-en")


def picture(pdf: Path, page: int, name: str) -> None:
    """Save one page (from 1) of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    image = document[page - 1].render(scale=DOTS_AN_INCH / 72).to_pil().convert("L")
    document.close()
    edges = image.point(lambda grey: 255 if grey < 200 else 0).getbbox() or (0, 0, *image.size)
    left, top, right, bottom = edges
    image = image.crop((max(0, left - EDGE), max(0, top - EDGE), right + EDGE, bottom + EDGE))
    image.quantize(GREYS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        PICTURES / f"{name}.png", optimize=True
    )


def _pack(folder: Path) -> None:
    folder.mkdir()
    scenario = load_scenario(folder.name)
    generate_pack(folder, scenario, SEED, given=True)
    answers = folder / "answers.csv"
    opened = open_pack(folder)
    answers.write_bytes(simulate_class(opened))
    graded = grade_pack(folder, [answers])
    (folder / "report.pdf").write_bytes(class_report_pdf(graded.summary, graded.opened, len(graded.rejections)))
    (folder / "debrief.pdf").write_bytes(dict(debriefs(graded, folder))["T004"])


def _debrief(pdf: Path) -> None:
    """Picture the first page, the first consignment with something missed, and its first marked paper."""
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    missed = next(number for number, text in enumerate(pages, 1) if ": no lo advirtió" in text)
    marked = next(number for number, text in enumerate(pages, 1) if number > missed and "C/NO." in text)
    for page, name in ((1, "debrief-es"), (missed, "debrief-2-es"), (marked, "debrief-3-es")):
        picture(pdf, page, name)


def _papers(folder: Path) -> None:
    """Picture the first page of one paper of each kind in the first variant's dossier."""
    pages = {
        document.id: document.boxes[0].page
        for document in read_json(folder / "instructor" / "truth" / "v01.json", Truth).documents
    }
    dossier = folder / "trainee" / "T001" / "dossier.pdf"
    for kind, name in (
        ("bill-of-lading", "bill-of-lading"),
        ("air-waybill", "air-waybill"),
        ("invoice", "invoice"),
        ("packing-list", "packing-list"),
        ("manifest", "manifest"),
        ("right-holder-card", "right-holder-card-es"),
    ):
        document = next(each for each in pages if re.fullmatch(rf"(C\d+-)?{kind}(-\d+)?", each))
        picture(dossier, pages[document], name)


if __name__ == "__main__":
    main()
