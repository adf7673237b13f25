from __future__ import annotations

import pytest

from simulator.errors import BrokenData
from simulator.render.flow_blocks import Bullets, Heading, NewPage, Paragraph
from simulator.render.flow_ops import Slice, Words
from simulator.render.flow_pages import Page, paginate


def band(name: str, height: float = 10.0, **more: object) -> Slice:
    return Slice(height, (Words(0.0, -8.0, name, 8.0),), **more)  # type: ignore[arg-type]


def names(page: Page) -> list[str]:
    return [op.text for _, each in page.placed for op in each.ops if isinstance(op, Words)]


def test_bands_stand_below_each_other_with_their_space() -> None:
    (page,) = paginate([band("a", before=5.0), band("b", before=5.0)], 100.0)
    assert [top for top, _ in page.placed] == [0.0, 15.0]


def test_what_does_not_fit_opens_a_page_without_its_space() -> None:
    first, second = paginate([band("a", 60.0), band("b", 60.0, before=20.0)], 100.0)
    assert (names(first), names(second)) == (["a"], ["b"])
    assert second.placed[0][0] == 0.0


def test_a_page_is_filled_to_its_last_point() -> None:
    assert len(paginate([band("a", 50.0), band("b", 50.0)], 100.0)) == 1
    assert len(paginate([band("a", 50.0), band("b", 50.1)], 100.0)) == 2


def test_kept_bands_move_together() -> None:
    first, second = paginate([band("a", 85.0), band("heading", keep=True), band("text")], 100.0)
    assert names(first) == ["a"]
    assert names(second) == ["heading", "text"]


def test_a_chain_longer_than_a_page_is_broken_where_it_must() -> None:
    pages = paginate([band(str(number), 30.0, keep=True) for number in range(7)], 100.0)
    assert [names(page) for page in pages] == [["0", "1", "2"], ["3", "4", "5"], ["6"]]


def test_a_head_is_repeated_where_its_row_opens_a_page() -> None:
    head = band("head")
    rows = [band(f"row {number}", 30.0, head=head) for number in range(4)]
    first, second = paginate([band("head", keep=True), *rows], 100.0)
    assert names(first) == ["head", "row 0", "row 1", "row 2"]
    assert names(second) == ["head", "row 3"]


def test_a_new_page_is_opened_once() -> None:
    pages = paginate([band("a"), *NewPage().slices(100.0), band("b")], 100.0)
    assert [names(page) for page in pages] == [["a"], ["b"]]
    assert [names(page) for page in paginate([*NewPage().slices(100.0), band("b")], 100.0)] == [["b"]]


def test_a_band_higher_than_a_page_is_an_error() -> None:
    with pytest.raises(BrokenData, match="does not fit"):
        paginate([band("a", 101.0)], 100.0)


def test_nothing_is_one_empty_page() -> None:
    assert paginate([], 100.0) == (Page(()),)


def test_no_line_of_a_paragraph_stands_alone() -> None:
    text = Paragraph("palabra " * 60).slices(200.0)
    keeps = [each.keep for each in text]
    assert keeps[0]
    assert keeps[-2]
    assert not keeps[-1]
    assert not any(keeps[1:-2])


def test_a_heading_stays_with_what_follows() -> None:
    assert [each.keep for each in Heading("Tarea").slices(200.0)] == [True]


def test_bullets_have_their_dot_on_the_first_line_only() -> None:
    slices = Bullets(("uno " * 30, "dos"), numbered=True).slices(200.0)
    dots = [op.text for each in slices for op in each.ops if isinstance(op, Words) and op.x == 0.0]
    assert dots == ["1.", "2."]
