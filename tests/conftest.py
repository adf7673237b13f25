"""What tests of several rooms share: small packs of the shipped scenarios, made once a session and never written to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from pack.making import SEED, generate, shipped

# How long an example takes depends on the machine and says nothing of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def first_hour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of ``first-hour`` for three trainees and two variants."""
    return generate(tmp_path_factory.mktemp("packs") / "first-hour", shipped("first-hour", trainees=3, variants=2), SEED)


@pytest.fixture(scope="session")
def monterrey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of ``monterrey`` for four trainees who share one variant."""
    return generate(tmp_path_factory.mktemp("packs") / "monterrey", shipped("monterrey", trainees=4), SEED)
