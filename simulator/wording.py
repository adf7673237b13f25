"""Pure rules of words: which words tell one kind of goods from another, which name nobody."""

from __future__ import annotations

import re

PREPOSITIONS = frozenset({"WITH", "FROM", "PARA", "SOBRE"})
"""Words of four letters and more that say nothing about the goods."""


def significant_words(text: str) -> frozenset[str]:
    """Return the words of four letters or more, upper case, without prepositions; hyphens and digits divide words."""
    words = re.findall(r"[^\W\d_]{4,}", text.upper())
    return frozenset(words) - PREPOSITIONS


def is_to_order(name: str) -> bool:
    """Tell whether a consignee is the holder of the bill: exactly TO ORDER, or TO ORDER OF somebody."""
    return name == "TO ORDER" or name.startswith("TO ORDER OF ")
