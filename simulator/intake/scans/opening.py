"""Files to pictures of pages: what a file is, how many pages it has, and one page of it, within limits.

A file is taken for what its first bytes say, and must be what its name says. Everything that is wrong with it is one
sentence. This runs in a process of its own (``worker``): a file may be made to exhaust or to crash whatever opens it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pypdfium2
from PIL import Image
from PIL.Image import DecompressionBombError

from simulator.intake.scans.picture import WORKING
from simulator.intake.scans.records import MOST_PAGES

FileKind = Literal["PDF", "PNG", "JPEG", "TIFF"]
ENDINGS: dict[str, FileKind] = {
    ".pdf": "PDF", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".tif": "TIFF", ".tiff": "TIFF",
}  # fmt: skip
LARGEST_SIDE = 20_000
LARGEST_AREA = 80_000_000
"""Pixels: a letter page at 900 dpi. What says it is larger is not unpacked at all."""
LARGEST_FILE = 1 << 30
_RENDERED = 1_700
"""Pixels of the long side to which a page of a PDF is drawn, whatever size it says it has."""
_DAMAGED = (OSError, ValueError, SyntaxError, TypeError, ArithmeticError, LookupError, EOFError, DecompressionBombError)
"""What Pillow raises over damaged pictures."""
_STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
)


class CannotOpen(Exception):
    """A file or a page that cannot be read, with the reason as a sentence without its name."""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file that can be read: what it is, and how many pages it has."""

    kind: FileKind
    pages: int


def kind_of(path: Path) -> FileKind:
    """Return what a file is; raise ``CannotOpen`` where that is nothing that is read, or not what the name says."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(1024)
    except OSError as error:
        raise CannotOpen(f"it cannot be read ({error.strerror})") from None
    if size == 0:
        raise CannotOpen("it is empty")
    if size > LARGEST_FILE:
        raise CannotOpen("it is larger than 1 GiB; scan with 150 to 200 dpi")
    found = _content(start)
    expected = ENDINGS.get(path.suffix.lower())
    if expected is None or found != expected:
        named = expected or "PDF, PNG, JPEG or TIFF"
        raise CannotOpen(f"it is not what its name says: {_article(found)}, not {named}; send the scan itself")
    return expected


def open_file(path: Path) -> OpenedFile:
    """Return what a file is and its count of pages."""
    kind = kind_of(path)
    pages = _pdf_pages(path) if kind == "PDF" else _image_pages(path)
    if pages > MOST_PAGES:
        raise CannotOpen(f"it has {pages} pages, more than {MOST_PAGES}; divide it")
    return OpenedFile(kind, pages)


def page_image(path: Path, page: int) -> Image.Image:
    """Return a page, counted from 1, as a picture."""
    return _pdf_page(path, page) if kind_of(path) == "PDF" else _image_page(path, page)


def _content(start: bytes) -> str:
    if start[4:8] == b"ftyp":
        return "HEIC"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "WebP"
    found = next((name for sign, name in _STARTS if start.startswith(sign)), "")
    # A PDF may begin anywhere in its first kilobyte; some programs put their own lines before it.
    return found or ("PDF" if b"%PDF-" in start else "")


def _article(found: str) -> str:
    return f"a {found} file" if found else "something else"


def _pdf(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise CannotOpen("it is locked with a password; save it without one") from None
        raise CannotOpen("it is a damaged PDF; scan or save it again") from None


def _pdf_pages(path: Path) -> int:
    document = _pdf(path)
    try:
        return len(document)
    finally:
        document.close()


def _pdf_page(path: Path, number: int) -> Image.Image:
    document = _pdf(path)
    try:
        page = document[number - 1]
        long = max(page.get_size())
        if not 0 < min(page.get_size()) <= long < float("inf"):
            raise CannotOpen("it has no size")
        found: Image.Image = page.render(scale=_RENDERED / long, grayscale=True, may_draw_forms=False).to_pil()
        return found
    except (pypdfium2.PdfiumError, ValueError):
        raise CannotOpen("it is damaged; scan it again") from None
    finally:
        document.close()


def _image(path: Path) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # Sizes are judged here, before anything is unpacked.
    try:
        image = Image.open(path, formats=("PNG", "JPEG", "TIFF"))
    except _DAMAGED:
        raise CannotOpen("it is a damaged picture; scan or save it again") from None
    return image


def _image_pages(path: Path) -> int:
    with _image(path) as image:
        try:
            return int(getattr(image, "n_frames", 1))
        except _DAMAGED:
            raise CannotOpen("it is a damaged picture; scan or save it again") from None


def _image_page(path: Path, number: int) -> Image.Image:
    with _image(path) as image:
        try:
            image.seek(number - 1)
            wide, tall = image.size
            if max(wide, tall) > LARGEST_SIDE or wide * tall > LARGEST_AREA:
                raise CannotOpen(f"it is {wide} by {tall} pixels; scan with 150 to 200 dpi")
            image.draft("L", (wide * WORKING // max(wide, tall), tall * WORKING // max(wide, tall)))
            return _grey(image)
        except _DAMAGED:
            raise CannotOpen("it is a damaged picture; scan or save it again") from None


def _grey(image: Image.Image) -> Image.Image:
    """Return a picture in grey: what is transparent is white, and what has 16 bits keeps its upper eight."""
    if image.mode == "1":
        image.load()
        return image.copy()
    if image.mode.startswith(("I", "F")):
        return image.point(lambda grey: grey * (1 / 256)).convert("L") if image.mode != "F" else image.convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, (255, 255, 255, 255))
        return Image.alpha_composite(white, clear).convert("L")
    return image.convert("L")
