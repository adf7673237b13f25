"""Whatever the seed, the papers read back from print show what the key says, and as many consignments as were asked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from pack.making import SCENARIOS, shipped

from verify.alone import verified


def check(name: str, seed: str, folder: Path) -> None:
    scenario = shipped(name)
    read = verified(scenario, seed, folder)
    assert read.differences == ()
    assert read.findings == sum(len(each.findings) for each in read.key.consignments)
    verdicts = Counter(each.verdict for each in read.key.consignments)
    counts = scenario.consignments
    assert verdicts["examine"] + verdicts["detain"] == counts.signals
    assert (verdicts["revenue"], verdicts["query"], verdicts["release"]) == (counts.revenue, counts.query, counts.release)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_print_of_three_seeds_shows_what_the_key_says(name: str, tmp_path: Path) -> None:
    for seed in range(3):
        check(name, f"few-{seed}", tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(5))
@pytest.mark.parametrize("name", SCENARIOS)
def test_the_print_of_fifty_seeds_shows_what_the_key_says(name: str, part: int, tmp_path: Path) -> None:
    for seed in range(10 * part, 10 * part + 10):
        check(name, f"many-{seed}", tmp_path)
