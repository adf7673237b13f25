"""Finished pages under our own: untouched, once a file, as text still."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest

from simulator.errors import BadInput
from simulator.render.flow_canvas import pdf_bytes
from simulator.render.flow_ops import Rule, Words
from simulator.render.stamped import Sheet, Source, Under, stamped_pdf

LETTER, WIDE = (612.0, 792.0), (792.0, 612.0)
CLIP = (20.0, 20.0, 592.0, 772.0)


def paper(*said: str) -> Source:
    pages = [[(0.0, 0.0, (Words(100.0, 400.0, text, 12.0),))] for text in said]
    return Source(pdf_bytes(pages, LETTER, "paper", "en"), "paper.pdf")


def ours(text: str, under: Under | None = None, size: tuple[float, float] = LETTER, mark: str | None = None) -> Sheet:
    return Sheet(size, ((0.0, 0.0, (Words(50.0, 50.0, text, 8.0),)),), under, mark)


def test_a_page_lies_under_ours_smaller_and_can_be_read() -> None:
    made = stamped_pdf([ours("ours", Under(2, 0.5, 100.0, 200.0, CLIP))], paper("first", "second"), "t", "en")
    page = pypdfium2.PdfDocument(made)[0]
    text = page.get_textpage()
    assert set(text.get_text_bounded().split()) == {"ours", "second"}
    # 100 x 0.5 + 100, 400 x 0.5 + 200.
    assert "second" in text.get_text_bounded(left=148, bottom=395, right=200, top=410)


def test_pages_have_their_own_sizes_and_entries_in_the_outline() -> None:
    under = Under(1, 0.8, 0.0, 0.0, CLIP)
    made = stamped_pdf([ours("a", mark="A"), ours("b", under, WIDE), ours("c", mark="C")], paper("p"), "t", "en")
    document = pypdfium2.PdfDocument(made)
    assert [page.get_size() for page in document] == [LETTER, WIDE, LETTER]
    assert [each.get_title() for each in document.get_toc()] == ["A", "C"]
    assert document.get_metadata_dict()["Producer"] == "simulator"


def test_a_page_that_lies_under_many_is_in_the_file_once() -> None:
    source = paper("under " * 400)
    under = Under(1, 0.8, 0.0, 0.0, CLIP)
    once = len(stamped_pdf([ours("x", under), ours("x")], source, "t", "en"))
    often = len(stamped_pdf([ours("x", under)] * 2, source, "t", "en"))
    assert often - once < 400


def test_tints_and_lines_lie_below_what_is_printed() -> None:
    under = Under(1, 1.0, 0.0, 0.0, CLIP, (((90.0, 390.0, 200.0, 420.0), 0.9),), (Rule(0.0, 404.0, 300.0, 404.0, 3.0, 0.5),))
    page = pypdfium2.PdfDocument(stamped_pdf([ours("x", under)], paper("IIII"), "t", "en"))[0]
    kinds = [each.type for each in page.get_objects(max_depth=1)]
    assert kinds.index(pdfium_c.FPDF_PAGEOBJ_FORM) == 2
    greys = page.render(scale=2).to_pil().convert("L")
    # The letters are black on the grey line.
    assert greys.crop((200, 764, 230, 784)).getextrema()[0] < 20
    assert greys.getpixel((380, 792 * 2 - 2 * 395)) in range(226, 233)


def test_the_same_sheets_are_the_same_bytes() -> None:
    sheets = [ours("x", Under(1, 0.8, 0.0, 0.0, CLIP), mark="A")]
    assert stamped_pdf(sheets, paper("p"), "t", "en") == stamped_pdf(sheets, paper("p"), "t", "en")


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.4\n"])
def test_what_is_no_pdf_is_one_sentence(content: bytes) -> None:
    with pytest.raises(BadInput, match=r"dossier\.pdf: this is no PDF that can be read"):
        Source(content, "dossier.pdf")
