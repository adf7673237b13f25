from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import BadInput
from simulator.intake.csv_table import TableRow, read_table


def table(folder: Path, content: bytes) -> tuple[TableRow, ...]:
    path = folder / "t.csv"
    path.write_bytes(content)
    return read_table(path, ("id", "name"), ("group",))


@pytest.mark.parametrize("start", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("mark", [b",", b";"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_how_spreadsheets_write(tmp_path: Path, start: bytes, mark: bytes, end: bytes) -> None:
    rows = table(tmp_path, start + mark.join([b"Name ", b"ID", b"x"]) + end + mark.join([b" Ana ", b"1", b"2"]) + end)
    assert rows == (TableRow(2, {"id": "1", "name": "Ana", "group": ""}, 0),)


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    rows = table(tmp_path, b'\nid,name\n1,"A\nB"\n,,\n\n2,C\n3\n4,D,,E\n')
    assert [(row.line, row.cells["id"], row.surplus) for row in rows] == [(3, "1", 0), (7, "2", 0), (8, "3", 0), (9, "4", 1)]
    assert rows[0].cells["name"] == "A\nB"
    assert rows[2].cells["name"] == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "line 1: the header lacks id and name; the columns are id,name,[group]"),
        (b"id;group\n", "line 1: the header lacks name"),
        (b"id,name,ID\n", "line 1: the header names id 2 times"),
        (b"id,name,group,group\n", "line 1: the header names group 2 times"),
        (b'id,name\n1,"A\n2,B\n', "line 2: this row is not CSV"),
        (b'id,name\n1,A\n2,"B" x\n', "line 3: this row is not CSV"),
        ("id,name\n1,Núñez\n".encode("latin-1"), "byte 12 is not UTF-8"),
        ("id,name\n".encode("utf-16"), "byte 1 is not UTF-8"),
        (b"id,name\n1," + b"x" * 140_000, "line 2: this row is not CSV"),
    ],
)
def test_what_is_no_table(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        table(tmp_path, content)
    assert str(caught.value).startswith(f"{tmp_path / 't.csv'}: {said}")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        read_table(tmp_path / "none.csv", ("id",))


CELLS = st.text(st.sampled_from('idname,;"\n\r \x00é='), max_size=40)


@given(st.one_of(st.binary(max_size=60), CELLS.map(lambda text: f"id,name\n{text}".encode())))
def test_any_bytes_are_a_table_or_bad_input(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    try:
        rows = table(tmp_path_factory.getbasetemp(), content)
    except BadInput:
        return
    assert all(set(row.cells) == {"id", "name", "group"} and row.line > 1 for row in rows)
