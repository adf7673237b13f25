"""Pages of a pack as images, with their printed boxes and words in pixels."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from simulator.errors import BadInput
from simulator.formats.pack import Pack
from simulator.formats.reading import read_json
from simulator.formats.truth import Rectangle, Truth, TruthBox, TruthDocument
from simulator.pack.sealing import refuse_sealed

DPI = 100
SCALE = DPI / 72
_EDGE = 0.01
"""Pixels that are no touch, so that an edge on a pixel's border is exact."""

Pixels = tuple[int, int, int, int]
"""left, top, right, bottom in pixels from the page's top left."""


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word: where its letters' ink is, and what it says."""

    text: str
    box: Pixels


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: ``name`` of its image without ending, size in pixels, PNG, and its boxes with the papers they stand on."""

    name: str
    variant: str
    width: int
    height: int
    png: bytes
    boxes: tuple[tuple[TruthDocument, TruthBox], ...]
    words: tuple[Word, ...]

    def pixels(self, rectangle: Rectangle) -> Pixels:
        """Return a rectangle of truth (points from the bottom left) in pixels, never outside of the page."""
        return to_pixels(rectangle, self.width, self.height)

    def without_image(self) -> PageImage:
        """Return the page without its PNG, so that many can be kept."""
        return replace(self, png=b"")


def open_truth(folder: Path) -> tuple[Pack, tuple[tuple[Truth, Path], ...]]:
    """Return a pack's index and, for each variant, its truth and the folder of a trainee who has it.

    Raise ``BadInput`` when this is no pack, a pack for one, or no one has the variant.
    """
    if not folder.is_dir():
        raise BadInput("there is no such folder; name a pack, the folder that generate made", source=folder)
    refuse_sealed(folder)
    pack = read_json(folder / "pack.json", Pack)
    holders = {each.variant: folder / "trainee" / each.id for each in reversed(pack.trainees)}
    found = []
    for variant in sorted(holders):
        path = folder / "instructor" / "truth" / f"{variant}.json"
        found.append((read_json(path, Truth), holders[variant]))
    return pack, tuple(found)


def pages_of(truth: Truth, folder: Path) -> Iterator[PageImage]:
    """Yield the pages of a variant that bear boxes, in their order, one at a time."""
    for file in dict.fromkeys(each.file for each in truth.documents):
        document = _opened(folder / file)
        try:
            boxes = [(paper, box) for paper in truth.documents if paper.file == file for box in paper.boxes]
            for number in sorted({box.page for _, box in boxes}):
                if number > len(document):
                    raise BadInput(f"there is no page {number}; generate the pack again", source=folder / file)
                here = tuple(each for each in boxes if each[1].page == number)
                yield _page(document[number - 1], page_name(truth.variant, file, number), truth.variant, here)
        finally:
            document.close()


def page_name(variant: str, file: str, number: int) -> str:
    """Return the name of a page's image without ending, for example ``v01-dossier-p013``."""
    return f"{variant}-{Path(file).stem}-p{number:03}"


def to_pixels(rectangle: Rectangle, width: int, height: int) -> Pixels:
    """Return points from the bottom left as pixels from the top left: every pixel that is touched, at least one."""
    x0, y0, x1, y1 = rectangle
    first = ((x0 * SCALE, width), (height - y1 * SCALE, height))
    left, top = (min(max(math.floor(each + _EDGE), 0), most - 1) for each, most in first)
    right, bottom = min(math.ceil(x1 * SCALE - _EDGE), width), min(math.ceil(height - y0 * SCALE - _EDGE), height)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def around(boxes: Sequence[Pixels]) -> Pixels:
    """Return the smallest box that holds all of them."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def _opened(path: Path) -> pypdfium2.PdfDocument:
    if not path.is_file():
        raise BadInput("there is no such file; generate the pack again", source=path)
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        raise BadInput("this is not a PDF that can be read; generate the pack again", source=path) from None


def _page(page: pypdfium2.PdfPage, name: str, variant: str, boxes: tuple[tuple[TruthDocument, TruthBox], ...]) -> PageImage:
    image = page.render(scale=SCALE, grayscale=True).to_pil()
    sink = io.BytesIO()
    image.save(sink, "PNG", optimize=False)
    words = tuple(_words(page, *image.size))
    page.close()
    return PageImage(name, variant, image.width, image.height, sink.getvalue(), boxes, words)


def _words(page: pypdfium2.PdfPage, width: int, height: int) -> Iterator[Word]:
    """Yield the words of a page in reading order: letters up to a blank, or up to a jump to another line or column."""
    text = page.get_textpage()
    letters: list[str] = []
    boxes: list[Rectangle] = []
    for index in range(text.count_chars()):
        sign, box = chr(pdfium.FPDFText_GetUnicode(text.raw, index)), text.get_charbox(index)
        jumps = bool(boxes) and (abs(box[1] - boxes[-1][1]) > _high(boxes[-1]) or box[0] - boxes[-1][2] > _high(boxes[-1]))
        if letters and (not sign.strip() or jumps):
            yield Word("".join(letters), to_pixels(_around(boxes), width, height))
            letters, boxes = [], []
        if sign.strip():
            letters.append(sign)
            boxes.append(box)
    if letters:
        yield Word("".join(letters), to_pixels(_around(boxes), width, height))
    text.close()


def _high(box: Rectangle) -> float:
    return max(box[3] - box[1], 6.0)


def _around(boxes: list[Rectangle]) -> Rectangle:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)
