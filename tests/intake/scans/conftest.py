from __future__ import annotations

from pathlib import Path

import pytest

from intake.scans.handing_in import Class
from simulator.intake.pack_reading import OpenedPack, open_pack
from simulator.intake.scans.sheets_of_pack import SheetFinder


@pytest.fixture(scope="session")
def opened(first_hour: Path) -> OpenedPack:
    return open_pack(first_hour)


@pytest.fixture(scope="session")
def finder(first_hour: Path) -> SheetFinder:
    return SheetFinder(first_hour)


@pytest.fixture(scope="session")
def class_(opened: OpenedPack, finder: SheetFinder) -> Class:
    return Class(opened, finder)
