"""Codes, registration marks, maps and streaks: found where they are, and not where they are not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from benchmarks.scanning.filled import printed
from benchmarks.scanning.machines import placed
from simulator.intake.scans.codes import find_codes
from simulator.intake.scans.geometry import affine, misses, projective
from simulator.intake.scans.locating import locate
from simulator.intake.scans.picture import Picture
from simulator.intake.scans.streaks import painted_over, streaks
from simulator.randomness import Stream
from simulator.sheets.describe import describe
from simulator.sheets.furniture import anchors, code_frames
from simulator.sheets.model import Holder, Plan, Question, Sheet
from simulator.sheets.page_code import PageCode, code_modules, parse_page_code

CODE = PageCode("0123456789", "personal", 17, 1)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    asked = tuple(Question(f"C{number:02d}", ("MAN", "BL", "INV")) for number in range(1, 7))
    return describe(Plan("0123456789", "T", "en", "letter", "personal", asked, 70))


@pytest.fixture(scope="module")
def page(sheet: Sheet) -> Picture:
    return printed(sheet, Holder(17, "T017", "", ""), 150)[0]


@given(st.from_regex(r"[0-9a-f]{10}", fullmatch=True), st.integers(0, 9999), st.integers(1, 99))
def test_a_page_code_says_what_it_was_made_of(pack: str, number: int, page: int) -> None:
    for kind in ("personal", "blank", "large", "spare"):
        code = PageCode(pack, kind, number, page)  # type: ignore[arg-type]
        assert parse_page_code(code.text) == code


@given(st.text(max_size=60))
def test_any_other_text_is_no_page_code(text: str) -> None:
    found = parse_page_code(text)
    assert found is None or found.text.casefold() == text.casefold() or text.split("/")[0] == "DIS1"


def test_a_newer_format_is_not_read() -> None:
    assert parse_page_code(CODE.text.replace("DIS1", "DIS2")) is None


def test_the_code_is_small_and_says_nothing_but_pack_respondent_page_and_format() -> None:
    assert CODE.text == "DIS1/0123456789/P17/1"
    assert len(code_modules(CODE.text)) == 25


def test_both_codes_of_a_page_are_found_whichever_way_it_lies(page: Picture) -> None:
    for turns in range(4):
        found = find_codes(np.rot90(page, turns).copy())
        assert [each.code for each in found] == [CODE, CODE]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("lost", [(), (0,), (5,), (1, 4)], ids=["none", "first", "last", "middles"])
def test_the_page_is_located_to_a_tenth_of_a_millimetre_even_with_marks_lost(
    page: Picture, turned: bool, lost: tuple[int, ...]
) -> None:
    """The centre of every code's frame and of lost marks lies where the scanner put it."""
    scale = 150 / 72
    whole = page.copy()
    for each in lost:
        x0, y0, x1, y1 = (round(value * scale) for value in anchors("letter")[each])
        whole[1650 - y1 - 3 : 1650 - y0 + 3, x0 - 3 : x1 + 3] = 255
    image = placed(Image.fromarray(whole), Stream("located"), skew=2.0, shift=1.0, scale=0.96, turn=turned)
    picture = np.asarray(image)
    found = locate(picture, CODE, find_codes(picture), "letter")
    assert found is not None
    assert found.marks == 6 - len(lost)
    straight = locate(page, CODE, find_codes(page), "letter")
    assert straight is not None
    points = np.array([((x0 + x1) / 2, (y0 + y1) / 2) for x0, y0, x1, y1 in (*anchors("letter"), *code_frames("letter"))])
    expected = _where(points * [scale, -scale] + [0, 1650], turned)
    assert np.abs(found.mapping(points) - expected).max() < 0.1 / 25.4 * 150 * 2


def _where(points: np.ndarray, turned: bool) -> np.ndarray:
    """Where ``placed`` puts a point of the picture: its own arithmetic, the other way round."""
    stream = Stream("located")
    angle = np.deg2rad(2.0 * (2 * stream.uniform() - 1)) + (np.pi if turned else 0.0)
    shift = np.array([(2 * stream.uniform() - 1) * 1.0 / 25.4 * 200 for _ in range(2)])
    middle = np.array([1275 / 2, 1650 / 2])
    cos, sin = np.cos(angle), np.sin(angle)
    return 0.96 * (points - middle) @ np.array([[cos, sin], [-sin, cos]]) + middle + shift


def test_a_page_with_too_few_marks_is_not_located(page: Picture) -> None:
    bare = page.copy()
    for each in (0, 1, 3, 5):
        x0, y0, x1, y1 = (round(value * 150 / 72) for value in anchors("letter")[each])
        bare[1650 - y1 - 3 : 1650 - y0 + 3, x0 - 3 : x1 + 3] = 255
    assert locate(bare, CODE, find_codes(bare), "letter") is None


def test_maps_are_fitted_exactly() -> None:
    page = np.array([(0.0, 0.0), (600.0, 0.0), (0.0, 800.0), (600.0, 800.0), (300.0, 500.0)])
    straight = page @ np.array([(2.0, 0.1), (-0.1, -2.0)]) + (30.0, 1700.0)
    assert misses(affine(page, straight), page, straight).max() < 1e-9
    depth = 1.0 + page[:, :1] * 1e-4 + page[:, 1:] * 2e-4
    assert misses(projective(page, straight / depth), page, straight / depth).max() < 1e-6
    assert misses(affine(page, straight / depth), page, straight / depth).max() > 1.0


def test_a_streak_is_found_and_painted_over_and_the_printed_lines_are_not(page: Picture) -> None:
    columns, rows = streaks(page)
    assert not len(columns)
    assert not len(rows)
    dirty = page.copy()
    dirty[:, 400:402] = 90
    columns, rows = streaks(dirty)
    assert set(columns) == {399, 400, 401, 402}
    assert not len(rows)
    clean = painted_over(dirty, columns, rows)
    assert (clean[:30, 395:410] == 255).all()
    turned = np.rot90(dirty).copy()
    assert len(streaks(turned)[1]) == 4
