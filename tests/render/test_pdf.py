from __future__ import annotations

import re
import zlib
from dataclasses import replace

import msgspec
import numpy as np
import pypdfium2
import pytest
from layout import samples
from layout.conftest import SAMPLES, laid_out
from layout.reading import characters, inside, lines

from simulator.documents.model import Document
from simulator.formats.vocabulary import Paper
from simulator.layout.binding import SPECIMEN, BoundPage, Section, bind
from simulator.render.pdf import render_pdf

SCALE = 3


def bound(document: Document, paper: Paper = "letter") -> tuple[BoundPage, ...]:
    return bind([Section("C07", (laid_out(document, paper),))], paper).pages


def both(name: str) -> list[Document]:
    return [SAMPLES[name](language=language) for language in ("en", "es")]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_text_read_back_in_each_frame_is_what_was_placed(name: str, paper: Paper) -> None:
    for document in both(name):
        pages = bound(document, paper)
        file = pypdfium2.PdfDocument(render_pdf(pages))
        assert len(file) == len(pages)
        for page, side in zip(pages, file, strict=True):
            assert page.page is not None
            letters = characters(side)
            for box in page.page.boxes:
                assert lines(inside(box.frame, letters)) == (box.text or ""), box.code


@pytest.mark.parametrize("name", SAMPLES)
def test_all_other_text_is_code_running_head_footer_or_static(name: str) -> None:
    document = both(name)[0]
    pages = bound(document)
    for page, side in zip(pages, pypdfium2.PdfDocument(render_pdf(pages)), strict=True):
        assert page.page is not None
        assert page.footer is not None
        letters = characters(side)
        framed = {each for box in page.page.boxes for each in inside(box.frame, letters)}
        typed = "".join(code for _, _, code in page.page.codes) + "".join(text.text for text in page.page.texts)
        static = "".join(words[2] for layer in (*page.page.layers, page.specimen) for words in layer.layer.words)
        wanted = sorted((typed + static + page.footer.text).replace(" ", ""))
        found = sorted(letter for x, y, letter in letters if (x, y, letter) not in framed and not letter.isspace())
        assert found == wanted


def test_the_same_pages_give_the_same_bytes() -> None:
    assert render_pdf(bound(samples.bill())) == render_pdf(bound(samples.bill()))


def test_fonts_and_objects_are_the_same_whatever_the_values() -> None:
    one = samples.invoice_paper(3)
    other = samples.invoice_paper(3)
    values = {**other.values, ("buyer", None): samples.BROKER, ("invoice_number", None): "X-1"}
    files = [render_pdf(bound(document)) for document in (one, replace(other, values=values))]
    assert skeleton(files[0]) == skeleton(files[1])


def skeleton(file: bytes) -> list[bytes]:
    """Every object without its stream, lengths left out."""
    bare = re.sub(rb"stream\r?\n.*?endstream", b"", file, flags=re.DOTALL)
    bare = re.sub(rb"(?<=\n)\d{10} \d{5} [nf]|startxref\s+\d+|/Length \d+|/ID\s*\[.*?\]", b"", bare, flags=re.DOTALL)
    return bare.split(b"endobj")


def test_metadata_tells_nothing() -> None:
    file = pypdfium2.PdfDocument(render_pdf(bound(samples.bill())))
    info = file.get_metadata_dict()
    assert (info["Title"], info["Author"], info["Subject"], info["Keywords"]) == ("Dossier", "", "", "")
    assert (info["Creator"], info["Producer"]) == ("", "simulator")
    assert info["CreationDate"] == info["ModDate"] == "D:20000101000000+00'00'"


def test_only_vera_and_courier_are_in_the_file() -> None:
    names = set(re.findall(rb"/BaseFont /(?:[A-Z]{6}\+)?([\w-]+)", render_pdf(bound(samples.bill()))))
    assert {b"Courier", b"Courier-Bold"} <= names
    assert all(name.startswith((b"Courier", b"Bitstream", b"Vera")) for name in names)


def test_a_static_layer_is_drawn_once_per_file() -> None:
    bill = laid_out(samples.bill())
    sections = [Section(f"C{at:02d}", (bill,)) for at in range(1, 9)]
    file = render_pdf(bind(sections, "letter").pages)
    found = re.findall(rb"(?<!end)stream\r?\n(.*?)\r?\n?endstream", file, re.DOTALL)
    streams = [zlib.decompress(each) for each in found if each[:1] == b"x"]
    assert file.count(b"/Subtype /Form") == 2
    assert sum(b"NINGBO HAIYUE" in each for each in streams) == 8


def test_a_blank_side_bears_the_specimen_line_alone() -> None:
    bill = laid_out(samples.bill())
    pages = bind([Section("C01", (bill,)), Section("C02", (bill,))], "letter").pages
    blank = pypdfium2.PdfDocument(render_pdf(pages))[1]
    assert lines(characters(blank)).replace(" ", "") == "\n".join(SPECIMEN).replace(" ", "")


def ink(data: bytes, page: int) -> np.ndarray:
    """Return a page's greys, 255 is paper, rows from the top."""
    return np.asarray(pypdfium2.PdfDocument(data)[page].render(scale=SCALE, grayscale=True).to_numpy()).squeeze()


@pytest.mark.parametrize("name", [name for name in SAMPLES if name not in ("manifest", "price-guide", "contents")])
def test_every_filled_frame_and_no_empty_one_shows_ink_beyond_the_blank_form(name: str) -> None:
    document = both(name)[0]
    pages = bound(document)
    blank = [BoundPage(p.number, p.sheet, emptied(p), p.specimen, p.footer) for p in pages]
    filled, bare = render_pdf(pages), render_pdf(blank)
    for at, page in enumerate(pages):
        assert page.page is not None
        more = ink(filled, at).astype(int) != ink(bare, at).astype(int)
        for box in page.page.boxes:
            x0, y0, x1, y1 = (value * SCALE for value in box.frame)
            height = more.shape[0]
            window = more[round(height - y1) : round(height - y0), round(x0) : round(x1)]
            assert window.any() == (box.ink is not None), box.code


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_drawn_nearer_than_ten_millimetres_to_the_edge(name: str) -> None:
    for paper in ("letter", "a4"):
        data = render_pdf(bound(both(name)[0], paper))  # type: ignore[arg-type]
        for at in range(len(pypdfium2.PdfDocument(data))):
            dark = np.argwhere(ink(data, at) < 200)
            margin = int(9.7 / 25.4 * 72 * SCALE)
            height, width = ink(data, at).shape
            assert dark[:, 0].min() >= margin
            assert dark[:, 1].min() >= margin
            assert height - dark[:, 0].max() >= margin
            assert width - dark[:, 1].max() >= margin


def emptied(page: BoundPage) -> object:
    assert page.page is not None
    boxes = tuple(msgspec.structs.replace(box, lines=()) for box in page.page.boxes)
    return replace(page.page, boxes=boxes, marks=())
