"""Prices against the guide, for the indicators of value."""

from __future__ import annotations

import re

from simulator.documents import invoice, price_guide
from simulator.documents.model import Document, Papers, Sight
from simulator.indicators.looking import guide_lines
from simulator.randomness import Stream
from simulator.reference.brands import brands
from simulator.reference.goods import goods
from simulator.trade.facts import GoodsLine

_CREDIT_NOTE = re.compile(r"\bCREDIT NOTE No\. \S|\bNOTA DE CREDITO No\. \S")


def explained(paper: Document) -> bool:
    """Tell whether the invoice's remarks name a credit note, which accounts for a low price."""
    return bool(_CREDIT_NOTE.search(paper.get(invoice.REMARKS) or ""))


def below_guide(papers: Papers, paper: Document) -> tuple[Sight, ...]:
    """Return the boxes that show unit prices below the lowest of the guide; empty when all lie inside."""
    sights: list[Sight] = []
    for row, price in paper.rows(invoice.UNIT_PRICE):
        lines = guide_lines(papers, paper, row)
        floors = [floor for line in lines if (floor := line.document.get(price_guide.LOWEST_PRICE, line.row)) is not None]
        if floors and price < min(floors):
            sights.append(paper.shows(invoice.UNIT_PRICE, row))
            for line in lines:
                sights += [line.document.against(price_guide.LOWEST_PRICE, line.row), *line.by]
    return tuple(dict.fromkeys(sights))


def lowest_price(line: GoodsLine) -> int:
    """Return the guide's lowest genuine price of a line's goods and mark, in US cents."""
    for brand in brands().values():
        if brand.mark == line.mark and (offered := brand.line(line.goods)) is not None:
            return offered.price_cents[0]
    return goods()[line.goods].price_cents[0]


def priced_at(line: GoodsLine, percent: tuple[int, int], stream: Stream) -> int:
    """Return a price in US cents that is a percentage of the guide's lowest."""
    return lowest_price(line) * stream.between(*percent) // 100
