"""What an audit looks at: each consignment's own papers and its line of the manifest, the evidence boxes masked.

Masked means: what the clean twin prints stands in every box that the key names as evidence. An emptied box would tell
that there was something to hide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from simulator.documents import manifest
from simulator.documents.model import Document, Papers, Place
from simulator.exercise.variants import Variant
from simulator.formats.key import KeyConsignment, KeyVariant
from simulator.formats.vocabulary import Paper
from simulator.layout.place import place
from simulator.layout.placed import PlacedDocument
from simulator.layout.template import load_template
from simulator.trade.facts import Consignment

SIGNAL = ("examine", "detain")
Masks = Mapping[str, frozenset[str]]
"""Codes of evidence boxes by truth id of their paper."""


@dataclass(frozen=True, slots=True)
class Look:
    """One consignment as it lies on the desk.

    ``documents`` are its own papers and then its line of the manifest, ``placed`` the own papers laid out. ``position``
    counts from 1 in the dossier, ``line`` is the place of its manifest line and ``lines`` how many there are;
    ``shared_characters`` are printed on the papers that belong to no single consignment; they are told of the first planted
    consignment of a desk alone, since all pairs of a desk would repeat the same difference.
    """

    consignment: str
    documents: tuple[Document, ...]
    placed: tuple[PlacedDocument, ...]
    position: int
    line: int
    lines: int
    shared_characters: int | None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A consignment with what is known of it: its solution, its facts, and its papers as issued and clean.

    ``issued`` and ``clean`` are masked and equal but for what leaks; ``clean`` is None where no departure was planted.
    ``papers`` and ``twin`` are the whole desk with the evidence on it and without.
    """

    solution: KeyConsignment
    facts: Consignment
    issued: Look
    clean: Look | None
    papers: Papers
    twin: Papers

    @property
    def is_signal(self) -> bool:
        """Whether its verdict is to examine or to detain."""
        return self.solution.verdict in SIGNAL

    @property
    def is_lawful(self) -> bool:
        """Whether its verdict is to release."""
        return self.solution.verdict == "release"


def exhibits(made: Variant, paper: Paper) -> tuple[Exhibit, ...]:
    """Look at every signal, every lawful consignment and everything else that is planted, in the order of the dossier."""
    masks = evidence_codes(made.key)
    issued = Papers(tuple(masked(each, made.twin.document(each.id), masks) for each in made.papers.documents))
    shared = (_shared_characters(issued), _shared_characters(made.twin))
    found = []
    planted = next((each.id for each in made.key.consignments if _is_planted(each)), None)
    for at, (solution, realised) in enumerate(zip(made.key.consignments, made.realised, strict=True), start=1):
        facts = realised.consignment
        told = shared if solution.id == planted else (None, None)
        first = _look(issued, told[0], solution.id, at, paper)
        clean = _look(made.twin, told[1], solution.id, at, paper, first.placed) if _is_planted(solution) else None
        found.append(Exhibit(solution, facts, first, clean, made.papers, made.twin))
    return tuple(found)


def evidence_codes(key: KeyVariant) -> Masks:
    """Return all boxes of a desk that the key names, those of look-alikes among them."""
    found: dict[str, set[str]] = {}
    for solution in key.consignments:
        for finding in (*solution.findings, *solution.look_alikes):
            for box in finding.evidence:
                found.setdefault(box.document, set()).add(box.box)
    return {document: frozenset(codes) for document, codes in found.items()}


def masked(document: Document, twin: Document, masks: Masks) -> Document:
    """Return a paper that bears what its twin prints in each evidence box, and its own words everywhere else."""
    codes = masks.get(document.id, frozenset())
    if not codes:
        return document
    rows = _rows_of_twin(document, twin)
    back = {rows.get(row, row): row for row in document.owners}
    values = dict(document.values)
    for name, row in (*document.values, *((name, back.get(row, row) if row else row) for name, row in twin.values)):
        if document.code(name, row) in codes:
            values[name, row] = twin.values.get((name, rows.get(row, row) if row else row))
    return replace(document, values={place: value for place, value in values.items() if value is not None})


def _rows_of_twin(document: Document, twin: Document) -> dict[int, int]:
    """Lines stand in the order of their numbers: another number may have moved one."""
    theirs = {owner: row for row, owner in twin.owners.items()}
    return {row: theirs[owner] for row, owner in document.owners.items() if owner in theirs}


def _shared_characters(papers: Papers) -> int:
    return sum(len(each.printed(*box)) for each in papers.documents if each.type.shared for box in each.values)


def _is_planted(solution: KeyConsignment) -> bool:
    return any(finding.planted for finding in solution.findings)


def _look(
    papers: Papers, shared: int | None, consignment: str, position: int, paper: Paper, known: tuple[PlacedDocument, ...] = ()
) -> Look:
    """Look at one consignment; ``known`` are layouts already made: an equal paper has an equal one."""
    own = [each for each in papers.documents if each.consignments == (consignment,) and not each.type.shared]
    line, at, of = manifest_line(papers, consignment)
    placed = tuple(_placed(each, paper, known) for each in own)
    return Look(consignment, (*own, *line), placed, position, at, of, shared)


def _placed(document: Document, paper: Paper, known: tuple[PlacedDocument, ...]) -> PlacedDocument:
    for each in known:
        if each.document == document:
            return each
    return place(document, load_template(document.template), paper)


def manifest_line(papers: Papers, consignment: str) -> tuple[tuple[Document, ...], int, int]:
    """Return the manifest cut down to the consignment's line, that line's place and how many there are."""
    for page in papers.all(manifest.TYPE):
        for row, owner in page.owners.items():
            if owner == consignment:
                return (_cut(page, row),), row, len(page.row_numbers("bills"))
    return (), 0, 0


def _cut(page: Document, row: int) -> Document:
    values: dict[Place, Any] = {
        (name, None if at is None else 1): value for (name, at), value in page.values.items() if at in (None, row)
    }
    return replace(page, values=values, owners={1: page.owners[row]})
