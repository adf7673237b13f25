"""Text read back from a PDF inside frames, as verification does: characters by their origin, lines by baseline."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

Character = tuple[float, float, str]
Rectangle = tuple[float, float, float, float]


def characters(page: pypdfium2.PdfPage) -> list[Character]:
    """Return origin and letter of every character that the page draws as text, in the order of the file."""
    text = page.get_textpage()
    found: list[Character] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    for at in range(text.count_chars()):
        if pdfium.FPDFText_IsGenerated(text, at) == 1:
            continue
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        found.append((x.value, y.value, chr(pdfium.FPDFText_GetUnicode(text, at))))
    return found


def inside(frame: Rectangle, letters: list[Character]) -> list[Character]:
    """Return the characters whose origin lies in the frame."""
    return [each for each in letters if frame[0] <= each[0] <= frame[2] and frame[1] <= each[1] <= frame[3]]


def lines(letters: list[Character]) -> str:
    """Return characters as lines from top to bottom, joined by newlines."""
    by_baseline: dict[int, list[Character]] = {}
    for letter in letters:
        by_baseline.setdefault(round(letter[1] * 10), []).append(letter)
    rows = (sorted(row) for _, row in sorted(by_baseline.items(), reverse=True))
    return "\n".join("".join(letter for _, _, letter in row).rstrip() for row in rows)
