"""A pack's papers as page images with ground truth, file by file; no key unless it is asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

from simulator.formats.key import KeyConsignment
from simulator.formats.truth import Truth, TruthDocument
from simulator.formats.writing import json_bytes
from simulator.intake.pack_reading import open_pack
from simulator.research.forms import coco, docile
from simulator.research.funsd import funsd
from simulator.research.pages import DPI, PageImage, open_truth, pages_of
from simulator.research.splits import Paper, splits

Shape = Literal["funsd", "coco", "docile"]
SHAPES: dict[str, Shape] = {"funsd": "funsd", "coco": "coco", "docile": "docile"}
Files = Iterator[tuple[str, bytes]]


def document_files(folder: Path, shape: Shape, *, with_key: bool) -> Files:
    """Yield the files of the export by path: images, annotations, splits.json, and key.json with ``with_key``.

    Raise ``BadInput`` when the folder is no pack, or when the key is asked for and is not the sealed one.
    """
    opened = open_pack(folder) if with_key else None
    pack, variants = open_truth(folder)
    papers: list[Paper] = []
    light: list[PageImage] = []
    found: list[dict[str, Any]] = []
    for truth, holder in variants:
        pages = []
        for page in pages_of(truth, holder):
            yield f"images/{page.name}.png", page.png
            pages.append(page.without_image())
        yield from _annotations(shape, truth, pages)
        papers += _papers(truth, pages)
        light += pages
        if opened is not None:
            found += _findings(truth, opened.key.variants[truth.variant].consignments, pages)
    if shape == "coco":
        yield "annotations.json", json_bytes(coco(light))
    yield "splits.json", json_bytes({"pack": pack.pack, "dpi": DPI, **splits(pack.pack, papers)})
    if opened is not None:
        yield "key.json", json_bytes({"pack": pack.pack, "documents": found})


def _annotations(shape: Shape, truth: Truth, pages: list[PageImage]) -> Files:
    if shape == "funsd":
        for page in pages:
            yield f"annotations/{page.name}.json", json_bytes(funsd(page))
    elif shape == "docile":
        for paper in truth.documents:
            yield f"annotations/{truth.variant}-{paper.id}.json", json_bytes(docile(paper, pages))


def _papers(truth: Truth, pages: list[PageImage]) -> Iterator[Paper]:
    for paper in truth.documents:
        names = tuple(page.name for page in pages if any(one.id == paper.id for one, _ in page.boxes))
        if names:
            yield Paper(f"{truth.variant}-{paper.id}", paper.type, paper.template, names, _content(paper))


def _content(paper: TruthDocument) -> str:
    """Return a digest of what a paper says, whatever its house style or its place."""
    said = [(box.field, box.row, box.part, box.text) for box in paper.boxes if box.text]
    return hashlib.sha256(repr((paper.type, said)).encode()).hexdigest()


def _findings(truth: Truth, solved: tuple[KeyConsignment, ...], pages: list[PageImage]) -> Iterator[dict[str, Any]]:
    """Yield for each paper the findings and look-alikes that touch it, each box with its role and place in pixels."""
    places = {(paper.id, box.box): (page, box) for page in pages for paper, box in page.boxes}
    for paper in truth.documents:
        rows: list[dict[str, Any]] = []
        for consignment in solved:
            for kind, findings in (("finding", consignment.findings), ("look_alike", consignment.look_alikes)):
                for finding in findings:
                    touched = [
                        each for each in finding.evidence if (paper.id, each.box) in places and each.document == paper.id
                    ]
                    for evidence in touched:
                        page, box = places[paper.id, evidence.box]
                        rows.append({
                            "consignment": consignment.id, "kind": kind, "indicator": finding.indicator,
                            "family": finding.family, "planted": finding.planted, "box": evidence.box,
                            "role": evidence.role, "page": page.name, "bbox": list(page.pixels(box.bbox or box.frame)),
                            "printed": evidence.printed, "expected": evidence.expected,
                        })  # fmt: skip
        yield {"document": f"{truth.variant}-{paper.id}", "type": paper.type, "boxes": rows}
