"""The files of one variant, made alone: a dossier to hand out, the truth and the solution to keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from simulator.exercise.canonical import papers_digest
from simulator.exercise.slots import Slot
from simulator.exercise.variants import variant
from simulator.formats.key import KeyConsignment, KeyVariant
from simulator.formats.sheets import SheetQuestion
from simulator.formats.writing import json_bytes
from simulator.layout.binding import Dossier
from simulator.layout.truth import truth
from simulator.pack.answer_sheets import sheet_questions
from simulator.pack.dossier import dossier
from simulator.render.pdf import render_pdf
from simulator.scenario import Scenario


@dataclass(frozen=True, slots=True)
class VariantFiles:
    """What one variant gives to the pack; ``sides`` is how many sides its dossier has, ``questions`` what its sheets ask."""

    id: str
    dossier: bytes
    truth: bytes
    key: KeyVariant
    digest: bytes
    sides: int
    questions: tuple[SheetQuestion, ...]


def variant_files(scenario: Scenario, slots: Sequence[Slot], id_: str, seed: str) -> VariantFiles:
    """Return the files of a variant; nothing else of the pack is needed for it."""
    made = variant(scenario, slots, id_, seed)
    bound = dossier(made.papers, scenario.paper)
    return VariantFiles(
        id=id_,
        dossier=render_pdf(bound.pages),
        truth=json_bytes(truth(id_, bound)),
        key=with_sides(made.key, bound),
        digest=papers_digest(id_, made.papers.documents),
        sides=len(bound.pages),
        questions=sheet_questions(made.key, made.papers.documents),
    )


def with_sides(key: KeyVariant, bound: Dossier) -> KeyVariant:
    """Return the key with the sides of each consignment's own papers on its difficulty card."""
    return KeyVariant(tuple(_with_sides(each, bound) for each in key.consignments))


def _with_sides(consignment: KeyConsignment, bound: Dossier) -> KeyConsignment:
    if consignment.difficulty is None:
        return consignment
    sides = {
        before + box.page
        for placed, before in bound.documents
        if placed.document.consignments == (consignment.id,)
        for box in placed.boxes
    }
    return msgspec.structs.replace(consignment, difficulty=msgspec.structs.replace(consignment.difficulty, sides=len(sides)))
