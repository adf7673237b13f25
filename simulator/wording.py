"""Pure rules of words: which words tell one kind of goods from another, which name nobody."""

from __future__ import annotations

import re
from functools import lru_cache

PREPOSITIONS = frozenset({"WITH", "FROM", "PARA", "SOBRE"})
"""Words of four letters and more that say nothing about the goods."""


@lru_cache(maxsize=16384)
def significant_words(text: str) -> frozenset[str]:
    """Return the words of four letters or more, upper case, without prepositions; hyphens and digits divide words."""
    words = re.findall(r"[^\W\d_]{4,}", text.upper())
    return frozenset(words) - PREPOSITIONS


VAGUE = (
    "GENERAL MERCHANDISE", "ACCESSORIES", "DAILY NECESSITIES", "SPARE PARTS", "GIFTS",
    "MERCANCIA GENERAL", "ACCESORIOS", "ARTICULOS DIVERSOS", "REFACCIONES", "REGALOS",
)  # fmt: skip
"""Descriptions that say nothing when they stand alone, as the briefing lists them; both languages in the same order."""
FREIGHT_ADDED = {"en": "FREIGHT PREPAID AND ADDED", "es": "FLETE PAGADO Y AGREGADO"}
"""What a seller prints who pays the freight for his buyer and adds it to the invoice."""
SAME_AS_CONSIGNEE = "SAME AS CONSIGNEE"
"""What stands in a notify box when the consignee himself is to be told."""
IN_TRANSIT = "IN TRANSIT TO "
"""What stands before a place of delivery abroad."""


def is_vague(description: str) -> bool:
    """Tell whether a description consists of words alone that say nothing."""
    return description in VAGUE


def is_to_order(name: str) -> bool:
    """Tell whether a consignee is the holder of the bill: exactly TO ORDER, or TO ORDER OF somebody."""
    return name == "TO ORDER" or name.startswith("TO ORDER OF ")
