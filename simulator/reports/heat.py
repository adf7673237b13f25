"""Which page of a discussed consignment to draw, and how often each of its boxes was flagged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
from simulator.intake.box_codes import matching_codes
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

    ``exact`` where the answers were given on these very papers; else a box stands for all of its kind, another
    shipment's line or another variant's card, and its value means nothing.
    """

    discussed: Discussed
    document: TruthDocument
    first: bool
    exact: bool
    answers: int
    boxes: tuple[HeatBox, ...]
    top: tuple[HeatBox, ...]


def heat_page(discussed: Discussed, truth: Truth) -> HeatPage | None:
    """Return the page of a consignment's own papers that has the most flagged box, None where nothing was flagged there.

    ``truth`` is that of the first variant of its example. Ten answers on one set of papers are shown on these; fewer
    are put together with those on the other shipments of the slot.
    """
    example = discussed.example
    exact = discussed.shipments == 1 or len(example.flags) >= FEWEST_FOR_A_RATE
    papers = [each for each in papers_of(truth, example.key.id) if each.type in document_types()]
    name = _naming(papers, len(example.places)) if exact else kind_of_box
    answers = tuple(tuple(map(name, flags)) for flags in (example.flags if exact else discussed.flags))
    rates = flag_rates(answers, (name(box.box) for paper in papers for box in paper.boxes))
    marks = _marks(example.key, name)
    pages = [
        (paper, [_box(paper, box, name(box.box), rates, marks) for box in boxes])
        for paper in papers
        for boxes in _pages(paper, name)
    ]
    drawn = [page for page in pages if not document_types()[page[0].type].reference]
    if not any(each.rate.count for _, boxes in drawn for each in boxes):
        return None
    paper, boxes = max(drawn, key=lambda page: _weight(page[1]))
    first = boxes[0].truth.page == min(box.page for box in paper.boxes)
    every = _top(box for _, boxes in pages for box in boxes)
    return HeatPage(discussed, paper, first, exact, len(answers), tuple(boxes), every)


def _weight(boxes: Sequence[HeatBox]) -> tuple[int, int]:
    """Return how often the most flagged box was, then all of them: many strays are no reason to draw a page."""
    counts = [each.rate.count for each in boxes]
    return max(counts, default=0), sum(counts)


def _naming(papers: Iterable[TruthDocument], variants: int) -> Callable[[str], str]:
    """Return how codes are counted that were flagged on equal papers.

    In another variant the same papers lie among other ones: lines of the manifest and cards have other numbers there.
    """
    if variants == 1:
        return str
    alike = [each for each in papers if not (document_types()[each.type].shared or document_types()[each.type].reference)]
    own = tuple(box.box for paper in alike for box in paper.boxes)
    return lambda code: code if matching_codes(code, own) else kind_of_box(code)


def _pages(paper: TruthDocument, name: Callable[[str], str]) -> list[list[TruthBox]]:
    """Return the boxes of each page; where one line stands for all, only that of its first line."""
    numbers = sorted({box.page for box in paper.boxes})
    return [_drawn([box for box in paper.boxes if box.page == number], name) for number in numbers]


def _drawn(page: list[TruthBox], name: Callable[[str], str]) -> list[TruthBox]:
    first: dict[str, int] = {}
    for box in page:
        if box.row is not None and name(box.box) != box.box:
            first[box.field] = min(box.row, first.get(box.field, box.row))
    return [box for box in page if first.get(box.field, box.row) == box.row]


def _box(paper: TruthDocument, box: TruthBox, code: str, rates: Mapping[str, Rate], marks: Mapping[str, Mark]) -> HeatBox:
    type_ = document_types()[paper.type]
    title = type_.field(box.field).title if type_.has(box.field) else Bilingual(box.field, box.field)
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
