"""Goods as transport papers and invoice describe them: the same goods share a word or an HS code."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.documents import invoice, manifest
from simulator.documents.model import Papers, Sight
from simulator.indicators.looking import manifest_line, transport
from simulator.wording import significant_words


@dataclass(frozen=True, slots=True)
class Described:
    """One description with its HS code, where printed, and the boxes that say so."""

    words: str
    code: str | None
    boxes: tuple[Sight, ...]
    by: tuple[Sight, ...] = ()

    def shares_word(self, others: tuple[Described, ...]) -> bool:
        """Tell whether a significant word stands in one of the others too."""
        mine = significant_words(self.words)
        return any(mine & significant_words(other.words) for other in others)

    def shares_code(self, others: tuple[Described, ...]) -> bool:
        """Tell whether one of the others has the same HS code."""
        return self.code is not None and any(self.code == other.code for other in others)


def on_invoice(papers: Papers, consignment: str) -> tuple[Described, ...]:
    """Return the invoice's lines; their boxes are what a false description contradicts."""
    paper = papers.of(consignment, invoice.TYPE)
    if paper is None:
        return ()
    return tuple(
        Described(
            words,
            code := paper.get(invoice.GOODS_HS_CODE, row),
            (
                paper.against(invoice.DESCRIPTION, row),
                *((paper.against(invoice.GOODS_HS_CODE, row),) if code is not None else ()),
            ),
        )
        for row, words in paper.rows(invoice.DESCRIPTION)
    )


def on_transport(papers: Papers, consignment: str) -> tuple[Described, ...]:
    """Return the goods lines of the bill or waybill."""
    paper = transport(papers, consignment)
    if paper is None:
        return ()
    found = []
    for row in paper.row_numbers("goods"):
        words, code = paper.named("description_of_goods", row), paper.named("hs_code", row)
        if words is not None:
            shown = [paper.sight("shows", "description_of_goods", row)]
            if code is not None:
                shown.append(paper.sight("shows", "hs_code", row))
            found.append(Described(words, code, tuple(shown)))
    return tuple(found)


def on_manifest(papers: Papers, consignment: str) -> tuple[Described, ...]:
    """Return the kinds of goods in the consignment's manifest line; code n belongs to description n."""
    line = manifest_line(papers, consignment)
    words = None if line is None else line.document.get(manifest.DESCRIPTION, line.row)
    if line is None or words is None:
        return ()
    codes = line.document.get(manifest.GOODS_HS_CODES, line.row) or ()
    boxes = [line.document.shows(manifest.DESCRIPTION, line.row)]
    if codes:
        boxes.append(line.document.shows(manifest.GOODS_HS_CODES, line.row))
    return tuple(
        Described(each, codes[place] if place < len(codes) else None, tuple(boxes), line.by)
        for place, each in enumerate(words)
    )
