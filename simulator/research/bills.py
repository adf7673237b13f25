"""A pack's bills of lading as DCSA transport documents 3.0.3, with notes on all that no bill says in these words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from simulator.documents import bill_of_lading as bl
from simulator.documents import manifest
from simulator.documents.model import Document, Papers
from simulator.errors import BadInput
from simulator.formats.truth import Truth
from simulator.formats.writing import json_bytes
from simulator.research.dcsa import STANDARD, faults
from simulator.research.dcsa_notes import KINDS, Notes
from simulator.research.pages import open_truth
from simulator.research.transport_document import transport_document
from simulator.verify.papers import read_papers
from simulator.verify.reading import read_pages


def bill_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield ``bills/<variant>-<paper>.json`` an ocean bill, then ``notes.json``, which also names bills that do not fit.

    Raise ``BadInput`` when the pack has no ocean bill, or none that fits.
    """
    _, variants = open_truth(folder)
    told: list[dict[str, Any]] = []
    refused: list[dict[str, str]] = []
    for truth, holder in variants:
        papers, troubles = printed_papers(truth, holder / "dossier.pdf")
        for paper in (each for each in papers.documents if each.type.name == bl.TYPE.name):
            name = f"bills/{truth.variant}-{paper.id}.json"
            try:
                made, notes = fitting(paper, papers, troubles)
            except BadInput as error:
                refused.append({"bill": name, "why": error.problem})
                continue
            told.append({"bill": name, "notes": notes.rows})
            yield name, json_bytes(made)
    if not told and not refused:
        raise BadInput("there is no ocean bill of lading in this pack; choose another format", source=folder)
    if not told:
        raise BadInput(f"none of its ocean bills can be written, the first for this: {refused[0]['why']}", source=folder)
    yield "notes.json", json_bytes({"standard": STANDARD, "kinds": KINDS, "bills": told, "refused": refused})


def fitting(paper: Document, papers: Papers, troubles: tuple[str, ...] = ()) -> tuple[dict[str, Any], Notes]:
    """Return a bill as data with its notes; raise ``BadInput`` when it bears no date or the standard cannot hold it."""
    notes = Notes()
    for trouble in troubles:
        if trouble.startswith(f"{paper.id}: "):
            notes.add("", "unread", trouble.removeprefix(f"{paper.id}: "))
    made = transport_document(paper, papers, notes)
    for fault in faults(made):
        raise BadInput(f"it does not fit the {STANDARD}: {fault}", place=paper.id)
    return made, notes


def printed_papers(truth: Truth, path: Path) -> tuple[Papers, tuple[str, ...]]:
    """Return the bills and manifests of a variant's dossier as they can be read back from its print, and what cannot."""
    wanted = (bl.TYPE.name, manifest.TYPE.name)
    inside = tuple(each for each in truth.documents if each.file == path.name and each.type in wanted)
    return read_papers(Truth(truth.variant, inside), read_pages(path), path)
