"""Which page of a discussed consignment to draw, and how often each of its boxes was flagged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator.documents.types import document_types
from simulator.formats.key import Bilingual, KeyConsignment
from simulator.formats.truth import Truth, TruthBox, TruthDocument
from simulator.formats.vocabulary import EvidenceRole
from simulator.grading.class_rates import Rate
from simulator.grading.discussion import Discussed
from simulator.grading.flags import flag_rates, kind_of_box
from simulator.grading.measures import FEWEST_FOR_A_RATE
from simulator.intake.pack_reading import papers_of

Mark = EvidenceRole | Literal["look_alike"] | None
"""What the key says of a box: its role in a finding, that it only looks odd, or nothing."""

MOST_LISTED = 8
_ROLES: tuple[EvidenceRole, ...] = ("shows", "against", "follows", "identifies")
"""The roles of a box in findings, the one that counts first."""


@dataclass(frozen=True, slots=True)
class HeatBox:
    """One box: its code as it is counted, what it is called, how many flagged it, what the key says of it."""

    code: str
    title: Bilingual
    truth: TruthBox
    rate: Rate
    mark: Mark


@dataclass(frozen=True, slots=True)
class HeatPage:
    """One page of a paper with its boxes, and the boxes of all papers that were flagged most; ``first`` of its paper.

    ``exact`` where the answers were given on these very papers; else a box stands for all of its kind (another
    shipment's line, another variant's card) and its value means nothing.
    """

    discussed: Discussed
    document: TruthDocument
    first: bool
    exact: bool
    answers: int
    boxes: tuple[HeatBox, ...]
    top: tuple[HeatBox, ...]


def heat_page(discussed: Discussed, truth: Truth) -> HeatPage | None:
    """Return the page of a consignment's own papers that was flagged most, None where nothing was flagged on them.

    ``truth`` is that of the first variant of its example. Ten answers on one set of papers are shown on these; fewer
    are put together with those on the other shipments of the slot.
    """
    example = discussed.example
    exact = len(example.flags) >= FEWEST_FOR_A_RATE
    answers = example.flags if exact else tuple(tuple(map(kind_of_box, flags)) for flags in discussed.flags)
    name: Callable[[str], str] = str if exact else kind_of_box
    papers = papers_of(truth, example.key.id)
    rates = flag_rates(answers, (name(box.box) for paper in papers for box in paper.boxes))
    marks = _marks(example.key, name)
    pages = [
        (paper, [_box(paper, box, name(box.box), rates, marks) for box in boxes])
        for paper in papers
        for boxes in _pages(paper, exact)
    ]
    drawn = [page for page in pages if not document_types()[page[0].type].reference]
    if not any(each.rate.count for _, boxes in drawn for each in boxes):
        return None
    paper, boxes = max(drawn, key=lambda page: sum(each.rate.count for each in page[1]))
    first = boxes[0].truth.page == min(box.page for box in paper.boxes)
    every = _top(box for _, boxes in pages for box in boxes)
    return HeatPage(discussed, paper, first, exact, len(answers), tuple(boxes), every)


def _pages(paper: TruthDocument, exact: bool) -> list[list[TruthBox]]:
    """Return the boxes of each page; where one line stands for all, only the first line of each page."""
    numbers = sorted({box.page for box in paper.boxes})
    pages = [[box for box in paper.boxes if box.page == number] for number in numbers]
    return pages if exact else [_first_lines(page) for page in pages]


def _first_lines(page: list[TruthBox]) -> list[TruthBox]:
    first: dict[str, int] = {}
    for box in page:
        if box.row is not None:
            first[box.field] = min(box.row, first.get(box.field, box.row))
    return [box for box in page if box.row is None or box.row == first[box.field]]


def _box(paper: TruthDocument, box: TruthBox, code: str, rates: Mapping[str, Rate], marks: Mapping[str, Mark]) -> HeatBox:
    title = document_types()[paper.type].field(box.field).title
    return HeatBox(code, title, box, rates[code], marks.get(code))


def _marks(key: KeyConsignment, name: Callable[[str], str]) -> dict[str, Mark]:
    """Return what the key says of each box; what is true of a finding goes before what only looks odd."""
    marks: dict[str, Mark] = {}
    for odd in key.look_alikes:
        marks |= {name(each.box): "look_alike" for each in odd.evidence if each.role in ("shows", "against")}
    evidence = [each for finding in key.findings for each in finding.evidence]
    for role in reversed(_ROLES):
        marks |= {name(each.box): role for each in evidence if each.role == role}
    return marks


def _top(boxes: Iterable[HeatBox]) -> tuple[HeatBox, ...]:
    known = {each.code: each for each in boxes if each.rate.count}
    return tuple(sorted(known.values(), key=lambda each: (-each.rate.count, each.code))[:MOST_LISTED])
