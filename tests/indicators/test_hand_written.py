"""Papers written by a person, which share nothing with what plants: near misses are really near."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from simulator.documents.model import Document, Papers, Place, Sight
from simulator.documents.printing import Printing
from simulator.documents.types import document_types
from simulator.indicators.catalogue import catalogue

FOLDER = Path(__file__).parent / "papers"
FILES = {path.stem: tomllib.loads(path.read_text("utf-8"))["case"] for path in sorted(FOLDER.glob("*.toml"))}
CASES = [pytest.param(id_, case, id=f"{id_}: {case['says']}") for id_, cases in FILES.items() for case in cases]


def build(case: dict[str, Any]) -> Papers:
    """The papers of a case: {document type: {"field[row]": printed text}}, each text read as the house prints it."""
    printing = Printing(**case.get("printing", {}))
    return Papers(tuple(document(name, boxes, printing) for name, boxes in case["papers"].items()))


def document(name: str, boxes: dict[str, str], printing: Printing) -> Document:
    kind, _, number = name.partition("/")
    type_ = document_types()[kind]
    values: dict[Place, Any] = {}
    for key, text in boxes.items():
        match = re.fullmatch(r"([a-z_]+)(?:\[(\d+)\])?", key)
        assert match is not None, f"{key} is no field[row]"
        field, row = type_.field(match[1]), None if match[2] is None else int(match[2])
        assert (field.lines is None) == (row is None), f"{key}: rows belong to lines"
        values[field.name, row] = field.codec.read(text, printing)
    consignments = () if type_.reference else ("C01",)
    return Document(name, type_, f"{type_.prefix}{number}", "by hand", printing, values, consignments)


def codes(papers: Papers, sights: tuple[Sight, ...], role: str) -> set[str]:
    return {papers.document(sight.document).code(sight.field, sight.row) for sight in sights if sight.role == role}


@pytest.mark.parametrize(("id_", "case"), CASES)
def test_a_person_and_the_check_see_the_same(id_: str, case: dict[str, Any]) -> None:
    papers = build(case)
    sights = catalogue()[id_].check(papers, "C01")
    assert bool(sights) == case["fires"]
    assert codes(papers, sights, "shows") == set(case.get("shows", ()))
    assert codes(papers, sights, "against") == set(case.get("against", ()))


@pytest.mark.parametrize("id_", catalogue())
def test_every_module_has_two_positive_papers_and_two_near_misses(id_: str) -> None:
    fires = [case["fires"] for case in FILES[id_]]
    assert fires.count(True) >= 2
    assert fires.count(False) >= 2
    assert all(case.get("shows") for case in FILES[id_] if case["fires"])
