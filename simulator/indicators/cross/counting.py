"""Packages as the papers count them: cartons everywhere, or pallets that are said to contain so many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.documents import bill_of_lading, invoice, manifest, packing_list
from simulator.documents.model import Document, Papers, Sight
from simulator.indicators.looking import manifest_line, transport

_PALLETS = re.compile(r"(\d+) PALLETS? SAID TO CONTAIN (\d+) ")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of packages and the boxes that state it."""

    packages: int
    boxes: tuple[Sight, ...]


def on_pallets(paper: Document) -> tuple[int, int] | None:
    """Return pallets and packages where a bill says how many packages its pallets contain."""
    if paper.type is not bill_of_lading.TYPE:
        return None
    found = (_PALLETS.match(line) for line in paper.get(bill_of_lading.CLAUSES) or ())
    return next(((int(match[1]), int(match[2])) for match in found if match), None)


def by_carrier(papers: Papers, consignment: str) -> tuple[Count, ...]:
    """Return what the bill or waybill and its manifest line count, pallets replaced by what they are said to contain."""
    paper = transport(papers, consignment)
    line = manifest_line(papers, consignment)
    if paper is None:
        return ()
    pallets = on_pallets(paper)
    clause = (paper.shows(bill_of_lading.CLAUSES),) if pallets else ()
    found = []
    own = paper.named("number_of_packages")
    if own is not None:
        settled = pallets is not None and pallets[0] == own
        boxes = (paper.sight("shows", "number_of_packages"), *(clause if settled else ()))
        found.append(Count(pallets[1] if pallets and settled else own, boxes))
    listed = None if line is None else line.document.get(manifest.NUMBER_OF_PACKAGES, line.row)
    if line is not None and listed is not None:
        settled = pallets is not None and pallets[0] == listed
        boxes = (line.document.shows(manifest.NUMBER_OF_PACKAGES, line.row), *(clause if settled else ()), *line.by)
        found.append(Count(pallets[1] if pallets and settled else listed, boxes))
    return tuple(found)


def by_seller(papers: Papers, consignment: str) -> tuple[Count, ...]:
    """Return what packing list and invoice count."""
    packing, paper = papers.of(consignment, packing_list.TYPE), papers.of(consignment, invoice.TYPE)
    found = []
    if packing is not None and (total := packing.get(packing_list.TOTAL_PACKAGES)) is not None:
        found.append(Count(total, (packing.against(packing_list.TOTAL_PACKAGES),)))
    if paper is not None and (told := paper.get(invoice.NUMBER_OF_PACKAGES)) is not None:
        found.append(Count(told, (paper.against(invoice.NUMBER_OF_PACKAGES),)))
    return tuple(found)
