from __future__ import annotations

import pytest

from simulator.grading.class_rates import Rate
from simulator.grading.flags import flag_rates, kind_of_box

CODES = ("INV-14a.1", "INV-14a.2", "INV-14b.1", "INV-5")


def test_each_answer_counts_once_for_a_box() -> None:
    found = flag_rates([("INV-5", "INV-14A.1"), ("INV-5",), ()], CODES)
    assert found == {"INV-14a.1": Rate(1, 3), "INV-14a.2": Rate(0, 3), "INV-14b.1": Rate(0, 3), "INV-5": Rate(2, 3)}


def test_what_a_flag_leaves_open_means_every_box_that_it_covers_once() -> None:
    found = flag_rates([("INV-14A", "INV-14A.1"), ("INV-14",)], CODES)
    assert [found[code].count for code in CODES] == [2, 2, 1, 0]


@pytest.mark.parametrize(
    ("code", "kind"),
    [("CARD5-4a.1", "CARD-4a"), ("INV-16", "INV-16"), ("MAN-7C.12", "MAN-7C"), ("nonsense", "nonsense"), ("A-", "A-")],
)
def test_the_kind_of_a_box_has_no_line_and_no_number_of_its_paper(code: str, kind: str) -> None:
    assert kind_of_box(code) == kind
