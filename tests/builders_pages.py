"""The product's own pages read back: words, where their ink lies, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2 as pdfium

POINTS_A_MM = 72 / 25.4
UNREADABLE = ("\ufffd", "\ufffe", "\u0000", "\u25a1")


@dataclass(frozen=True)
class PageRead:
    text: str
    ink: tuple[float, float, float, float]
    size: tuple[float, float]

    @property
    def flat(self) -> str:
        return " ".join(self.text.split())


def read_pages(pdf: bytes) -> list[PageRead]:
    document = pdfium.PdfDocument(pdf)
    return [_read(page) for page in document]


def _read(page: pdfium.PdfPage) -> PageRead:
    text = page.get_textpage()
    words = text.get_text_bounded()
    boxes = [each.get_bounds() for each in page.get_objects()]
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return PageRead(words, (left, bottom, right, top), page.get_size())


def flat(pdf: bytes) -> str:
    return " ".join(page.flat for page in read_pages(pdf))


def assert_sound(pdf: bytes, paper: str, margin_mm: float = 15.0) -> None:
    """Every page has its size, can be read, keeps its margins, and says in both languages what it is."""
    margin = margin_mm * POINTS_A_MM
    wanted = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}[paper]
    pages = read_pages(pdf)
    for number, page in enumerate(pages, 1):
        assert all(abs(got - want) < 0.5 for got, want in zip(page.size, wanted, strict=True))
        assert not any(sign in page.text for sign in UNREADABLE)
        left, bottom, right, top = page.ink
        assert left >= margin
        assert bottom >= margin
        assert right <= wanted[0] - margin
        assert top <= wanted[1] - margin
        assert "TRAINING SPECIMEN – INVENTED PARTIES – NOT A TRADE DOCUMENT" in page.flat
        assert "EJEMPLAR DE CAPACITACIÓN – PARTES FICTICIAS – SIN VALOR COMERCIAL" in page.flat
        assert f"{number}/{len(pages)}" in page.flat
