"""TOML that reads back as what was written."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.formats.toml_writing import toml_text
from simulator.scenario import load_scenario

KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**62), 2**62)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.dates(min_value=date(1000, 1, 1)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_what_is_written_reads_back(data: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(data, "two\nlines")) == data


@pytest.mark.parametrize("name", ["monterrey", "first-hour", "low-prevalence"])
def test_a_shipped_scenario_reads_back(name: str, tmp_path: Path) -> None:
    scenario = load_scenario(name)
    (tmp_path / "again.toml").write_text(toml_text(scenario.whole() | {"reference_date": scenario.reference_date}), "utf-8")
    assert load_scenario(str(tmp_path / "again.toml")) == scenario


def test_comments_stand_above() -> None:
    assert toml_text({"a": 1}, "why\n\nhow").startswith("# why\n#\n# how\na = 1\n")
