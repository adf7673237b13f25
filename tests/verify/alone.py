"""One variant verified from its own files, without a class around it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from simulator.exercise.slots import plan
from simulator.formats.key import KeyVariant
from simulator.formats.truth import Truth
from simulator.pack.variant_files import variant_files
from simulator.scenario import Scenario
from simulator.verify.compare import compare
from simulator.verify.papers import read_papers
from simulator.verify.reading import read_pages


@dataclass(frozen=True)
class Read:
    """What a variant's dossier shows, read back from print: findings, and every difference from the key."""

    findings: int
    differences: tuple[str, ...]
    key: KeyVariant


def verified(scenario: Scenario, seed: str, folder: Path) -> Read:
    made = variant_files(scenario, plan(scenario, seed), "v01", seed)
    (folder / "dossier.pdf").write_bytes(made.dossier)
    truth = msgspec.json.decode(made.truth, type=Truth)
    papers, troubles = read_papers(truth, read_pages(folder / "dossier.pdf"), folder / "truth.json")
    compared = [compare(papers, each) for each in made.key.consignments]
    differences = (*troubles, *(line for each in compared for line in each.differences))
    return Read(sum(each.findings for each in compared), differences, made.key)
