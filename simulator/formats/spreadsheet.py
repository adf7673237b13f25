"""What a spreadsheet would take for a formula, and how a text is kept from being one."""

from __future__ import annotations

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With these a spreadsheet takes a text for a formula; some take the wide ones of East Asian keyboards too."""


def harmless(text: str) -> str:
    """Return text that a spreadsheet shows and does not compute; an apostrophe stands before what looks like a formula.

    For what people wrote: ids, codes and numbers of ours hold no character that a formula needs.
    """
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
