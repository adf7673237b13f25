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

from simulator.difficulty.simulate import ClassAbility, simulate_class
from simulator.errors import BadInput
from simulator.formats.pack import PackTrainee
from simulator.grading.run import grade_pack
from simulator.intake.pack_reading import open_pack
from simulator.reports.grades_folder import grades_files
from simulator.research.croissant import KEYS
from simulator.research.dataset import dataset_files
from simulator.research.dictionary import TABLES, Column, dictionary
from simulator.research.naming import Naming
from simulator.research.parquet import parquet_possible, typed
from simulator.research.pseudonyms import pseudonymous, read_secret
from simulator.research.tables import long_tables, table_bytes

ARROW = {
    "text": "string", "level": "string", "flag": "bool", "integer": "int64", "number": "double",
    "list": "list<element: string>",
}  # fmt: skip
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
        assert all(each.unit for each in dictionary().of(name) if each.type in ("level", "integer", "number"))


def test_nobody_is_named_and_nothing_typed_leaves(tmp_path: Path) -> None:
    files = dataset_files(long_tables([grades(tmp_path)]), parquet=False)
    assert not any(b"Unmistakable" in content for content in files.values())


def test_croissant_names_each_data_file_with_its_hash_and_each_column(tmp_path: Path) -> None:
    files = dataset_files(long_tables([grades(tmp_path)]), parquet=False, naming=Naming("CC-BY-4.0", published="2026-03-31"))
    told = json.loads(files["croissant.json"])
    assert told["conformsTo"] == "http://mlcommons.org/croissant/1.0"
    assert (told["license"], told["datePublished"]) == ("CC-BY-4.0", "2026-03-31")
    for each in told["distribution"]:
        assert hashlib.sha256(files[each["contentUrl"]]).hexdigest() == each["sha256"]
    for record in told["recordSet"]:
        header = files[f"{record['name']}.csv"].decode().splitlines()[0].split(",")
        assert [field["source"]["extract"]["column"] for field in record["field"]] == header
        ids = {field["@id"] for field in record["field"]}
        assert {each["@id"] for each in record["key"]} <= ids
        assert len(ids) == len(header)
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


def test_parquet_is_refused_in_a_sentence_where_it_cannot_be_written() -> None:
    if importlib.util.find_spec("pyarrow") is None:
        with pytest.raises(BadInput, match="install the extra"):
            parquet_possible(asked=True)
    else:
        assert parquet_possible(asked=True)


@pytest.mark.parametrize("cell", ["x" * 200_000, '"never closed', '"a"b'])
def test_a_table_that_is_no_csv_is_refused(tmp_path: Path, cell: str) -> None:
    folder = grades(tmp_path)
    path = folder / "responses.csv"
    path.write_text(path.read_text("utf-8") + cell + "\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"responses\.csv: (this is not CSV|line)"):
        long_tables([folder])


def test_parquet_and_csv_say_the_same(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    tables = long_tables([grades(tmp_path)])
    files = dataset_files(tables, parquet=True)
    for name in TABLES:
        columns = dictionary().of(name)
        plain = list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode(), newline="")))
        rows = parquet.read_table(io.BytesIO(files[f"{name}.parquet"]))
        assert rows.schema.names == [each.column for each in columns]
        assert [str(each) for each in rows.schema.types] == [ARROW[each.type] for each in columns]
        assert len(plain) == len(tables[name]) > 0
        for cells, values in zip(plain, rows.to_pylist(), strict=True):
            assert {each.column: said(each.type, values[each.column]) for each in columns} == {
                each.column: number(each.type, cells[each.column]) for each in columns
            }


def said(type_: str, value: object) -> object:
    """A value of Parquet as CSV has it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(value)
    return str(int(value)) if isinstance(value, bool) else value if type_ == "number" else str(value)


def number(type_: str, cell: str) -> object:
    return float(cell) if type_ == "number" and cell else cell


def test_only_columns_that_say_so_are_ever_empty_and_keys_tell_rows_apart(
    first_hour: Path, monterrey: Path, tmp_path: Path
) -> None:
    tables = long_tables([graded(first_hour, tmp_path / "a"), graded(monterrey, tmp_path / "b")])
    empty = set()
    for name, rows in tables.items():
        assert len({tuple(row[column] for column in KEYS[name]) for row in rows}) == len(rows) > 0
        for column in dictionary().of(name):
            if any(row[column.column] == "" for row in rows):
                assert column.blank, f"{name}.{column.column} is empty and the dictionary does not say what that means"
                empty.add(f"{name}.{column.column}")
    assert {"responses.decision", "responses.credit", "flags.row", "items.look_alikes"} <= empty
    for one, other, by in (("responses", "items", KEYS["items"]), ("responses", "trainees", KEYS["trainees"]),
                           ("flags", "responses", KEYS["responses"])):  # fmt: skip
        known = {tuple(row[column] for column in by) for row in tables[other]}
        assert all(tuple(row[column] for column in by) in known for row in tables[one]), f"{one} to {other}"


def graded(pack: Path, place: Path) -> Path:
    """Grades of a simulated class of which each respondent leaves out his second consignment."""
    answers = simulate_class(open_pack(pack), ClassAbility(), "a class").decode()
    lines = [line for line in answers.splitlines() if ",C02," not in line]
    place.mkdir()
    (place / "answers.csv").write_text("\n".join(lines) + "\n")
    found = grade_pack(pack, [place / "answers.csv"])
    (place / "grades").mkdir()
    for name, content in grades_files(found).items():
        (place / "grades" / name).write_bytes(content)
    return place / "grades"


def test_the_card_explains_every_column_and_says_how_to_cite(tmp_path: Path) -> None:
    told = dataset_files(long_tables([grades(tmp_path)]), parquet=False, naming=Naming(cite="Ruiz (2026)."))[
        "README.md"
    ].decode()
    for each in dictionary().column:
        assert f"| {each.column} | {each.type} | {each.unit} | {each.meaning} | {each.blank or 'never empty'} |" in told
    assert "Ruiz (2026)." in told


def test_pseudonyms_join_as_ids_do_and_show_none(tmp_path: Path) -> None:
    plain = long_tables([grades(tmp_path)])
    hidden = pseudonymous(plain, "a secret of many words")
    assert hidden == pseudonymous(plain, "a secret of many words")
    codes = {row["trainee"] for row in hidden["trainees"]}
    assert len(codes) == 2
    assert {row["trainee"] for row in hidden["responses"]} == codes
    assert {row["trainee"] for row in hidden["flags"]} < codes
    assert codes.isdisjoint({row["trainee"] for row in pseudonymous(plain, "another secret, as long")["trainees"]})
    files = dataset_files(hidden, parquet=False, hidden=True)
    assert not any(each in content for content in files.values() for each in (b"T001", b"G01"))
    assert {row["variant"] for row in hidden["items"]} >= {row["variant"] for row in hidden["trainees"]}
    assert not any(row["variant"].startswith("v") for rows in hidden.values() for row in rows if "variant" in row)
    told = [{**row, "variant": ""} for row in hidden["items"]]
    assert sorted(told, key=str) == sorted(({**row, "variant": ""} for row in plain["items"]), key=str)


def test_a_short_secret_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("monday\n")
    with pytest.raises(BadInput, match="a secret of 6 characters can be guessed"):
        read_secret(tmp_path / "secret")


@pytest.mark.parametrize("day", ["yesterday", "2026-02-31", "20260301"])
def test_a_day_of_publication_is_a_day(day: str) -> None:
    with pytest.raises(BadInput, match="this is no day"):
        Naming(published=day)
