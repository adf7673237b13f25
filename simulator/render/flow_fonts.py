"""The two Vera faces that ReportLab ships, their widths, and the refusal of characters they cannot print."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import name, normalize

from reportlab.pdfbase.ttfonts import TTFont

from simulator.errors import BadInput
from simulator.layout.fonts import vera
from simulator.render.flow_ops import FontName

_FACES: dict[FontName, str] = {"regular": "Vera", "bold": "VeraBd"}


def face(font: FontName) -> TTFont:
    """Return a face: the very one that trade papers use, so that both can stand in one file."""
    return vera(_FACES[font])


@lru_cache(maxsize=8192)
def unit_width(text: str, font: FontName) -> float:
    """Return the width of ``text`` at 1 point; raise ``BadInput`` for a character without a glyph."""
    metrics = face(font).face
    for character in text:
        if ord(character) not in metrics.charToGlyph:
            sign = f"U+{ord(character):04X} {name(character, 'without a name')}"
            raise BadInput(f"the printed pages have no glyph for {sign}; write it in Latin letters", place=printable(text))
    return float(sum(metrics.charWidths.get(ord(each), metrics.defaultWidth) for each in text)) / 1000.0


def text_width(text: str, size: float, font: FontName = "regular") -> float:
    """Return the width of ``text`` in points."""
    return unit_width(text, font) * size


def composed(text: str) -> str:
    """Return text with accents joined to their letters: files from a Mac write them apart, and fonts do not."""
    return text if text.isascii() else normalize("NFC", text)


def printable(text: str) -> str:
    """Return text for an error message: what cannot be seen is escaped."""
    return text if text.isprintable() else ascii(text)
