"""Tables for research: every column is explained, nobody is named, every file stands under its hash."""

from __future__ import annotations

import csv
import hashlib
import importlib.util
import io
import json
from pathlib import Path

import pytest
from builders_key import TRAINEE, write_pack

from simulator.errors import BadInput
from simulator.formats.pack import PackTrainee
from simulator.grading.run import grade_pack
from simulator.reports.grades_folder import grades_files
from simulator.research.dataset import dataset_files
from simulator.research.dictionary import TABLES, Column, dictionary
from simulator.research.parquet import parquet_bytes, parquet_possible, typed
from simulator.research.tables import long_tables, table_bytes

PEOPLE = (TRAINEE, PackTrainee("T002", "Beatriz Unmistakable", "G01", "v01"))
ANSWERS = (
    "trainee,consignment,decision,confidence,flags,reasons\n"
    "T001,C01,examine,3,INV-14.1,told by Beatriz Unmistakable\nT001,C05,release,,,\n"
)


def grades(place: Path) -> Path:
    place.mkdir(exist_ok=True)
    (place / "answers.csv").write_text(ANSWERS)
    graded = grade_pack(write_pack(place / "pack", trainees=PEOPLE), [place / "answers.csv"])
    (place / "grades").mkdir()
    for name, content in grades_files(graded).items():
        (place / "grades" / name).write_bytes(content)
    return place / "grades"


def test_rows_are_answers_flags_consignments_and_respondents(tmp_path: Path) -> None:
    made = long_tables([grades(tmp_path)])
    consignments = len(made["items"])
    assert (len(made["trainees"]), len(made["responses"])) == (2, 2 * consignments)
    assert [(each["paper"], each["number"], each["row"]) for each in made["flags"]] == [("INV", "14", "1")]
    assert {each["consignment"]: each["answers"] for each in made["items"]}["C01"] == "1"
    assert sum(int(each["answers"]) for each in made["items"]) == 2


def test_each_column_of_grades_leaves_with_its_meaning_or_is_withheld(tmp_path: Path) -> None:
    folder = grades(tmp_path)
    header = next(csv.reader(io.StringIO((folder / "responses.csv").read_text())))
    known = {each.column for each in dictionary().column} | set(dictionary().withheld) | {"flags"}
    assert set(header) <= known
    for name, rows in long_tables([folder]).items():
        columns = [each.column for each in dictionary().of(name)]
        assert next(csv.reader(io.StringIO(table_bytes(name, rows).decode()))) == columns
        assert all(each.meaning.endswith(".") for each in dictionary().of(name))


def test_nobody_is_named_and_nothing_typed_leaves(tmp_path: Path) -> None:
    files = dataset_files(long_tables([grades(tmp_path)]), parquet=False)
    assert not any(b"Unmistakable" in content for content in files.values())


def test_croissant_names_each_data_file_with_its_hash_and_each_column(tmp_path: Path) -> None:
    files = dataset_files(long_tables([grades(tmp_path)]), parquet=False, licence="CC-BY-4.0")
    told = json.loads(files["croissant.json"])
    assert told["conformsTo"] == "http://mlcommons.org/croissant/1.0"
    assert told["license"] == "CC-BY-4.0"
    for each in told["distribution"]:
        assert hashlib.sha256(files[each["contentUrl"]]).hexdigest() == each["sha256"]
    for record in told["recordSet"]:
        header = files[f"{record['name']}.csv"].decode().splitlines()[0].split(",")
        assert [field["source"]["extract"]["column"] for field in record["field"]] == header
    assert {record["name"] for record in told["recordSet"]} == set(TABLES)


def test_one_class_twice_and_a_foreign_cell_are_refused(tmp_path: Path) -> None:
    folder = grades(tmp_path)
    with pytest.raises(BadInput, match="name each class once"):
        long_tables([folder, folder])
    path = folder / "responses.csv"
    path.write_text(path.read_text().replace(",examine,1,", ",perhaps,1,", 1))
    with pytest.raises(BadInput, match="'perhaps' is no level"):
        long_tables([folder])
    path.write_text(path.read_text().replace("credit", "kredit", 1))
    with pytest.raises(BadInput, match="no column credit"):
        long_tables([folder])


@pytest.mark.parametrize(
    ("type_", "cell", "fits", "value"),
    [
        ("flag", "1", True, True), ("flag", "yes", False, None), ("integer", "3", True, 3), ("integer", "3.5", False, None),
        ("number", "3.5", True, 3.5), ("number", "", True, None), ("list", "R01 V03", True, ["R01", "V03"]),
        ("text", "", True, None),
    ],
)  # fmt: skip
def test_cells_are_of_their_type(type_: str, cell: str, fits: bool, value: object) -> None:
    assert Column("items", "x", type_, "", "").fits(cell) is fits  # type: ignore[arg-type]
    if fits:
        assert typed(type_, cell) == value


def test_parquet_holds_the_same_rows_or_is_refused_in_a_sentence(tmp_path: Path) -> None:
    rows = long_tables([grades(tmp_path)])["responses"]
    if importlib.util.find_spec("pyarrow") is None:
        with pytest.raises(BadInput, match="install the extra"):
            parquet_possible(asked=True)
        return
    import pyarrow.parquet as parquet

    read = parquet.read_table(io.BytesIO(parquet_bytes("responses", rows))).to_pylist()
    assert [each["decision"] or "" for each in read] == [each["decision"] for each in rows]
    assert {each["acts"] for each in read} == {True, False, None}


@pytest.mark.parametrize("cell", ["x" * 200_000, '"never closed', '"a"b'])
def test_a_table_that_is_no_csv_is_refused(tmp_path: Path, cell: str) -> None:
    folder = grades(tmp_path)
    path = folder / "responses.csv"
    path.write_text(path.read_text("utf-8") + cell + "\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"responses\.csv: (this is not CSV|line)"):
        long_tables([folder])
