"""Prices against the guide, for the indicators of value."""

from __future__ import annotations

import re

from simulator.documents import invoice
from simulator.documents.model import Document
from simulator.randomness import Stream
from simulator.reference.brands import brands
from simulator.reference.goods import goods
from simulator.trade.facts import GoodsLine

_CREDIT_NOTE = re.compile(r"\bCREDIT NOTE No\. \S|\bNOTA DE CREDITO No\. \S")


def explained(paper: Document) -> bool:
    """Tell whether the invoice's remarks name a credit note, which accounts for a low price."""
    return bool(_CREDIT_NOTE.search(paper.get(invoice.REMARKS) or ""))


def lowest_price(line: GoodsLine) -> int:
    """Return the guide's lowest genuine price of a line's goods and mark, in US cents."""
    for brand in brands().values():
        if brand.mark == line.mark and (offered := brand.line(line.goods)) is not None:
            return offered.price_cents[0]
    return goods()[line.goods].price_cents[0]


def priced_at(line: GoodsLine, percent: tuple[int, int], stream: Stream) -> int:
    """Return a price in US cents that is a percentage of the guide's lowest."""
    return lowest_price(line) * stream.between(*percent) // 100
