"""Pages of a dossier as small grey pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
from PIL import Image

DPI = 120
"""Box codes of 5 points can be read at this resolution; a page is about 50 kB."""
_GREYS = 16
_EFFORT = 6
"""Of zlib: 9 takes six times as long for 4 % less."""
_POINTS_PER_INCH = 72


def page_pictures(pdf: bytes, pages: Sequence[int]) -> list[bytes]:
    """Return pages (from 1) of a file as PNG in sixteen greys."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_png(document[page - 1]) for page in pages]
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage) -> bytes:
    drawn = page.render(scale=DPI / _POINTS_PER_INCH, grayscale=True).to_pil()
    step = 256 // _GREYS
    grey = Image.frombytes("P", drawn.size, drawn.point([value // step for value in range(256)]).tobytes())
    grey.putpalette([level for value in range(_GREYS) for level in (value * (step + 1),) * 3])
    file = io.BytesIO()
    grey.save(file, "PNG", bits=4, compress_level=_EFFORT)
    return file.getvalue()
