"""The QR code of a page: which pack, whose sheet, which page; nothing else, and nothing that helps to guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from simulator.sheets.model import Frame, Kind

_FORMAT = 1
_KINDS: dict[Kind, str] = {"personal": "P", "blank": "B", "large": "L", "spare": "S"}
_TEXT = re.compile(
    r"DIS(?P<format>[0-9]{1,3})/(?P<pack>[0-9A-Z-]{1,24})/"
    r"(?P<kind>[A-Z])(?P<number>[0-9]{1,5})/(?P<page>[0-9]{1,3})"
)
_MASK = 3
"""One mask for all codes: any is valid, and trying all eight takes longer than drawing the page."""
_QUIET = 4
"""White modules around a code (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class PageCode:
    """What a page's code says: ``number`` is the respondent's place in ``pack.json`` from 1, 0 for nobody's."""

    pack: str
    kind: Kind
    number: int
    page: int

    @property
    def text(self) -> str:
        """The printed text, of QR's alphanumeric set, so that the code stays small."""
        return f"DIS{_FORMAT}/{self.pack.upper()}/{_KINDS[self.kind]}{self.number}/{self.page}"


def parse_page_code(text: str) -> PageCode | None:
    """Return what a code says, None when it is no code of a sheet that this program reads."""
    match = _TEXT.fullmatch(text)
    kind = next((name for name, letter in _KINDS.items() if match and letter == match["kind"]), None)
    if match is None or kind is None or int(match["format"]) != _FORMAT:
        return None
    return PageCode(match["pack"].lower(), kind, int(match["number"]), int(match["page"]))


@lru_cache(maxsize=1024)
def code_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return a QR code's dark modules, rows from the top; level Q, so that a quarter of it may be lost."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel  # heavy, and only sheets need it

    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(text)
    code.version = code.calculate_version()
    code.makeImpl(False, _MASK)
    return tuple(tuple(map(bool, row)) for row in code.modules)


def code_runs(text: str, frame: Frame) -> tuple[Frame, ...]:
    """Return the dark runs of a code that fills a frame with its quiet zone around it inside."""
    modules = code_modules(text)
    step = (frame[2] - frame[0]) / (len(modules) + 2 * _QUIET)
    found: list[Frame] = []
    for line, row in enumerate(modules):
        top = frame[3] - step * (line + _QUIET)
        start = None
        for place, dark in enumerate((*row, False)):
            if dark and start is None:
                start = place
            elif not dark and start is not None:
                left = frame[0] + step * (start + _QUIET)
                found.append((left, top - step, left + step * (place - start), top))
                start = None
    return tuple(found)


def code_corners(text: str, frame: Frame) -> tuple[tuple[float, float], ...]:
    """Return where the symbol's own corners lie: top left, top right, bottom right, bottom left."""
    edge = (frame[2] - frame[0]) * _QUIET / (len(code_modules(text)) + 2 * _QUIET)
    left, bottom, right, top = frame[0] + edge, frame[1] + edge, frame[2] - edge, frame[3] - edge
    return (left, top), (right, top), (right, bottom), (left, bottom)
