from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from simulator.layout.wrap import CannotWrap, columns_of, unwrap, wrap

WORDS = st.lists(st.text("ABCÑ0123.,-/'é", min_size=1, max_size=14), min_size=1, max_size=30).map(" ".join)


@given(WORDS, st.integers(10, 60), st.sampled_from(["words", "none", "columns:10", "columns:30"]))
def test_unwrap_gives_the_text_back(text: str, columns: int, how: str) -> None:
    try:
        lines = wrap(text, how, columns)
    except CannotWrap:
        assume(False)
    assert unwrap(lines, how) == text


@given(WORDS, st.integers(10, 60), st.sampled_from(["words", "columns:10", "columns:30"]))
def test_lines_fit_and_break_where_nothing_is_lost(text: str, columns: int, how: str) -> None:
    try:
        lines = wrap(text, how, columns)
    except CannotWrap:
        return
    assert all(line and line == line.strip() and len(line) <= columns for line in lines)
    assert not any(line.endswith("-") for line in lines[:-1])


@given(st.lists(st.text("ABC -", max_size=20).map(lambda text: " ".join(text.split())).filter(bool), min_size=1))
def test_hard_lines_stay_as_they_are(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert wrap(text, "words", 20, hard=True) == tuple(lines)
    assert unwrap(tuple(lines), "words", hard=True) == text


@given(WORDS)
def test_words_wrap_at_any_width_of_the_longest_word(text: str) -> None:
    assume(not any(word.endswith("-") for word in text.split(" ")))
    columns = max(len(word) for word in text.split(" "))
    assert unwrap(wrap(text, "words", columns), "words") == text


def test_columns_break_in_mid_word() -> None:
    assert wrap("SAID TO CONTAIN 20 CONTAINERS OF TILES", "columns:24", 24) == ("SAID TO CONTAIN 20 CONTA", "INERS OF TILES")


def test_columns_never_break_beside_a_space_or_after_a_hyphen() -> None:
    assert wrap("ABCDEFGHI JKL-MNO", "columns:10", 10) == ("ABCDEFGH", "I JKL-MNO")
    assert wrap("ABCDEFGHI-JKLM", "columns:10", 10) == ("ABCDEFGHI", "-JKLM")


def test_an_empty_text_has_no_lines() -> None:
    assert wrap("", "words", 10) == ()
    assert unwrap((), "words") == ""


@pytest.mark.parametrize("text", ["TWO  SPACES", " LEADING", "TRAILING ", "A\nBREAK", "ABCDEFGHIJKLMNOPQRSTU"])
def test_what_could_not_be_read_back_is_refused(text: str) -> None:
    with pytest.raises(CannotWrap):
        wrap(text, "words", 20)


@pytest.mark.parametrize("how", ["columns", "columns:", "columns:9", "columns:x", "letters:30"])
def test_unknown_wrapping_is_refused(how: str) -> None:
    with pytest.raises(ValueError, match='is not "words", "none" or "columns:N" with N from 10'):
        columns_of(how)
