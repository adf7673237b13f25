from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import BrokenData
from simulator.render.flow_fonts import text_width
from simulator.render.flow_ops import Rule, Slice, Words
from simulator.render.flow_pages import paginate
from simulator.render.flow_table import Column, Table, twice_across
from simulator.render.flow_text import Run

CELL = st.text("abcdef ñÑ0123456789-/\n", max_size=200)


def words_in(each: Slice) -> list[Words]:
    return [op for op in each.ops if isinstance(op, Words)]


def uprights(each: Slice) -> list[float]:
    return sorted({op.x0 for op in each.ops if isinstance(op, Rule) and op.x0 == op.x1})


def assert_inside_cells(each: Slice) -> None:
    """Every word lies between two neighbouring rules, its whole height inside the band."""
    columns = list(pairwise(uprights(each)))
    for word in words_in(each):
        end = word.x + text_width(word.text, word.size, word.font)
        assert any(left < word.x and end < right for left, right in columns), word
        assert -each.height < word.y - 0.25 * word.size
        assert word.y + 0.8 * word.size < 0.0


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=4), st.floats(180.0, 520.0))
def test_text_never_leaves_its_cell(rows: list[tuple[str, str, str]], width: float) -> None:
    columns = (Column("Casilla", 1.0), Column("Dice", 2.0, "right"), Column("Diría", 2.0, "centre"))
    slices = Table(columns, tuple(rows)).slices(width)
    for each in slices:
        assert_inside_cells(each)
    printed = "".join(word.text for each in slices[1:] for word in words_in(each)).replace(" ", "")
    assert sorted(printed) == sorted("".join("".join(cell.split()) for row in rows for cell in row))


def test_the_header_comes_back_on_every_page() -> None:
    table = Table((Column("Clave", 1.0), Column("Título", 3.0)), tuple((f"BL-{n}", "x") for n in range(90)))
    pages = paginate(table.slices(400.0), 500.0)
    assert len(pages) > 1
    for page in pages:
        assert [word.text for word in words_in(page.placed[0][1])] == ["Clave", "Título"]


def test_no_row_stands_alone_on_a_page() -> None:
    columns = (Column("Clave", 1.0),)
    high = Table(columns, (("x",),)).slices(100.0)[1].height
    for count in range(3, 30):
        pages = paginate(Table(columns, tuple((str(n),) for n in range(count))).slices(100.0), high * 10.5)
        assert all(len(page.placed) >= 3 for page in pages)


def test_a_whole_table_moves_to_the_next_page() -> None:
    columns = (Column("Clave", 1.0),)
    slices = Table(columns, (("1",), ("2",), ("3",)), whole=True).slices(100.0)
    pages = paginate([Slice(70.0), *slices], 100.0)
    assert [len(page.placed) for page in pages] == [1, 4]


def test_a_very_long_cell_is_divided_and_whole() -> None:
    text = " ".join(f"p{number}" for number in range(900))
    slices = Table((Column("A", 1.0), Column("B", 1.0)), (("x", text),)).slices(150.0)
    pages = paginate(slices, 300.0)
    assert len(pages) > 2
    read = [word.text for page in pages for _, each in page.placed for word in words_in(each)]
    assert " ".join(each for each in read if each not in ("A", "B", "x")) == text


def test_a_header_word_is_never_broken() -> None:
    slices = Table((Column("Consignatario", 0.1), Column("Nota", 5.0)), (("x", "y"),)).slices(200.0)
    assert [word.text for word in words_in(slices[0])] == ["Consignatario", "Nota"]
    assert_inside_cells(slices[0])


def test_headers_that_cannot_fit_are_an_error() -> None:
    with pytest.raises(BrokenData, match="do not fit"):
        Table((Column("Consignatario", 1.0), Column("Embarcador", 1.0)), ()).slices(80.0)


def test_a_row_of_another_length_is_an_error() -> None:
    with pytest.raises(BrokenData, match="2 cells in a table of 1"):
        Table((Column("A", 1.0),), (("x", "y"),)).slices(80.0)


def test_twice_across_runs_down_the_left_half_first() -> None:
    columns, rows = twice_across((Column("A", 1.0), Column("B", 1.0)), [(str(n), "x") for n in range(5)])
    assert [column.heavy for column in columns] == [False, False, True, False]
    assert rows == (("0", "x", "3", "x"), ("1", "x", "4", "x"), ("2", "x", "", ""))


def test_bold_cells_are_measured_as_bold() -> None:
    bold = (Run("MMMM MMMM MMMM", bold=True),)
    assert_inside_cells(Table((Column("A", 1.0), Column("B", 1.0)), ((bold, bold),)).slices(100.0)[1])
