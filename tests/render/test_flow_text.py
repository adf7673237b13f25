from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import BadInput, BrokenData
from simulator.render.flow_fonts import text_width
from simulator.render.flow_text import Run, marked, plain, wrap

LETTERS = "abcdefghijklmnñopqrstuvwxyzáéíóúABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/.,() \n"


def lines_of(content: object, width: float, size: float = 10.0) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in wrap(content, size, width)]  # type: ignore[arg-type]


def test_words_break_where_the_next_one_would_not_fit() -> None:
    width = text_width("dice contener", 10.0)
    assert lines_of("dice contener 640 cajas", width) == ["dice contener", "640 cajas"]
    assert lines_of("dice contener 640 cajas", width - 0.1) == ["dice", "contener 640", "cajas"]


def test_a_newline_always_breaks_and_an_empty_line_stays() -> None:
    assert lines_of("a\n\nb", 100.0) == ["a", "", "b"]


def test_a_no_break_space_does_not_break() -> None:
    assert lines_of("xx 10\u00a0mm", text_width("xx 10\u00a0m", 10.0)) == ["xx", "10\u00a0mm"]


def test_a_word_longer_than_the_line_is_broken_and_nothing_is_lost() -> None:
    word = "MAEU" * 20
    lines = lines_of(word, 50.0)
    assert len(lines) > 1
    assert "".join(lines) == word


def test_a_column_narrower_than_a_letter_is_an_error() -> None:
    with pytest.raises(BrokenData, match="wider"):
        wrap("W", 10.0, 3.0)


def test_bold_runs_keep_their_weight_and_their_places() -> None:
    (line,) = wrap(marked("uno **dos** tres"), 10.0, 500.0)
    assert [(piece.text, piece.font) for piece in line.pieces] == [
        ("uno ", "regular"),
        ("dos ", "bold"),
        ("tres", "regular"),
    ]
    assert line.pieces[1].x == pytest.approx(text_width("uno ", 10.0))
    assert line.pieces[2].x == pytest.approx(text_width("uno ", 10.0) + text_width("dos ", 10.0, "bold"))


def test_bold_inside_a_word_does_not_part_it() -> None:
    assert lines_of(marked("**MAN**-1a, x"), 500.0) == ["MAN-1a, x"]
    assert len(lines_of(marked("x **MAN**-1a"), text_width("MAN-1a", 10.0, "bold"))) == 2


def test_marks_in_values_are_text() -> None:
    runs = marked("**{title}** and {other}", title="**A**", other="{x}")
    assert runs == (Run("**A**", bold=True), Run(" and {x}"))


def test_an_open_mark_is_an_error() -> None:
    with pytest.raises(BrokenData, match="never closes"):
        marked("**open")


def test_a_character_without_a_glyph_is_one_sentence() -> None:
    with pytest.raises(BadInput, match="U\\+6F22"):
        wrap("漢", 10.0, 100.0)


def test_accents_written_apart_are_joined() -> None:
    assert lines_of("Jose\u0301 Nu\u0301n\u0303ez", 500.0) == ["José Núñez"]


@given(st.text(LETTERS, max_size=120), st.floats(20.0, 200.0), st.sampled_from([6.5, 8.0, 10.0]))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text: str, width: float, size: float) -> None:
    lines = wrap(text, size, width)
    for line in lines:
        assert line.width <= width + 1e-6
        assert line.width == pytest.approx(sum(text_width(piece.text, size, piece.font) for piece in line.pieces))
    kept = "".join(plain(piece.text) for line in lines for piece in line.pieces)
    assert kept.replace(" ", "") == "".join(text.split())
