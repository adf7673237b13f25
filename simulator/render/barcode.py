"""Code 128 as widths of bars and gaps."""

from __future__ import annotations


def bars(data: str) -> tuple[int, ...]:
    """Return widths in modules: bar, gap, bar, and so on, ending in a bar."""
    from reportlab.graphics.barcode.code128 import Code128  # heavy, and few papers have a barcode

    code = Code128(data)
    code.validate()
    code.encode()
    code.decompose()
    return tuple(ord(letter.lower()) - ord("a") + 1 for letter in code.decomposed)
