from __future__ import annotations

import pytest
from builders_key import finding
from hypothesis import given
from hypothesis import strategies as st

from simulator.formats.key import Finding
from simulator.formats.ladder import verdict


def clue(points_to: str, strength: str | None, family: str = "goods") -> Finding:
    return finding("X", points_to=points_to, strength=strength, family=family)


@pytest.mark.parametrize(
    ("clues", "expected"),
    [
        ([], "release"),
        ([("innocent", None)], "release"),
        ([("infringement", "strong")], "detain"),
        ([("infringement", "moderate", "goods"), ("infringement", "moderate", "rights")], "detain"),
        ([("infringement", "moderate", "goods"), ("infringement", "moderate", "goods")], "examine"),
        ([("infringement", "moderate")], "examine"),
        ([("infringement", "weak", "goods"), ("infringement", "weak", "value")], "examine"),
        ([("infringement", "weak", "goods"), ("infringement", "weak", "goods")], "query"),
        ([("infringement", "weak")], "query"),
        ([("infringement", "moderate", "goods"), ("revenue", "moderate", "value")], "examine"),
        ([("infringement", "weak", "goods"), ("revenue", "weak", "value")], "query"),
        ([("infringement", "weak", "goods"), ("revenue", "moderate", "value")], "revenue"),
        ([("revenue", "strong")], "revenue"),
        ([("revenue", "weak")], "query"),
        ([("revenue", "moderate"), ("documentary", "strong")], "revenue"),
        ([("documentary", "strong"), ("documentary", "strong", "form")], "query"),
        ([("infringement", "moderate", "goods"), ("documentary", "moderate", "form")], "examine"),
    ],
)
def test_first_rung_that_holds(clues: list[tuple[str, str]], expected: str) -> None:
    assert verdict([clue(*each) for each in clues]) == expected


CLUES = st.builds(
    clue,
    st.sampled_from(["infringement", "revenue", "documentary"]),
    st.sampled_from(["weak", "moderate", "strong"]),
    st.sampled_from(["goods", "value", "form"]),
)
RUNGS = ["release", "query", "revenue", "examine", "detain"]


@given(st.lists(CLUES, max_size=6), CLUES)
def test_a_further_finding_never_lowers_the_verdict(clues: list[Finding], further: Finding) -> None:
    assert RUNGS.index(verdict([*clues, further])) >= RUNGS.index(verdict(clues))


@given(st.lists(CLUES, max_size=6))
def test_order_does_not_matter(clues: list[Finding]) -> None:
    assert verdict(clues) == verdict(reversed(clues))
