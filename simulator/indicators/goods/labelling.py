"""Labels, tags and boxes that bear a mark and travel without the goods: how papers tell them, and how they are planted."""

from __future__ import annotations

import re
from dataclasses import replace

from simulator.documents import invoice, right_holder_card
from simulator.documents.model import Document, Papers, Sight
from simulator.indicators.looking import Found, card_of, once
from simulator.randomness import Stream
from simulator.reference.labels import labels
from simulator.trade.facts import Consignment, GoodsLine

_LABELS = re.compile(r"\b(LABELS?|TAGS?|EMPTY( \w+)* BOXES|ETIQUETAS?|MARBETES?|CAJAS( \w+)* VACIAS)\b")
ORDER = "No. "
TARE_GRAMS = 600


def only_labels(paper: Document) -> bool:
    """Tell whether an invoice holds labels, tags or empty boxes, and no product."""
    told = [paper.get(invoice.DESCRIPTION, row) for row in paper.row_numbers("goods")]
    return bool(told) and all(words is not None and _LABELS.search(words) is not None for words in told)


def card_on(papers: Papers, paper: Document) -> Found | None:
    """Return the right holder's card of the first mark on an invoice that has one on the desk."""
    found = (card_of(papers, paper, row) for row, _ in paper.rows(invoice.MARK))
    return next((each for each in found if each is not None), None)


def ordered_by_owner(paper: Document, card: Found | None) -> bool:
    """Tell whether the invoice's remarks name the order for labels that stands on the right holder's card."""
    number = None if card is None else card.document.get(right_holder_card.LABEL_ORDER)
    return number is not None and (paper.get(invoice.REMARKS) or "").endswith(f"{ORDER}{number}")


def boxes(paper: Document, card: Found | None) -> tuple[Sight, ...]:
    """Return the boxes that show labels, the remarks that could explain them, and the card's order."""
    told = [paper.shows(invoice.DESCRIPTION, row) for row in paper.row_numbers("goods")]
    marks = [paper.against(invoice.MARK, row) for row, _ in paper.rows(invoice.MARK)]
    listed = () if card is None else (card.document.against(right_holder_card.LABEL_ORDER), *card.by)
    return once((*told, *marks, paper.shows(invoice.REMARKS), *listed))


def as_labels(consignment: Consignment, stream: Stream) -> tuple[GoodsLine, ...]:
    """Return the lines of a consignment as labels, tags or boxes of the same mark, in as many packages."""
    return tuple(_as_label(line, stream.at(place)) for place, line in enumerate(consignment.goods))


def _as_label(line: GoodsLine, stream: Stream) -> GoodsLine:
    kind = stream.pick(labels())
    return replace(
        line,
        description=kind.description,
        hs=kind.hs,
        unit="PCS",
        piece_grams=stream.between(*kind.piece_grams),
        pieces_per_package=stream.pick(kind.pieces_per_carton),
        package_tare_grams=TARE_GRAMS,
        unit_price=stream.between(*kind.price_cents),
        model=None,
        quality_note=None,
    )
