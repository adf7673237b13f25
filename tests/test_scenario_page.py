"""The page on scenarios names every key with its default, and every shipped scenario as it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from simulator.formats.vocabulary import VERDICTS
from simulator.scenario import (
    DEFAULT_CREDIT,
    ClassSettings,
    ConsignmentCounts,
    IndicatorSettings,
    Scenario,
    Scoring,
    load_scenario,
)
from simulator.shipped import shipped_folder

PAGE = (Path(__file__).parents[1] / "docs" / "scenarios.md").read_text("utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| `")]
TABLES: dict[str, Any] = {
    "class": ClassSettings,
    "consignments": ConsignmentCounts,
    "indicators": IndicatorSettings,
    "scoring": Scoring,
}
TOLD = {row[0].strip("`"): row[1] for row in ROWS}
IN_WORDS = {"consignments.sea": "all", "indicators.families": "all 1", "scoring.credit": "see below", "pool": "none"}
"""Defaults that a value would not explain."""


def keys() -> dict[str, Any]:
    """Every key of a scenario file with its default."""
    found: dict[str, Any] = {}
    for prefix, struct in (("", Scenario), *((f"{name}.", table) for name, table in TABLES.items())):
        for field in msgspec.structs.fields(struct):
            if field.encode_name not in TABLES:
                found[f"{prefix}{field.encode_name}"] = field.default if field.default_factory is msgspec.NODEFAULT else []
    return found


def as_toml(default: Any) -> str:
    if default is msgspec.NODEFAULT:
        return "required"
    if isinstance(default, bool | int | float):
        return f"`{str(default).lower()}`"
    return f'`"{default}"`' if isinstance(default, str) else f"`{list(default)}`"


def test_every_key_of_the_file_is_told_and_no_other() -> None:
    shipped = {path.stem for path in shipped_folder("scenarios").glob("*.toml")}
    assert set(TOLD) == set(keys()) | shipped
    assert len(ROWS) == len(TOLD)


@pytest.mark.parametrize("key", keys())
def test_defaults_are_told(key: str) -> None:
    assert TOLD[key] == (IN_WORDS.get(key) or as_toml(keys()[key]))


def test_the_table_of_credit_is_the_one_in_force() -> None:
    for verdict, credit in DEFAULT_CREDIT.items():
        assert f"| {verdict} | {' | '.join(f'{credit[decision]:g}' for decision in VERDICTS)} |" in PAGE.splitlines()
    assert f"| | {' | '.join(VERDICTS)} |" in PAGE.splitlines()


@pytest.mark.parametrize("path", sorted(shipped_folder("scenarios").glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_scenarios_are_told_as_they_are(path: Path) -> None:
    counts = load_scenario(path.stem).consignments
    ways = ((counts.by_sea, "sea"), (counts.by_air, "air"))
    assert TOLD[path.stem] == ", ".join(f"{count} by {way}" for count, way in ways if count)
    opening = path.read_text("utf-8").splitlines()[0]
    assert re.match(r"# Trains: \w", opening)
