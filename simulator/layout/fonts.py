"""The faces of every document, and the refusal of characters they cannot print.

Static words stand in the Vera family that ReportLab ships, typed values in the standard Courier.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from unicodedata import name

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from simulator.errors import BadInput

VERA = ("Vera", "VeraBd", "VeraIt", "VeraBI")
TYPED = ("Courier", "Courier-Bold")
ADVANCE = 0.6
"""Width of every Courier character, in parts of the type size."""
ASCENT, DESCENT = 0.80, 0.22
"""How far Courier's tallest letter (an accented capital) rises and its deepest falls, in parts of the type size."""


@cache
def vera(face: str) -> TTFont:
    """Load and register a Vera face from ReportLab's own folder, never from the machine's."""
    font = TTFont(face, str(Path(reportlab.__file__).parent / "fonts" / f"{face}.ttf"))
    pdfmetrics.registerFont(font)
    return font


@lru_cache(maxsize=8192)
def vera_width(text: str, face: str, size: float) -> float:
    """Return the width of static words in points; raise ``BadInput`` for a character without a glyph."""
    metrics = vera(face).face
    for character in text:
        if ord(character) not in metrics.charToGlyph:
            raise BadInput(f"{face} has no glyph for {described(character)}; write it with Latin letters")
    width: float = sum(metrics.charWidths.get(ord(character), metrics.defaultWidth) for character in text)
    return width * size / 1000.0


@lru_cache(maxsize=8192)
def missing_glyph(text: str) -> str | None:
    """Return the first character that Courier cannot print as it stands, None when it can print all of them."""
    if text.isascii() and text.isprintable():
        return None
    return next((character for character in text if not _typed(character)), None)


def described(character: str) -> str:
    """Return a character's code and name, for an error message."""
    return f"U+{ord(character):04X} {name(character, 'without a name')}"


def _typed(character: str) -> bool:
    if character in "\xa0\xad":  # read back as a space and a hyphen
        return False
    try:
        return character.isprintable() and bool(character.encode("cp1252"))
    except UnicodeEncodeError:
        return False
