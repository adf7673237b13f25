"""Pure rules of words: which words of a description tell one kind of goods from another."""

from __future__ import annotations

import re

PREPOSITIONS = frozenset({"WITH", "FROM", "PARA", "SOBRE"})
"""Words of four letters and more that say nothing about the goods."""


def significant_words(text: str) -> frozenset[str]:
    """Return the words of four letters or more, upper case, without prepositions; hyphens and digits divide words."""
    words = re.findall(r"[^\W\d_]{4,}", text.upper())
    return frozenset(words) - PREPOSITIONS
