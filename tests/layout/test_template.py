"""Every fault of a template file gives one sentence: file, place, what is wrong, what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.documents.house_styles import house_style, house_styles
from simulator.documents.types import document_types
from simulator.errors import BadInput
from simulator.layout.template import load_template
from simulator.shipped import shipped_folder

SOUND = """\
format = 1
document = "contents"
box = [
  { field = "desk_date", cell = [0, 10, 60, 9] },
  { field = "customs_offices", cell = [60, 10, 130, 9], wrap = "words" },
]
text = [ { at = [0, 6], text = { en = "Contents", es = "Contenido" }, size = 12 } ]

[printing]
numbers = "1,234.56"
dates = "DD MMM YYYY"

[[table]]
lines = "papers"
cell = [0, 24, 190, 200]
columns = [
  { field = "consignment", width = 30 },
  { field = "paper", width = 60 },
  { field = "number", width = 100 },
]

[continuation]
cell = [0, 20, 190, 200]
head = [ { at = [0, 10], text = "{value}", field = "desk_date" } ]
"""

FAULTS = [
    ("format = 1", "format = 2", "format: format 2 is newer than this program reads (1); use a newer simulator"),
    ("format = 1\n", "", "format: the key is missing; write format = 1"),
    ("format = 1", "format =", "this is not TOML: Invalid value (at line 1, column 9)"),
    ('field = "desk_date", cell', 'fields = "desk_date", cell', "box[0]: there is no such key: `fields`"),
    ('field = "desk_date", cell', "cell", "box[0]: a key is missing: `field`"),
    ("cell = [0, 10, 60, 9]", 'cell = [0, 10, 60, "9"]', "box[0].cell[3]: expected `float`, got `str`"),
    ("cell = [0, 10, 60, 9]", "cell = [0, 10, 60, 9], colour = 1", "box[0]: there is no such key: `colour`"),
    ("width = 60 }", 'width = "60" }', "table[0].columns[1].width: expected `float`, got `str`"),
    ('numbers = "1,234.56"', 'numbers = "1234"',
     """printing.numbers: '1234' is not one of "1,234.56", "1.234,56", "1 234.56", "1234.56\""""),
    ('dates = "DD MMM YYYY"', 'dates = "DD/MM/YYYY"',
     """printing.dates: 'DD/MM/YYYY' is not one of "DD-MMM-YYYY", "DD MMM YYYY", "MMM DD, YYYY\""""),
    ('{ field = "desk_date"', '{ field = "desk"',
     "box[0].field: 'desk' is no field of the single boxes of contents; use one of desk_date, customs_offices"),
    ('{ field = "desk_date"', '{ field = "customs_offices"',
     "box[1].field: 'customs_offices' is placed twice; place each field once"),
    ('  { field = "desk_date", cell = [0, 10, 60, 9] },\n', "",
     "box: no box has the field 'desk_date'; every field of contents must be placed"),
    ('  { field = "paper", width = 60 },\n', "",
     "column: no column has the field 'paper'; every field of contents must be placed"),
    ('lines = "papers"', 'lines = "goods"', """table[0].lines: contents has no lines 'goods'; use one of "papers\""""),
    ("cell = [0, 10, 60, 9]", "cell = [-5, 10, 60, 9]",
     "box[0].cell: -5, 10, 60, 9 leaves the area of 190 x 251.5 mm; x, y, width and height count in millimetres"
     " from its top left"),
    ("cell = [0, 24, 190, 200]", "cell = [0, 24, 190, 230]",
     "table[0].cell: 0, 24, 190, 230 leaves the area of 190 x 251.5 mm; x, y, width and height count in millimetres"
     " from its top left"),
    ("cell = [60, 10, 130, 9]", "cell = [50, 10, 130, 9]",
     "box[1].cell: the cell of 'customs_offices' overlaps that of 'desk_date'; move one of them"),
    ("cell = [0, 24, 190, 200]", "cell = [0, 18, 190, 200]",
     "table[0].cell: the cell of 'papers' overlaps that of 'desk_date'; move one of them"),
    ("cell = [0, 10, 60, 9]", "cell = [0, 10, 60, 4]",
     "box[0].cell: 4 mm is too low for a label and a line; use 5.9 or more"),
    ("width = 100 }", "width = 120 }",
     "table[0].columns: the columns are 210 mm wide together, the table 190; narrow them"),
    ("width = 30 }", "width = 8 }", "table[0].columns[0].width: 8 mm is too narrow for box codes; use 10.6 or more"),
    ("width = 30 }", "width = 30, under = true }", "table[0].columns: a table begins with a column of its own width"),
    ("cell = [0, 10, 60, 9]", 'cell = [0, 10, 60, 9], font = "Helvetica"',
     """box[0].font: there is no font 'Helvetica' here; use one of "Courier", "Courier-Bold\""""),
    ("size = 12", 'font = "Courier"',
     """text[0].font: there is no font 'Courier' here; use one of "Vera", "VeraBd", "VeraIt", "VeraBI\""""),
    ("size = 12", "size = 4", "text[0].size: 4 points cannot be read; use 5 or more"),
    ("cell = [0, 10, 60, 9]", "cell = [0, 10, 60, 9], smallest = 5.5",
     "box[0].smallest: 5.5 points cannot be read; use 6 or more"),
    ("cell = [0, 10, 60, 9]", "cell = [0, 10, 60, 9], size = 7, smallest = 8",
     "box[0].size: 7 points is below the smallest, 8; use 8 or more"),
    ("cell = [0, 10, 60, 9]", "cell = [0, 10, 60, 9], condensed = 50",
     "box[0].condensed: 50 percent cannot be read; use 70 to 100"),
    ('wrap = "words"', 'wrap = "letters"',
     """box[1].wrap: 'letters' is not "words", "none" or "columns:N" with N from 10"""),
    ('wrap = "words"', 'wrap = "columns:90"', "box[1].wrap: 90 columns of 8.5 points do not fit; 71 do"),
    ("cell = [0, 10, 60, 9]", 'cell = [0, 10, 60, 9], label_at = "left"',
     "box[0].label_width: 0 is not between 0 and the cell's 60 mm"),
    ('en = "Contents"', 'en = "Contents ☃"',
     "text[0].text: Vera has no glyph for U+2603 SNOWMAN; write it with Latin letters"),
    ("cell = [0, 10, 60, 9]", "cell = [0, 10, 20, 9]",
     "box[0].label: 'Date on the desk' needs 15.1 mm at 5 points and has 10.3; shorten it or widen the box of 'desk_date'"),
    ("cell = [0, 20, 190, 200]", "cell = [0, 20, 150, 200]",
     "continuation.cell: 150 mm is narrower than a table of 190 mm; widen it"),
    ('text = "{value}", field = "desk_date"', 'text = "{value}", field = "paper"',
     "continuation.head[0].field: 'paper' is no single box of contents"),
    ('document = "contents"', 'document = "content"',
     "document: there is no document type 'content'; use one of " + ", ".join(sorted(document_types()))),
]  # fmt: skip


