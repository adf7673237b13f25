"""Prices against the guide, for the indicators of value."""

from __future__ import annotations

import re

from simulator.documents import invoice, price_guide
from simulator.documents.model import Document, Papers, Sight
from simulator.indicators.looking import guide_lines
from simulator.randomness import Stream
from simulator.reference.brands import BrandLine
from simulator.reference.goods import Goods, goods
from simulator.trade.facts import GoodsLine, World

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


def lowest_price(world: World, line: GoodsLine) -> int:
    """Return the lowest genuine price that the guide gives for a line's code and mark, in US cents."""
    offered = [
        each.price_cents[0] if marked is None else marked.price_cents[0]
        for each, marked in listed_kinds(world, line.hs, line.mark)
    ]
    return min(offered, default=goods()[line.goods].price_cents[0])


def listed_kinds(world: World, code: str, mark: str | None) -> tuple[tuple[Goods, BrandLine | None], ...]:
    """Return the kinds of goods that a guide lists under one HS code and mark, with the brand's products of each.

    Kinds may share a code; what is planted must lie outside the widest of their bands.
    """
    if mark is None:
        return tuple((kind, None) for kind in goods().values() if kind.plain and kind.hs == code)
    return tuple(
        (goods()[line.goods], line)
        for brand in world.brands
        for line in brand.lines
        if brand.mark == mark and goods()[line.goods].hs == code
    )


def priced_at(world: World, line: GoodsLine, percent: tuple[int, int], stream: Stream) -> int:
    """Return a price in US cents that is a percentage of the guide's lowest."""
    return lowest_price(world, line) * stream.between(*percent) // 100
