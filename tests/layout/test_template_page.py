"""The page on house styles: its example is a template, it names every key of the schema, its refusals are those printed."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from layout.conftest import SAMPLES
from simulator.documents.model import Document
from simulator.errors import BadInput
from simulator.layout import schema
from simulator.layout.place import place
from simulator.layout.template import load_template

PAGE = (Path(__file__).parents[2] / "docs" / "adding-a-template.md").read_text("utf-8")
PAD = PAGE.split("```toml\n")[1].split("```")[0]
PIECES = (
    schema.Template, schema.Style, schema.PrintingFormats, schema.Box, schema.Column, schema.Table, schema.Text, schema.Rule,
    schema.Rect, schema.Head, schema.Continuation,
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "invoice").mkdir()
    (tmp_path / "invoice" / "pad.toml").write_text(PAD, "utf-8")
    return tmp_path


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.__name__)
def test_every_key_is_told(piece: type[msgspec.Struct]) -> None:
    told = set(re.findall(r"`\[{0,2}([a-z_]+)\]{0,2}(?: = [^`]+)?`", PAGE))
    assert {field.encode_name for field in msgspec.structs.fields(piece)} <= told


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_example_prints_an_invoice(folder: Path, language: str) -> None:
    paper: Document = SAMPLES["invoice"](language=language)
    house = load_template("invoice/pad", folder)
    (side,) = place(paper, house, "letter").pages
    assert {box.code for box in side.boxes} >= {paper.code(field, row) for field, row in paper.values}


FAULTS = [
    ('field = "remarks"', 'field = "remark"'),
    ('  { field = "remarks", cell = [46, 215, 72, 8], size = 8 },\n', ""),
    ('lines = "goods"', 'lines = "containers"'),
    ("cell = [118, 24, 72, 9]", "cell = [118, 22, 72, 9]"),
    ("cell = [0, 223, 118, 28.5]", "cell = [0, 223, 118, 30]"),
    ("cell = [46, 215, 72, 8]", "cell = [46, 215, 72, 5]"),
    ("Buyer's tax number", "The buyer's number in his own tax register"),
    ("header = 7", "header = 3"),
    ('"description_of_goods", width = 56', '"description_of_goods", width = 86'),
    ('field = "unit", width = 13', 'field = "unit", width = 9'),
    ("cell = [118, 24, 72, 9]", "cell = [118, 24, 72, 9], size = 5.5"),
    ('size = 11, wrap = "none"', 'size = 11, wrap = "columns:60"'),
    ('numbers = "1 234.56"', 'numbers = "1\'234.56"'),
    ('font = "VeraBd", size = 20', 'font = "Arial", size = 20'),
    ("cell = [0, 16, 190, 235]", "cell = [0, 16, 180, 235]"),
]


@pytest.mark.parametrize(("old", "new"), FAULTS, ids=[new or old for old, new in FAULTS])
def test_refusals_are_told_as_they_are_printed(folder: Path, old: str, new: str) -> None:
    assert old in PAD
    path = folder / "invoice" / "pad.toml"
    path.write_text(PAD.replace(old, new, 1), "utf-8")
    with pytest.raises(BadInput) as raised:
        load_template("invoice/pad", folder)
    said = str(raised.value).removeprefix(f"{path}: ")
    told = [line[3 : line.index("` |")] for line in PAGE.split("## Refusals")[1].splitlines() if line.startswith("| `")]
    assert any(re.fullmatch(".*".join(map(re.escape, each.split("..."))), said) for each in told), said