def write(folder: Path, text: str) -> Path:
    path = folder / "contents" / "list.toml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS, ids=[fault[2].split(":")[0] for fault in FAULTS])
def test_a_fault_gives_one_sentence(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    assert old in SOUND
    path = write(tmp_path, SOUND.replace(old, new, 1))
    with pytest.raises(BadInput) as caught:
        load_template("contents/list", tmp_path)
    assert str(caught.value) == f"{path}: {sentence}"


def test_the_sound_one_is_read(tmp_path: Path) -> None:
    write(tmp_path, SOUND)
    assert load_template("contents/list", tmp_path).body.table[0].lines == "papers"


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"contents/none\.toml: there is no such file"):
        load_template("contents/none", tmp_path)


def test_every_shipped_template_is_sound_and_every_document_type_has_one() -> None:
    names = [f"{path.parent.name}/{path.stem}" for path in sorted(shipped_folder("templates").glob("*/*.toml"))]
    assert {load_template(name).type.name for name in names} == set(document_types())
    assert all(load_template(name).body.document == name.split("/")[0] for name in names)


def test_house_styles_print_as_their_templates_say() -> None:
    for styles in house_styles().values():
        for style in styles:
            body = load_template(style.template).body
            assert (style.document, style.numbers, style.dates) == (
                body.document,
                body.printing.numbers,
                body.printing.dates,
            )


def test_an_issuer_keeps_his_style() -> None:
    assert house_style("invoice", "A") == house_style("invoice", "A")
    with pytest.raises(BadInput, match="no template prints the document 'novel' of carriage by sea; add one"):
        house_style("novel", "A")
