"""The page that shows what fires where one thing is planted says what the code does."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from simulator.indicators.catalogue import catalogue, indicators

ROOT = Path(__file__).parent.parent
_spec = importlib.util.spec_from_file_location("orthogonality", ROOT / "benchmarks" / "orthogonality.py")
assert _spec is not None
assert _spec.loader is not None
orthogonality = importlib.util.module_from_spec(_spec)
sys.modules["orthogonality"] = orthogonality
_spec.loader.exec_module(orthogonality)


def written() -> str:
    return (ROOT / "docs" / "orthogonality.md").read_text(encoding="utf-8")


def test_every_entry_has_a_line_and_fires_alone() -> None:
    columns = [entry.id for entry in indicators()]
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in written().splitlines() if line.startswith("| ")]
    head, nothing, *planted = rows
    assert len(columns) == 24
    assert head[4:] == columns
    assert [row[0] for row in planted] == [*columns, *(id_ for id_ in catalogue() if id_ not in columns)]
    assert not any(nothing[4:])
    for id_, sea, air, _, *fired in planted:
        entry = catalogue()[id_]
        allowed = set() if entry.card.is_look_alike else {id_, *entry.card.implies}
        assert {column for column, count in zip(columns, fired, strict=True) if count} == allowed
        assert (bool(sea), bool(air)) == ("sea" in entry.card.modes, "air" in entry.card.modes)
        assert id_ not in columns or int(fired[columns.index(id_)]) == int(sea or 0) + int(air or 0)


@pytest.mark.slow
def test_the_page_is_up_to_date() -> None:
    made = orthogonality.page(list(orthogonality.measured(orthogonality.SHIPMENTS)), orthogonality.SHIPMENTS)
    assert written() == made, "run python -m benchmarks.orthogonality: docs/orthogonality.md is behind the code"
