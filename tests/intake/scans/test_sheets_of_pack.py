"""Sheets that do not belong to the pack are refused before a scan is opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from pack.making import copied, rewrite

from simulator.errors import BadInput
from simulator.intake.scans.sheets_of_pack import SheetFinder


def test_sheets_of_another_variant(first_hour: Path, tmp_path: Path) -> None:
    pack = copied(first_hour, tmp_path / "pack")
    rewrite(pack / "instructor" / "sheets.json", lambda data: data["variants"].update(v77=data["variants"].pop("v01")))
    with pytest.raises(BadInput, match=r"sheets\.json: variants: the sheets of variant v01 are missing"):
        SheetFinder(pack)
