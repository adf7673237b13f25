"""The letters that open a company's tax number, as SAT derives them from its name."""

from __future__ import annotations

import re

LEGAL_FORM = re.compile(r",?\s*S\.? ?(A\.?|DE R\.? ?L\.?|C\.?)( DE C\.? ?V\.?)?$")
"""The legal form at the end of a Mexican company's name."""
SMALL_WORDS = frozenset({"DE", "DEL", "LA", "LAS", "LOS", "EL", "Y", "E", "EN", "CIA", "COMPAÑIA", "PARA", "CON"})
"""Words that SAT passes over (instructions for the RFC of companies, annex of small words)."""


def tax_letters(name: str) -> str:
    """Return the three letters with which the RFC of a company of this name begins.

    The first letters of the first three words; of two words, one and two letters; of one word, its first three.
    """
    spelled: list[str] = re.findall(r"[A-ZÑ]+", LEGAL_FORM.sub("", name.upper()))
    words = [word for word in spelled if word not in SMALL_WORDS]
    if len(words) >= 3:
        return "".join(word[0] for word in words[:3])
    if len(words) == 2:
        return (words[0][0] + words[1] + "XX")[:3]
    return ("".join(words) + "XXX")[:3]
